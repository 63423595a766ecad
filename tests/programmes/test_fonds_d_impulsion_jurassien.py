"""The impulse fund: prepared up to the decision to fund; then experiments of six to twelve months, three a year."""

from config import Settings
from tests.programmes.stage import Figure, Life, assert_figures, on_stage

PROGRAMME = "fonds-d-impulsion-jurassien"
FIGURES: dict[str, Figure] = {
    "period.since": "2022-01-01",
    "instruments.experiment.most_cents": 3_000_000,
    "instruments.experiment.lasting.0": "P6M",
    "instruments.experiment.lasting.1": "P12M",
    "instruments.experiment.envelope.per_year_cents": 12_000_000,
    "instruments.experiment.envelope.fundings_per_year": 3,
    "instruments.experiment.shares.#": 2,
    "instruments.experiment.expenses.#": 3,
    "instruments.experiment.beneficiaries.#": 2,
    "experiments.shortest": "P6M",
    "experiments.longest": "P12M",
    "experiments.a_year": 3,
}
"""Field notes §4.6: 30 000 € each, 120 000 € a year, in cents."""


async def test_an_experiment_comes_to_the_decision_to_fund_it(settings: Settings) -> None:
    """Nothing but the funding is missing then; the committee may let it begin without, within the same terms."""
    assert_figures(PROGRAMME, FIGURES)
    async with on_stage(settings, PROGRAMME, "2022-01-10") as stage:
        await stage.cannot_open("outside_period", effective_at="2021-12-31")
        life = await stage.open()
        await life.gather(["association"])
        await life.lacks("collective", "shared_risk", "experiment_plan", "funding")
        await life.gather(["company"], "entreprise")
        await life.do("DeclareGateItem", item="shared_risk")
        await stage.on("2022-03-28")
        assert await life.reminders("experiment_plan") == [("2022-03-28", "before")]
        await life.do("DeliverDeliverable", deliverable="experiment_plan")
        await life.lacks("funding")

        await life.do("WaiveGateItem", "committee", item="funding", reason="Le collectif avance les fonds")
        await life.leaves()
        await experiments(life)
        await stage.on("2023-03-29")
        days = [day for day, rung in await life.reminders("finding") if rung == "due"]
        assert days == ["2023-03-28"] * 3, "twelve months after each began"


async def experiments(life: Life) -> None:
    """Begun on 28 March 2022: from 28 September 2022 to 28 March 2023, and three in the year."""
    for until in ("2022-09-27", "2023-03-29"):
        await life.refused("experiment_term", "StartExperiment", **named(0), until=until)
    for number, until in enumerate(("2022-09-28", "2023-03-28", "2022-12-31"), start=1):
        await life.do("StartExperiment", **named(number), until=until)
    await life.refused("experiments_of_the_year", "StartExperiment", **named(4), until="2022-12-31")
    await life.lacks("finding")


def named(number: int) -> dict[str, str]:
    """An experiment of that number."""
    return {"experiment": f"essai-{number}", "title": f"Essai {number}"}
