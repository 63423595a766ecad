"""Fondation territoriale des Lumières: a permanent call, thematic calls, a funnel, and an accelerated circuit."""

import asyncio
from collections.abc import Mapping
from typing import Any

from config import Settings
from tests.programmes.figures import Figure, assert_figures
from tests.programmes.money import Money, envelope_of, gives_bank_details, opens, request, requests
from tests.programmes.stage import Life, Stage, on_stage

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
TERM = ("2019-07-01", "2020-06-30")


CAST = {"finance": "finance-officer", "second": "programme-manager"}
CRITERIA = ("residents_needs", "residents_involved", "new_solidarity", "new_cooperation")


async def test_applications_go_through_the_funnel(settings: Settings) -> None:
    """Kept, or refused with reasons that a second submission answers; each call in its year."""
    assert_figures(PROGRAMME, FIGURES)
    async with on_stage(settings, PROGRAMME, "2017-12-31") as stage:
        await stage.cannot_open("outside_period", call="permanent")
        await stage.on("2018-12-31")
        await stage.cannot_open("call_required")
        await stage.cannot_open("call_closed", call="health_prevention_2019")
        await stage.on("2019-06-03")
        await is_kept(await stage.open("sante", call="health_prevention_2019"))
        await comes_back(stage, await stage.open("cuisine", call="health_prevention_2019"))


async def test_of_25_applications_9_are_shortlisted_and_6_are_supported(settings: Settings) -> None:
    """Health prevention 2019; then youth and ecology 2020, 18 and 8; then Covid-19, by the fast track."""
    async with on_stage(settings, PROGRAMME, "2019-06-03", CAST) as stage:
        shortlist = await shortlisted(stage, "health_prevention_2019", 25, 9)
        supported = shortlist[:6]
        await asyncio.gather(*(is_supported(one) for one in supported))
        await is_refused(shortlist[6])
        await opens(supported[0], envelope("2019"), 90_000_00)
        money = [await is_granted(one, number) for number, one in enumerate(supported)]
        assert (await envelope_of(supported[0], envelope("2019"))).fundings == 6
        await shortlist[7].refused("gate_incomplete", "AdvancePhase", to="experimentation")
        await is_carried_out(stage, supported[0], money[0])
        await stage.on("2020-04-06")
        assert len(await shortlisted(stage, "youth_and_ecology_2020", 18, 8)) == 8
        await is_helped_fast(stage)


async def shortlisted(stage: Stage, call: str, received: int, kept: int) -> list[Life]:
    """Applications received, and of them those that are shortlisted; the others are refused with reasons."""
    lives = await asyncio.gather(*(stage.open(f"{call[:5]}-{one}", call=call) for one in range(received)))
    await asyncio.gather(*(one.do("SelectApplication", stage="shortlisted") for one in lives[:kept]))
    why = {"reasons": "Aucun habitant n’y prend part", "would_change": "Des habitants dans l’équipe"}
    await asyncio.gather(*(one.do("DeclineApplication", points=REASONS[:1], **why) for one in lives[kept:]))
    states = [await one.state() for one in lives]
    assert [one.status for one in states].count("active") == kept
    return list(lives[:kept])


async def is_supported(life: Life) -> None:
    """By the jury, which finds all four criteria met."""
    await life.do("SelectApplication", "jury", stage="supported")
    await life.judge("criteria", CRITERIA, "jury")


async def is_refused(life: Life) -> None:
    """Shortlisted, studied and refused, with what would change it; then nothing may be asked for."""
    why = {"reasons": "La cuisine existe déjà", "would_change": "Un lieu sans cuisine partagée"}
    await life.refused("not_entitled", "DeclineApplication", points=REASONS[1:], **why)
    await life.do("DeclineApplication", "jury", points=REASONS[1:], **why)
    state = await life.state()
    assert state.application
    assert state.application.declined == REASONS[1:]
    await life.refused(
        "application_declined", "RequestFunding", funding="trop-tard", request=support(15_000_00)
    )


async def is_granted(life: Life, number: int) -> Money:
    """15 000 €, decided by the jury, not by who asked."""
    money = await requests(life, f"soutien-{number}", support(15_000_00))
    await money.refused("not_entitled", "DecideFunding", decision="granted")
    await money.do("DecideFunding", "jury", decision="granted")
    await life.leaves()
    return money


async def is_carried_out(stage: Stage, life: Life, money: Money) -> None:
    """Paid with the agreement, reported, closed; then the project passes on what it has learnt."""
    await money.is_agreed(*TERM)
    await gives_bank_details(life)
    await money.is_paid("whole", ["board"], "VIR-SANTE-0", "2019-06-03")
    await life.do("RecordQuickWin", title="Un premier atelier")
    await life.leaves()
    await stage.on("2020-03-02")
    await life.do("DeliverDeliverable", deliverable="balance")
    await life.refused("money_open", "CloseCooperation", outcome="completed", reason="Fini")
    await money.reports("balance")
    await money.do("CloseFunding")
    await life.leaves()
    assert (await life.state()).status == "closed"


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
        "answers_other_points", "ResubmitApplication", answers={"no_residents": "Ils sont dix"}
    )
    await life.do(
        "ResubmitApplication",
        answers={"no_residents": "Dix habitants", "nothing_new": "Dans le village voisin"},
    )
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
    """Covid-19: straight from received to supported; by the board, fewer than 10 employees, 50 000 € in all."""
    life = await stage.open("solidarite", call="covid_19")
    await life.refused("not_the_next_stage", "SelectApplication", "jury", stage="shortlisted")
    await life.do("SelectApplication", "jury", stage="supported")
    await life.lacks("criteria", "support")
    fast = envelope("fast-track/2020")
    refusal = await life.house.ask("OpenEnvelope", "board", envelope=fast, commitments_cents=50_000_01)
    assert refusal.refusal
    assert refusal.refusal.code == "above_ceiling"
    await opens(life, fast, 50_000_00)
    large = await requests(life, "covid-0", support(20_000_00, employees=10, fast_track="cash-flow"))
    assert await large.failing() == {"employees"}
    helped = [
        await requests(life, f"covid-{one}", support(20_000_00, employees=9, fast_track="cash-flow"))
        for one in (1, 2, 3)
    ]
    await helped[0].refused("not_entitled", "DecideFunding", "jury", decision="granted")
    for one in helped[:2]:
        await one.do("DecideFunding", "board", decision="granted")
    answer = await helped[2].refused("envelope_exhausted", "DecideFunding", "board", decision="granted")
    assert answer.refusal
    assert "10\u202f000" in answer.refusal.message.fr
    await helped[2].do("DecideFunding", "board", decision="granted", amount_cents=10_000_00)
    assert (await envelope_of(life, fast)).balance == 0


def envelope(year: str) -> str:
    """An envelope of the foundation's support."""
    return f"{PROGRAMME}/support/{year}"


def support(cents: int, employees: int | None = None, **more: Any) -> dict[str, Any]:
    """A request for the foundation's support."""
    asked = request("support", cents, *TERM, **more)
    return {**asked, "beneficiary": {**asked["beneficiary"], "employees": employees}}
