"""What an entry of a journal changed: what the entries before it said of the same, and what it says."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Any

from projections.timeline import TimelineEntry

_CHANGING = (
    "phase",
    "managers",
    "rulebook",
    "name",
    "object",
    "territory",
    "cooperation_type",
    "economic_model",
    "until",
    "due_on",
    "happened_at",
)
"""What is told anew by later entries, and replaces what was told before."""
_OF_A_PART = ("stakeholder", "experiment", "occurrence", "amendment", "tranche", "payment", "party")
"""Fields that say of what in the file."""
_CENTS = "amount_cents"


@dataclass(frozen=True, slots=True)
class Change:
    """Fields before and after, as JSON has them; amounts of money apart, in integer euro cents."""

    before: Mapping[str, Any]
    after: Mapping[str, Any]
    cents_before: int | None
    cents_after: int | None


@dataclass
class Before:
    """What was told so far; entries are shown to it in the order of recording."""

    _told: dict[tuple[str, ...], Any] = field(default_factory=dict)

    def change(self, entry: TimelineEntry) -> Change:
        """What an entry changed, remembered for those after it; one that never happened changes nothing."""
        said = entry.details
        if entry.void:
            return Change({}, {}, None, None)
        if entry.type == "EntryCorrected":
            return self._correction(entry)
        part = next((f"{one}/{said[one]}" for one in _OF_A_PART if isinstance(said.get(one), str)), "")
        before: dict[str, Any] = {}
        after: dict[str, Any] = {}
        for name in _CHANGING:
            if said.get(name) is not None:
                old = self._replace((entry.file, part, name), said[name])
                if old != said[name]:
                    before |= {} if old is None else {name: old}
                    after[name] = said[name]
        self._told[entry.file, "entry", str(entry.entry)] = entry.recorded_as or entry.effective_at
        cents = _amount(said)
        old = None if cents is None else self._replace((entry.file, part, _CENTS), cents)
        return Change(before, after, old, cents)

    def _replace(self, key: tuple[str, ...], value: Any) -> Any:
        old = self._told.get(key)
        self._told[key] = value
        return old

    def _correction(self, entry: TimelineEntry) -> Change:
        """The moment that was told, and the one that it puts in its place."""
        moment = entry.details.get("happened_at")
        if not moment:
            return Change({}, {}, None, None)
        old = self._replace((entry.file, "entry", str(entry.details["entry"])), moment)
        return Change({"happened_at": old} if old else {}, {"happened_at": moment}, None, None)


def _amount(said: Mapping[str, Any]) -> int | None:
    """What an entry says of money in all: of a request, a decision, a payment."""
    request = said.get("request")
    for value in (
        said.get(_CENTS),
        request.get(_CENTS) if isinstance(request, dict) else None,
        said.get("cents"),
    ):
        if isinstance(value, int):
            return value
    return None
