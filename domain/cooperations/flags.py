"""Which decisions a correction puts in doubt: those whose gate would no longer have been passed.

They stand all the same; a person looks at them (design, "Two times").
"""

from collections.abc import Iterator, Mapping
from dataclasses import replace
from zoneinfo import ZoneInfo

from domain.cooperations.evidence import is_young
from domain.cooperations.state import Cooperation
from domain.files.entries import FileEntry, GateItemHeld
from domain.kernel.moments import earliest, latest
from domain.rulebook import (
    ContributionsRule,
    CriteriaRule,
    EvaluationRule,
    GateItem,
    ItemsRule,
    LessonsRule,
    OccasionsRule,
    QuickWinsRule,
    Rulebook,
    StakeholdersRule,
)

_OF_ANY_PASS = frozenset({"CharterSigned", "EvaluationRecorded"})

Entries = Mapping[int, FileEntry]


def flagged_by(
    file: Cooperation, rulebooks: Mapping[str, Rulebook], entry: int, happened_at: str | None, *, void: bool
) -> tuple[int, ...]:
    """The decisions that passed a gate so far and would not if ``entry`` were corrected so.

    Each is judged under the rulebook under which it was taken, as far as ``rulebooks`` (by id) has it.
    """
    old = file.entries[entry]
    corrected: Entries = {
        **file.entries,
        entry: replace(old, at=happened_at or old.at, void=void or old.void),
    }
    return tuple(
        decision.number
        for decision in file.entries.values()
        if decision.gate
        and (rulebook := rulebooks.get(file.rulebook_at(decision.number)))
        and _passes(file, rulebook, file.entries, decision)
        and not _passes(file, rulebook, corrected, decision)
    )


def _passes(file: Cooperation, rulebook: Rulebook, entries: Entries, decision: FileEntry) -> bool:
    items = {item.item: item for item in _items_left(file, rulebook, decision)}
    return all(
        held.held == "waived"
        or held.item not in items
        or _holds(file, entries, decision, held, items[held.item], rulebook)
        for held in decision.gate
    )


def _items_left(file: Cooperation, rulebook: Rulebook, decision: FileEntry) -> tuple[GateItem, ...]:
    """The gate of the phase that the decision left."""
    before = [one for one in file.passes if one.entry < decision.number]
    phase = rulebook.phases.get(before[-1].phase) if before else None
    return phase.gate if phase else ()


def _holds(
    file: Cooperation,
    entries: Entries,
    decision: FileEntry,
    held: GateItemHeld,
    item: GateItem,
    rulebook: Rulebook,
) -> bool:
    zone = rulebook.zone_of(file.region)
    match item.needs:
        case QuickWinsRule() | LessonsRule() | StakeholdersRule() | OccasionsRule() | ContributionsRule():
            return _standing(entries, held, decision, zone) >= (item.needs.at_least or 1)
        case CriteriaRule(at_least=least):
            return _standing(entries, held, decision, zone) >= least
        case ItemsRule():
            return _standing(entries, held, decision, zone) == len(held.entries)
        case EvaluationRule(not_older_than=age):
            return any(
                is_young(
                    entries[number], age, file, rulebook, earliest(decision.at, rulebook.zone_of(file.region))
                )
                for number in _like(entries, held, decision)
                if _stands(entries, number, decision, zone)
            )
    return any(_stands(entries, number, decision, zone) for number in _like(entries, held, decision))


def _standing(entries: Entries, held: GateItemHeld, decision: FileEntry, zone: ZoneInfo) -> int:
    return sum(_stands(entries, number, decision, zone) for number in held.entries)


def _like(entries: Entries, held: GateItemHeld, decision: FileEntry) -> Iterator[int]:
    """The entry that showed the item met, and the others that would have."""
    shown = entries[held.entries[-1]]
    for one in entries.values():
        same_pass = one.pass_number == shown.pass_number or one.type in _OF_ANY_PASS
        if (one.type, one.key) == (shown.type, shown.key) and same_pass and one.number < decision.number:
            yield one.number


def _stands(entries: Entries, number: int, decision: FileEntry, zone: ZoneInfo) -> bool:
    """Whether an entry, and what it rests on, had happened by the time of the decision."""
    one = entries[number]
    in_time = earliest(one.at, zone) <= latest(decision.at, zone)
    return not one.void and in_time and all(_stands(entries, below, decision, zone) for below in one.basis)
