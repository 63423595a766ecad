"""Decisions about money: by whom, within which rules and envelopes, with which conditions and reasons."""

from datetime import date
from typing import Any

from domain.events import ReviewAnswered, ReviewAsked, SilenceCounted
from domain.events.envelopes import FundsReserved
from domain.events.fundings import FundingGranted
from domain.events.reviews import ReviewCancelled, ReviewDeferred
from domain.ids import envelope_stream
from domain.money import Condition
from domain.values import Role
from tests.domain.granting import (
    ASKED,
    COMMISSION,
    FUNDS,
    GRANTED,
    IN_REVIEW,
    JURY,
    NAMED,
    REVIEW,
    STEERING,
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
    review,
    row,
    wanted,
)
from tests.domain.kit import STREAM, Given, Row, do, on
from tests.domain.paying import BOARD, FUNDING, IN_ENVELOPE, grant, opened, requested, set_aside
from tests.domain.people import ELECTED
from tests.domain.vocabulary import PAUSED, WHY


def _reserved(cents: int = 2_000_000, *, counts: bool = True) -> FundsReserved:
    return FundsReserved(funding=FUNDING, cents=cents, counts=counts)


def _award(granted: FundingGranted, key: str = "grant") -> tuple[Any, ...]:
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
    row("what is eligible is granted, and set aside", ASKED, decide(), _award(granted_as())),
    row("less than is asked for is granted", ASKED, decide(amount_cents=1_500_000), _award(_PART)),
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
        _award(granted_as(allocations=(set_aside(2_000_000, "essai/grant/2025"),))),
        beside=_TWO_YEARS,
    ),
    row(
        "the first second of the next year is of the next",
        _EARLIER,
        decide(effective_at="2025-12-31T23:00:00Z"),
        _award(granted_as()),
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
        _award(granted_as(conditions=(_condition(date(2026, 12, 31)),))),
    ),
    _with_condition("2027-01-01", "a condition after the term", "condition_outside_term"),
    _with_condition(
        "2026-02-02",
        "a condition is due on the day of the decision at the earliest",
        _award(granted_as(conditions=(_condition(date(2026, 2, 2)),))),
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

_FAST = wanted(fast_track="investment", beneficiary=wanted().beneficiary.model_copy(update={"employees": 9}))
_BIG = wanted(cents=2_000_001)
_ONE_MORE = grant(_BIG, FUNDS, allocations=(set_aside(2_000_001),))
_FAST_ENVELOPE = "essai/grant/fast-track/2026"

_BODIES = (
    row(
        "a cent above it the board decides",
        asked_and_judged(_BIG),
        decide(actor=BOARD),
        _award(_ONE_MORE),
    ),
    row(
        "the fast track has a circuit and an envelope of its own",
        asked_and_judged(_FAST),
        decide(actor=STEERING),
        _award(
            grant(
                _FAST,
                FUNDS,
                circuit="fast-track",
                body=Role.STEERING_COMMITTEE,
                allocations=(set_aside(2_000_000, _FAST_ENVELOPE),),
            )
        ),
        beside={**knowing(_FAST), envelope_stream(_FAST_ENVELOPE): (opened(),)},
    ),
    row(
        "nobody decides where the rulebook names nobody",
        asked_and_judged(wanted("carried")),
        decide(actor=BOARD),
        "nobody_decides",
    ),
    row(
        "nothing is decided while the cooperation sleeps",
        ASKED,
        decide(),
        "file_paused",
        beside=knowing(wanted(), PAUSED),
    ),
    row(
        "a body that no pause stops decides all the same",
        asked_and_judged(wanted("plain")),
        decide(actor=BOARD),
        _award(grant(wanted("plain"), FUNDS), "plain"),
        beside=knowing(wanted("plain"), PAUSED),
    ),
)


def _judging(rule: str, then: Any, said: Given, key: str = "by_jury", **more: Any) -> Row:
    """A panel's review decides."""
    asked, actor = wanted(key), more.pop("actor", JURY)
    command = decide(more.pop("decision", "granted"), actor, review=REVIEW)
    beside = {**knowing(asked), IN_REVIEW: said}
    return row(rule, asked_and_judged(asked), command, then, beside=beside, **more)


def _by_panel(key: str = "by_jury", body: Any = "deciders") -> tuple[Any, ...]:
    return _award(grant(wanted(key), FUNDS, body=body, review=REVIEW), key)


_DEFERRED = ReviewDeferred(points=("no_place",), reasons=WHY, would_change=WHY)
_PANELS = (
    _judging("a panel's favourable answer grants", _by_panel(), review(outcome="favourable")),
    _judging("so does one with conditions", _by_panel(), review(outcome="favourable-with-conditions")),
    _judging(
        "its chair may record it",
        _by_panel(),
        review(outcome="favourable"),
        actor=ELECTED,
    ),
    _judging(
        "a panel's unfavourable answer refuses",
        (declined(body="deciders", review=REVIEW), answered("refused", key="by_jury")),
        review(outcome="unfavourable"),
        decision="refused",
    ),
    _judging(
        "a panel's deferral defers",
        (declined("deferred", body="deciders", review=REVIEW), answered("deferred", key="by_jury")),
        (*review(), _DEFERRED),
        decision="deferred",
    ),
    _judging(
        "nobody records something else than the panel said",
        "review_says_otherwise",
        review(outcome="unfavourable"),
        naming={"outcome": "unfavourable", "decision": "granted"},
    ),
    _judging("a panel that has not answered", "review_not_concluded", review()),
    _judging(
        "a panel that is asked no more",
        "review_not_concluded",
        (*review(), ReviewCancelled(cause="taken-back", reason=None)),
    ),
    _judging(
        "a panel that saw an earlier version",
        "review_outdated",
        review(outcome="favourable", rests_on=0),
    ),
    _judging(
        "a panel that was asked about another funding",
        "review_of_another",
        review(outcome="favourable", funding="autre"),
    ),
    _judging(
        "a panel that was asked about an amendment",
        "review_of_another",
        review(outcome="favourable", amendment="avenant-1"),
    ),
    _judging(
        "a panel that has no say in it",
        "review_misfits",
        review("advisers", outcome="favourable"),
        naming={"panels": "deciders"},
    ),
    row(
        "a panel decides by a review",
        asked_and_judged(wanted("by_jury")),
        decide(actor=JURY),
        "review_needed",
        naming={"panels": "deciders"},
        beside=knowing(wanted("by_jury")),
    ),
    row(
        "a review that nobody opened",
        asked_and_judged(wanted("by_jury")),
        decide(actor=JURY, review=REVIEW),
        "unknown_review",
        beside=knowing(wanted("by_jury")),
    ),
    _judging(
        "a role cites what a panel advised",
        _by_panel("by_either", Role.BOARD),
        review("no_say", outcome="unfavourable"),
        "by_either",
        actor=BOARD,
    ),
    _judging(
        "an advisory panel does not decide",
        "panel_advises",
        review("advisers", outcome="favourable"),
        "by_either",
    ),
)

_ASKED_OF = ReviewAsked(review=REVIEW, question="by_deciders", funding=FUNDING, resubmits=None)
_CANCELLED = ReviewAnswered(review=REVIEW, question="by_deciders", outcome="cancelled")
_SILENT = SilenceCounted(occurrence="decision/e1", deadline="decision", counts_as="refused", item=None)
_OTHERS = (
    row(
        "panels are asked no more about what is decided",
        ASKED,
        decide("refused"),
        (declined(), answered("refused"), ReviewCancelled(cause="decided", reason=None), _CANCELLED),
        beside={**knowing(wanted(), _ASKED_OF), IN_REVIEW: review()},
    ),
    row(
        "a panel that has answered stays as it is",
        ASKED,
        decide("refused"),
        (declined(), answered("refused")),
        beside={
            **knowing(wanted(), _ASKED_OF, _CANCELLED),
            IN_REVIEW: review(outcome="favourable"),
        },
    ),
)

ROWS = (*_GRANTED, *_CONDITIONS, *_DECLINED, *_BODIES, *_PANELS, *_OTHERS)
