"""The territorial approach, told along Noailles: no call, a portrait, years of link, a jury asked for its opinion."""

from config import Settings
from tests.programmes.figures import Figure, assert_figures
from tests.programmes.money import asked_by_itself, request, requests
from tests.programmes.stage import Life, Stage, on_stage

PROGRAMME = "demarche-territoriale"
FIGURES: dict[str, Figure] = {
    "period.since": "2020-06-21",
    "figures.regional_foundations.value": 6,
    "figures.territories.value": 12,
    "figures.initiatives.value": 50,
    "figures.supported_cents.value": 500_000_000,
    "figures.noailles_collapse.value": "2018-11-05",
    "figures.noailles_start.value": 2020,
    "figures.noailles_portrait.value": "2021-11",
    "figures.noailles_meetings_from.value": 2022,
    "figures.noailles_meetings_to.value": 2023,
    "figures.noailles_small_grant.value": 2022,
    "figures.noailles_turnover.value": 2023,
    "figures.noailles_check_in.value": "2023-12",
}
"""Field notes §4.4; 5 M€ in cents, and the first day of the summer of 2020."""


async def test_a_territory_goes_from_an_intuition_to_what_it_passes_on(settings: Settings) -> None:
    """Nothing is opened before the summer of 2020, nor under a call; only those in charge are reminded."""
    assert_figures(PROGRAMME, FIGURES)
    async with on_stage(settings, PROGRAMME, "2020-06-19") as stage:
        await stage.cannot_open("outside_period")
        await stage.on("2020-07-01")
        await stage.cannot_open("no_calls", call="appel")
        life = await stage.open()
        await stage.on("2021-06-02")
        await life.do("RecordContact", kind="visit")
        await stage.on("2021-11-15")
        await life.do("DeliverDeliverable", deliverable="sensitive_portrait")
        await life.lacks("qualified_contacts", "jury_opinion")
        for day, kind in (("2022-04-04", "meeting"), ("2023-03-03", "meeting"), ("2023-12-11", "phone")):
            await stage.on(day)
            await life.do("RecordContact", kind=kind)
        assert await life.reminders("inactivity") == [
            ("2021-06-01", "a_month_before"),
        ]
        await life.do("DeclareGateItem", item="qualified_contacts")
        await stage.on("2023-12-19")
        await is_advised(stage, life)
        await life.leaves()

        await stage.on("2025-01-06")
        assert await life.reminders("inactivity") == [
            ("2021-06-01", "a_month_before"),
            ("2024-11-19", "a_month_before"),
            ("2025-01-02", "overdue"),
        ]
        assert {who for _, who in await life.told("inactivity")} == {"manager"}
        await life.do("RecordContact", kind="meeting", occasion="jury_session")
        await life.lacks("initiative", "jury_on_the_work")
        await life.do("RecordQuickWin", title="Une initiative aboutie")
        await life.lacks("jury_on_the_work")
        work = await asked_by_itself(life, "ask_about_the_work")
        assert await work.told() == [("2024-12-27", "opinions", "invitation", "jury")], (
            "a year and a week later"
        )
        await work.hears(jury="favourable")
        assert (await work.ends()).outcome == "favourable"
        await life.leaves()
        await life.lacks("lesson")
        await life.do("RecordLesson", title="Le lien se garde")
        await life.leaves()
        assert (await life.state()).status == "closed"


async def is_advised(stage: Stage, life: Life) -> None:
    """The jury is asked for its opinion and does not decide: even an unfavourable one lets the territory go on."""
    await life.refused("not_declarable", "DeclareGateItem", item="jury_opinion")
    opinion = await asked_by_itself(life, "ask_about_the_territory")
    assert await opinion.told() == [("2023-12-19", "opinions", "invitation", "jury")], "announced for a week"
    await opinion.do("DeclareInterests", "jury", conflict=False)
    why = {"points": ["turnover"], "reasons": "Trop de départs", "would_change": "Une équipe stable"}
    await opinion.do("GiveOpinion", "jury", opinion="unfavourable", dossier=1, **why)
    assert (await opinion.ends()).outcome == "unfavourable"
    small = request("initiative", 3_000_00, "2024-01-01", "2024-12-31")
    money = await requests(life, "seminaire", small)
    await money.refused("not_entitled", "DecideFunding", "jury", decision="granted")
    await money.do("WithdrawFunding", reason="Les porteurs reviendront vers la fondation")
