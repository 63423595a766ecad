"""Mine d'idées: a call for ideas from 2013 to 2018, whose files the Fondation des Lumières took over."""

from collections.abc import Mapping

from config import Settings
from tests.programmes.figures import Figure, assert_figures
from tests.programmes.stage import Life, Stage, on_stage

PROGRAMME = "mine-d-idees"
SUCCESSOR = "fondation-territoriale-des-lumieres"

FIGURES: Mapping[str, Figure] = {
    "period.since": "2013-01-01",
    "period.until": "2018-12-03",
    "calls.calls.ideas_and_projects.opens": "2013-01-01",
    "calls.calls.ideas_and_projects.closes": "2018-12-03",
    "figures.projects.value": 70,
    "figures.founding_partners.value": 10,
}
"""Field notes §4.15."""

CALL = "ideas_and_projects"


async def test_an_idea_becomes_a_project_and_the_last_ones_move_to_the_foundation(settings: Settings) -> None:
    """From the first day of the call to its last; a file that still runs goes on under its successor."""
    assert_figures(PROGRAMME, FIGURES)
    async with on_stage(settings, PROGRAMME, "2012-12-31") as stage:
        await stage.cannot_open("outside_period", call=CALL)
        await stage.on("2013-01-01")
        await lives(stage, await stage.open("jardin", call=CALL))
        await stage.on("2018-11-05")
        late = await stage.open("terril", call=CALL)
        await is_chosen(late)
        await moves_on(stage, late)


async def lives(stage: Stage, life: Life) -> None:
    """An idea waits three months for its answer, a project is asked for news after six."""
    await stage.on("2013-04-09")
    await is_chosen(life)
    await stage.on("2013-11-13")
    await life.lacks("quick_win")
    await life.do("RecordQuickWin", title="Un premier jardin au pied du terril")
    await life.leaves()
    await life.do("RecordLesson", title="Commencer par la fête")
    await life.leaves()
    assert (await life.state()).status == "closed"
    assert await life.reminders("choice") == [("2013-03-18", "before"), ("2013-04-08", "late")]
    assert await life.reminders("contact") == [
        ("2013-10-09", "due"),
        ("2013-11-12", "escalation"),  # 9 November 2013 is a Saturday, the 11th a holiday
    ]


async def is_chosen(life: Life) -> None:
    """By the steering committee alone."""
    await life.do("DeclareGateItem", item="bounded_territory")
    await life.lacks("chosen")
    await life.refused("not_entitled", "SelectApplication", stage="chosen")
    await life.do("SelectApplication", "committee", stage="chosen")
    await life.leaves()


async def moves_on(stage: Stage, life: Life) -> None:
    """Not before 3 December 2018, and with its whole history; the last ideas came in that very day."""
    move = {"to": f"{SUCCESSOR}@1", "reason": "La fondation prend le relais"}
    await stage.on("2018-12-02")
    await life.refused("relay_not_yet", "MigrateCooperation", "administrator", **move)
    await stage.on("2018-12-03")
    before = await stage.house.events(life.file)
    await life.do("MigrateCooperation", "administrator", **move)
    await stage.open("derniere", call=CALL)
    await stage.on("2018-12-04")
    await stage.cannot_open("outside_period", call=CALL)

    moved = Life(Stage(stage.house, SUCCESSOR), life.file)
    assert (await stage.house.events(life.file))[: len(before)] == before
    assert (await moved.state()).rulebook == move["to"]
    await stage.on("2019-05-07")
    await moved.do("RecordQuickWin", title="Un sentier sur le terril")
    await moved.leaves()
    await moved.lacks("balance")
    await moved.do("DeliverDeliverable", deliverable="balance")
    await moved.leaves()
    assert await moved.reminders("contact") == [("2019-05-06", "due")]  # 5 May 2019 is a Sunday
    assert (await moved.state()).status == "closed"
