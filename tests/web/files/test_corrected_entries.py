"""A correction in a page stands at both places: the old line struck out with who, when and why, and the new one."""

import json

import pytest

from application.commands.answer import Answer
from application.commands.parsing import read_command
from cli.cooperations.history_drawing import draw
from language import speaking
from queries.as_of import Then
from queries.families import FAMILIES
from queries.history import history_of
from queries.history_part import HistoryFilter, Place, history_part
from queries.refusals import NONE_REFUSED
from tests.application.house import House
from tests.queries.house import look_into, story_house
from tests.support.imported import person_of
from web.days_of_note import days_of_note
from web.entries import EntryShown
from web.refused import with_refusals

SWANN = person_of("swann")
CONTACT = 6
"""The entry of the contact of 13 October 2026."""
EVERYTHING = HistoryFilter(frozenset(FAMILIES))


@pytest.fixture
async def corrected() -> House:
    """The contact was on 30 September, somebody found out later."""
    house = await story_house()
    wanted = {
        "type": "CorrectEntry",
        "command_id": "correct-1",
        "cooperation": "filature",
        "entry": CONTACT,
        "happened_at": "2026-09-30",
        "reason": "Une faute de frappe",
    }
    command = read_command(json.dumps(wanted), SWANN)
    assert not isinstance(command, Answer), command
    await house.recorded(command)
    return house


async def shown(house: House) -> list[EntryShown]:
    """The whole history of Filature, in French."""
    visit, _ = await look_into(house, SWANN)
    with speaking("fr"):
        part = await history_part(visit, "filature", Then(), EVERYTHING, Place())
        lines = with_refusals(visit, part, NONE_REFUSED)
    return [one for one in lines if isinstance(one, EntryShown)]


async def test_it_stands_at_both_places(corrected: House) -> None:
    """Under the month in which it was told, struck out, and under that in which it happened, recorded as."""
    lines = [one for one in await shown(corrected) if one.entry == CONTACT and not one.of]
    old, new = lines
    assert (old.moved, old.month) == (True, "2026-10")
    assert (new.moved, new.month, new.month_said) == (False, "2026-09", "Septembre 2026")
    assert "13 oct" in new.first_told
    for one in lines:
        [correction] = one.corrected_by
        assert "corrigé par Swann Ébauche le" in correction.said
        assert "Une faute de frappe" in correction.said


async def test_one_day_has_two_stories(corrected: House) -> None:
    """Known before the correction, it had not happened by 30 September; known since, it had."""
    visit, _ = await look_into(corrected, SWANN)
    day = "2026-09-30"
    for known_on, there in (("2026-12-31", False), ("2027-03-01", True)):
        found = await history_of(visit, "filature", Then(day, known_on))
        assert (CONTACT in [one.entry for one in found.entries if one.file == "filature"]) is there


async def test_lines_stand_in_their_order(corrected: House) -> None:
    """The last month first, what was struck out among them."""
    months = [one.month for one in await shown(corrected)]
    assert months == sorted(months, reverse=True)


async def test_what_was_erased_is_said_to_be(corrected: House) -> None:
    """The entry stays, and says that there was a text."""
    corrected.book.secrets.clear()
    assert any("[effacé]" in one.details for one in await shown(corrected))


async def test_a_terminal_says_what_was_told_first_and_who_corrected_it(
    corrected: House, capsys: pytest.CaptureFixture[str]
) -> None:
    """In the row of the entry; the correction has a row of its own."""
    visit, _ = await look_into(corrected, SWANN)
    with speaking("fr"):
        draw(await history_of(visit, "filature", Then()), NONE_REFUSED)
    told = " ".join(capsys.readouterr().out.split())
    assert "noté d’abord au" in told
    assert "corrigé par" in told


async def test_days_of_note_are_those_of_the_entries(corrected: House) -> None:
    """The opening, the last signing, the end of last year."""
    visit, _ = await look_into(corrected, SWANN)
    part = await history_part(visit, "filature", Then(), EVERYTHING, Place())
    with speaking("fr"):
        found = list(days_of_note(part.called, visit.zone, visit.now.date()))
    assert [day for day, _ in found] == ["2026-09-07", "2027-02-09", "2026-12-31"]
