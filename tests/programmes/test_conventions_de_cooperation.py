"""Conventions of a third place: signed with the city for three years, fed by its parties, renewed."""

from collections.abc import Mapping

from config import Settings
from tests.programmes.figures import Figure, assert_figures
from tests.programmes.stage import Life, Stage, on_stage

PROGRAMME = "conventions-de-cooperation"

FIGURES: Mapping[str, Figure] = {
    "period.since": "2020-01-01",
    "phases.diagnosis.gate.convention.needs.term": "P3Y",
    "phases.diagnosis.gate.convention.needs.signed_by.0": "authority",
    "phases.diagnosis.gate.contributions.needs.at_least": 1,
}
"""Field notes §4.13."""


async def test_an_agreement_is_signed_performed_renewed_and_ended(settings: Settings) -> None:
    """Negotiated in 2020, kept for three years, then signed again."""
    assert_figures(PROGRAMME, FIGURES)
    async with on_stage(settings, PROGRAMME, "2019-12-31") as stage:
        await stage.cannot_open("outside_period")
        await stage.on("2020-01-02")
        life = await stage.open()
        await is_negotiated(stage, life)
        await is_performed(stage, life)
        await is_renewed(life)
        assert (await life.state()).status == "closed"


async def is_negotiated(stage: Stage, life: Life) -> None:
    """The cooperative, the city, a mutual; working time is a contribution; three years and not a day more."""
    await life.gather(["company", "authority"])
    await life.do(
        "AddStakeholder",
        stakeholder="mutuelle",
        name="Une mutuelle de santé",
        sector="company",
        role="Accord de prévention",
        term={"until": "2021-12-31"},
    )
    await life.lacks("contributions", "convention")
    await life.do(
        "RecordContribution", stakeholder="membre-1", kind="in-kind", what="Temps de travail", hours=120
    )
    await stage.on("2020-03-02")
    await life.sign_charter(["membre-1", "mutuelle"], until="2023-03-02")
    await life.lacks("convention")
    await life.sign_charter(["membre-1", "membre-2"], until="2023-03-03")
    await life.lacks("convention")
    await life.sign_charter(["membre-1", "membre-2"], until="2023-03-02")
    await life.leaves()


async def is_performed(stage: Stage, life: Life) -> None:
    """A follow-up meeting a year; the mutual's own term; then the term of the agreement comes near."""
    await life.lacks("follow_up")
    for day in ("2021-02-17", "2022-02-04"):
        await stage.on(day)
        await life.do("RecordContact", kind="meeting", occasion="follow_up")
    await stage.on("2022-10-03")
    await life.leaves()
    await stage.on("2023-03-06")
    assert await life.reminders("party_term") == [("2021-09-30", "before")]
    assert await life.reminders("follow_up") == [("2021-02-16", "before"), ("2022-02-03", "before")]
    assert await life.reminders("renewal") == [
        ("2022-09-02", "six_months_before"),
        ("2023-01-02", "two_months_before"),
        ("2023-03-03", "ended"),
    ]
    assert (await life.told("renewal"))[-1] == ("ended", "committee")


async def is_renewed(life: Life) -> None:
    """Signed again for three years after going back; the members, not the manager, decide what follows."""
    await life.do("GoBack", to="diagnosis", reason="Renouvellement")
    await life.sign_charter(["membre-1", "membre-2"], until="2026-03-06")
    await life.leaves()
    await life.do("RecordContact", kind="meeting", occasion="follow_up")
    await life.leaves()
    await life.do("DeliverDeliverable", deliverable="balance")
    await life.refused("not_entitled", "DeclareGateItem", item="renewal")
    await life.lacks("renewal")
    await life.do("DeclareGateItem", "committee", item="renewal")
    await life.leaves()
