"""Label PTCE émergent: a rolling call, a regional body that can block with reasons, re-submission."""

from collections.abc import Mapping
from typing import Any

from config import Settings
from tests.programmes.stage import Figure, Life, Stage, assert_figures, on_stage

PROGRAMME = "ptce-emergent"

FIGURES: Mapping[str, Figure] = {
    "calls.calls.expression_of_interest.kind": "permanent",
    "calls.funnel.transmitted.by.0": "regional-commission",
    "panels.regional_body.mode": "decisive",
    "phases.exploration.gate.regional_opinion.needs.outcomes.#": 2,
}
"""Field notes §4.14, which gives no amount, count or date."""

REASONS = ("economic_model", "governance")


async def test_a_pole_applies_twice_until_the_regional_opinion_is_asked_for(settings: Settings) -> None:
    """Ten associations, blocked with reasons that they can work with, then passed on; the opinion is missing."""
    assert_figures(PROGRAMME, FIGURES)
    async with on_stage(settings, PROGRAMME, "2026-03-02", {"region": "regional-commission"}) as stage:
        await stage.cannot_open("call_required")
        life = await stage.open(call="expression_of_interest")
        await life.lacks("collective", "charter", "regional_opinion", "transmitted")
        await life.gather(["association"] * 10)
        await life.sign_charter(["membre-1", "membre-10"])
        await is_blocked(stage, life)
        await comes_back(stage, life)
        await life.lacks("regional_opinion")


async def is_blocked(stage: Stage, life: Life) -> None:
    """The regional body has two months; the file then sleeps, and nobody else is reminded."""
    await stage.on("2026-05-05")
    blocking: dict[str, Any] = {
        "points": REASONS,
        "reasons": "Aucune recette propre, et personne n’est désigné pour décider",
        "would_change": "Un budget à trois ans, un comité de pilotage",
    }
    await life.refused("not_entitled", "DeclineApplication", **blocking)
    await life.do("DeclineApplication", "region", **blocking)
    await life.refused("application_declined", "AdvancePhase", to="diagnosis")
    await stage.on("2026-06-01")
    assert await life.reminders("regional_answer") == [
        ("2026-04-20", "before"),  # the 18th is a Saturday
        ("2026-05-04", "due"),  # the 2nd is a Saturday
    ]


async def comes_back(stage: Stage, life: Life) -> None:
    """With an answer to every reason; the two months begin anew, and the ministry hears when they are over."""
    await life.refused(
        "answers_other_points", "ResubmitApplication", answered=REASONS[1:], answers="Un comité"
    )
    await life.do(
        "ResubmitApplication", answered=REASONS, answers="Un budget à trois ans, un comité de pilotage"
    )
    await stage.on("2026-08-18")
    again = [one for one in await life.reminders("regional_answer") if one[0] > "2026-06-01"]
    assert again == [
        ("2026-07-20", "before"),  # the 18th is a Saturday
        ("2026-08-03", "due"),  # the 1st is a Saturday
        ("2026-08-17", "escalation"),  # the 15th is a Saturday, and the Assumption
    ]
    assert (await life.told("regional_answer"))[-1] == ("escalation", "board")
    await life.refused("not_the_next_stage", "SelectApplication", "region", stage="labelled")
    await life.do("SelectApplication", "region", stage="transmitted")
