"""Territoire 100 % apprenant (Strasbourg): participants exchange, visit each other and copy what works."""

from collections.abc import Mapping

from config import Settings
from tests.programmes.figures import Figure, assert_figures
from tests.programmes.stage import Life, Stage, on_stage

PROGRAMME = "territoire-100-apprenant"

FIGURES: Mapping[str, Figure] = {
    "phases.exploration.gate.priority.needs.of.#": 3,
    "calendar.holidays": "FR-6AE",
}
"""Field notes §4.18; Strasbourg keeps the holidays of Alsace."""


async def test_an_initiative_commits_learns_and_passes_on(settings: Settings) -> None:
    """It serves a priority, its participants sign, meet, visit, copy one practice, and leave a lesson."""
    assert_figures(PROGRAMME, FIGURES)
    async with on_stage(settings, PROGRAMME, "2026-01-17") as stage:
        life = await stage.open()
        await commits(stage, life)
        await learns(stage, life)
        await life.do("RecordLesson", title="Copier, c’est visiter deux fois")
        await life.leaves()
        assert (await life.state()).status == "closed"


async def commits(stage: Stage, life: Life) -> None:
    """One of the three priorities is enough; nobody is reminded on Good Friday in Strasbourg."""
    await life.judge("priority", ["transition", "inclusion"], met=False)
    await life.lacks("priority", "commitment")
    await life.judge("priority", ["health"])
    await life.gather(["association", "authority"])
    await stage.on("2026-05-05")
    await life.sign_charter(["membre-1", "membre-2"])
    await life.leaves()
    assert await life.reminders("commitment") == [
        ("2026-04-07", "before"),  # 3 April 2026 is Good Friday, the 6th Easter Monday
        ("2026-05-04", "late"),  # 1 May is a Friday, and a holiday
    ]
    assert await life.told("commitment") == [("before", "manager"), ("late", "committee")]


async def learns(stage: Stage, life: Life) -> None:
    """A visit is asked for after four months without one; what works is copied, and the copy has its finding."""
    await stage.on("2026-08-26")
    await life.do("RecordContact", kind="visit", occasion="visit")
    await life.lacks("exchanges", "copy")
    await life.do("RecordContact", kind="meeting", occasion="exchange")
    await life.do("StartExperiment", experiment="troc", title="Le troc de compétences", until="2026-12-18")
    await life.lacks("copy")
    await stage.on("2026-12-15")
    await life.do("CloseExperiment", experiment="troc", outcome="kept", finding="Le troc prend, avec un lieu")
    await life.leaves()
    assert await life.reminders("visit") == [
        ("2026-08-24", "before"),  # the 22nd is a Saturday
        ("2026-12-14", "before"),  # the 12th is a Saturday
    ]
