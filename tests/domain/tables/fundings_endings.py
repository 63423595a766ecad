"""More time, money given back or reclaimed, silence, and the end of a funding."""

from datetime import UTC, date, datetime
from typing import Any

from domain.cooperations.events.told import ReviewAnswered, ReviewAsked
from domain.envelopes.events import FundsReleased
from domain.files.events import DeliveryReported, SilenceCounted
from domain.fundings.events.payments import PaymentConfirmed, RefundRecorded, ReportAccepted
from domain.fundings.events.requests import FundingClosed, FundsGivenBack, FundsReclaimed
from domain.reviews.events import ReviewCancelled
from domain.reviews.proposal import Condition
from tests.domain.granting import (
    ASKED,
    GRANTED,
    IN_REVIEW,
    LABELLED,
    REVIEW,
    answered,
    granting,
    knowing,
    no_more_asked,
    review,
    row,
    wanted,
)
from tests.domain.kit import Given, Row, do, on
from tests.domain.paying import FINANCE, FUNDING, SUBMITTED, approved, asked_for, ordered, set_aside
from tests.domain.signing import SIGNED, amended, proposing, signing
from tests.domain.tables.fundings_amending import withdrawn
from tests.domain.vocabulary import MESSAGE, PAUSED, WHY, extended, reminded

_CONDITIONS = tuple(
    Condition(condition=key, label="Charte signée", due=date(2026, 12, day))
    for key, day in (("charter", 1), ("partner", 15))
)
_CONDITIONAL = granting(conditions=_CONDITIONS)


def extend(rule: str, given: Any, then: Any, **more: Any) -> Row:
    """A deadline is given more time."""
    bounds = {key: more.pop(key) for key in ("naming", "beside") if key in more}
    return row(rule, given, do("ExtendFundingDeadline", funding=FUNDING, **more), then, **bounds)


_EXTENDED = (
    extend(
        "the decision is given more time",
        ASKED,
        (extended("decision", "decision/e1", date(2026, 12, 1)),),
        deadline="decision",
        until="2026-12-01",
    ),
    extend(
        "one condition of several is given more time",
        _CONDITIONAL,
        (extended("condition", "condition/charter", date(2026, 12, 31)),),
        deadline="condition",
        subject="charter",
        until="2026-12-31",
    ),
    extend(
        "a condition is not extended beyond the term",
        _CONDITIONAL,
        "condition_outside_term",
        deadline="condition",
        subject="charter",
        until="2027-01-01",
    ),
    extend(
        "of several deadlines one is meant",
        _CONDITIONAL,
        "which_deadline",
        naming={"known": "charter, partner"},
        deadline="condition",
        until="2026-12-31",
    ),
    extend(
        "a deadline about something that there is not",
        _CONDITIONAL,
        "which_deadline",
        deadline="condition",
        subject="report",
        until="2026-12-31",
    ),
    extend("a deadline that is not open", ASKED, "deadline_not_open", deadline="renewal", until="2026-12-31"),
    extend("a deadline that there is not", ASKED, "unknown_deadline", deadline="visit", until="2026-12-31"),
    extend(
        "more time is later",
        ASKED,
        "not_an_extension",
        deadline="decision",
        until="2026-04-05",
        naming={"due": "2026-04-05"},
    ),
    extend(
        "a sleeping cooperation is given no more time",
        ASKED,
        "file_paused",
        deadline="decision",
        until="2026-12-01",
        beside=knowing(wanted(), PAUSED),
    ),
)

_PAID = (
    *GRANTED,
    asked_for(),
    *approved(),
    ordered(),
    on("2026-03-06", PaymentConfirmed(payment=1, reference="VIR-1", executed_on=date(2026, 3, 5)), FINANCE),
)
_ORDERED = _PAID[:-1]


def given_back(*tranches: str, cents: int, **more: Any) -> FundsGivenBack:
    """What is not paid went back."""
    return FundsGivenBack(tranches=tranches, reason=WHY, **{"released": (set_aside(cents),), **more})


_EXTRA = (set_aside(500_000),)
_UP: dict[str, Any] = {"amount_cents": 2_500_000}
_RELEASE = do("ReleaseFunds", funding=FUNDING)
_RELEASED = (
    row(
        "what is not paid is given back",
        _PAID,
        _RELEASE,
        (given_back("balance", cents=1_000_000), FundsReleased(funding=FUNDING, cents=1_000_000)),
    ),
    row(
        "what is asked for and not ordered is given back too",
        (*GRANTED, asked_for()),
        _RELEASE,
        (
            given_back("advance", "balance", cents=2_000_000),
            FundsReleased(funding=FUNDING, cents=2_000_000),
        ),
    ),
    row(
        "what is on its way to the bank is not given back",
        _ORDERED,
        _RELEASE,
        (given_back("balance", cents=1_000_000), FundsReleased(funding=FUNDING, cents=1_000_000)),
    ),
    row(
        "an amendment that does not hold yet falls with it",
        (*proposing(SIGNED, **_UP), amended(SIGNED, 2_500_000, allocations=_EXTRA)),
        _RELEASE,
        (
            withdrawn(*_EXTRA, reason=None),
            given_back("advance", "balance", cents=2_000_000, released=(set_aside(1_500_000), *_EXTRA)),
            FundsReleased(funding=FUNDING, cents=2_500_000),
        ),
    ),
    row(
        "nothing is given back twice",
        (*_PAID, given_back("balance", cents=1_000_000)),
        _RELEASE,
        "nothing_to_release",
    ),
    row("nothing is given back before it is granted", ASKED, _RELEASE, "stage_forbids"),
)


def _reclaim(cents: int, rule: str, given: Any, then: Any) -> Row:
    return row(rule, given, do("ReclaimFunds", funding=FUNDING, cents=cents), then)


_RECLAIMED = (
    _reclaim(1_000_000, "what was paid is reclaimed", _PAID, (FundsReclaimed(cents=1_000_000, reason=WHY),)),
    _reclaim(1_000_001, "not a cent more than was paid is reclaimed", _PAID, "reclaims_too_much"),
    _reclaim(
        600_000,
        "not more than was paid in all",
        (*_PAID, FundsReclaimed(cents=400_001, reason=WHY)),
        "reclaims_too_much",
    ),
    _reclaim(1, "what is on its way is not reclaimed", _ORDERED, "reclaims_too_much"),
    _reclaim(1, "nothing is reclaimed before it is granted", ASKED, "stage_forbids"),
)

_ALL_BACK = (*_PAID, given_back("balance", cents=1_000_000))
_ACCEPTED = (*_ALL_BACK, SUBMITTED, on("2026-10-02", ReportAccepted(report="final", note=None)))
_AGREED = signing(_ACCEPTED)
_BACK = RefundRecorded(cents=200_000, reference="VIR-2", restored=(set_aside(200_000),))


def close(rule: str, given: Any, then: Any, **more: Any) -> Row:
    """The funding is closed."""
    return row(rule, given, do("CloseFunding", funding=FUNDING), then, **more)


def closed(granted: int, paid: int, released: int, refunded: int = 0) -> FundingClosed:
    """It is over."""
    return FundingClosed(
        granted_cents=granted,
        paid_cents=paid,
        released_cents=released,
        refunded_cents=refunded,
        reason=None,
    )


_CLOSED = (
    close(
        "a funding ends once every cent is paid or given back and its reports are accepted",
        _ACCEPTED,
        (closed(2_000_000, 1_000_000, 1_000_000), answered("closed", 1_000_000)),
    ),
    close(
        "what was reclaimed has come back",
        (*_ACCEPTED, FundsReclaimed(cents=200_000, reason=WHY), _BACK),
        (closed(2_000_000, 1_000_000, 1_000_000, 200_000), answered("closed", 800_000)),
    ),
    close(
        "a funding of which nothing was paid owes no report",
        (*GRANTED, given_back("advance", "balance", cents=2_000_000)),
        (closed(2_000_000, 0, 2_000_000), answered("closed", 0)),
    ),
    close("a label ends", LABELLED, (closed(0, 0, 0), answered("closed", 0, "recognition"))),
    close(
        "while money is set aside a funding does not end",
        _PAID,
        "money_unsettled",
        naming={"granted": "2000000", "settled": "1000000"},
    ),
    close(
        "while money is on its way a funding does not end",
        (*_ORDERED, given_back("balance", cents=1_000_000)),
        "money_unsettled",
    ),
    close(
        "while money is to come back a funding does not end",
        (*_ACCEPTED, FundsReclaimed(cents=200_000, reason=WHY)),
        "refunds_outstanding",
    ),
    close(
        "while a report is owed a funding does not end",
        (*_ALL_BACK, SUBMITTED),
        "reports_outstanding",
        naming={"reports": "final"},
    ),
    close(
        "an amendment that is only proposed falls with its funding",
        (*_ACCEPTED, *proposing(_ACCEPTED, until=date(2027, 1, 31))[-1:]),
        (
            withdrawn(reason=None),
            closed(2_000_000, 1_000_000, 1_000_000),
            answered("closed", 1_000_000),
        ),
    ),
    close(
        "a funding does not end while money is set aside for an amendment",
        (*proposing(_AGREED, **_UP), amended(_AGREED, 2_500_000, allocations=_EXTRA)),
        "money_unsettled",
    ),
    close("what is not granted does not end", ASKED, "stage_forbids"),
    close("a funding ends once", (*LABELLED, closed(0, 0, 0)), "stage_forbids", naming={"stage": "closed"}),
)

_TOLD: Given = (
    *ASKED,
    on("2026-04-07", reminded("decision/e1", "due")),
    DeliveryReported(message=MESSAGE, delivery="sent", code=None),
)
_SILENT = SilenceCounted(occurrence="decision/e1", deadline="decision", counts_as="refused", item=None)
_COUNT = do("CountSilence", actor="escale", funding=FUNDING, occurrence="decision/e1")
_LATER = datetime(2026, 5, 4, 9, 0, tzinfo=UTC)
_SILENCE = (
    row(
        "no decision in time counts as a refusal, and the cooperation hears it",
        _TOLD,
        _COUNT,
        (_SILENT, answered("refused")),
        now=_LATER,
    ),
    row(
        "panels are asked no more about what silence refused",
        _TOLD,
        _COUNT,
        (
            _SILENT,
            answered("refused"),
            ReviewCancelled(cause="decided", reason=None),
            ReviewAnswered(review=REVIEW, question="by_deciders", outcome="cancelled"),
            no_more_asked(),
        ),
        now=_LATER,
        beside={
            **knowing(
                wanted(),
                ReviewAsked(review=REVIEW, question="by_deciders", funding=FUNDING, resubmits=None),
            ),
            IN_REVIEW: review(),
        },
    ),
)

ROWS = (*_EXTENDED, *_RELEASED, *_RECLAIMED, *_CLOSED, *_SILENCE)
