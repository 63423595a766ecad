"""La France s'engage × Marseille: laureates settle in a city that commits to them as they commit to it."""

from collections.abc import Mapping

from config import Settings
from tests.programmes.figures import Figure, assert_figures
from tests.programmes.stage import Life, Stage, on_stage

PROGRAMME = "la-france-s-engage-marseille"

FIGURES: Mapping[str, Figure] = {
    "figures.laureates_present.value": 26,
    "figures.laureates_born_here.value": 5,
    "instruments.laureate_support.envelope.total_cents": 1_505_000_00,
    "instruments.laureate_support.lasting.0": "P3Y",
    "instruments.laureate_support.lasting.1": "P3Y",
    "phases.experimentation.expected": "P3Y",
    "deadlines.balance.within": "P3Y",
    "phases.diagnosis.gate.pair.needs.at_least": 3,  # the laureate and its pair of mentors
    "calls.calls.#": 5,
    "calls.calls.contest_2015.opens": "2015-01-01",
    "calls.calls.contest_2015.closes": "2015-12-31",
    "calls.calls.contest_2016.opens": "2016-01-01",
    "calls.calls.contest_2016.closes": "2016-12-31",
    "calls.calls.contest_2019.opens": "2019-01-01",
    "calls.calls.contest_2019.closes": "2019-12-31",
    "calls.calls.contest_2020.opens": "2020-01-01",
    "calls.calls.contest_2020.closes": "2020-12-31",
    "calls.calls.contest_2023.opens": "2023-01-01",
    "calls.calls.contest_2023.closes": "2023-12-31",
}
"""Field notes §4.12; of the contests the field gives the years."""


async def test_a_laureate_is_spotted_settles_and_is_accompanied_for_three_years(settings: Settings) -> None:
    """From the contest of 2023 to the lesson that the city and the foundation draw."""
    assert_figures(PROGRAMME, FIGURES)
    async with on_stage(settings, PROGRAMME, "2022-12-31") as stage:
        await stage.cannot_open("call_closed", call="contest_2023")
        await stage.on("2023-01-02")
        await stage.cannot_open("call_closed", call="contest_2020")
        life = await stage.open(call="contest_2023")
        await life.do("SelectApplication", "committee", stage="laureate")
        await life.lacks("uncovered_need")
        await life.do("DeclareGateItem", item="uncovered_need")
        await life.leaves()
        await settles(stage, life)
        await is_accompanied(stage, life)
        await life.do("RecordLesson", title="Présenter le quartier avant les subventions")
        await life.leaves()
        assert (await life.state()).status == "closed"


async def settles(stage: Stage, life: Life) -> None:
    """The laureate and its two mentors; the convention is signed by the city and the foundation, late."""
    await life.gather(["association", "authority"])
    await life.lacks("pair", "convention")
    await life.gather(["association", "funder"], prefix="autre")
    await stage.on("2023-07-04")
    await life.sign_charter(["membre-1", "membre-2"])
    await life.lacks("convention")
    await life.sign_charter(["membre-2", "autre-2"])
    await life.leaves()
    assert await life.reminders("convention") == [
        ("2023-06-02", "before"),
        ("2023-07-03", "due"),  # the 2nd is a Sunday
    ]


async def is_accompanied(stage: Stage, life: Life) -> None:
    """The pair is asked to meet once a year; after three years the balance is due."""
    for day in ("2024-06-24", "2025-06-24"):
        await stage.on(day)
        await life.do("RecordContact", kind="meeting", occasion="mentoring")
    await stage.on("2026-07-07")
    await life.lacks("balance")
    await life.do("DeliverDeliverable", deliverable="balance")
    await life.leaves()
    assert await life.reminders("mentoring") == [
        ("2024-06-20", "before"),
        ("2025-06-10", "before"),
        ("2026-06-10", "before"),
    ]
    assert await life.reminders("balance") == [
        ("2026-06-04", "before"),
        ("2026-07-06", "due"),  # the 4th is a Saturday
    ]
