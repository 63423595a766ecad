"""TEC: a territory of the right size, a pair in charge, four phases up to the relay."""

from config import Settings
from tests.programmes.figures import Figure, assert_figures
from tests.programmes.stage import on_stage

PROGRAMME = "tec"
FIGURES: dict[str, Figure] = {
    "phases.#": 4,
    "phases.exploration.gate.living_area.needs.at_least": 10_000,
    "phases.exploration.gate.living_area.needs.at_most": 15_000,
    "phases.exploration.gate.vulnerability.needs.of.#": 3,
    "phases.exploration.gate.pair.needs.at_least": 2,
    "figures.accompanying_organisations.value": 10,
    "figures.first_territories.value": 4,
    "figures.territories_being_identified.value": 2,
}
"""Field notes §3 and §4.1."""

GRID = dict.fromkeys(("shared_project", "federating_story", "pleasure", "governance", "going_towards"), 3)


def valley(inhabitants: int) -> dict[str, object]:
    """A living area of that size."""
    return {"name": "Un bassin de vie", "inhabitants": inhabitants}


async def test_a_territory_lives_its_four_phases(settings: Settings) -> None:
    """Neither smaller than 10 000 inhabitants nor larger than 15 000, led by two, evaluated every six months."""
    assert_figures(PROGRAMME, FIGURES)
    cast = {"accompanying": "accompanying-organisation"}
    async with on_stage(settings, PROGRAMME, "2026-03-02", cast) as stage:
        life = await stage.open(territory=valley(9_999))
        await life.do("DeclareGateItem", item="qualified_contacts")
        await life.judge("vulnerability", ["structural"])
        await life.judge("territory_criteria", ["driving_actors", "local_strengths"])
        await life.refused("not_entitled", "DeclareGateItem", item="opinion")
        await life.do("DeclareGateItem", "jury", item="opinion")
        await life.lacks("living_area", "territory_criteria", "pair", "go")
        await life.judge("territory_criteria", ["felt_vulnerability"])
        for inhabitants, fits in ((10_000, True), (15_000, True), (15_001, False), (12_000, True)):
            await life.do("EditSheet", territory=valley(inhabitants))
            await life.lacks(*(() if fits else ("living_area",)), "pair", "go")
        pair = [stage.house.people["manager"], stage.house.people["accompanying"]]
        await life.do("HandOverManagers", managers=pair, reason="Le binôme se forme")
        await stage.on("2027-02-03")
        await life.lacks("go")
        await life.do("DeclareGateItem", item="go")
        await life.leaves()
        assert await life.told("go_decision") == [("before", "manager"), ("before", "accompanying")]
        assert {day for day, _ in await life.reminders("go_decision")} == {"2027-02-02"}

        await life.gather(["association", "authority"])
        for deliverable in ("portrait", "action_plan"):
            await life.do("DeliverDeliverable", deliverable=deliverable)
        await life.lacks("charter", "roles_and_governance")
        await life.sign_charter(["membre-1", "membre-2"])
        await life.do("DeclareGateItem", item="roles_and_governance")
        await life.leaves()

        await life.do("StartExperiment", experiment="cantine", title="Une cantine", until="2027-08-03")
        await life.do("RecordQuickWin", title="Un premier repas")
        await life.do("RecordEvaluation", grid=GRID)
        await life.lacks("experiments_closed")
        await stage.on("2027-08-04")
        await life.do("CloseExperiment", experiment="cantine", outcome="kept", finding="On continue")
        await life.lacks("evaluation")
        days = [day for day, rung in await life.reminders("evaluation") if rung == "due"]
        assert days == ["2027-08-03"] * 2, "one to each of the pair, six months after the evaluation"
        await life.do("RecordEvaluation", grid=GRID)
        await life.leaves()

        for deliverable in ("balance", "publication"):
            await life.do("DeliverDeliverable", deliverable=deliverable)
        await life.do("RecordLesson", title="Cuisiner d’abord")
        await life.lacks("relay")
        await life.do("DeclareGateItem", item="relay")
        await life.leaves()
        assert (await life.state()).status == "closed"
