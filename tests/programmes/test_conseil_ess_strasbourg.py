"""The council of Strasbourg: 100 to 200 actors, three to four sessions a year, its decisions carried out."""

from config import Settings
from domain.reviews.events import ReviewConcluded
from tests.programmes.figures import Figure, assert_figures
from tests.programmes.money import asked_by_itself, performed, request, requests
from tests.programmes.stage import Life, Stage, on_stage

PROGRAMME = "conseil-ess-strasbourg"
FIGURES: dict[str, Figure] = {
    "phases.exploration.gate.actors.needs.at_least": 100,
    "phases.exploration.gate.actors.needs.at_most": 200,
    "phases.experimentation.gate.sessions.needs.at_least": 3,
    "phases.experimentation.gate.sessions.needs.at_most": 4,
    "phases.experimentation.gate.sessions.needs.within": "P1Y",
    "deadlines.session.within": "P4M",
    "panels.council.mode": "decisive",
    "panels.council.chair": "elected-representative",
}
"""Field notes §4.8; three sessions a year are one every four months."""


CAST = {"actor": "accompanying-organisation"}
"""With the presidency, the council of this life."""


async def test_a_council_is_constituted_and_meets_for_a_year(settings: Settings) -> None:
    """Neither 99 actors nor 201; two sessions in a year are too few, five too many."""
    assert_figures(PROGRAMME, FIGURES)
    async with on_stage(settings, PROGRAMME, "2025-01-06", CAST) as stage:
        life = await stage.open()
        await constituted(life)
        await met(stage, life)
        await co_decides(stage, life)
        await life.refused("not_entitled", "DeclareGateItem", item="decisions")
        await life.do("DeclareGateItem", "elected", item="decisions")
        await takes_up_a_project(life)
        await life.leaves()
        assert (await life.state()).status == "closed"


async def constituted(life: Life) -> None:
    """The actors, the presidency, the grid."""
    await life.gather(["association"] * 98)
    await life.gather(["company"], "entreprise")
    await life.lacks("actors", "presidency", "triage_grid")
    await life.gather(["authority"], "collectivite")
    await life.lacks("presidency", "triage_grid")
    await life.gather(["company"] * 101, "arrivee")
    await life.lacks("actors", "presidency", "triage_grid")
    await life.do("RetireStakeholder", stakeholder="arrivee-101", reason="Départ")
    await life.lacks("presidency", "triage_grid")
    await life.do("DeclareGateItem", "elected", item="presidency")
    await life.do("DeliverDeliverable", deliverable="triage_grid")
    await life.leaves()


async def met(stage: Stage, life: Life) -> None:
    """Reminded every four months; Strasbourg keeps 26 December; what is over a year old counts no more."""
    for day in ("2025-04-28", "2025-08-26"):
        await stage.on(day)
        await session(life)
    await life.do("DeliverDeliverable", deliverable="restitution")
    await life.lacks("sessions", "policy", "decisions")
    await stage.on("2025-12-29")
    assert await life.reminders("session") == [
        ("2025-04-07", "before"),
        ("2025-07-28", "before"),
        ("2025-11-26", "before"),
        ("2025-12-29", "due"),
    ]
    for lacking in ((), (), ("sessions",)):
        await session(life)
        await life.lacks(*lacking, "policy", "decisions")
    await stage.on("2026-04-29")
    await life.lacks("policy", "decisions")


async def session(life: Life) -> None:
    """The council meets."""
    await life.do("RecordContact", kind="meeting", occasion="session")


async def co_decides(stage: Stage, life: Life) -> None:
    """What it decides is binding: a tie goes to the president, and nobody else may say how it ended."""
    policy = await asked_by_itself(life, "ask_to_co_decide")
    why = {"points": ["means"], "reasons": "Sans moyens", "would_change": "Un budget"}
    for who in ("actor", "elected"):
        await policy.do("DeclareInterests", who, conflict=False)
    await policy.do("GiveOpinion", "actor", opinion="unfavourable", dossier=1, **why)
    await policy.do("GiveOpinion", "elected", opinion="favourable", dossier=1)
    await life.house.followed()
    assert (await policy.told())[-1] == ("2026-04-29", "conclusion", "handed_up", "elected")
    casting = {"outcome": "favourable", "reasons": "Le budget suivra"}
    await policy.refused("not_entitled", "ConcludeReview", **casting)
    await policy.do("ConcludeReview", "elected", **casting)
    await policy.ends()
    [concluded] = await life.house.happened(policy.key, ReviewConcluded)
    assert isinstance(concluded.event, ReviewConcluded)
    assert (concluded.event.outcome, concluded.event.by) == ("favourable", "casting-vote")
    await life.lacks("decisions")


async def takes_up_a_project(life: Life) -> None:
    """What fits nowhere goes through the grid of the triage, then before the council: what it concludes is decided."""
    project = await requests(life, "atelier", request("project", 0, "2026-05-01", "2027-04-30"))
    triage = await asked_by_itself(life, "sort_the_project", "atelier")
    scores = {"territory": 3, "cooperation": 4, "novelty": 4, "feasibility": 1}
    await triage.do("DeclareInterests", "committee", conflict=False)
    await triage.do("GiveOpinion", "committee", opinion="favourable", dossier=1, scores=scores)
    await triage.ends()
    council = await asked_by_itself(life, "put_to_the_council", "atelier")
    await project.refused("not_entitled", "DecideFunding", decision="granted")
    await council.hears(actor="favourable", elected="favourable")
    assert (await council.ends()).outcome == "favourable"
    await performed(life, "record_what_is_decided", project.key)
    assert (await project.state()).stage == "granted"
    await project.do("CloseFunding")
