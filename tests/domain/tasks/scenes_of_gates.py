"""Cooperations at their gates: what they lack, whom they ask, what others do for them, what lets them go on."""

from collections.abc import Mapping, Sequence
from typing import Any

from domain.cooperations.events.calls import CompletionAsked
from domain.cooperations.events.file import AwaitedFileMoved, FileAwaited
from domain.cooperations.events.told import FundingAnswered, FundingAsked, ReviewAnswered, ReviewAsked
from domain.files.act_events import ActHeldBack
from domain.kernel.ids import cooperation_stream
from domain.kernel.values import Phase
from domain.rulebook import Rulebook
from tests.domain import paying, reviewing, rules
from tests.domain.kit import STREAM, on
from tests.domain.tasks.scene import Scene
from tests.domain.vocabulary import (
    BEGUN,
    IN_CAPITALISATION,
    PAUSED,
    WHY,
    declared,
    delivered,
    lesson,
    member,
)

_NAMES = {"fr": "n", "en": "n"}
BY_ITSELF = {
    "act": "ask",
    "name": _NAMES,
    "does": "open-review",
    "review": "by_whole_jury",
    "when": {"after": "phase-entry"},
    "delay": "P7D",
    "ladder": "answer",
}
HELD = ActHeldBack(act="ask", until=None, reason=WHY)
COMPLETE = (*BEGUN, declared("go"), member("amae"), member("egraine"))
AT_THE_END = (*IN_CAPITALISATION, delivered("balance"), lesson())
TO_COMPLETE = on("2026-11-02", CompletionAsked(what=WHY))
ASKED = ReviewAsked(review="avis-1", question="by_whole_jury", funding=None, resubmits=None)
DEFERRED = ReviewAnswered(review="avis-1", question="by_whole_jury", outcome="deferred")
MONEY_ASKED = FundingAsked(funding="aide", instrument="grant")
REFUSED = FundingAnswered(funding="aide", instrument="grant", stage="refused", amount_cents=None)


def gated(*items: dict[str, Any], course: Sequence[Any] = (), **more: Any) -> Rulebook:
    """One phase with these items at its gate, and another after it; what the service does in it by itself."""
    first = {"name": _NAMES, "gate": items, "course": course}
    phases = {"exploration": first, "experimentation": {"name": _NAMES, "gate": []}}
    return rules.rulebook(phases=phases, deadlines=[], **more)


def needing(key: str, **needs: Any) -> dict[str, Any]:
    """An item of a gate."""
    return {"item": key, "name": _NAMES, "needs": needs}


def _asking(question: str, **course: Any) -> Rulebook:
    """A gate that wants the answer of a panel, of which some judge money; the service may ask it by itself."""
    asking = reviewing.ASKING.model_dump(mode="json", exclude_none=True)
    known = {key: asking[key] for key in ("panels", "reviews", "ladders")}
    item = needing("opinion", rule="review", review=question)
    return gated(item, instruments=[paying.instrument("grant")], **known, **course)


MONEY = gated(needing("money", rule="funding", instrument="grant"), instruments=[paying.instrument("grant")])
OTHERS = gated(needing("others", rule="files", at_least=1, reached="completed"))
HOLDING = rules.rulebook(completion_holds=["phase", "selection"])

GATES: Mapping[str, Scene] = {
    "a gate that holds": Scene(STREAM, COMPLETE, rules.RULES),
    "a gate that holds, at the end": Scene(STREAM, AT_THE_END, rules.RULES),
    "a gate that asks for nothing": Scene(STREAM, BEGUN, rules.BARE),
    "a gate that holds, while something is to be completed": Scene(STREAM, (*COMPLETE, TO_COMPLETE), HOLDING),
    "a panel to ask": Scene(STREAM, BEGUN, _asking("by_whole_jury")),
    "a panel that the service will ask": Scene(STREAM, BEGUN, _asking("by_whole_jury", course=[BY_ITSELF])),
    "a panel that the service is kept from asking": Scene(
        STREAM, (*BEGUN, HELD), _asking("by_whole_jury", course=[BY_ITSELF])
    ),
    "a panel to ask again": Scene(STREAM, (*BEGUN, ASKED, DEFERRED), _asking("by_whole_jury")),
    "a panel asked": Scene(STREAM, (*BEGUN, ASKED), _asking("by_whole_jury")),
    "a panel to ask about money that nobody asked for": Scene(STREAM, BEGUN, _asking("advice")),
    "money to ask for": Scene(STREAM, BEGUN, MONEY),
    "money to ask for again": Scene(STREAM, (*BEGUN, MONEY_ASKED, REFUSED), MONEY),
    "money asked for": Scene(STREAM, (*BEGUN, MONEY_ASKED), MONEY),
    "other files to wait for": Scene(STREAM, BEGUN, OTHERS, {cooperation_stream("ailleurs"): BEGUN}),
    "other files awaited": Scene(
        STREAM,
        (
            *BEGUN,
            FileAwaited(awaited="ailleurs"),
            AwaitedFileMoved(awaited="ailleurs", phase=Phase.EXPLORATION, completed=False),
        ),
        OTHERS,
    ),
    "a file asleep": Scene(STREAM, (*BEGUN, PAUSED), rules.RULES),
}
"""By what waits in it."""
