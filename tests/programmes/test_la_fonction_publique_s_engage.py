"""La fonction publique s'engage: mentoring pairs of an official and the head of an association."""

from collections.abc import Mapping

from config import Settings
from tests.programmes.figures import Figure, assert_figures
from tests.programmes.stage import Life, Stage, on_stage

PROGRAMME = "la-fonction-publique-s-engage"

FIGURES: Mapping[str, Figure] = {
    "phases.exploration.gate.pair.needs.at_least": 2,
    "phases.exploration.gate.pair.needs.at_most": 2,
    "phases.exploration.gate.pair.needs.sectors": 2,
    "phases.exploration.gate.commitment.needs.signed_by.0": "authority",
    "phases.exploration.gate.commitment.needs.signed_by.1": "association",
}
"""Field notes §4.20."""


async def test_a_pair_forms_meets_and_leaves_a_lesson(settings: Settings) -> None:
    """From the two signatures to what the pilot learns of them."""
    assert_figures(PROGRAMME, FIGURES)
    async with on_stage(settings, PROGRAMME, "2026-03-02") as stage:
        life = await stage.open()
        await forms(life)
        await meets(stage, life)
        await life.do("RecordLesson", title="Une heure par mois, toujours au même endroit")
        await life.leaves()
        assert (await life.state()).status == "closed"


async def forms(life: Life) -> None:
    """One is no pair, three are none, two officials are none; both sign."""
    await life.gather(["authority"])
    await life.lacks("pair", "commitment")
    await life.gather(["authority", "association"], prefix="autre")
    await life.sign_charter(["membre-1", "autre-1"])
    await life.lacks("pair", "commitment")
    await life.do("RetireStakeholder", stakeholder="autre-1", reason="Une autre affectation")
    await life.sign_charter(["membre-1", "autre-2"])
    await life.leaves()


async def meets(stage: Stage, life: Life) -> None:
    """Every two months; a pair that does not meet is asked why a week later."""
    await life.lacks("meetings")
    await stage.on("2026-04-27")
    await life.do("RecordContact", kind="meeting", occasion="mentoring")
    await stage.on("2026-07-06")
    await life.do("RecordContact", kind="meeting", occasion="mentoring")
    await life.leaves()
    assert await life.reminders("meeting") == [
        ("2026-04-27", "before"),  # the 25th is a Saturday
        ("2026-06-22", "before"),  # the 20th is a Saturday
        ("2026-07-06", "late"),  # the 4th is a Saturday
    ]
