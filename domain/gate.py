"""Gates: what must hold before a phase is left, item by item, and on which entries each item rests."""

from dataclasses import dataclass
from datetime import datetime
from typing import Literal, assert_never

from domain.calendar import plus
from domain.events import GateItemHeld
from domain.moments import latest
from domain.rulebook import (
    CharterRule,
    DeclaredRule,
    DeliverableRule,
    EvaluationRule,
    GateItem,
    LessonsRule,
    Names,
    QuickWinsRule,
    Rulebook,
    StakeholdersRule,
)
from domain.state import Cooperation, FileEntry


@dataclass(frozen=True, slots=True)
class ItemStanding:
    """One item of the present gate: whether it holds, and the entries that show it."""

    item: str
    name: Names
    held: Literal["met", "waived", "missing"]
    entries: tuple[int, ...] = ()


def gate(file: Cooperation, rulebook: Rulebook, now: datetime) -> tuple[ItemStanding, ...]:
    """The gate of the phase that the file is in. ``now`` ages evaluations: when a decision takes effect."""
    phase = rulebook.phases.get(file.current.phase)
    return tuple(_stand(file, item, rulebook, now) for item in phase.gate) if phase else ()


def missing(file: Cooperation, rulebook: Rulebook, now: datetime) -> tuple[str, ...]:
    """The keys of the items that still miss."""
    return tuple(one.item for one in gate(file, rulebook, now) if one.held == "missing")


def held(file: Cooperation, rulebook: Rulebook, now: datetime) -> tuple[GateItemHeld, ...]:
    """How a passed gate held, for the event that passes it."""
    return tuple(
        GateItemHeld(item=one.item, held=one.held, entries=one.entries)
        for one in gate(file, rulebook, now)
        if one.held != "missing"
    )


def is_held(file: Cooperation, rulebook: Rulebook, key: str, now: datetime) -> bool:
    """Whether one item of the present gate is met or waived."""
    return any(one.item == key and one.held != "missing" for one in gate(file, rulebook, now))


def _stand(file: Cooperation, item: GateItem, rulebook: Rulebook, now: datetime) -> ItemStanding:
    met = _shown_by(file, item, rulebook, now)
    if met is not None:
        return ItemStanding(item.item, item.name, "met", met)
    if waived := _in_pass(file, "GateItemWaived", item.item):
        return ItemStanding(item.item, item.name, "waived", waived[-1:])
    return ItemStanding(item.item, item.name, "missing")


def _shown_by(file: Cooperation, item: GateItem, rulebook: Rulebook, now: datetime) -> tuple[int, ...] | None:
    """The entries that show the item met; None if it is not."""
    match item.needs:
        case DeliverableRule():
            return _in_pass(file, "DeliverableDelivered", item.item)[-1:] or None
        case DeclaredRule():
            return _in_pass(file, "GateItemDeclared", item.item)[-1:] or None
        case CharterRule():
            signed = file.charter.signed if file.charter else None
            return (signed,) if signed else None
        case StakeholdersRule(at_least=least):
            present = tuple(one.entry for one in file.stakeholders.values() if not one.retired)
            return present if len(present) >= least else None
        case QuickWinsRule(at_least=least):
            return _enough(_in_pass(file, "QuickWinRecorded"), least)
        case LessonsRule(at_least=least):
            return _enough(_in_pass(file, "LessonRecorded"), least)
        case EvaluationRule(not_older_than=age):
            last = last_of(file, "EvaluationRecorded")
            return (last.number,) if last and is_young(last, age, rulebook, now) else None
    assert_never(item.needs)


def last_of(file: Cooperation, kind: str) -> FileEntry | None:
    """The entry of a type that happened last, whatever the order in which they were recorded."""
    entries = [one for one in file.entries.values() if one.type == kind and not one.void]
    return max(entries, key=lambda one: (latest(one.at), one.number), default=None)


def is_young(entry: FileEntry, age: str, rulebook: Rulebook, now: datetime) -> bool:
    """Whether what happened is no older than ``age`` (an ISO 8601 duration)."""
    return plus(latest(entry.at).astimezone(rulebook.calendar.tz), age, exact=False).at >= now


def _enough(entries: tuple[int, ...], least: int) -> tuple[int, ...] | None:
    return entries if len(entries) >= least else None


def _in_pass(file: Cooperation, kind: str, key: str | None = None) -> tuple[int, ...]:
    number = file.current.number
    return tuple(
        one.number
        for one in file.entries.values()
        if one.type == kind and one.pass_number == number and not one.void and (key is None or one.key == key)
    )
