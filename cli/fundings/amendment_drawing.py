"""The amendments of a funding, for people: from what to what, the schedule each makes, what it takes, how it went."""

from collections.abc import Callable, Iterator, Mapping
from typing import Any

from cli.terminal.drawing import headed, write_facts, write_table
from cli.terminal.output import console
from language import say, t
from wording import headings
from wording.amounts import euros
from wording.details import called
from wording.local_hours import when
from wording.values import word

Content = Mapping[str, Any]
Name = Callable[[str], str]


def draw_amendments(amendments: list[Content], keys: Mapping[str, str], name: Name) -> None:
    """Each amendment in turn. ``keys`` are the rulebook's, by name."""
    for one in amendments:
        console().print(headed(t(f"Avenant {one['amendment']}", f"Amendment {one['amendment']}")))
        write_facts(list(_facts(one, name)))
        schedule = list(_schedule(one["before"].get("schedule", []), one["schedule"], keys))
        heads = (t("échéancier", "schedule"), t("avant", "before"), t("après", "after"))
        write_table(heads, schedule, amounts={1, 2})


def _facts(amendment: Content, name: Name) -> Iterator[tuple[str, str]]:
    yield say(headings.STATUS), word(amendment["stage"], "amendment")
    yield t("proposé par", "proposed by"), f"{name(amendment['actor'])}, {when(amendment['at'])}"
    yield t("raison", "reason"), amendment["reason"] or say(headings.ERASED)
    yield from _changes(amendment, amendment["before"])
    budget = amendment["budget_cents"]
    moved = headings.TAKEN_FROM_ENVELOPE if budget >= 0 else headings.GIVEN_BACK
    yield say(moved), euros(abs(budget))
    if decision := amendment["decision"]:
        granted = decision["type"] == "AmendmentGranted"
        said = word("granted" if granted else "refused", "amendment")
        yield say(headings.DECISION), f"{said}, {name(decision['actor'])}, {when(decision['at'])}"
        if decision["reasons"]:
            yield t("raisons", "reasons"), decision["reasons"]
    if amendment["signed"]:
        yield t("signé par", "signed by"), ", ".join(amendment["signed"])


def _changes(amendment: Content, before: Content) -> Iterator[tuple[str, str]]:
    """What would be other than it was."""
    if amendment["amount_cents"] is not None:
        yield t("montant", "amount"), f"{euros(before['amount_cents'])} → {euros(amendment['amount_cents'])}"
    if amendment["until"]:
        yield t("fin", "end"), f"{before['until']} → {amendment['until']}"
    if amendment["parties"] is not None:
        yield t("parties", "parties"), f"{_parties(before['parties'])} → {_parties(amendment['parties'])}"
    if amendment["plan"] is not None:
        yield t("dépenses", "expenses"), f"{_sum(before['plan'])} → {_sum(amendment['plan'])}"


def _parties(parties: list[Content]) -> str:
    return ", ".join(one["name"] for one in parties) or "–"


def _sum(plan: list[Content]) -> str:
    return euros(sum(one["cents"] for one in plan))


def _schedule(
    before: list[Content], after: list[Content], keys: Mapping[str, str]
) -> Iterator[tuple[str, str, str]]:
    was = {one["tranche"]: one["cents"] for one in before}
    for one in after:
        known = was.get(one["tranche"])
        yield (
            called(one["tranche"], keys),
            "–" if known is None else euros(known),
            euros(one["cents"]),
        )
