"""Why an entry of a history is there, and what it set off: along the links among entries, two levels deep."""

from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from domain.files.file import KeptFile
from domain.fundings.state import Funding
from domain.kernel.ids import stream_of
from domain.relations.relation import Relation
from domain.relations.resolving import EntryPlace
from domain.reviews.state import Review
from domain.rulebook import Rulebook
from language import Text
from projections.timeline import TimelineEntry
from queries.as_of import Then
from queries.entry_facts import NO_FACTS, Facts, ItemHeld, facts_of
from queries.history import LookedUp, by_file, entries_of, looked_up, told
from queries.history_part import HistoryPart
from queries.lists import Extent
from queries.money_lines import money_lines
from queries.refused import Failure, FailureKind
from queries.tied_entries import Node, TiedEntries, Way, places
from queries.visit import Visit
from queries.whose_decision import Decided, whose_decision
from wording import explaining as words

_DEPTH = 2


@dataclass(frozen=True, slots=True)
class Step:
    """An entry that another leads to, how the two hang together, and where it leads in turn."""

    relation: Relation
    """What the later one of the two is to the earlier one."""
    entry: TimelineEntry
    facts: Facts
    steps: Sequence["Step"]

    def as_json(self) -> dict[str, Any]:
        """For programs."""
        return {
            "relation": self.relation,
            "entry": self.entry.model_dump(mode="json"),
            **self.facts.as_json(),
            "steps": [one.as_json() for one in self.steps],
        }


@dataclass(frozen=True, slots=True)
class Explanation:
    """An entry, and what led to it or what it set off, as far as somebody may look it up."""

    way: Way
    asked: KeptFile
    """The file whose history was asked for."""
    entry: TimelineEntry
    facts: Facts
    steps: Sequence[Step]
    decided: Decided | None
    """Of a decision, asked why: whom it was up to."""
    rulebook: Rulebook | None
    """Under which it was recorded."""
    closed: Text | None
    """Why nothing more is told of it; None where it is."""
    told: HistoryPart
    """Every entry that is shown, and what it takes to tell them."""

    @property
    def leads_nowhere(self) -> bool:
        """Whether there is nothing to tell of it."""
        return not self.steps and self.facts == NO_FACTS

    def as_json(self) -> dict[str, Any]:
        """For programs: the rulebook with its digest."""
        return {
            "behind": self.told.history.extent.behind,
            "asked": self.way,
            "entry": self.entry.model_dump(mode="json"),
            "rulebook": _rules(self.rulebook) if self.rulebook else None,
            "decided": self.decided.as_json() if self.decided else None,
            **self.facts.as_json(),
            "steps": [one.as_json() for one in self.steps],
        }


def _rules(rulebook: Rulebook) -> dict[str, Any]:
    name = rulebook.name.model_dump()
    return {"id": rulebook.id, "name": name, "version": rulebook.version, "digest": rulebook.digest}


def by_item(
    facts: Facts, steps: Sequence[Step]
) -> tuple[Sequence[tuple[ItemHeld, Sequence[Step]]], Sequence[Step]]:
    """Each item of a gate with the entries that show it, and what else an entry leads to."""
    shown = {one.entry.entry: one for one in steps if facts.gate and one.relation is Relation.EVIDENCE}
    gate = [(one, [shown[entry] for entry in one.entries if entry in shown]) for one in facts.gate]
    return gate, [one for one in steps if one not in shown.values()]


async def why(visit: Visit, name: str, entry: str, then: Then) -> Explanation:
    """What led to an entry of a file's history, as far as it was known. Raises Failure where there is none to look up.

    ``entry``: its number; of a review or a funding told with the file, its key before that: ``review:avis#3``.
    """
    return await _explained(visit, await _asked(visit, name, entry, then), "why")


async def then_of(visit: Visit, name: str, entry: str, then: Then) -> Explanation:
    """The same of what an entry set off."""
    return await _explained(visit, await _asked(visit, name, entry, then), "then")


async def both_ways(visit: Visit, name: str, entry: str, then: Then) -> tuple[Explanation, Explanation]:
    """Both, of a history that is read once."""
    asked = await _asked(visit, name, entry, then)
    return await _explained(visit, asked, "why"), await _explained(visit, asked, "then")


@dataclass(frozen=True, slots=True)
class _Asked:
    """An entry that is asked about, among those that are told with it."""

    file: KeptFile
    """The file whose history was asked for."""
    found: LookedUp
    entries: Mapping[EntryPlace, TimelineEntry]
    place: EntryPlace
    tied: TiedEntries
    read: Extent


async def _asked(visit: Visit, name: str, entry: str, then: Then) -> _Asked:
    asked = await looked_up(visit, name)
    found = await _with_its_cooperation(visit, asked)
    entries, read = await entries_of(visit, found.file, then)
    entries = [*entries, *await money_lines(visit, found, then)]
    by_place = {(one.stream, one.entry): one for one in entries}
    place = _place(entry, asked.file, by_place)
    return _Asked(asked.file, found, by_place, place, TiedEntries(by_place, found.closed), read)


async def _explained(visit: Visit, asked: _Asked, way: Way) -> Explanation:
    place, found, by_place, tied = asked.place, asked.found, asked.entries, asked.tied
    nodes = tied.grown(place, way, {place}, _DEPTH)
    shown = [by_place[one] for one in (place, *places(nodes))]
    history = await told(visit, found, shown, asked.read)
    known = {(one.stream, one.entry): one for one in history.entries}
    files = {one.key: one for one in (found.file, *found.beside)}
    shown_entry, file = known[place], files.get(by_place[place].file)
    closed = tied.closed(place)
    rulebooks = history.rulebooks
    facts = dict.fromkeys(known, NO_FACTS)
    if way == "why":
        facts = {at: facts_of(one, rulebooks.get(one.rulebook or "")) for at, one in known.items()}
    decided = None
    if way == "why" and closed is None and file:
        decided = await whose_decision(visit, shown_entry, file, imported=tied.imported(place))
    return Explanation(
        way=way,
        asked=asked.file,
        entry=shown_entry,
        facts=facts[place],
        steps=[_step(one, known, facts) for one in nodes],
        decided=decided,
        rulebook=rulebooks.get(shown_entry.rulebook or ""),
        closed=closed,
        told=HistoryPart(history, Counter(), len(shown), None, None, None, by_file(by_place.values())),
    )


async def _with_its_cooperation(visit: Visit, found: LookedUp) -> LookedUp:
    """What is told with the cooperation of a review or a funding, for those who may read that: links lead there."""
    if not isinstance(found.file, Funding | Review):
        return found
    cooperation = await visit.cooperation(found.file.cooperation)
    if cooperation is None or not visit.may_read(cooperation):
        return found
    return await looked_up(visit, cooperation.key)


def _place(typed: str, file: KeptFile, entries: Mapping[EntryPlace, TimelineEntry]) -> EntryPlace:
    """The entry that somebody names. Raises Failure for one that is not there."""
    key, _, number = typed.rpartition("#")
    stream = stream_of(key or file.key)
    if number.isdecimal() and (stream, int(number)) in entries:
        return stream, int(number)
    last = max((number for of, number in entries if of == stream), default=0)
    others = sorted({one.file for one in entries.values() if not one.of_money} - {file.key})
    raise Failure(
        FailureKind.REFUSED, "no-such-entry", words.no_such_entry(typed, last), words.how_to_name(others)
    )


def _step(node: Node, entries: Mapping[EntryPlace, TimelineEntry], facts: Mapping[EntryPlace, Facts]) -> Step:
    steps = [_step(one, entries, facts) for one in node.nodes]
    return Step(node.relation, entries[node.place], facts[node.place], steps)
