"""Gates: what must hold before a phase is left, item by item, and on which entries each item rests."""

from dataclasses import dataclass
from datetime import datetime
from typing import Literal

from domain.cooperations.evidence import held_by
from domain.cooperations.state import Cooperation
from domain.files.entries import GateItemHeld
from domain.rulebook import GateItem, ItemsRule, Names, Rulebook


@dataclass(frozen=True, slots=True)
class ItemStanding:
    """One item of the present gate: whether it holds, and the entries that show it."""

    item: str
    name: Names
    held: Literal["met", "waived", "missing"]
    entries: tuple[int, ...] = ()


def gate(file: Cooperation, rulebook: Rulebook, now: datetime) -> tuple[ItemStanding, ...]:
    """The gate of the phase that the file is in. ``now`` ages evaluations: when a decision takes effect.

    Of items among which so many must hold, those that do not are left out once enough others do.
    """
    phase = rulebook.phases.get(file.current.phase)
    if phase is None:
        return ()
    standing = [_stand(file, item, rulebook, now) for item in phase.gate]
    holding = {one.item for one in standing if one.held != "missing"}
    spared = {
        other
        for item in phase.gate
        if isinstance(item.needs, ItemsRule) and item.item in holding
        for other in item.needs.of
    }
    return tuple(one for one in standing if one.item in holding or one.item not in spared)


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
    phase = rulebook.phases.get(file.current.phase)
    item = phase.item(key) if phase else None
    return item is not None and _stand(file, item, rulebook, now).held != "missing"


def _stand(file: Cooperation, item: GateItem, rulebook: Rulebook, now: datetime) -> ItemStanding:
    held, entries = held_by(file, item, rulebook, now)
    return ItemStanding(item.item, item.name, held, entries)
