"""The gate of a cooperation: how each item stands, what shows it, what is still to come, and who may pass or waive."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from domain.rulebook import Names
from projections.timeline import TimelineEntry
from queries.as_of import Then
from queries.at_gate import NextForItem
from queries.cooperation import CooperationInFull, cooperation_in_full
from queries.expected import Expected
from queries.families import FAMILIES
from queries.history import LookedUp, entries_of
from queries.history_part import HistoryFilter, HistoryPart, Place, part_of
from queries.offers import Offer, offer_of
from queries.sheet import SheetItem
from queries.visit import Visit

_EVERY = frozenset(FAMILIES)
_ALL = 1_000
"""Entries that may show the items of a gate."""


@dataclass(frozen=True, slots=True)
class GateItem:
    """An item of the gate."""

    standing: SheetItem
    expected: Expected | None
    """What is to be done for it, of whom and by when."""
    coming: NextForItem | None
    """What others are doing for it."""


@dataclass(frozen=True, slots=True)
class Gate:
    """A gate, with its items in the rulebook's order."""

    found: CooperationInFull
    following: Names | None
    """The phase that it leads to; None where the file is closed after it."""
    items: Sequence[GateItem]
    evidence: HistoryPart
    """The entries that show items met."""
    passing: Offer | None
    """To go on, as whoever asks may; None on a page of the past."""
    waiving: Offer | None

    @property
    def held(self) -> int:
        """How many items hold."""
        return sum(one.standing.held != "missing" for one in self.items)


async def gate_of(visit: Visit, name: str, then: Then) -> Gate:
    """The gate of the phase that a cooperation is in. Raises Failure."""
    found = await cooperation_in_full(visit, name, then)
    file, rulebook = found.view.file, found.view.rulebook
    following = rulebook.phase_after(file.current.phase)
    expected = _by_item(found)
    passing, waiving = None, None
    if not then and found.sheet.gate:
        passing = await offer_of(visit, file.key, "AdvancePhase" if following else "CloseCooperation", {})
        waiving = await offer_of(visit, file.key, "WaiveGateItem", {})
    return Gate(
        found=found,
        following=rulebook.phases[following].name if following else None,
        items=[
            GateItem(one, expected.get(one.item), found.at_gate.get(one.item)) for one in found.sheet.gate
        ],
        evidence=await _evidence(visit, found, then),
        passing=passing,
        waiving=waiving,
    )


def _by_item(found: CooperationInFull) -> Mapping[str, Expected]:
    kinds = ("gate-item", "review-to-ask", "funding-to-ask")
    own = (one for one in found.expected if one.task.file == found.view.file.key and one.task.kind in kinds)
    return {one.task.subject: one for one in own}


async def _evidence(visit: Visit, found: CooperationInFull, then: Then) -> HistoryPart:
    """The entries that the items rest on, with the names of those whose doing they were."""
    file, wanted = found.view.file, {entry for one in found.sheet.gate for entry in one.entries}
    entries, read = await entries_of(visit, file, then)
    shown: list[TimelineEntry] = [one for one in entries if one.file == file.key and one.entry in wanted]
    looked_up = LookedUp(file, list(found.related.states.values()), found.closed)
    every = HistoryFilter(decisions=False, families=_EVERY)
    return await part_of(visit, looked_up, shown, read, every, Place(), _ALL)
