"""A part of a history, the last entries first: of the families that are asked for, a hundred at a time."""

from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field, replace
from datetime import datetime
from zoneinfo import ZoneInfo

from domain.kernel.moments import earliest
from projections.timeline import TimelineEntry
from queries.as_of import Then
from queries.families import DECISIONS, FAMILIES, Family, family_of
from queries.history import History, LookedUp, by_file, entries_of, looked_up, told
from queries.history_narrowed import EVERYTHING, Narrowing, narrowed
from queries.lists import Extent
from queries.money_lines import money_lines
from queries.visit import Visit

AT_ONCE = 100
"""Entries on one page."""
_BY_ITSELF: Family = "service"


@dataclass(frozen=True, slots=True)
class HistoryFilter:
    """Which entries are wanted: of some families, or decisions alone; narrowed further, where that is asked.

    Who names kinds of entries wants them of whatever family.
    """

    families: frozenset[Family] = frozenset(FAMILIES) - {_BY_ITSELF}
    decisions: bool = False
    narrowing: Narrowing = EVERYTHING
    lines: bool = False
    """Whether the lines of envelopes, accounts and files for the bank are told among the entries about money."""

    def wants(self, entry: TimelineEntry) -> bool:
        """Whether an entry is among them, before they are narrowed."""
        if self.narrowing.types and not self.decisions:
            return True
        return entry.type in DECISIONS if self.decisions else family_of(entry.type) in self.families


@dataclass(frozen=True, slots=True)
class Place:
    """Where a part begins: after an entry by its position in the ledger, or so that it holds one of the file's own.

    That one is told whether it is wanted or not.
    """

    after: int | None = None
    entry: int | None = None


@dataclass(frozen=True, slots=True)
class HistoryPart:
    """Entries of a history, and how they stand among the others."""

    history: History
    counts: Mapping[Family, int]
    """How many entries there are of each family, wanted or not."""
    total: int
    """How many are wanted."""
    after: int | None
    """After which the next part begins; None at the end."""
    since: datetime | None
    """From when on it tells; None at the end."""
    until: datetime | None
    """Up to when it tells, which is told by the part before; None if it is the first."""
    called: Mapping[str, Sequence[TimelineEntry]]
    """All entries by file, wanted or not, for those that rest on them: without private texts."""
    moved: Sequence[TimelineEntry] = ()
    """Entries that were first told of a day within this part, and that a correction moved to another."""
    corrections: Mapping[tuple[str, int], TimelineEntry] = field(default_factory=dict)
    """What corrects entries of this part, by file and number, as far as their reasons were asked for."""

    @property
    def actors(self) -> frozenset[str]:
        """Whose doing the entries are, wanted or not."""
        return frozenset(one.actor for found in self.called.values() for one in found)

    @property
    def kinds(self) -> frozenset[str]:
        """Which kinds of entries there are, wanted or not."""
        return frozenset(one.type for found in self.called.values() for one in found)

    @property
    def looked_up(self) -> LookedUp:
        """The file whose history it is."""
        return self.history.looked_up

    @property
    def first(self) -> bool:
        """Whether none are before it."""
        return self.until is None


async def history_part(
    visit: Visit, name: str, then: Then, where: HistoryFilter, place: Place, limit: int = AT_ONCE
) -> HistoryPart:
    """A part of what had happened to a file, as far as it was known. Raises Failure where it is not theirs to look up.

    By when it happened, corrections taken into account. From then on, what is shown happened where the file lives.
    """
    found = await looked_up(visit, name)
    entries, read = await entries_of(visit, found.file, then)
    if where.lines:
        entries = [*entries, *await money_lines(visit, found, then)]
    return await part_of(visit, found, entries, read, where, place, limit)


async def part_of(
    visit: Visit,
    found: LookedUp,
    entries: Sequence[TimelineEntry],
    read: Extent,
    where: HistoryFilter,
    place: Place,
    limit: int = AT_ONCE,
) -> HistoryPart:
    """The same of entries that were read already."""
    zone = visit.zone_of(found.file)
    ordered = sorted(entries, key=lambda one: (_at(one, zone), one.position), reverse=True)
    in_span = await narrowed(visit, where.narrowing, entries, zone)
    wanted = [
        one for one in ordered if (where.wants(one) and in_span(one)) or _is_at(place, one, found.file.key)
    ]
    begin = _begin(wanted, place, found.file.key, limit)
    shown = wanted[begin : begin + limit]
    goes_on = begin + limit < len(wanted)
    since = _at(shown[-1], zone) if goes_on else None
    until = _at(wanted[begin - 1], zone) if begin else None
    moved = [one for one in wanted if _was_told(one, since, until, zone)]
    corrections = _corrections(entries, [*shown, *moved])
    history = await told(visit, found, [*shown, *moved, *corrections], read)
    return HistoryPart(
        history=replace(history, entries=history.entries[: len(shown)]),
        moved=history.entries[len(shown) : len(shown) + len(moved)],
        corrections={(one.file, one.entry): one for one in history.entries[len(shown) + len(moved) :]},
        counts=Counter(family_of(one.type) for one in entries),
        total=len(wanted),
        after=shown[-1].position if goes_on else None,
        since=since,
        until=until,
        called=by_file(entries),
    )


def _was_told(entry: TimelineEntry, since: datetime | None, until: datetime | None, zone: ZoneInfo) -> bool:
    """Whether an entry was first told of a day within the part, and a correction moved it to another."""
    if entry.recorded_as is None:
        return False
    at = earliest(entry.recorded_as, zone)
    return (since is None or at >= since) and (until is None or at < until)


def _corrections(
    entries: Sequence[TimelineEntry], corrected: Sequence[TimelineEntry]
) -> Sequence[TimelineEntry]:
    wanted = {(one.file, number) for one in corrected for number in one.corrected_by}
    return [one for one in entries if (one.file, one.entry) in wanted]


def _at(entry: TimelineEntry, zone: ZoneInfo) -> datetime:
    """When it happened; what is known by its month or year, from its first instant."""
    return earliest(entry.effective_at, zone)


def _begin(wanted: Sequence[TimelineEntry], place: Place, file: str, limit: int) -> int:
    """How many entries come before the part."""
    for number, one in enumerate(wanted):
        if place.after == one.position:
            return number + 1
        if _is_at(place, one, file):
            return number - number % limit
    return 0


def _is_at(place: Place, one: TimelineEntry, file: str) -> bool:
    return place.entry == one.entry and one.file == file
