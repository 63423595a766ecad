"""Ôkoté: accompanied before it is published, up to the decision that matches the citizens' euros."""

from typing import Any

from config import Settings
from tests.programmes.stage import Figure, assert_figures, on_stage

PROGRAMME = "okote"
FIGURES: dict[str, Figure] = {
    "instruments.match.matching.authority": 1,
    "instruments.match.matching.companies": 1,
    "instruments.match.shares.#": 3,
    "figures.euros_of_one.value": 3,
}
"""Field notes §4.7: one euro of citizens, one of the authority, one of companies."""


async def test_a_project_is_accompanied_published_and_comes_to_its_match(settings: Settings) -> None:
    """Strasbourg keeps Good Friday: what is due on 3 April 2026 is reminded on the Tuesday after Easter."""
    assert_figures(PROGRAMME, FIGURES)
    async with on_stage(settings, PROGRAMME, "2025-12-03") as stage:
        life = await stage.open()
        await life.gather(["association"])
        await life.lacks("accompanied", "presentation")
        await stage.on("2026-04-08")
        assert await life.reminders("presentation") == [("2026-03-20", "before"), ("2026-04-07", "due")]
        await life.do("DeliverDeliverable", deliverable="presentation")
        await life.lacks("accompanied")
        await life.do("DeclareGateItem", item="accompanied")
        await life.leaves()

        await life.lacks("citizens", "matched")
        await life.gather(["residents"], "citoyens")
        euro: dict[str, Any] = {"stakeholder": "citoyens-1", "what": "Un euro", "amount_cents": 100}
        await life.do("RecordContribution", **euro, kind="in-kind")
        await life.lacks("citizens", "matched")
        await life.do("RecordContribution", **euro, kind="cash")
        await life.lacks("matched")
        await stage.on("2026-08-11")
        assert await life.reminders("collection") == [
            ("2026-06-24", "before"),
            ("2026-07-08", "due"),
            ("2026-08-10", "escalation"),
        ]
        assert (await life.told("collection"))[-1] == ("escalation", "committee")
        await life.lacks("matched")
