"""Fonds de confiance: pays a person's time while a project is launched and tested."""

from collections.abc import Mapping

from config import Settings
from tests.programmes.stage import Figure, assert_figures, on_stage

PROGRAMME = "fonds-de-confiance"

FUND = "instruments.fonds_de_confiance"
FIGURES: Mapping[str, Figure] = {
    f"{FUND}.kind": "time",
    f"{FUND}.shares.0": "region",
    f"{FUND}.shares.1": "public_bank",
    "maturity.#": 2,
    f"{FUND}.expenses.person_time.maturity.#": 2,
    "phases.#": 2,
}
"""Field notes §4.19 and §4.6: a person's time, the launch and the test, the public share of another fund."""


async def test_a_launch_is_prepared_until_the_person_s_time_is_to_be_decided(settings: Settings) -> None:
    """The roadmap is there, the committee hears that nobody decided; only the funding is missing."""
    assert_figures(PROGRAMME, FIGURES)
    async with on_stage(settings, PROGRAMME, "2026-03-02") as stage:
        life = await stage.open()
        await life.lacks("roadmap", "person_time")
        await life.do("DeliverDeliverable", deliverable="roadmap")
        await stage.on("2026-06-17")
        assert await life.reminders("person_time") == [
            ("2026-05-19", "before"),
            ("2026-06-02", "due"),
            ("2026-06-16", "escalation"),
        ]
        assert (await life.told("person_time"))[-1] == ("escalation", "committee")
        await life.lacks("person_time")
