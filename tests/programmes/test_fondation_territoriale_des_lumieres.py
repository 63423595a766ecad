"""Fondation territoriale des Lumières: a permanent call, thematic calls, a funnel, and an accelerated circuit."""

from collections.abc import Mapping

from config import Settings
from tests.programmes.stage import Figure, Life, Stage, assert_figures, on_stage

PROGRAMME = "fondation-territoriale-des-lumieres"

FIGURES: Mapping[str, Figure] = {
    "period.since": "2018-01-01",
    "calls.calls.permanent.kind": "permanent",
    "calls.calls.permanent.opens": "2018-01-01",
    "relays.mine-d-idees.since": "2018-12-03",
    "figures.predecessor_since.value": 2013,
    "figures.predecessor_until.value": 2018,
    "figures.predecessor_projects.value": 70,
    "phases.exploration.gate.criteria.needs.of.#": 4,
    "phases.exploration.gate.criteria.needs.at_least": 4,
    "calls.calls.health_prevention_2019.opens": "2019-01-01",
    "calls.calls.health_prevention_2019.closes": "2019-12-31",
    "figures.health_2019_received.value": 25,
    "figures.health_2019_shortlisted.value": 9,
    "figures.health_2019_supported.value": 6,
    "calls.calls.youth_and_ecology_2020.opens": "2020-01-01",
    "calls.calls.youth_and_ecology_2020.closes": "2020-12-31",
    "figures.youth_2020_received.value": 18,
    "figures.youth_2020_shortlisted.value": 8,
    "figures.supported_2018.value": 6,
    "figures.supported_2019.value": 14,
    "figures.supported_2020.value": 23,
    "instruments.support.fast_track.envelope_cents": 50_000_00,
    "instruments.support.fast_track.fewer_than_employees": 10,
}
"""Field notes §4.11; the day of the relay: §4.15. Of the calls the field gives the years."""

REASONS = ("no_residents", "nothing_new")


async def test_applications_go_through_the_funnel_until_a_support_is_to_be_decided(
    settings: Settings,
) -> None:
    """Kept, or refused with reasons that a second submission answers; each call in its year, Covid-19 faster."""
    assert_figures(PROGRAMME, FIGURES)
    async with on_stage(settings, PROGRAMME, "2017-12-31") as stage:
        await stage.cannot_open("outside_period", call="permanent")
        await stage.on("2018-12-31")
        await stage.cannot_open("call_required")
        await stage.cannot_open("call_closed", call="health_prevention_2019")
        await stage.on("2019-06-03")
        await is_kept(await stage.open("sante", call="health_prevention_2019"))
        await comes_back(stage, await stage.open("cuisine", call="health_prevention_2019"))
        await is_helped_fast(stage)


async def is_kept(life: Life) -> None:
    """One stage after the other, by those who are entitled to it; the four criteria, not three."""
    await life.refused("not_entitled", "SelectApplication", "jury", stage="shortlisted")
    await life.refused("not_the_next_stage", "SelectApplication", stage="supported")
    await life.do("SelectApplication", stage="shortlisted")
    await life.judge("criteria", ["residents_needs", "residents_involved", "new_solidarity"], "jury")
    await life.judge("criteria", ["new_cooperation"], "jury", met=False)
    await life.lacks("criteria", "supported", "support")
    await life.do("SelectApplication", "jury", stage="supported")
    await life.judge("criteria", ["new_cooperation"], "jury")
    await life.lacks("support")


async def comes_back(stage: Stage, life: Life) -> None:
    """Refused, the file sleeps; every reason answered, it is received anew and awaits its answer anew."""
    await stage.on("2019-08-21")
    await life.do(
        "DeclineApplication",
        points=REASONS,
        reasons="Aucun habitant n’y prend part, et la cuisine existe déjà",
        would_change="Des habitants dans l’équipe, un lieu sans cuisine partagée",
    )
    await stage.on("2019-12-31")
    await life.refused(
        "answers_other_points", "ResubmitApplication", answered=REASONS[:1], answers="Ils sont dix"
    )
    await life.do("ResubmitApplication", answered=REASONS, answers="Dix habitants, dans le village voisin")
    await stage.on("2020-01-01")
    await stage.cannot_open("call_closed", call="health_prevention_2019")
    await stage.on("2020-03-16")
    await life.do("SelectApplication", stage="shortlisted")
    await stage.on("2020-04-15")
    assert await life.reminders("selection") == [
        ("2019-08-20", "before"),
        ("2020-03-17", "before"),
        ("2020-03-31", "due"),
        ("2020-04-14", "escalation"),
    ]
    assert (await life.told("selection"))[-1] == ("escalation", "jury")


async def is_helped_fast(stage: Stage) -> None:
    """Covid-19: straight from received to supported."""
    life = await stage.open("solidarite", call="covid_19")
    await life.refused("not_the_next_stage", "SelectApplication", "jury", stage="shortlisted")
    await life.do("SelectApplication", "jury", stage="supported")
    await life.lacks("criteria", "support")
