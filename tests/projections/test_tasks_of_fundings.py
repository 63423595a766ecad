"""What waits in a funding and for whom: each step waits for those who may take it, and never for their own proposal."""

from datetime import UTC, date, datetime
from typing import Any

import pytest

from domain.files.events import CooperationHeard
from domain.fundings.events.payments import (
    PaymentConfirmed,
    PaymentFailed,
    PaymentOrdered,
    RefundRecorded,
    ReportAccepted,
    ReportReturned,
    ReportSubmitted,
    TrancheApproved,
    TrancheRequested,
)
from domain.fundings.events.requests import (
    AgreementSigned,
    AmendmentGranted,
    AmendmentProposed,
    ConditionMet,
    FundsGivenBack,
    FundsReclaimed,
)
from domain.fundings.request import Allocation, Instalment
from domain.kernel.event import Event
from domain.kernel.moments import PARIS, start_of
from domain.kernel.values import Role
from domain.reviews.events import ReviewHeard
from domain.tasks.task import Task
from projections.read import ReadModels
from projections.runner import Runner
from projections.tasks import TaskFilter
from tests.projections.asking import ENVELOPE, FUNDING, agreement, granted, requested, signed
from tests.projections.making import ANNA, BASILE, CLEO, ORGANISATION, REASON, Writer
from tests.support.scopes import EVERYTHING

HALF = 750_000
GRANTED_ON, SIGNED_ON = "2026-03-16", "2026-03-23"
ASKED = TrancheRequested(tranche="advance", cents=HALF, levels=2, note=None)
ORDERED = PaymentOrdered(
    payment=1,
    tranche="advance",
    cents=HALF,
    account="w123456789",
    bank_details=1,
    allocations=(Allocation(envelopes=(ENVELOPE,), cents=HALF),),
    charged=None,
)
APPROVED = tuple(TrancheApproved(tranche="advance", level=one, last=one == 2) for one in (1, 2))
PAID = PaymentConfirmed(payment=1, reference="VIR-1", executed_on=date(2026, 3, 26))
ALL = Allocation(envelopes=(ENVELOPE,), cents=2 * HALF)
GIVEN_BACK = FundsGivenBack(
    tranches=("balance",), released=(Allocation(envelopes=(ENVELOPE,), cents=HALF),), reason=REASON
)
EVERYBODY = (
    (ANNA, Role.PROGRAMME_MANAGER, "occitanie"),
    (ANNA, Role.BOARD, None),
    (BASILE, Role.BOARD, None),
    (BASILE, Role.ELECTED_REPRESENTATIVE, "occitanie"),
    (CLEO, Role.STEERING_COMMITTEE, "bretagne"),
    (ANNA, Role.FINANCE_OFFICER, None),
    (BASILE, Role.FINANCE_OFFICER, None),
    (CLEO, Role.FINANCE_OFFICER, None),
)


def heard(outcome: Any, amendment: str | None = None) -> ReviewHeard:
    """The committee is asked, or has answered."""
    return ReviewHeard(
        review="avis", question="grant_decision", panel="committee", amendment=amendment, outcome=outcome
    )


class Course:
    """A funding that Anna has asked for on 2 March 2026, and what waits in it."""

    def __init__(self, writer: Writer, runner: Runner, read_models: ReadModels) -> None:
        self._writer = writer
        self._runner = runner
        self._read_models = read_models

    async def begin(self, cents: int = 1_500_000) -> None:
        """It is asked for by Anna, who is in charge."""
        await self._writer.found(*EVERYBODY)
        await self._writer.open("bafapatabor", at="2026-01-05")
        await requested(self._writer, cents)

    async def then(self, on: str, *events: Event, by: str = ANNA) -> None:
        """Something happens to it."""
        await self._writer.record(FUNDING, *events, effective_at=on, actor=by)

    async def tasks(self, day: str) -> list[Task]:
        """What waits at noon of a day."""
        await self._runner.catch_up(ORGANISATION)
        noon = datetime.fromisoformat(day).replace(hour=12, tzinfo=UTC)
        return [
            one
            for one in (await self._read_models.tasks(ORGANISATION, EVERYTHING, TaskFilter(noon))).rows
            if one.file == FUNDING
        ]

    async def waits(self, day: str) -> dict[tuple[str, str], tuple[str, ...]]:
        """For whom what waits."""
        return {(one.kind, one.subject): one.waits_for for one in await self.tasks(day)}

    async def signed(self) -> None:
        """Granted by Basile, agreed on by both parties."""
        await self.then(GRANTED_ON, granted(), by=BASILE)
        await self.then(
            SIGNED_ON, agreement("rives", "region"), signed("rives"), signed("region", complete=True)
        )


@pytest.fixture
async def course(writer: Writer, runner: Runner, read_models: ReadModels) -> Course:
    """A funding of 15 000 € that is to be decided."""
    made = Course(writer, runner, read_models)
    await made.begin()
    return made


async def test_a_decision_waits_for_the_body_entitled_to_the_amount_but_not_for_who_asked(
    course: Course,
) -> None:
    """15 000 €: the board, of which Anna is one; due two months after the request."""
    [decision] = await course.tasks("2026-03-02")
    assert (decision.kind, decision.waits_for, decision.due_on) == ("decision", (BASILE,), date(2026, 5, 2))
    assert not decision.overdue
    waits = await course.waits("2026-05-12")
    assert set(waits) == {("decision", "grant"), ("escalation", "decision/e1")}, "the board hears of it once"


async def test_a_condition_waits_for_those_in_charge_until_it_is_met(course: Course) -> None:
    """From the first reminder, a month before its day."""
    await course.then(GRANTED_ON, granted(), by=BASILE)
    condition = ("condition", "premises")
    assert condition not in await course.waits("2026-07-31")
    assert (await course.waits("2026-08-03"))[condition] == (ANNA,)
    await course.then("2026-08-03", ConditionMet(condition="premises", document=None, note=None))
    assert condition not in await course.waits("2026-08-03")


async def test_signatures_wait_party_by_party_then_the_first_tranche_may_be_asked_for(course: Course) -> None:
    """The advance is due once all have signed; the balance once the report is accepted."""
    await course.then(GRANTED_ON, granted(), by=BASILE)
    await course.then(SIGNED_ON, agreement("rives", "region"), signed("rives"))
    assert await course.waits("2026-03-24") == {("signature", "region"): (ANNA,)}
    await course.then("2026-03-25", AgreementSigned(party="region", complete=True))
    assert await course.waits("2026-03-26") == {("tranche", "advance"): (ANNA,)}


async def test_a_tranche_waits_for_each_level_in_turn_then_for_a_finance_officer_who_has_not_acted(
    course: Course,
) -> None:
    """Asked for by Anna, approved by Basile and by Cléo; nobody is left to pay, for all three have acted."""
    await course.signed()
    await course.then("2026-03-24", ASKED)
    assert await course.waits("2026-03-24") == {("approval", "advance"): (BASILE,)}
    await course.then("2026-03-25", TrancheApproved(tranche="advance", level=1, last=False), by=BASILE)
    assert await course.waits("2026-03-25") == {("approval", "advance"): ()}, "Cléo’s role is Brittany’s"
    await course.then(
        "2026-03-26", TrancheApproved(tranche="advance", level=2, last=True), by="p-00000000000d"
    )
    [order] = await course.tasks("2026-03-26")
    assert (order.kind, order.waits_for, order.due_on) == ("payment-order", (CLEO,), date(2026, 4, 26))


async def test_an_ordered_payment_waits_for_word_of_the_bank_and_again_for_an_order_if_it_fails(
    course: Course,
) -> None:
    """Whoever ordered it may confirm it; who decided, asked or approved may not. Confirmed, nothing waits any more."""
    await course.signed()
    approved = TrancheApproved(tranche="advance", level=1, last=True)
    await course.then("2026-03-24", ASKED, approved, ORDERED)
    assert await course.waits("2026-03-24") == {("payment", "1"): (CLEO,)}
    await course.then("2026-03-25", PaymentFailed(payment=1, outcome="failed", reason=REASON))
    assert await course.waits("2026-03-25") == {("payment-order", "advance"): (CLEO,)}
    await course.then("2026-03-26", ORDERED.model_copy(update={"payment": 2}))
    paid = PaymentConfirmed(payment=2, reference="VIR-1", executed_on=date(2026, 3, 26))
    await course.then("2026-03-26", paid)
    assert await course.waits("2026-03-26") == {}


async def test_a_report_waits_for_those_in_charge_then_for_somebody_else_to_accept_it(course: Course) -> None:
    """From a month before it is due; sent back, at once again; accepted, the balance may be asked for."""
    await course.signed()
    await course.then("2026-03-24", CooperationHeard(status="active", managers=(ANNA, BASILE)))
    submitted = ReportSubmitted(report="final", document=None, note=None)
    assert ("report", "final") not in await course.waits("2026-08-20")
    assert (await course.waits("2026-08-24"))["report", "final"] == (ANNA, BASILE)
    await course.then("2026-08-24", submitted)
    assert (await course.waits("2026-08-24"))["report-acceptance", "final"] == (BASILE,)
    await course.then("2026-08-25", ReportReturned(report="final", reason=REASON), by=BASILE)
    assert ("report", "final") in await course.waits("2026-08-25")
    await course.then("2026-08-26", submitted)
    await course.then("2026-08-27", ReportAccepted(report="final", note=None), by=BASILE)
    assert ("tranche", "balance") in await course.waits("2026-08-28")


async def test_a_refund_waits_for_finance_officers_then_the_funding_for_being_closed(course: Course) -> None:
    """Nothing is left to pay and the report is accepted: those in charge close it."""
    await course.signed()
    await course.then("2026-03-24", ASKED)
    await course.then("2026-03-25", *APPROVED, ORDERED)
    await course.then("2026-03-26", PAID, GIVEN_BACK)
    await course.then("2026-08-24", ReportSubmitted(report="final", document=None, note=None))
    await course.then("2026-08-26", FundsReclaimed(cents=50_000, reason=REASON))
    await course.then("2026-08-27", ReportAccepted(report="final", note=None), by=BASILE)
    waits = await course.waits("2026-08-28")
    assert (waits["refund", "grant"], ("closing", "grant") in waits) == ((ANNA, BASILE, CLEO), False)
    await course.then("2026-09-01", RefundRecorded(cents=50_000, reference="REM-1", restored=()))
    [closing] = [one for one in await course.tasks("2026-09-01") if one.kind == "closing"]
    assert (closing.waits_for, closing.since) == ((ANNA,), start_of(date(2026, 9, 1), PARIS))


async def test_a_funding_of_which_nothing_was_paid_waits_for_the_end_of_its_term_to_be_closed(
    course: Course,
) -> None:
    """It owes no report; until then its agreement may still be amended."""
    await course.signed()
    await course.then("2026-03-26", GIVEN_BACK.model_copy(update={"released": (ALL,)}))
    assert ("closing", "grant") not in await course.waits("2027-03-31")
    assert ("closing", "grant") in await course.waits("2027-04-01")


async def test_an_amendment_waits_for_the_body_of_the_amount_that_would_hold_then_for_signatures(
    course: Course,
) -> None:
    """From 15 000 € to 25 000 €: no longer the board but the committee; then both parties sign."""
    await course.signed()
    schedule = (Instalment(tranche="advance", cents=HALF), Instalment(tranche="balance", cents=1_750_000))
    proposed = AmendmentProposed(
        amendment="more",
        amount_cents=2_500_000,
        until=None,
        parties=None,
        plan=None,
        schedule=schedule,
        budget_cents=1_000_000,
        reason=REASON,
    )
    await course.then("2026-04-01", proposed)
    assert ("amendment", "more") not in await course.waits("2026-04-01"), "the committee is to be asked first"
    await course.then("2026-04-01", heard("favourable", "more"))
    assert (await course.waits("2026-04-01"))["amendment", "more"] == (CLEO,)
    allowed = AmendmentGranted(
        amendment="more",
        body="committee",
        review=None,
        schedule=schedule,
        allocations=(Allocation(envelopes=(ENVELOPE,), cents=1_000_000),),
        released=(),
        holds=False,
        reasons=None,
    )
    await course.then("2026-04-02", allowed, by=CLEO)
    signatures = {key for key in await course.waits("2026-04-02") if key[0] == "signature"}
    assert signatures == {("signature", "more/rives"), ("signature", "more/region")}


async def test_nothing_waits_while_the_cooperation_sleeps(course: Course) -> None:
    """Asked for, then paused with its cooperation; awake, the decision waits again."""
    await course.then("2026-03-05", CooperationHeard(status="paused", managers=(ANNA,)))
    assert await course.waits("2026-03-06") == {}
    await course.then("2026-03-06", CooperationHeard(status="active", managers=(ANNA,)))
    assert set(await course.waits("2026-03-06")) == {("decision", "grant")}
