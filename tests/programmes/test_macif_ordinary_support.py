"""Ordinary support of the Fondation Macif: one of four themes, studied by the regional commission."""

from collections.abc import Mapping

from config import Settings
from tests.programmes.stage import Figure, Life, Stage, assert_figures, on_stage

PROGRAMME = "macif-ordinary-support"

FIGURES: Mapping[str, Figure] = {
    "instruments.support.envelope.fundings_per_year": 150,
    "phases.exploration.gate.theme.needs.of.#": 4,
    "phases.exploration.gate.theme.needs.at_least": 1,
}
"""Field notes §4.17."""


async def test_a_project_is_examined_until_the_commission_studies_it(settings: Settings) -> None:
    """It falls under one of the four themes; its project is there; the study and the support are missing."""
    assert_figures(PROGRAMME, FIGURES)
    async with on_stage(settings, PROGRAMME, "2026-03-02", {"region": "regional-commission"}) as stage:
        life = await stage.open()
        await life.judge("theme", ["mobility", "health", "solidarity_finance"], met=False)
        await life.lacks("theme", "project", "commission_study", "support")
        await life.judge("theme", ["housing"])
        await stage.on("2026-03-16")
        await life.do("DeliverDeliverable", deliverable="project")
        await is_awaited(stage, life)
        await life.lacks("commission_study", "support")


async def is_awaited(stage: Stage, life: Life) -> None:
    """Three months for the commission from the project on, and the two weeks that the applicant took."""
    await stage.on("2026-04-01")
    await life.do("AskForCompletion", what="Le plan de financement")
    await stage.on("2026-04-15")
    await life.do("ReceiveCompletion")
    await stage.on("2026-07-16")
    assert await life.reminders("commission_study") == [
        ("2026-06-16", "before"),
        ("2026-06-30", "due"),
        ("2026-07-15", "escalation"),  # the 14th is a holiday
    ]
    told = await life.told("commission_study")
    assert told == [("before", "region"), ("due", "region"), ("escalation", "elected")]
