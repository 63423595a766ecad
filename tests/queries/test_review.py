"""A review in full: for readers of its cooperation and members of its panel; the dossier once they may read it."""

from datetime import date

import pytest

from queries.as_of import Then
from queries.dossiers import NOT_YET
from queries.refused import Failure
from queries.review import review_in_full
from tests.application.house import House
from tests.queries.house import look_into
from tests.support.imported import person_of

NOUR, SWANN = person_of("nour"), person_of("swann")
"""In charge in Provence, where the review is, and in Hauts-de-France."""
CHARLIE, ANDREA = person_of("charlie"), person_of("andrea")
"""Of the jury that is asked: Charlie has declared interests and given an opinion, Andréa neither."""
REVIEW = "noailles-avis"


@pytest.mark.parametrize("person", [NOUR, CHARLIE])
async def test_readers_see_dossier_opinions_and_votes(told: House, person: str) -> None:
    """With what was written, from the vault."""
    visit, _ = await look_into(told, person)
    found = await review_in_full(visit, REVIEW, Then())
    content = found.as_json()
    [version], [opinion] = content["versions"], content["minutes"]
    assert version["note"] == "Le portrait sensible, relu (inventé)."
    assert opinion["would_change"] == "Un collectif d’habitants (inventé)."
    assert (found.votes and found.votes.unfavourable, found.closed) == (1, None)


async def test_who_has_not_declared_interests_sees_who_owes_what_and_no_more(told: House) -> None:
    """Neither the dossier nor what others think of it."""
    visit, _ = await look_into(told, ANDREA)
    found = await review_in_full(visit, REVIEW, Then())
    assert found.closed == NOT_YET
    assert (found.versions, found.minutes, found.votes) == (None, None, None)
    given = {one.person: (one.given, one.opinion) for one in found.members}
    assert given == {CHARLIE: (True, None), ANDREA: (False, None)}


async def test_nobody_else_is_told_that_it_is_there(told: House) -> None:
    """The same answer as for one that is not there."""
    visit, _ = await look_into(told, SWANN)
    for name in (REVIEW, "nowhere"):
        with pytest.raises(Failure, match="not-readable"):
            await review_in_full(visit, name, Then())


async def test_it_is_shown_as_of_a_day(told: House) -> None:
    """The day on which it was asked nobody had given an opinion; the year before it was not there."""
    visit, _ = await look_into(told, NOUR)
    opened = (await review_in_full(visit, REVIEW, Then())).line.opened_at
    then = await review_in_full(visit, REVIEW, Then(as_of=str(date.fromisoformat(opened[:10]))))
    assert then.minutes == []
    with pytest.raises(Failure, match="not-known-then"):
        await review_in_full(visit, REVIEW, Then(as_of="2025"))


async def test_what_was_erased_is_not_there(told: House, monkeypatch: pytest.MonkeyPatch) -> None:
    """The opinion stays, its reasons do not."""
    monkeypatch.setattr(told.book, "secrets", {})
    visit, _ = await look_into(told, NOUR)
    [opinion] = (await review_in_full(visit, REVIEW, Then())).as_json()["minutes"]
    assert (opinion["opinion"], opinion["would_change"]) == ("unfavourable", None)


async def test_it_asks_for_three_streams_and_the_vault_twice(told: House) -> None:
    """Its own as it stands and with its entries, its cooperation; what was written, and what people are called."""
    visit, asked = await look_into(told, NOUR)
    await review_in_full(visit, REVIEW, Then())
    assert asked == {"read_streams": 3, "reveal": 2}
