"""The Générateur: a theme, a collective, a project with its models, a test, then the accompanying side leaves."""

from typing import Any

from config import Settings
from tests.programmes.figures import Figure, assert_figures
from tests.programmes.stage import Life, Stage, on_stage

PROGRAMME = "generateur-bfc"
FIGURES: dict[str, Figure] = {
    "period.since": "2012-01-01",
    "figures.accompanying_organisations.value": 6,
    "figures.study_action.value": 2012,
    "figures.extended.value": 2016,
    "figures.projects.value": 30,
    "figures.ecological_transition_percent.value": 60,
    "instruments.base_funding.shares.#": 3,
}
"""Field notes §4.5: base funding by the region and the ecology agency, and a share from each authority."""


async def test_a_project_is_generated_and_left_to_its_collective(settings: Settings) -> None:
    """A cash share of the authority, three models, a test of a year, the charter that goes on."""
    assert_figures(PROGRAMME, FIGURES)
    async with on_stage(settings, PROGRAMME, "2016-01-04") as stage:
        await stage.cannot_open("outside_period", effective_at="2011-12-31")
        life = await stage.open()
        await gathered(life)
        await defined(stage, life)
        await launched(stage, life)
        await life.lacks("facilitation_handed_over", "impact")
        await life.do("DeclareGateItem", item="facilitation_handed_over")
        await life.do("DeliverDeliverable", deliverable="impact")
        await life.leaves()
        assert (await life.state()).status == "closed"


async def gathered(life: Life) -> None:
    """Three parties of two sectors; a share in kind is none."""
    await life.do("DeclareGateItem", item="theme")
    await life.gather(["association"] * 3)
    await life.lacks("collective", "share_of_the_authority")
    await life.gather(["authority"], "ville")
    share: dict[str, Any] = {
        "stakeholder": "ville-1",
        "what": "Part de la collectivité",
        "amount_cents": 500_000,
    }
    await life.do("RecordContribution", **share, kind="in-kind")
    await life.lacks("share_of_the_authority")
    await life.do("RecordContribution", **share, kind="cash")
    await life.leaves()


async def defined(stage: Stage, life: Life) -> None:
    """The economic model is due half a year after the legal one."""
    await stage.on("2016-02-01")
    for deliverable in ("project_definition", "legal_model"):
        await life.do("DeliverDeliverable", deliverable=deliverable)
    await life.sign_charter(["membre-1", "ville-1"])
    await life.lacks("economic_model")
    await stage.on("2016-07-04")
    assert await life.reminders("economic_model") == [("2016-07-01", "before")]
    await life.do("DeliverDeliverable", deliverable="economic_model")
    await life.leaves()


async def launched(stage: Stage, life: Life) -> None:
    """The test runs for a year; a steering committee of more than a year ago does not count."""
    await life.do("StartExperiment", experiment="test", title="Le test", until="2017-07-04")
    await life.do("RecordContact", kind="meeting", occasion="steering")
    await stage.on("2017-07-05")
    for deadline in ("test", "steering"):
        assert await life.reminders(deadline) == [("2017-06-06", "before"), ("2017-07-04", "due")]
    await life.do("CloseExperiment", experiment="test", outcome="changed", finding="Un autre local")
    await life.lacks("steering")
    await life.do("RecordContact", kind="meeting", occasion="steering")
    await life.leaves()
