"""Fondation Macif, territorial cooperations: from opening to the study by the regional commission."""

from config import Settings
from tests.programmes.stage import Figure, assert_figures, on_stage

PROGRAMME = "macif-territorial-cooperations"
FIGURES: dict[str, Figure] = {
    "period.since": "2024-01-01",
    "period.until": "2028-12-31",
    "phases.exploration.gate.pair.needs.at_least": 2,
    "phases.exploration.gate.place_of_the_foundation.needs.of.#": 2,
    "figures.first_cooperations.value": 2,
    "figures.first_engaged.value": 2025,
    "figures.all_launched.value": 2026,
    "figures.toulouse_neighbourhoods.value": 5,
    "figures.toulouse_priority_neighbourhoods.value": 1,
    "figures.city_contract_from.value": 2024,
    "figures.city_contract_to.value": 2030,
    "figures.first_lead_years.value": 1,
}
"""Field notes §4.2."""


async def test_a_cooperation_comes_to_its_study_by_the_commission(settings: Settings) -> None:
    """Opened from 2024 to 2028 by a regional pair; the first lead holds for a year; the commission studies."""
    assert_figures(PROGRAMME, FIGURES)
    async with on_stage(settings, PROGRAMME, "2025-03-03", {"commission": "regional-commission"}) as stage:
        await stage.cannot_open("outside_period", effective_at="2023-12-31")
        early = await stage.open("premier", effective_at="2024-01-01")
        await stage.house.hand_to_local_body(early.file)
        life = await stage.open()
        lead = {"stakeholder": "cite", "name": "La Cité", "sector": "association", "role": "Chef de file"}
        await life.do("AddStakeholder", **lead, term={"until": "2026-03-02"})
        await life.gather(["association"])
        await life.lacks("collective", "pair", "place_of_the_foundation", "commission_study")
        await life.gather(["funder"], "fondation")
        await life.judge("place_of_the_foundation", ["initiator"])
        await life.lacks("pair", "commission_study")
        pair = [stage.house.people["manager"], stage.house.people["elected"]]
        await life.do("HandOverManagers", managers=pair, reason="Le binôme régional")
        await life.lacks("commission_study")
        await life.refused("not_declarable", "DeclareGateItem", item="commission_study")

        await stage.on("2026-03-04")
        assert await life.told("commission_study") == [
            ("a_month_before", "manager"),
            ("a_month_before", "elected"),
            ("overdue", "manager"),
            ("overdue", "elected"),
            ("escalated", "commission"),
        ]
        days = [day for day, rung in await life.reminders("commission_study")]
        assert sorted(set(days)) == ["2025-08-04", "2025-09-17", "2025-11-03"]
        terms = sorted(set(await life.reminders("role_term")))
        assert terms == [
            ("2026-01-02", "two_months_before"),
            ("2026-02-16", "two_weeks_before"),
            ("2026-03-03", "ended"),
        ]
        await life.lacks("commission_study")

        await stage.on("2029-01-02")
        await stage.cannot_open("outside_period")
        await stage.open("dernier", effective_at="2028-12-31")
