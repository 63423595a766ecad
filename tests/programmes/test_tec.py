"""TEC: a territory of the right size, a pair in charge, four phases up to the relay."""

from config import Settings
from domain.files.act_events import ActPerformed
from tests.programmes.figures import Figure, assert_figures
from tests.programmes.money import (
    Money,
    asked_by_itself,
    gives_bank_details,
    opens,
    performed,
    request,
    requests,
)
from tests.programmes.stage import Life, on_stage

PROGRAMME = "tec"
FIGURES: dict[str, Figure] = {
    "phases.#": 4,
    "phases.exploration.gate.living_area.needs.at_least": 10_000,
    "phases.exploration.gate.living_area.needs.at_most": 15_000,
    "phases.exploration.gate.vulnerability.needs.of.#": 3,
    "phases.exploration.gate.pair.needs.at_least": 2,
    "figures.accompanying_organisations.value": 10,
    "figures.first_territories.value": 4,
    "figures.territories_being_identified.value": 2,
}
"""Field notes §3 and §4.1."""

GRID = dict.fromkeys(("shared_project", "federating_story", "pleasure", "governance", "going_towards"), 3)


def valley(inhabitants: int) -> dict[str, object]:
    """A living area of that size."""
    return {"name": "Un bassin de vie", "inhabitants": inhabitants}


async def test_a_territory_lives_its_four_phases(settings: Settings) -> None:
    """Neither smaller than 10 000 inhabitants nor larger than 15 000, led by two, evaluated every six months."""
    assert_figures(PROGRAMME, FIGURES)
    cast = {
        "accompanying": "accompanying-organisation",
        "finance": "finance-officer",
        "second": "programme-manager",
    }
    async with on_stage(settings, PROGRAMME, "2026-03-02", cast) as stage:
        life = await stage.open(territory=valley(9_999))
        await life.do("DeclareGateItem", item="qualified_contacts")
        await life.judge("vulnerability", ["structural"])
        await life.judge("territory_criteria", ["driving_actors", "local_strengths"])
        await life.refused("not_declarable", "DeclareGateItem", item="go")
        await life.lacks("living_area", "territory_criteria", "pair", "go")
        await life.judge("territory_criteria", ["felt_vulnerability"])
        for inhabitants, fits in ((10_000, True), (15_000, True), (15_001, False), (12_000, True)):
            await life.do("EditSheet", territory=valley(inhabitants))
            await life.lacks(*(() if fits else ("living_area",)), "pair", "go")
        await stage.on("2027-02-03")
        pair = [stage.house.people["manager"], stage.house.people["accompanying"]]
        await life.do("HandOverManagers", managers=pair, reason="Le binôme se forme")
        await life.lacks("go")
        await is_chosen(life)
        await life.leaves()
        assert await life.told("go_decision") == [("before", "manager")]
        assert {day for day, _ in await life.reminders("go_decision")} == {"2027-02-02"}

        await life.gather(["association", "authority"])
        for deliverable in ("portrait", "action_plan"):
            await life.do("DeliverDeliverable", deliverable=deliverable)
        await life.lacks("charter", "roles_and_governance")
        await life.sign_charter(["membre-1", "membre-2"])
        await life.do("DeclareGateItem", item="roles_and_governance")
        await life.leaves()

        money = await is_funded(life)
        await life.do("StartExperiment", experiment="cantine", title="Une cantine", until="2027-08-03")
        await life.do("RecordQuickWin", title="Un premier repas")
        await life.do("RecordEvaluation", grid=GRID)
        await life.lacks("experiments_closed")
        await stage.on("2027-08-04")
        await life.do("CloseExperiment", experiment="cantine", outcome="kept", finding="On continue")
        await life.lacks("evaluation")
        await is_asked_to_evaluate(life)
        await life.do("RecordEvaluation", grid=GRID)
        await life.leaves()

        for deliverable in ("balance", "publication"):
            await life.do("DeliverDeliverable", deliverable=deliverable)
        await life.do("RecordLesson", title="Cuisiner d’abord")
        await is_paid_out(life, money)
        await life.lacks("relay")
        await life.do("DeclareGateItem", item="relay")
        await life.leaves()
        assert (await life.state()).status == "closed"


async def is_chosen(life: Life) -> None:
    """The day that everything else is there the jury or commission is asked, and answers with a go."""
    choice = await asked_by_itself(life, "ask_for_a_go")
    assert await choice.told() == [("2027-02-03", "opinions", "invitation", "jury")]
    await choice.hears(jury="favourable")
    assert (await choice.ends()).outcome == "favourable"


async def is_funded(life: Life) -> Money:
    """An experiment is asked for, is before the steering committee the same day, and is decided by it alone."""
    await life.lacks("experiment_funded", "experiments_closed", "quick_wins", "evaluation")
    asked = request("experiment_support", 20_000_00, "2027-02-03", "2028-02-02")
    money = await requests(life, "cantine", asked)
    await performed(life, "before_the_committee", money.key)
    await opens(life, "tec/experiment_support/2027", 50_000_00)
    await money.refused("not_entitled", "DecideFunding", "jury", decision="granted")
    await money.do("DecideFunding", "committee", decision="granted")
    await money.is_agreed("2027-02-03", "2028-02-02")
    await performed(life, "ask_for_payment", money.key)
    await gives_bank_details(life)
    await is_approved_and_paid(money, "launch", "VIR-TEC-1", "2027-02-03")
    return money


async def is_approved_and_paid(money: Money, tranche: str, reference: str, day: str) -> None:
    """What the service has asked for is approved by one and paid by another."""
    await money.refused("tranche_stage", "OrderPayment", "finance", tranche=tranche)
    await money.do("ApproveTranche", "elected", tranche=tranche)
    await money.do("OrderPayment", "finance", tranche=tranche)
    number = len((await money.state()).payments)
    await money.do("ConfirmPayment", "finance", payment=number, reference=reference, executed_on=day)


async def is_asked_to_evaluate(life: Life) -> None:
    """Six months after the last evaluation, with a month for it."""
    asked = await performed(life, "ask_for_evaluation", life.file)
    assert (asked.does, asked.late) == ("ask-for", False)
    last = (await life.house.happened(life.file, ActPerformed))[-1]
    assert f"{last.recorded_at:%Y-%m-%d}" == "2027-08-03"


async def is_paid_out(life: Life, money: Money) -> None:
    """The rest once the report is accepted by somebody else than who brought it."""
    await money.reports("experiment_report")
    await performed(life, "ask_for_payment", money.key)
    await life.house.followed()
    await is_approved_and_paid(money, "remainder", "VIR-TEC-2", "2027-08-04")
    await money.do("CloseFunding")
