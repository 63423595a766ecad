"""The study-action: dated steps in its first year, then a chapter of the logbook each November and December."""

from config import Settings
from tests.programmes.figures import Figure, assert_figures
from tests.programmes.stage import Life, Stage, on_stage

PROGRAMME = "philanthropie-en-cooperations"
FIGURES: dict[str, Figure] = {
    "period.since": "2025-01-01",
    "period.until": "2028-12-31",
    "figures.presented.value": "2024-11",
    "deadlines.framing.date": "2025-01-01",
    "deadlines.framing.within": "P5M29D",
    "deadlines.staff_training.date": "2025-03-01",
    "deadlines.staff_training.within": "P1M29D",
    "deadlines.board_validation.date": "2025-06-30",
    "deadlines.board_validation.within": "P0D",
    "deadlines.needs_survey.date": "2025-06-01",
    "deadlines.needs_survey.within": "P4M30D",
    "deadlines.first_workshop.date": "2025-11-14",
    "deadlines.first_workshop.within": "P0D",
    "deadlines.chapter.day": "11-01",
    "deadlines.chapter.within": "P1M30D",
    "phases.exploration.gate.staff_training.needs.at_least": 1,
    "phases.experimentation.gate.reflexive_dimensions.needs.of.#": 3,
    "phases.experimentation.gate.reflexive_dimensions.needs.at_least": 3,
    "phases.experimentation.gate.inter_territorial_day.needs.at_least": 1,
    "documents.chapter.sections.#": 6,
}
"""Field notes §4.3; windows of months end on their last day."""


async def test_the_study_runs_from_its_framing_to_its_last_chapter(settings: Settings) -> None:
    """Every step of 2025 is reminded on its days, and one chapter a year is written until 2028."""
    assert_figures(PROGRAMME, FIGURES)
    async with on_stage(settings, PROGRAMME, "2025-01-02") as stage:
        await stage.cannot_open("outside_period", effective_at="2024-12-31")
        life = await stage.open()
        await framed(stage, life)
        await first_year(stage, life)
        await later_years(stage, life)
        assert await life.reminders("chapter") == [
            ("2025-11-03", "opening"),
            ("2026-11-02", "opening"),
            ("2027-11-02", "opening"),
            ("2028-11-02", "opening"),
        ]
        assert (await life.state()).status == "closed"


async def framed(stage: Stage, life: Life) -> None:
    """From January to June: training by the end of April, framing and the board by the end of June."""
    await stage.on("2025-04-18")
    await life.do("RecordContact", kind="meeting", occasion="training")
    await stage.on("2025-06-27")
    await life.do("DeliverDeliverable", deliverable="framing")
    await life.lacks("board_validation")
    await stage.on("2025-06-30")
    await life.do("DeclareGateItem", "board", item="board_validation")
    await life.leaves()
    assert await life.reminders("staff_training") == [("2025-04-16", "before")]
    assert await life.reminders("framing") == [("2025-06-16", "before")]
    assert await life.reminders("board_validation") == [("2025-06-16", "before"), ("2025-06-30", "due")]
    assert await life.told("board_validation") == [("before", "board"), ("due", "board")]


async def first_year(stage: Stage, life: Life) -> None:
    """The survey by the end of October, the first workshop on 14 November, the chapter by the end of December."""
    await stage.on("2025-11-03")
    await life.do("DeliverDeliverable", deliverable="needs_survey")
    assert await life.reminders("needs_survey") == [("2025-10-17", "before"), ("2025-10-31", "due")]
    await stage.on("2025-11-14")
    await life.do("RecordContact", kind="meeting", occasion="workshop")
    assert await life.reminders("first_workshop") == [("2025-10-31", "before"), ("2025-11-14", "due")]
    await stage.on("2025-12-10")
    await life.do("DeliverDeliverable", deliverable="chapter")


async def later_years(stage: Stage, life: Life) -> None:
    """A second workshop half a year after the first, a visit, the day of all territories, three dimensions."""
    await stage.on("2026-05-18")
    assert await life.reminders("workshop") == [("2026-04-30", "before"), ("2026-05-15", "due")]
    await life.lacks("workshops", "field_visits", "inter_territorial_day", "reflexive_dimensions")
    for occasion in ("workshop", "field_visit", "inter_territorial_day"):
        await life.do("RecordContact", kind="meeting", occasion=occasion)
    await life.judge("reflexive_dimensions", ["strategic", "operational"], "committee")
    await life.lacks("reflexive_dimensions")
    await life.judge("reflexive_dimensions", ["cooperative"], "committee")
    await life.leaves()
    for year in (2026, 2027, 2028):
        await stage.on(f"{year}-12-10")
        await life.do("DeliverDeliverable", deliverable="chapter")
    await life.lacks("evaluation", "lessons")
    await life.do("DeclareGateItem", "committee", item="evaluation")
    await life.do("RecordLesson", title="Apprendre à découvert")
    await life.leaves()
