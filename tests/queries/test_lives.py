"""What Temporal's lists show is told in words, by the names of the rulebook that a file runs under."""

from datetime import date

from application.ports import ShownLife
from language import Text
from queries.lives import LifeLine, named_lives
from tests.application.house import FOUNDER
from tests.queries.house import look_into, story_house


async def test_what_is_awaited_is_told_by_its_name_and_trouble_in_a_sentence() -> None:
    """A file that is at its end, or of which nobody knows the rules, is told all the same."""
    visit, _ = await look_into(await story_house(), FOUNDER)
    funding, unknown = "funding:menuiserie", "inconnu"
    told = await named_lives(
        visit,
        [
            ShownLife(funding, "decision", "decision", date(2027, 3, 4), None),
            ShownLife(unknown, "", None, None, "NothingHelps"),
        ],
    )
    assert told == [
        LifeLine(
            funding,
            Text("décision attendue", "decision awaited"),
            Text("Décider de la demande", "Decide about the request"),
            date(2027, 3, 4),
            None,
        ),
        LifeLine(
            unknown,
            Text("fin", "end"),
            None,
            None,
            Text("ce qui est dû le reste après avoir été fait", "what is due stays due after it was done"),
        ),
    ]
