"""Tranches: when they may be asked for, approved, sent back."""

from datetime import date
from typing import Any

from domain.files.events import CooperationHeard
from domain.fundings.events.payments import TrancheApproved, TrancheRequested, TrancheReturned
from tests.domain.kit import Row, do, on
from tests.domain.paying import (
    FUNDING,
    ON_ITS_WAY,
    PAID_BY,
    TO_APPROVE,
    TO_PAY,
    approved,
    asked_for,
    awarded,
    request,
    requested,
)
from tests.domain.sample_people import MANAGER
from tests.domain.vocabulary import WHY


def ask(tranche: str = "advance", **more: Any) -> Any:
    """The tranche is asked for."""
    return do("RequestTranche", funding=FUNDING, tranche=tranche, **more)


def row(rule: str, given: Any, when: Any, then: Any, **more: Any) -> Row:
    """A rule about the tests' funding."""
    return Row(rule, given, when, then, rulebook=PAID_BY, **more)


def asked(tranche: str, cents: int, levels: int = 1) -> tuple[TrancheRequested]:
    """It is asked for."""
    return (TrancheRequested(tranche=tranche, cents=cents, levels=levels, note=None),)


def heard(status: Any) -> CooperationHeard:
    """Its cooperation fell asleep, or woke up."""
    return CooperationHeard(status=status, managers=(MANAGER,))


_ASKED = (
    row(
        "a tranche without conditions is asked for at once", awarded(), ask(), asked("advance", 1_000_000, 2)
    ),
    row("a tranche waits for its report", awarded(), ask("balance"), "tranche_not_due"),
    row(
        "where there are no tranches the whole is asked for",
        awarded(request("plain")),
        ask("whole"),
        asked("whole", 2_000_000),
    ),
    row("a tranche that does not exist", awarded(), ask("third"), "unknown_tranche"),
    row(
        "a tranche is asked for once",
        TO_APPROVE,
        ask(),
        "tranche_stage",
        naming={"stage": "requested", "wanted": "planned"},
    ),
    row("nothing is asked for of nothing", awarded(request(cents=1)), ask(), "tranche_of_nothing"),
    row("nothing is asked for before the decision", (requested(request()),), ask(), "stage_forbids"),
    row("a tranche of a funding that nobody knows", (), ask(), "unknown_funding"),
    row(
        "a tranche is asked for after the decision, not before",
        awarded(),
        ask(effective_at="2026-02-01"),
        "before_previous_step",
    ),
    row("a tranche is not asked for in the future", awarded(), ask(effective_at="2026-11-24"), "in_future"),
    row(
        "no tranche is asked for while the cooperation sleeps",
        (*awarded(), heard("paused")),
        ask(),
        "file_paused",
    ),
    row(
        "no tranche is asked for while it is to be abandoned",
        (*awarded(), heard("abandonment-requested")),
        ask(),
        "abandonment_pending",
    ),
    row(
        "awake again, it is",
        (*awarded(), heard("paused"), heard("active")),
        ask(),
        asked("advance", 1_000_000, 2),
    ),
)

_APPROVED = (
    row(
        "the first level approves",
        TO_APPROVE,
        do("ApproveTranche", funding=FUNDING, tranche="advance"),
        (TrancheApproved(tranche="advance", level=1, last=False),),
    ),
    row(
        "the last level approves",
        (*TO_APPROVE, *approved()[:1]),
        do("ApproveTranche", funding=FUNDING, tranche="advance"),
        (TrancheApproved(tranche="advance", level=2, last=True),),
    ),
    row(
        "what nobody asked for is not approved",
        awarded(),
        do("ApproveTranche", funding=FUNDING, tranche="advance"),
        "tranche_stage",
        naming={"stage": "planned"},
    ),
    row(
        "what is approved is not approved again",
        TO_PAY,
        do("ApproveTranche", funding=FUNDING, tranche="advance"),
        "tranche_stage",
        naming={"stage": "approved"},
    ),
    row(
        "what is asked for may be sent back",
        TO_APPROVE,
        do("ReturnTranche", funding=FUNDING, tranche="advance"),
        (TrancheReturned(tranche="advance", reason=WHY),),
    ),
    row(
        "what is approved may be sent back",
        TO_PAY,
        do("ReturnTranche", funding=FUNDING, tranche="advance"),
        (TrancheReturned(tranche="advance", reason=WHY),),
    ),
    row(
        "what is ordered is not sent back",
        ON_ITS_WAY,
        do("ReturnTranche", funding=FUNDING, tranche="advance"),
        "tranche_stage",
        naming={"stage": "ordered"},
    ),
    row(
        "sent back, it is asked for again",
        (*TO_PAY, on("2026-03-09", TrancheReturned(tranche="advance", reason=WHY))),
        ask(),
        asked("advance", 1_000_000, 2),
    ),
    row(
        "asked for again, it is approved from the first level",
        (
            *TO_PAY,
            on("2026-03-09", TrancheReturned(tranche="advance", reason=WHY)),
            on("2026-03-10", asked_for().event),
        ),
        do("ApproveTranche", funding=FUNDING, tranche="advance"),
        (TrancheApproved(tranche="advance", level=1, last=False),),
    ),
)

_LEVELS = tuple(
    row(
        f"{cents} cents need {levels} approvals",
        awarded(request(cents=2 * cents, until=date(2027, 12, 31))),
        ask(),
        asked("advance", cents, levels),
    )
    for cents, levels in ((500_000, 1), (500_001, 2), (1_500_000, 2), (1_500_001, 3))
)

ROWS = (*_ASKED, *_APPROVED, *_LEVELS)
