"""An amendment as *before → after*: each field that it changes, and the schedule of payments."""

from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from language import Text, say, t
from wording import headings
from wording.amounts import euros
from wording.punctuation import capitalised

FIELD = Text("Ce qui change", "What changes")
BEFORE = Text("Avant", "Before")
AFTER = Text("Après", "After")
SCHEDULE = Text("Les versements", "The payments")
TRANCHE = Text("Versement", "Payment")
TOTAL = Text("Total", "Total")
REASON = Text("Pourquoi", "Why")
WITHOUT_CHANGE = Text("Rien d’autre ne change.", "Nothing else changes.")
_AMOUNT = Text("Le montant", "The amount")
_UNTIL = Text("La fin", "The end")
_PARTIES = Text("Les parties", "The parties")
_PLAN = Text("Le plan de dépenses", "The plan of expenses")

Values = Mapping[str, Any]
"""What an amendment may change, as JSON has it; None for what it leaves."""


@dataclass(frozen=True, slots=True)
class Changed:
    """A field, or a tranche, as it was and as it would be; a list where it has lines."""

    label: str
    before: Sequence[str]
    after: Sequence[str]

    @property
    def differs(self) -> bool:
        """Whether it would be another."""
        return self.before != self.after


def changes(before: Values, after: Values, day: Callable[[str], str]) -> list[Changed]:
    """What an amendment changes, field by field. ``day`` puts an ISO day into words."""
    return list(_changes(before, after, day))


def _changes(before: Values, after: Values, day: Callable[[str], str]) -> Iterator[Changed]:
    if after.get("amount_cents") is not None:
        yield Changed(say(_AMOUNT), [euros(before["amount_cents"])], [euros(after["amount_cents"])])
    if after.get("until"):
        yield Changed(say(_UNTIL), [day(before["until"])], [day(str(after["until"]))])
    if after.get("parties") is not None:
        yield Changed(say(_PARTIES), _names(before["parties"]), _names(after["parties"]))
    if after.get("plan") is not None:
        yield Changed(say(_PLAN), _lines(before["plan"]), _lines(after["plan"]))


def schedule(before: Values, after: Sequence[Values], named: Callable[[str], str]) -> list[Changed]:
    """Each tranche, as it was and as it would be. ``named``: what a tranche is called."""
    was = {one["tranche"]: one["cents"] for one in before["schedule"]}
    will = {one["tranche"]: one["cents"] for one in after}
    rows = [
        Changed(named(key), [_cents(was.get(key))], [_cents(will.get(key))])
        for key in dict.fromkeys((*was, *will))
    ]
    return [*rows, Changed(say(TOTAL), [euros(sum(was.values()))], [euros(sum(will.values()))])]


def budget(cents: int) -> str:
    """What it takes of the envelopes, or gives back; empty where it moves nothing."""
    if not cents:
        return ""
    moved = headings.TAKEN_FROM_ENVELOPE if cents > 0 else headings.GIVEN_BACK
    return f"{say(capitalised(moved))}{t(' : ', ': ')}{euros(abs(cents))}"


def _cents(cents: int | None) -> str:
    return "–" if cents is None else euros(cents)


def _names(parties: Sequence[Values]) -> list[str]:
    return [one["name"] for one in parties]


def _lines(plan: Sequence[Values]) -> list[str]:
    lines = [f"{one['label']}{t(' : ', ': ')}{euros(one['cents'])}" for one in plan]
    return [*lines, f"{say(TOTAL)}{t(' : ', ': ')}{euros(sum(one['cents'] for one in plan))}"]
