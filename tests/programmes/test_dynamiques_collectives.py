"""Study-action 2020 "Dynamiques collectives": each dynamic is followed for eighteen months, then told."""

from collections.abc import Mapping

from config import Settings
from tests.programmes.figures import Figure, assert_figures
from tests.programmes.stage import Life, Stage, on_stage

PROGRAMME = "dynamiques-collectives"

FIGURES: Mapping[str, Figure] = {
    "period.since": "2020-01-01",
    "figures.dynamics.value": 17,
    "figures.types.value": 14,
    "figures.monographs.value": 17,
    "figures.reports.value": 1,
    "phases.experimentation.expected": "P18M",
    "deadlines.following.within": "P18M",
    "phases.experimentation.gate.visit_days.needs.at_least": 2,
    "phases.experimentation.gate.peer_seminars.needs.at_least": 3,
}
"""Field notes §4.16."""


async def test_a_dynamic_is_chosen_followed_and_told(settings: Settings) -> None:
    """From the steering committee's choice to the monograph and the report."""
    assert_figures(PROGRAMME, FIGURES)
    async with on_stage(settings, PROGRAMME, "2019-12-31") as stage:
        await stage.cannot_open("outside_period")
        await stage.on("2020-01-02")
        life = await stage.open()
        await life.refused("not_entitled", "DeclareGateItem", item="chosen")
        await life.do("DeclareGateItem", "committee", item="chosen")
        await life.leaves()
        await is_followed(stage, life)
        await is_told(stage, life)
        assert (await life.state()).status == "closed"


async def is_followed(stage: Stage, life: Life) -> None:
    """Two visit days and three peer seminars, no fewer, within eighteen months."""
    await life.do("RecordContact", kind="visit", occasion="visit_day")
    await life.lacks("visit_days", "peer_seminars")
    await life.do("RecordContact", kind="visit", occasion="visit_day")
    for _ in range(2):
        await life.do("RecordContact", kind="meeting", occasion="peer_seminar")
    await life.lacks("peer_seminars")
    await stage.on("2021-08-03")
    await life.do("RecordContact", kind="meeting", occasion="peer_seminar")
    await life.leaves()
    assert await life.reminders("following") == [
        ("2021-06-02", "before"),
        ("2021-07-02", "due"),
        ("2021-08-02", "escalation"),
    ]
    assert (await life.told("following"))[-1] == ("escalation", "committee")


async def is_told(stage: Stage, life: Life) -> None:
    """A monograph, and its part in the report."""
    await stage.on("2021-10-04")
    await life.do("DeliverDeliverable", deliverable="monograph")
    await life.lacks("report")
    await life.do("DeliverDeliverable", deliverable="report")
    await life.leaves()
    assert await life.reminders("monograph") == [("2021-10-04", "before")]  # the 3rd is a Sunday
