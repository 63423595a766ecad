"""A part of a history: the last entries first, of the families that are asked for, so many at a time."""

from typing import get_args

import pytest

from domain.cooperations.events.any import CooperationEvent
from domain.envelopes.events import EnvelopeEvent
from domain.fundings.events.any import FundingEvent
from domain.reviews.events import ReviewEvent
from queries.as_of import Then
from queries.families import DECISIONS, FAMILIES, family_of
from queries.history_part import HistoryFilter, HistoryPart, Place, history_part
from tests.application.house import House
from tests.queries.house import look_into
from tests.support.imported import person_of

NOUR, SWANN = person_of("nour"), person_of("swann")
EVERYTHING = HistoryFilter(frozenset(FAMILIES))
TOLD = {
    one for union in (CooperationEvent, EnvelopeEvent, FundingEvent, ReviewEvent) for one in get_args(union)
}


async def part(
    told: House, where: HistoryFilter = EVERYTHING, place: Place | None = None, limit: int = 100
) -> HistoryPart:
    """A part of the history of Filature."""
    visit, _ = await look_into(told, SWANN)
    return await history_part(visit, "filature", Then(), where, place or Place(), limit)


@pytest.mark.parametrize("kind", sorted(one.__name__ for one in TOLD))
def test_every_kind_of_entry_has_a_family(kind: str) -> None:
    """Whoever looks for a family misses nothing that nobody has put anywhere."""
    assert family_of(kind) in FAMILIES


async def test_the_last_comes_first_by_when_it_happened(told: House) -> None:
    """What was told in one go happened over months."""
    moments = [one.effective_at[:10] for one in (await part(told)).history.entries]
    assert moments == sorted(moments, reverse=True)
    assert len(set(moments)) > 1


async def test_parts_put_together_are_the_whole(told: House) -> None:
    """Each begins after the last entry of the one before; the last says that nothing follows."""
    whole = [one.position for one in (await part(told)).history.entries]
    found, after, firsts = [], None, []
    while True:
        one = await part(told, place=Place(after), limit=7)
        found += [entry.position for entry in one.history.entries]
        firsts.append(one.first)
        if (after := one.after) is None:
            break
    assert found == whole
    assert firsts == [True, *[False] * (len(firsts) - 1)]
    assert len(firsts) > 2


async def test_families_that_are_not_wanted_are_counted_all_the_same(told: House) -> None:
    """What the service keeps together is left out at first, and said to be there."""
    found = await part(told, HistoryFilter())
    assert found.counts["service"] > 0
    assert not any(family_of(one.type) == "service" for one in found.history.entries)
    assert found.total == sum(found.counts.values()) - found.counts["service"]


async def test_decisions_alone(told: House) -> None:
    """Of every family."""
    found = await part(told, HistoryFilter(decisions=True))
    kinds = {one.type for one in found.history.entries}
    assert {"PhaseEntered", "FundingGranted"} <= kinds <= DECISIONS


async def test_an_entry_that_is_asked_for_is_there(told: House) -> None:
    """On whichever part it is, and of whichever family."""
    whole = (await part(told)).history.entries
    hidden = next(one for one in whole if family_of(one.type) == "service" and one.file == "filature")
    found = await part(told, HistoryFilter(), Place(entry=hidden.entry), limit=5)
    assert hidden.entry in [one.entry for one in found.history.entries if one.file == "filature"]


async def test_it_asks_no_more_for_a_part_than_for_the_whole(told: House) -> None:
    """Once whether the lists are behind, once for the entries, once for the texts of those that are shown."""
    visit, asked = await look_into(told, NOUR)
    await history_part(visit, "noailles", Then(), EVERYTHING, Place())
    assert asked == {"wait_for": 1, "timeline": 1, "read_streams": 2, "reveal": 1}
