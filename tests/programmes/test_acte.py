"""ACTE (Région Hauts-de-France): a direct grant whose rules depend on maturity, territory and beneficiary."""

from collections.abc import Mapping
from typing import Any

from config import Settings
from tests.programmes.figures import Figure, assert_figures
from tests.programmes.money import Money, envelope_of, gives_bank_details, opens, performed, request, requests
from tests.programmes.stage import Life, Stage, on_stage

PROGRAMME = "acte"

GRANT = "instruments.acte_grant"
FIGURES: Mapping[str, Figure] = {
    "period.since": "2018-01-01",
    f"{GRANT}.least_cents": 15_000_00,
    f"{GRANT}.most_cents": 60_000_00,
    f"{GRANT}.cap.ordinary": 50,
    f"{GRANT}.cap.raised": 60,
    f"{GRANT}.beneficiaries.epci.more_than_inhabitants": 15_000,
    f"{GRANT}.beneficiaries.epci_group.more_than_inhabitants": 15_000,
    f"{GRANT}.agreement_above_cents": 23_000_00,
    f"{GRANT}.approvals.0.up_to_cents": 23_000_00,
    "maturity.#": 4,
    f"{GRANT}.beneficiaries.epci.maturity.#": 1,
    f"{GRANT}.beneficiaries.epci_group.maturity.#": 1,
    f"{GRANT}.expenses.running_costs.maturity.#": 2,
    f"{GRANT}.expenses.outside_services.maturity.#": 2,
    f"{GRANT}.expenses.animation_and_engineering.maturity.#": 2,
    f"{GRANT}.expenses.experimentation.maturity.#": 2,
    f"{GRANT}.expenses.capitalisation.maturity.#": 2,
    f"{GRANT}.expenses.transfer.maturity.#": 1,
    f"{GRANT}.expenses.tools_and_methods.maturity.#": 1,
}
"""Field notes §4.10; 23 000 €: §7. That two approve above what the law asks an agreement for is ours."""

ENVELOPE = "acte/acte_grant/2018"
TERM = ("2018-09-01", "2019-08-31")
QPV = {"zoning": "QPV", "source": "ANCT", "source_date": "2015-01-01"}
PRIORITY = {"name": "Un quartier prioritaire", "zonings": [QPV]}


async def test_an_action_goes_from_eligibility_to_its_last_tranche(settings: Settings) -> None:
    """Not before 2018; an action of two; 60 000 € in a priority neighbourhood, decided, agreed, paid in halves."""
    assert_figures(PROGRAMME, FIGURES)
    cast = {"finance": "finance-officer", "second": "programme-manager"}
    async with on_stage(settings, PROGRAMME, "2017-12-31", cast) as stage:
        await stage.cannot_open("outside_period")
        await stage.on("2018-01-02")
        life = await stage.open()
        await emerges(stage, life)
        grant = await is_granted(stage, life)
        await is_advanced(stage, life, grant)
        await is_balanced(stage, life, grant)
        await is_returned(stage, life, grant)
        await is_audited(stage, life, grant)


async def emerges(stage: Stage, life: Life) -> None:
    """Six months to decide, and the two weeks for which the applicant was waited for."""
    await life.gather(["association"])
    await life.lacks("collective", "project", "grant")
    await life.gather(["company"], prefix="autre")
    await life.do("DeliverDeliverable", deliverable="project")
    await stage.on("2018-02-01")
    await life.do("AskForCompletion", what="Le budget par nature de dépenses")
    await stage.on("2018-02-15")
    await life.do("ReceiveCompletion")
    await life.lacks("grant")


def asking(total: int) -> dict[str, Any]:
    """60 000 € of that much, for a project that emerges."""
    more = {"expense": "running_costs", "kind": "social_economy_enterprise", "maturity": "emergence"}
    return request("acte_grant", 60_000_00, *TERM, total=total, **more)


async def is_granted(stage: Stage, life: Life) -> Money:
    """60 000 € are more than half of 100 000 €; 60 % in a priority neighbourhood, as the sheet had it on the day."""
    await stage.on("2018-05-02")
    grant = await requests(life, "acte-1", asking(99_999_99))
    assert await grant.failing() == {"cap"}
    await life.do("EditSheet", territory=PRIORITY)
    await grant.refused("ineligible", "DecideFunding", "board", decision="granted")
    await grant.do("ReviseFunding", request=asking(100_000_00), reason="Le quartier est prioritaire")
    assert await grant.failing() == set()
    put = await performed(life, "before_the_committee", grant.key)
    assert (put.does, put.late) == ("put-to-decision", False)
    await stage.on("2018-08-03")
    assert await grant.told() == [
        ("2018-05-02", "decision", "put", "board"),
        ("2018-07-19", "decision", "before", "board"),
        ("2018-08-02", "decision", "due", "board"),
    ]
    assert await life.reminders("grant") == [
        ("2018-06-18", "before"),  # 16 June 2018 is a Saturday
        ("2018-07-16", "due"),
    ]
    await grant.refused("not_entitled", "DecideFunding", decision="granted")
    await grant.refused("no_envelope", "DecideFunding", "board", decision="granted")
    await opens(life, ENVELOPE, 59_999_99)
    await grant.refused("envelope_exhausted", "DecideFunding", "board", decision="granted")
    more = {"envelope": ENVELOPE, "commitments_cents": 40_000_01, "reason": "Décision modificative"}
    await life.house.do("TopUpEnvelope", "board", **more)
    letter = {"condition": "cofinancing", "label": "Lettre du cofinanceur", "due": "2018-10-31"}
    await grant.do("DecideFunding", "board", decision="granted", conditions=[letter])
    envelope = await envelope_of(life, ENVELOPE)
    assert (envelope.reserved, envelope.balance) == (60_000_00, 40_000_00)
    await life.leaves()
    return grant


async def is_advanced(stage: Stage, life: Life, grant: Money) -> None:
    """Nothing without an agreement, nor past a condition that is not met; above 23 000 € two approve."""
    await grant.refused("agreement_missing", "RequestTranche", tranche="advance")
    await grant.is_agreed(*TERM)
    await stage.on("2018-11-05")
    await grant.refused("conditions_overdue", "RequestTranche", tranche="advance")
    await grant.do("MeetCondition", condition="cofinancing")
    await grant.do("RequestTranche", tranche="advance")
    await grant.refused("not_entitled", "ApproveTranche", "board", tranche="advance")
    await grant.do("ApproveTranche", "elected", tranche="advance")
    await grant.do("ApproveTranche", "board", tranche="advance")
    await grant.refused("no_bank_details", "OrderPayment", "finance", tranche="advance")
    await gives_bank_details(life)
    await grant.do("OrderPayment", "finance", tranche="advance")
    paid = {"payment": 1, "reference": "VIR-2018-1", "executed_on": "2018-11-05"}
    await grant.do("ConfirmPayment", "finance", **paid)
    envelope = await envelope_of(life, ENVELOPE)
    assert (envelope.reserved, envelope.consumed) == (30_000_00, 30_000_00)
    await life.sign_charter(["membre-1", "autre-1"])
    await life.leaves()


async def is_balanced(stage: Stage, life: Life, grant: Money) -> None:
    """The balance once the report is accepted; the same reference pays nothing twice; then all of it is closed."""
    await stage.on("2019-08-19")
    reminded = [one for one in await grant.told() if one[1] == "report"]
    assert reminded == [
        ("2019-07-03", "report", "before", "manager"),  # signed on 3 August 2018
        ("2019-08-19", "report", "late", "manager"),  # the 17th is a Saturday
    ]
    await grant.refused("tranche_not_due", "RequestTranche", tranche="balance")
    await grant.reports("final_report")
    await grant.do("RequestTranche", tranche="balance")
    await grant.do("ApproveTranche", "elected", tranche="balance")
    await grant.do("ApproveTranche", "board", tranche="balance")
    await grant.do("OrderPayment", "finance", tranche="balance")
    paid = {"payment": 2, "executed_on": "2019-08-19"}
    await grant.refused(
        "payment_reference_taken", "ConfirmPayment", "finance", reference="vir-2018-1", **paid
    )
    await grant.do("ConfirmPayment", "finance", reference="VIR-2019-1", **paid)
    await life.do("StartExperiment", experiment="essai", title="Un essai", until="2020-02-28")
    await life.do("CloseExperiment", experiment="essai", outcome="kept", finding="Concluant")
    await life.leaves()
    await life.do("DeliverDeliverable", deliverable="tools")
    await life.do("RecordLesson", title="Commencer petit")
    await life.refused("money_open", "CloseCooperation", outcome="completed", reason="Fini")
    await grant.do("CloseFunding")
    await life.leaves()
    state, envelope = await grant.state(), await envelope_of(life, ENVELOPE)
    assert (state.paid_cents, state.stage) == (60_000_00, "closed")
    assert (envelope.reserved, envelope.consumed, envelope.balance) == (0, 60_000_00, 40_000_00)
    assert (await life.state()).status == "closed"


async def is_returned(stage: Stage, life: Life, grant: Money) -> None:
    """The bank returns what it paid after everything was closed: it is owed again, and people are reminded of it."""
    returned = {"payment": 2, "outcome": "returned", "reason": "Compte clos"}
    await grant.do("FailPayment", "finance", **returned)
    state, envelope = await grant.state(), await envelope_of(life, ENVELOPE)
    assert (state.paid_cents, state.stage) == (30_000_00, "granted")
    assert (envelope.reserved, envelope.consumed, envelope.balance) == (30_000_00, 30_000_00, 40_000_00)
    assert ((await life.state()).status, (await life.state()).granted_fundings) == ("closed", ("acte-1",))
    await stage.on("2019-09-20")
    assert (await grant.told())[-1] == ("2019-09-19", "payment", "due", "finance")
    await grant.do("OrderPayment", "finance", tranche="balance")
    paid = {"payment": 3, "reference": "VIR-2019-2", "executed_on": "2019-09-20"}
    await grant.do("ConfirmPayment", "finance", **paid)
    await grant.do("CloseFunding")
    assert ((await grant.state()).stage, (await life.state()).granted_fundings) == ("closed", ())


async def is_audited(stage: Stage, life: Life, grant: Money) -> None:
    """A year later part of it is reclaimed and comes back: nobody is reminded of what was over long ago."""
    await stage.on("2020-09-21")
    told = await grant.told()
    await grant.do("ReclaimFunds", cents=1_000_00, reason="Dépenses non justifiées")
    await grant.refused("refunds_outstanding", "CloseFunding")
    await stage.on("2020-11-23")
    assert await grant.told() == told
    await grant.do("RecordRefund", "finance", cents=1_000_00, reference="RBT-2020-1")
    await grant.do("CloseFunding")
    envelope = await envelope_of(life, ENVELOPE)
    assert (envelope.reserved, envelope.consumed) == (0, 59_000_00)
