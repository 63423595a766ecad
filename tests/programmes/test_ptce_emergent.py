"""Label PTCE émergent: a rolling call, a regional body that blocks with reasons, re-submission, the label."""

from collections.abc import Mapping
from typing import Any

from config import Settings
from tests.programmes.figures import Figure, assert_figures
from tests.programmes.money import Asked, asked_by_itself, asks, request, requests
from tests.programmes.stage import Life, Stage, on_stage

PROGRAMME = "ptce-emergent"

FIGURES: Mapping[str, Figure] = {
    "calls.calls.expression_of_interest.kind": "permanent",
    "calls.funnel.transmitted.by.0": "regional-commission",
    "panels.regional_body.mode": "decisive",
    "phases.exploration.gate.regional_opinion.needs.outcomes.#": 2,
}
"""Field notes §4.14, which gives no amount, count or date."""

REASONS = ("economic_model", "governance")


WHY: dict[str, Any] = {
    "points": REASONS,
    "reasons": "Aucune recette propre, et personne n’est désigné pour décider",
    "would_change": "Un budget à trois ans, un comité de pilotage",
}
ANSWERS = {"economic_model": "Un budget à trois ans", "governance": "Un comité de pilotage"}
ONE_ANSWER = {"governance": "Un comité de pilotage"}


async def test_a_pole_applies_twice_and_is_labelled(settings: Settings) -> None:
    """Ten associations, blocked with reasons that they can work with; every point answered, then the label."""
    assert_figures(PROGRAMME, FIGURES)
    async with on_stage(settings, PROGRAMME, "2026-03-02", {"region": "regional-commission"}) as stage:
        await stage.cannot_open("call_required")
        life = await stage.open(call="expression_of_interest")
        await life.lacks("collective", "charter", "regional_opinion", "transmitted")
        await life.gather(["association"] * 10)
        await life.sign_charter(["membre-1", "membre-10"])
        blocked = await is_blocked(stage, life)
        await comes_back(stage, life, blocked.key.removeprefix("review:"))
        await is_labelled(stage, life)
        await is_lived(stage, life)


async def is_blocked(stage: Stage, life: Life) -> Asked:
    """The opinion has its reasons as points; the body that blocks refuses the application for them; the file sleeps."""
    opinion = await asked_by_itself(life, "ask_the_region")
    assert await opinion.told() == [("2026-03-02", "opinions", "invitation", "region")]
    await opinion.do("DeclareInterests", "region", conflict=False)
    unfavourable = {"opinion": "unfavourable", "dossier": 1}
    await opinion.refused("opinion_without_reasons", "GiveOpinion", "region", **unfavourable)
    await opinion.do("GiveOpinion", "region", **unfavourable, **WHY)
    ended = await opinion.ends()
    assert (ended.outcome, ended.points) == ("unfavourable", REASONS)
    await life.lacks("regional_opinion", "transmitted")
    await stage.on("2026-05-05")
    await life.refused("not_entitled", "DeclineApplication", **WHY)
    await life.do("DeclineApplication", "region", **WHY)
    await life.refused("application_declined", "AdvancePhase", to="diagnosis")
    again: dict[str, Any] = {
        "question": "regional_opinion",
        "resubmits": opinion.key.removeprefix("review:"),
        "answers": ANSWERS,
    }
    await life.refused("review_sleeps", "OpenReview", review="avis-2", **again)
    await stage.on("2026-06-01")
    assert await life.reminders("transmission") == [
        ("2026-05-04", "due"),  # the 2nd is a Saturday
    ]
    return opinion


async def comes_back(stage: Stage, life: Life, first: str) -> None:
    """With an answer to every reason, to the call as to the opinion, asked by hand; the two months begin anew."""
    await life.refused("answers_other_points", "ResubmitApplication", answers=ONE_ANSWER)
    await life.do("ResubmitApplication", answers=ANSWERS)
    again: dict[str, Any] = {"question": "regional_opinion", "resubmits": first}
    await life.refused("answers_other_points", "OpenReview", review="avis-2", answers=ONE_ANSWER, **again)
    opinion = await asks(life, "avis-2", answers=ANSWERS, **again)
    assert (await opinion.state()).resubmits == first
    await stage.on("2026-08-18")
    told = [one for one in await life.reminders("transmission") if one[0] > "2026-06-01"]
    assert told == [
        ("2026-08-03", "due"),  # the 1st is a Saturday
        ("2026-08-17", "escalation"),  # the 15th is a Saturday, and the Assumption
    ]
    assert (await life.told("transmission"))[-1] == ("escalation", "board")
    assert await opinion.told() == [
        ("2026-06-01", "opinions", "invitation", "region"),
        ("2026-06-29", "opinions", "before", "region"),
        ("2026-07-13", "opinions", "due", "region"),
        ("2026-07-27", "opinions", "escalation", "board"),
    ]
    await life.refused("not_the_next_stage", "SelectApplication", "region", stage="labelled")
    await life.do("SelectApplication", "region", stage="transmitted")
    await life.lacks("regional_opinion")
    await opinion.hears(region="favourable")
    assert (await opinion.ends()).outcome == "favourable"
    await life.leaves()


async def is_labelled(stage: Stage, life: Life) -> None:
    """The ministry defers, with a point; the pole answers it and has its label, which is no money."""
    asked = request("label", 0, "2026-09-01", "2028-08-31")
    label = await requests(life, "label", asked)
    why: dict[str, Any] = {
        "points": ["statutes"],
        "reasons": "Statuts non déposés",
        "would_change": "Les déposer",
    }
    await label.refused("not_entitled", "DecideFunding", "region", decision="deferred", **why)
    await label.do("DecideFunding", "board", decision="deferred", **why)
    await life.lacks("label")
    await label.refused("answers_other_points", "ResubmitFunding", request=asked, answers=ONE_ANSWER)
    await label.do("ResubmitFunding", request=asked, answers={"statutes": "Déposés le 3 septembre"})
    await stage.on("2026-12-21")
    assert await label.told() == [
        ("2026-08-18", "funding-deferred", "told", "manager"),
        ("2026-12-04", "decision", "before", "board"),
    ]
    await label.do("DecideFunding", "board", decision="granted")
    await life.leaves()
    await label.do("CloseFunding")


async def is_lived(stage: Stage, life: Life) -> None:
    """An emergent pole for two years, then its balance."""
    await life.do("RecordQuickWin", title="Une cuisine partagée")
    await life.leaves()
    await life.do("DeliverDeliverable", deliverable="balance")
    await life.leaves()
    assert (await life.state()).status == "closed"
