"""Fondation Macif, territorial cooperations: studied by the regional commission, co-financed by the board."""

from config import Settings
from tests.programmes.figures import Figure, assert_figures
from tests.programmes.money import Money, asked_by_itself, gives_bank_details, opens, request, requests
from tests.programmes.stage import Life, Stage, on_stage

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


CAST = {"commission": "regional-commission", "finance": "finance-officer", "second": "programme-manager"}
TERM = ("2026-04-01", "2028-03-31")
ITEMS = ("common_project", "governance", "story", "pleasure", "invisible_residents")


async def test_a_cooperation_is_studied_co_financed_and_lived_to_its_end(settings: Settings) -> None:
    """Opened from 2024 to 2028 by a regional pair; the first lead holds for a year; the commission advises."""
    assert_figures(PROGRAMME, FIGURES)
    async with on_stage(settings, PROGRAMME, "2025-03-03", CAST) as stage:
        await stage.cannot_open("outside_period", effective_at="2023-12-31")
        early = await stage.open("premier", effective_at="2024-01-01")
        await stage.house.hand_to_local_body(early.file)
        life = await stage.open()
        lead = {"stakeholder": "cite", "name": "La Cité", "sector": "association", "role": "Chef de file"}
        await life.do("AddStakeholder", **lead, term={"until": "2026-03-02"})
        await life.gather(["association"])
        await life.lacks("collective", "pair", "place_of_the_foundation", "commission_study")
        await life.gather(["funder"], "fondation")
        pair = [stage.house.people["manager"], stage.house.people["elected"]]
        await life.do("HandOverManagers", managers=pair, reason="Le binôme régional")
        await life.lacks("place_of_the_foundation", "commission_study")
        await life.refused("not_declarable", "DeclareGateItem", item="commission_study")

        await stage.on("2026-03-04")
        assert await life.told("commission_study") == [
            ("soon", "manager"),
            ("soon", "elected"),
            ("overdue", "manager"),
            ("overdue", "elected"),
            ("escalated", "elected"),
        ], "the file is not complete: the commission has not been asked, and is not reminded"
        days = [day for day, rung in await life.reminders("commission_study")]
        assert sorted(set(days)) == ["2025-08-20", "2025-09-10", "2025-10-03"]
        terms = sorted(set(await life.reminders("role_term")))
        assert terms == [
            ("2026-01-02", "two_months_before"),
            ("2026-02-16", "two_weeks_before"),
            ("2026-03-03", "ended"),
        ]
        await life.judge("place_of_the_foundation", ["initiator"])
        await life.lacks("commission_study")

        await stage.on("2029-01-02")
        await stage.cannot_open("outside_period")
        await stage.open("dernier", effective_at="2028-12-31")


async def is_advised(stage: Stage, life: Life) -> None:
    """The commission studies the file: an opinion, even unfavourable, is not a decision, and the file goes on."""
    await stage.on("2026-04-16")
    study = await asked_by_itself(life, "studied_once_complete")
    why = {"points": ["no_residents"], "reasons": "Sans habitants", "would_change": "Un conseil d’habitants"}
    await study.do("DeclareInterests", "commission", conflict=False)
    await study.do("GiveOpinion", "commission", opinion="unfavourable", dossier=1, **why)
    assert (await study.ends()).outcome == "unfavourable"
    assert await study.told() == [
        ("2026-03-12", "opinions", "invitation", "commission"),
        ("2026-04-07", "opinions", "reminder", "commission"),
        ("2026-04-15", "opinions", "overdue", "commission"),
    ], "complete on the 4th of March, announced for a week; Easter Monday is the 6th of April"
    await life.leaves()


async def is_co_financed(life: Life) -> Money:
    """30 000 € of 60 000 € of engineering: the board decides; the commission, which advises, does not."""
    asked = request("engineering", 30_000_00, *TERM, total=60_000_00, expense="engineering", origin="public")
    money = await requests(life, "ingenierie", asked)
    await opens(life, f"{PROGRAMME}/engineering/2026", 200_000_00)
    await money.refused("not_entitled", "DecideFunding", "commission", decision="granted")
    await money.do("DecideFunding", "board", decision="granted")
    await money.is_agreed(*TERM)
    await money.refused("tranche_not_due", "RequestTranche", tranche="start")
    await money.do("ConfirmCoFunding", source="autres")
    await gives_bank_details(life)
    await money.is_paid("start", ["elected"], "VIR-ING-1", "2026-04-16")
    return money


async def is_lived(stage: Stage, life: Life, money: Money) -> None:
    """The second half once the charter is signed and the report accepted; more time by an amendment; then its end."""
    await life.do("DeliverDeliverable", deliverable="framework")
    await money.refused("tranche_not_due", "RequestTranche", tranche="second_half")
    await life.sign_charter(["membre-1", "fondation-1"])
    await life.leaves()
    await money.do("ProposeAmendment", amendment="avenant-1", until="2028-09-30", reason="Six mois de plus")
    await money.do("DecideAmendment", "board", amendment="avenant-1", decision="granted")
    for party in ("porteur", "financeur"):
        await money.do("SignAmendment", amendment="avenant-1", party=party)
    assert f"{(await money.state()).until}" == "2028-09-30"
    await stage.on("2027-03-30")
    await money.reports("engineering_report")
    await money.is_paid("second_half", ["elected"], "VIR-ING-2", "2027-03-30")
    await money.do("CloseFunding")
    await life.do("RecordQuickWin", title="Une menuiserie de réemploi")
    await stage.on("2028-04-03")
    asked = [day for day, rung in await life.reminders("ask_for_evaluation") if rung == "overdue"]
    assert sorted(set(asked)) == ["2026-11-24"], (
        "asked once, six months after the beginning, until it is there"
    )
    await life.do("RecordEvaluation", grid=dict.fromkeys(ITEMS, 3))
    await life.leaves()
    await life.do("DeliverDeliverable", deliverable="chapter")
    await life.do("RecordLesson", title="Le chef de file change")
    await life.leaves()
    assert (await life.state()).status == "closed"
