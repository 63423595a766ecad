"""Decisions about money: within which rules and envelopes, with which conditions and reasons."""

from datetime import date
from typing import Any

from domain.envelopes.events import FundsReserved
from domain.fundings.events.requests import FundingGranted
from domain.kernel.ids import envelope_stream
from domain.reviews.proposal import Condition
from tests.domain.granting import (
    ASKED,
    COMMISSION,
    FUNDS,
    GRANTED,
    NAMED,
    THIS_YEAR,
    WHY_NOT,
    answered,
    asked_and_judged,
    decide,
    declined,
    granted_as,
    judged,
    knowing,
    label,
    row,
    wanted,
)
from tests.domain.kit import STREAM, Row, do, on
from tests.domain.paying import BOARD, FUNDING, IN_ENVELOPE, grant, opened, requested, set_aside


def _reserved(cents: int = 2_000_000, *, counts: bool = True) -> FundsReserved:
    return FundsReserved(funding=FUNDING, cents=cents, counts=counts)


def award(granted: FundingGranted, key: str = "grant") -> tuple[Any, ...]:
    """It is granted, set aside, and the cooperation hears of it."""
    return granted, _reserved(granted.amount_cents), answered("granted", granted.amount_cents, key)


def _condition(day: date) -> Condition:
    return Condition(condition="charter", label="Charte signée", due=day)


def _with_condition(day: str, rule: str, then: Any) -> Row:
    condition = {"condition": "charter", "label": "Charte signée", "due": day}
    return row(rule, ASKED, decide(conditions=[condition], effective_at="2026-02-02"), then)


_PART = granted_as(
    amount_cents=1_500_000,
    schedule=grant(wanted(cents=1_500_000), FUNDS).schedule,
    allocations=(set_aside(1_500_000),),
)
_EARLIER = (on("2025-12-30", requested(wanted())), on("2025-12-30", judged(wanted())))
_TWO_YEARS = {**knowing(wanted()), envelope_stream("essai/grant/2025"): (opened(),)}

_GRANTED = (
    row("what is eligible is granted, and set aside", ASKED, decide(), award(granted_as())),
    row("less than is asked for is granted", ASKED, decide(amount_cents=1_500_000), award(_PART)),
    row(
        "more than is asked for is not granted",
        ASKED,
        decide(amount_cents=2_000_001),
        "above_request",
        naming={"amount": "2000001", "asked": "2000000"},
    ),
    row(
        "less than the least amount is not granted either",
        ASKED,
        decide(amount_cents=1_499_999),
        "ineligible",
        naming={"rules": "amount"},
    ),
    row("nothing at all is not granted", ASKED, decide(amount_cents=0), "amount_missing"),
    row(
        "what is not eligible is not granted, and the rules that fail are named",
        asked_and_judged(wanted(cents=1_000_000, until=date(2026, 12, 30), plan=())),
        decide(),
        "ineligible",
        naming={"rules": "amount, expenses, cap"},
    ),
    row(
        "the last second of a year in Paris is of that year",
        _EARLIER,
        decide(effective_at="2025-12-31T22:59:59Z"),
        award(granted_as(allocations=(set_aside(2_000_000, "essai/grant/2025"),))),
        beside=_TWO_YEARS,
    ),
    row(
        "the first second of the next year is of the next",
        _EARLIER,
        decide(effective_at="2025-12-31T23:00:00Z"),
        award(granted_as()),
        beside=_TWO_YEARS,
    ),
    row("nothing is decided in the future", ASKED, decide(effective_at="2026-11-24"), "in_future"),
    row(
        "nothing is decided before it was asked for",
        ASKED,
        decide(effective_at="2026-01-04"),
        "before_previous_step",
    ),
    row("without an envelope nothing is granted", ASKED, decide(), "no_envelope", beside={STREAM: ()}),
    row(
        "an envelope gives no more than it has",
        ASKED,
        decide(),
        "envelope_exhausted",
        naming={"balance": "1999999", "asked": "2000000"},
        beside={**knowing(wanted()), IN_ENVELOPE: (opened(1_999_999),)},
    ),
    row(
        "an envelope serves no more fundings a year than it may",
        ASKED,
        decide(),
        "too_many_fundings",
        naming={"envelope": THIS_YEAR, "most": "1"},
        beside={
            **knowing(wanted()),
            IN_ENVELOPE: (
                opened().model_copy(update={"fundings_per_year": 1}),
                FundsReserved(funding="autre", cents=1, counts=True),
            ),
        },
    ),
    row(
        "a label is granted without any envelope",
        asked_and_judged(label()),
        decide(actor=BOARD),
        (NAMED, answered("granted", 0, "recognition")),
        beside={STREAM: knowing(label())[STREAM]},
    ),
    row(
        "a label is granted without an amount",
        asked_and_judged(label()),
        decide(actor=BOARD, amount_cents=1),
        "label_has_no_amount",
    ),
    row(
        "a grant says no reasons for a refusal",
        ASKED,
        decide(points=["no_residents"]),
        "points_of_a_grant",
    ),
)

_CONDITIONS = (
    _with_condition(
        "2026-12-31",
        "a condition is due at the end of the term at the latest",
        award(granted_as(conditions=(_condition(date(2026, 12, 31)),))),
    ),
    _with_condition("2027-01-01", "a condition after the term", "condition_outside_term"),
    _with_condition(
        "2026-02-02",
        "a condition is due on the day of the decision at the earliest",
        award(granted_as(conditions=(_condition(date(2026, 2, 2)),))),
    ),
    _with_condition("2026-02-01", "a condition before the decision", "condition_outside_term"),
    row(
        "a condition is there once",
        ASKED,
        decide(
            conditions=[
                {"condition": "charter", "label": "Charte signée", "due": "2026-12-01"},
                {"condition": "charter", "label": "Charte", "due": "2026-12-02"},
            ]
        ),
        "condition_twice",
    ),
)

_DECLINED = (
    row("a refusal says why", ASKED, decide("refused"), (declined(), answered("refused"))),
    row(
        "a deferral says why",
        ASKED,
        decide("deferred"),
        (declined("deferred"), answered("deferred")),
    ),
    row(
        "what is not eligible may be refused",
        asked_and_judged(wanted(cents=1_000_000)),
        decide("refused"),
        (declined(), answered("refused")),
    ),
    *(
        row(
            f"a refusal without {missing}",
            ASKED,
            do(
                "DecideFunding",
                funding=FUNDING,
                actor=COMMISSION,
                decision="refused",
                **{key: value for key, value in WHY_NOT.items() if key != missing},
            ),
            "reasons_missing",
        )
        for missing in WHY_NOT
    ),
    row("a refusal has no amount", ASKED, decide("refused", amount_cents=1), "not_a_grant"),
    row(
        "a deferral has no conditions",
        ASKED,
        decide("deferred", conditions=[{"condition": "charter", "label": "C", "due": "2026-12-01"}]),
        "not_a_grant",
    ),
    row("what is granted is not decided again", GRANTED, decide("refused"), "stage_forbids"),
    row(
        "what is deferred is asked for again before it is decided",
        (*ASKED, declined("deferred")),
        decide(),
        "stage_forbids",
        naming={"stage": "deferred"},
    ),
    row("a funding that nobody asked for", (), decide(), "unknown_funding"),
    row("rules that are lost", ASKED, decide(), "unknown_programme", rulebook=None),
)

ROWS = (*_GRANTED, *_CONDITIONS, *_DECLINED)
