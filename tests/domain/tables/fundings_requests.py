"""Requests for money: asked, judged, revised, taken back, asked again; what is wrong with them as written."""

from datetime import date
from typing import Any

from domain.cooperations.events.told import FundingAnswered, FundingAsked, ReviewAnswered, ReviewAsked
from domain.files.events import SilenceCounted
from domain.fundings.events.payments import CharterHeard
from domain.fundings.events.requests import FundingResubmitted, FundingRevised, FundingWithdrawn
from domain.fundings.request import FundingRequest, PassedOn
from domain.registry.commands import AnyCommand
from domain.reviews.events import DossierRevised, ReviewCancelled
from tests.domain.granting import (
    ASKED,
    CARRIED,
    CHARTERED,
    CITY,
    COOPERATION,
    DECLINED,
    GRANTED,
    IN_REVIEW,
    REVIEW,
    RUNNING,
    answered,
    ask,
    declined,
    judged,
    knowing,
    label,
    no_more_asked,
    review,
    row,
    wanted,
)
from tests.domain.kit import STREAM, Given, Row, do, on
from tests.domain.paying import FUNDING, request, requested
from tests.domain.sample_people import ELECTED, MANAGER
from tests.domain.vocabulary import ABANDONMENT_ASKED, HANDED_OVER, PAUSED, WHY, applied
from tests.domain.vocabulary import DECLINED as APPLICATION_DECLINED

_TODAY = date(2026, 11, 23)
_MORE = wanted(cents=2_500_000)


def asking(rule: str, asked: FundingRequest, then: Any, beside: Given = COOPERATION, **more: Any) -> Row:
    """Somebody asks for the tests' funding."""
    return row(rule, (), ask(asked), then, beside={STREAM: beside}, **more)


def recorded(asked: FundingRequest) -> tuple[Any, ...]:
    """It is asked for and judged, and the cooperation hears of it."""
    heard = FundingAsked(funding=FUNDING, instrument=asked.instrument)
    by_the_pair = requested(asked).model_copy(update={"managers": (MANAGER, ELECTED)})
    return by_the_pair, judged(asked, day=_TODAY), heard


_REQUESTS = (
    asking("money is asked for, and each rule says what it says", wanted(), recorded(wanted())),
    asking(
        "what is not eligible is recorded as such",
        wanted(cents=4_000_000),
        recorded(wanted(cents=4_000_000)),
    ),
    asking("a label is asked for without an amount", label(), recorded(label())),
    asking("a carrier passes a share on to another member", wanted(**CARRIED), recorded(wanted(**CARRIED))),
    asking(
        "a SIRET with spaces is written as registers write it",
        wanted(beneficiary=request().beneficiary),
        recorded(wanted()),
    ),
    asking(
        "a funding knows from the beginning that the charter is signed",
        wanted(),
        (*recorded(wanted())[:2], CharterHeard(signed="2026-01-06"), recorded(wanted())[2]),
        beside=(*CHARTERED,),
    ),
    row("a funding is asked for once", ASKED, ask(wanted()), "funding_exists"),
    asking("an instrument that the programme does not have", wanted("nothing"), "unknown_instrument"),
    row("money for a cooperation that nobody knows", (), ask(wanted()), "unknown_cooperation", beside={}),
    asking("rules that nobody has any more", wanted(), "unknown_programme", rulebook=None),
    row("nothing is asked for in the future", (), ask(wanted(), effective_at="2026-11-24"), "in_future"),
    row(
        "nothing is asked for before the cooperation began",
        (),
        ask(wanted(), effective_at="2026-01-04"),
        "before_previous_step",
    ),
    asking("a sleeping cooperation asks for nothing", wanted(), "file_paused", (*COOPERATION, PAUSED)),
    asking("a closed cooperation asks for nothing", wanted(), "file_closed", (*COOPERATION, HANDED_OVER)),
    asking(
        "a cooperation to be abandoned asks for nothing",
        wanted(),
        "abandonment_pending",
        (*COOPERATION, ABANDONMENT_ASKED),
    ),
    asking(
        "a cooperation whose application was refused asks for nothing",
        wanted(),
        "application_declined",
        (*applied(), APPLICATION_DECLINED),
    ),
)

_FLAWS = (
    asking("a term that ends before it begins", wanted(until=date(2025, 12, 31)), "term_reversed"),
    asking(
        "a plan that is a cent short",
        wanted(plan=(RUNNING.model_copy(update={"cents": RUNNING.cents - 1}),)),
        "plan_unbalanced",
        naming={"planned": "4999999", "amount": "2000000", "co_funding": "3000000"},
    ),
    asking(
        "a plan that is a cent over",
        wanted(plan=(RUNNING.model_copy(update={"cents": RUNNING.cents + 1}),)),
        "plan_unbalanced",
    ),
    asking(
        "an amount without a plan",
        wanted(plan=(), co_funding=()),
        "plan_unbalanced",
        naming={"planned": "0"},
    ),
    asking("a grant of nothing", wanted(cents=0, co_funding=(CITY,)), "amount_missing"),
    asking("a label with an amount", wanted("recognition"), "label_has_no_amount"),
    asking("a stage of maturity that is none", wanted(maturity="ripe"), "unknown_maturity"),
    asking("no stage of maturity where rules ask for one", wanted(maturity=None), "unknown_maturity"),
    asking("a fast track where there is none", wanted("plain", fast_track="cash-flow"), "no_fast_track"),
    asking("one co-funder named twice", wanted(co_funding=(CITY, CITY)), "source_twice"),
    asking(
        "a carrier who is no member",
        wanted(carrier="nobody"),
        "unknown_stakeholder",
        naming={"stakeholder": "nobody", "known": "amae, egraine"},
    ),
    asking("a carrier who left", wanted(carrier="gone"), "unknown_stakeholder"),
    asking(
        "money passed on to somebody who is no member",
        wanted(carrier="amae", passed_on=(PassedOn(to="nobody", cents=1),)),
        "unknown_stakeholder",
    ),
    asking(
        "money passed on by nobody",
        wanted(passed_on=(PassedOn(to="amae", cents=1),)),
        "passed_on_by_nobody",
    ),
    asking(
        "money passed on to the carrier itself",
        wanted(carrier="amae", passed_on=(PassedOn(to="amae", cents=1),)),
        "passed_on_to_itself",
    ),
    asking(
        "more passed on than is asked for",
        wanted(carrier="amae", passed_on=(PassedOn(to="egraine", cents=2_000_001),)),
        "passed_on_too_much",
        naming={"passed": "2000001", "amount": "2000000"},
    ),
    *(
        asking(
            f"a beneficiary whose number is {number}",
            wanted(beneficiary=request().beneficiary.model_copy(update={"identifier": number})),
            "wrong_identifier",
        )
        for number in ("73282932000075", "7328293200007", "732829320", "W12345678", "X751234567")
    ),
)


def revise(asked: FundingRequest, **more: Any) -> AnyCommand:
    """The manager asks for something else."""
    return do("ReviseFunding", funding=FUNDING, request=asked.model_dump(mode="json"), **more)


def _revised(asked: FundingRequest) -> tuple[Any, ...]:
    revised = FundingRevised(dossier=2, request=asked, reason=WHY)
    return revised, judged(asked, dossier=2, day=_TODAY)


_REVIEW_ASKED = ReviewAsked(review=REVIEW, question="by_deciders", funding=FUNDING, resubmits=None)
_UNDER_REVIEW = {**knowing(wanted(), _REVIEW_ASKED), IN_REVIEW: review()}

_REVISED = (
    row("what is asked for is changed and judged anew", ASKED, revise(_MORE), _revised(_MORE)),
    row("nothing else is asked for than before", ASKED, revise(wanted()), "changes_nothing"),
    row(
        "the same is asked for again where it is judged otherwise now: the territory's zonings have changed",
        (ASKED[0], judged(wanted()).model_copy(update={"findings": ()})),
        revise(wanted()),
        _revised(wanted()),
    ),
    row("another instrument is another request", ASKED, revise(wanted("plain")), "other_instrument"),
    row("a change is checked as a request is", ASKED, revise(wanted(maturity="ripe")), "unknown_maturity"),
    row("what was decided is not changed", GRANTED, revise(_MORE), "stage_forbids"),
    row("a request that nobody made is not changed", (), revise(_MORE), "unknown_funding"),
    row(
        "the cooperation must be there for a change",
        ASKED,
        revise(_MORE),
        "unknown_cooperation",
        beside={},
    ),
    row(
        "a change is not made before the request",
        ASKED,
        revise(_MORE, effective_at="2026-01-04"),
        "before_previous_step",
    ),
    row(
        "a sleeping cooperation changes no request",
        ASKED,
        revise(_MORE),
        "file_paused",
        beside=knowing(wanted(), PAUSED),
    ),
    row(
        "a panel that is asked has the new version before it",
        ASKED,
        revise(_MORE),
        (*_revised(_MORE), DossierRevised(dossier=2, documents=(), rests_on=4, note=None)),
        beside=_UNDER_REVIEW,
    ),
)


def _cancelled(cause: Any) -> tuple[Any, ...]:
    answer = ReviewAnswered(review=REVIEW, question="by_deciders", outcome="cancelled")
    return ReviewCancelled(cause=cause, reason=None), answer, no_more_asked()


_WITHDRAWN = FundingWithdrawn(cause="taken-back", reason=WHY)
_TAKEN_BACK = (
    row(
        "a request is taken back",
        ASKED,
        do("WithdrawFunding", funding=FUNDING),
        (_WITHDRAWN, answered("withdrawn")),
    ),
    row(
        "a deferred request is taken back",
        (*ASKED, declined("deferred")),
        do("WithdrawFunding", funding=FUNDING),
        (_WITHDRAWN, answered("withdrawn")),
    ),
    row(
        "what is granted is not taken back",
        GRANTED,
        do("WithdrawFunding", funding=FUNDING),
        "stage_forbids",
        naming={"stage": "granted"},
    ),
    row(
        "a panel is asked no more about what was taken back",
        ASKED,
        do("WithdrawFunding", funding=FUNDING),
        (_WITHDRAWN, answered("withdrawn"), *_cancelled("closed")),
        beside=_UNDER_REVIEW,
    ),
)


def again(*points: str, asked: FundingRequest = _MORE) -> AnyCommand:
    """It is asked for again."""
    request, answers = asked.model_dump(mode="json"), dict.fromkeys(points, "Parce que.")
    return do("ResubmitFunding", funding=FUNDING, request=request, answers=answers)


def _resubmitted(point: str) -> tuple[Any, ...]:
    back = FundingResubmitted(dossier=2, request=_MORE, answers={point: WHY})
    heard: FundingAnswered = answered("requested")
    return back, judged(_MORE, dossier=2, day=_TODAY), heard


_SILENT = SilenceCounted(occurrence="decision/e1", deadline="decision", counts_as="refused", item=None)
_RESUBMITTED = (
    row(
        "a refusal is answered point by point", DECLINED, again("no_residents"), _resubmitted("no_residents")
    ),
    row(
        "a deferral is answered point by point",
        (*ASKED, declined("deferred")),
        again("no_residents"),
        _resubmitted("no_residents"),
    ),
    row(
        "what silence refused is asked for again",
        (*ASKED, on("2026-04-07", _SILENT)),
        again("unanswered"),
        _resubmitted("unanswered"),
    ),
    row("an answer to something else", DECLINED, again("no_place"), "answers_other_points"),
    row("what is not decided is not asked for again", ASKED, again("no_residents"), "stage_forbids"),
    row(
        "another instrument is no answer",
        DECLINED,
        again("no_residents", asked=wanted("plain")),
        "other_instrument",
    ),
)

ROWS = (*_REQUESTS, *_FLAWS, *_REVISED, *_TAKEN_BACK, *_RESUBMITTED)
