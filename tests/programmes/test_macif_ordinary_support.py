"""Ordinary support of the Fondation Macif: one of four themes, studied by the regional commission."""

from collections.abc import Mapping

from config import Settings
from tests.programmes.figures import Figure, assert_figures
from tests.programmes.money import (
    Money,
    asked_by_itself,
    envelope_of,
    gives_bank_details,
    opens,
    performed,
    request,
    requests,
)
from tests.programmes.stage import Life, Stage, on_stage

PROGRAMME = "macif-ordinary-support"

FIGURES: Mapping[str, Figure] = {
    "instruments.support.envelope.fundings_per_year": 150,
    "phases.exploration.gate.theme.needs.of.#": 4,
    "phases.exploration.gate.theme.needs.at_least": 1,
}
"""Field notes §4.17."""


CAST = {
    "region": "regional-commission",
    "finance": "finance-officer",
    "second": "programme-manager",
}
TERM = ("2026-09-01", "2027-08-31")
ENVELOPE = f"{PROGRAMME}/support/2026"


async def test_a_project_is_studied_and_supported(settings: Settings) -> None:
    """It falls under one of the four themes; the commission studies it and decides; then it is paid and told."""
    assert_figures(PROGRAMME, FIGURES)
    async with on_stage(settings, PROGRAMME, "2026-03-02", CAST) as stage:
        life = await stage.open()
        await life.judge("theme", ["mobility", "health", "solidarity_finance"], met=False)
        await life.lacks("theme", "project", "commission_study", "support")
        await life.judge("theme", ["housing"])
        await stage.on("2026-03-16")
        await life.do("DeliverDeliverable", deliverable="project")
        await is_awaited(stage, life)
        await life.lacks("commission_study", "support")
        money = await is_studied(stage, life)
        await life.leaves()
        await is_carried_out(stage, life, money)


async def is_awaited(stage: Stage, life: Life) -> None:
    """Three months to have it studied, and the two weeks that the applicant took: nobody else was asked yet."""
    await stage.on("2026-04-01")
    await life.do("AskForCompletion", what="Le plan de financement")
    await stage.on("2026-04-15")
    await life.do("ReceiveCompletion")
    await stage.on("2026-07-16")
    assert await life.reminders("commission_study") == [
        ("2026-06-30", "due"),
        ("2026-07-15", "late"),  # the 14th is a holiday
    ]
    assert await life.told("commission_study") == [("due", "manager"), ("late", "manager")]


async def is_studied(stage: Stage, life: Life) -> Money:
    """The commission decides: without its favourable review nobody of it records a grant."""
    await stage.enlist("other", "regional-commission")
    money = await requests(life, "soutien", request("support", 20_000_00, *TERM, total=25_000_00))
    await opens(life, ENVELOPE, 500_000_00)
    await money.refused("review_needed", "DecideFunding", "region", decision="granted")
    study = await asked_by_itself(life, "put_to_the_commission", "soutien")
    await study.refused("interests_undeclared", "GiveOpinion", "region", opinion="favourable", dossier=1)
    await study.hears(region="favourable")
    key = study.key.removeprefix("review:")
    await money.refused("review_not_concluded", "DecideFunding", "region", decision="granted", review=key)
    await stage.on("2026-09-03")
    assert sorted(await study.told()) == [
        ("2026-07-16", "opinions", "invitation", "other"),
        ("2026-07-16", "opinions", "invitation", "region"),
        ("2026-09-02", "opinions", "before", "other"),
    ]
    await study.do("DeclareInterests", "other", conflict=False)
    asked = {"opinion": "favourable-with-conditions", "conditions": "Un bailleur partenaire"}
    await study.do("GiveOpinion", "other", dossier=1, **asked)
    ended = await study.ends()
    assert ended.counts
    assert (ended.outcome, ended.counts.favourable, ended.counts.with_conditions) == ("favourable", 2, 1)
    await life.lacks("support")
    await stage.on("2026-09-11")
    await performed(life, "record_the_decision", money.key)
    assert (await envelope_of(life, ENVELOPE)).reserved == 20_000_00
    return money


async def is_carried_out(stage: Stage, life: Life, money: Money) -> None:
    """Agreed, paid at once, told in a balance; what was not needed comes back to the envelope."""
    await money.is_agreed(*TERM)
    await gives_bank_details(life)
    await money.is_paid("whole", ["elected"], "VIR-MACIF-1", "2026-09-11")
    await life.do("RecordQuickWin", title="Une première famille logée")
    await life.leaves()
    await stage.on("2027-09-06")
    await money.reports("balance")
    await money.do("ReclaimFunds", cents=500_00, reason="Dépenses moindres")
    await money.refused("refunds_outstanding", "CloseFunding")
    await money.do("RecordRefund", "finance", cents=500_00, reference="RBT-1")
    await money.do("CloseFunding")
    assert (await envelope_of(life, ENVELOPE)).consumed == 19_500_00
    await life.do("DeliverDeliverable", deliverable="balance")
    await life.leaves()
    assert (await life.state()).status == "closed"
