"""How the entries of a history hang together, as a tree: what led to one of them, or what it set off."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Literal

from domain.relations.relation import Relation
from domain.relations.resolving import EntryPlace, Resolved, resolve
from language import Text
from projections.timeline import TimelineEntry

Way = Literal["why", "then"]
_WEAK = (Relation.CAUSED_BY, Relation.TOGETHER)
"""Told only of entries that nothing else leads to."""


@dataclass(frozen=True, slots=True)
class Node:
    """A place that another leads to, how the two hang together, and where it leads in turn."""

    relation: Relation
    place: EntryPlace
    nodes: tuple["Node", ...]


class TiedEntries:
    """How the entries that were looked up hang together; what is closed to the person leads nowhere."""

    def __init__(self, entries: Mapping[EntryPlace, TimelineEntry], closed: Mapping[str, Text]) -> None:
        """``closed``: the files, by key, whose content is not shown, and why."""
        self._closed = closed
        self._entries = entries
        self._links = resolve([one.placed for one in entries.values()])
        self._first: dict[str, EntryPlace] = {}
        self._imports: dict[str, EntryPlace] = {}
        for place, one in sorted(entries.items(), key=lambda item: item[1].position):
            self._first.setdefault(one.command_id, place)
            if one.type == "CooperationImported":
                self._imports[one.command_id] = place

    def closed(self, place: EntryPlace) -> Text | None:
        """Why the content of an entry is not shown."""
        return self._closed.get(self._entries[place].file)

    def imported(self, place: EntryPlace) -> bool:
        """Whether an entry came with an import."""
        return self._entries[place].command_id in self._imports

    def grown(self, place: EntryPlace, way: Way, seen: set[EntryPlace], depth: int) -> tuple[Node, ...]:
        """Where an entry leads, each place once: ``seen`` are those that are told already."""
        if depth == 0 or self.closed(place) is not None:
            return ()
        follow = self._before if way == "why" else self._after
        found = {one.place: one for one in reversed(follow(place)) if one.place not in seen}
        ordered = sorted(found.values(), key=lambda one: self._order(one, way))
        seen.update(found)
        return tuple(
            Node(one.relation, one.place, self.grown(one.place, way, seen, depth - 1)) for one in ordered
        )

    def _order(self, one: Resolved, way: Way) -> tuple[bool, int]:
        """By when it was recorded; of what led to something, what the service was woken by comes last."""
        return way == "why" and one.relation in _WEAK, self._entries[one.place].position

    def _before(self, place: EntryPlace) -> list[Resolved]:
        """What an entry hangs on: of those recorded with it, the first, for whose sake the others were.

        What an import brought together is not told.
        """
        first = None if self.imported(place) else self._first[self._entries[place].command_id]
        tied = [
            one
            for one in self._links.of(place)
            if one.relation is not Relation.TOGETHER or one.place == first
        ]
        tied.sort(key=lambda one: one.relation in _WEAK)
        reached = {other.place for one in tied for other in self._links.of(one.place)}
        return [one for one in tied if one.relation not in _WEAK or one.place not in reached]

    def _after(self, place: EntryPlace) -> list[Resolved]:
        """What hangs on an entry: of an import, that it was one, not all that came with it."""
        imported = self._imports.get(self._entries[place].command_id)
        at = self._entries[place].position
        tied = [
            one
            for one in self._links.then(place)
            if one.relation is not Relation.TOGETHER
            or (self._entries[one.place].position > at and imported in (None, one.place))
        ]
        return sorted(tied, key=lambda one: one.relation in _WEAK)


def places(nodes: Sequence[Node]) -> Iterator[EntryPlace]:
    """Every place that nodes and those below them are about."""
    for one in nodes:
        yield one.place
        yield from places(one.nodes)
