"""Fonds de confiance: pays a person's time while a project is launched and tested."""

from collections.abc import Mapping

from config import Settings
from tests.programmes.figures import Figure, assert_figures
from tests.programmes.money import Money, gives_bank_details, opens, request, requests
from tests.programmes.stage import Life, Stage, on_stage

PROGRAMME = "fonds-de-confiance"

FUND = "instruments.fonds_de_confiance"
FIGURES: Mapping[str, Figure] = {
    f"{FUND}.kind": "time",
    f"{FUND}.shares.0": "region",
    f"{FUND}.shares.1": "public_bank",
    "maturity.#": 2,
    f"{FUND}.expenses.person_time.maturity.#": 2,
    "phases.#": 2,
}
"""Field notes §4.19 and §4.6: a person's time, the launch and the test, the public share of another fund."""


TERM = ("2026-06-17", "2027-06-16")
ENVELOPE = f"{PROGRAMME}/fonds_de_confiance/2026"


async def test_a_person_s_time_is_paid_from_the_launch_to_the_test(settings: Settings) -> None:
    """The roadmap is there, the committee hears that nobody decided, decides, and the test is told."""
    assert_figures(PROGRAMME, FIGURES)
    cast = {"finance": "finance-officer", "second": "programme-manager"}
    async with on_stage(settings, PROGRAMME, "2026-03-02", cast) as stage:
        life = await stage.open()
        await life.lacks("roadmap", "person_time")
        await life.do("DeliverDeliverable", deliverable="roadmap")
        await stage.on("2026-06-17")
        assert await life.reminders("person_time") == [
            ("2026-05-19", "before"),
            ("2026-06-02", "due"),
            ("2026-06-16", "escalation"),
        ]
        assert (await life.told("person_time"))[-1] == ("escalation", "committee")
        await life.lacks("person_time")
        money = await is_decided(life)
        await life.leaves()
        await is_lived(stage, life, money)


async def is_decided(life: Life) -> Money:
    """Half of the region, half of the public bank; time in the launch or the test, nothing else."""
    asked = request(
        "fonds_de_confiance",
        20_000_00,
        *TERM,
        expense="person_time",
        maturity="launch",
        shares={"region": 10_000_00, "public_bank": 10_000_00},
    )
    plan = [{"expense": "travel", "label": "Trajets", "cents": 20_000_00}]
    money = await requests(life, "temps", {**asked, "plan": plan})
    assert await money.failing() == {"expenses"}
    await money.do("ReviseFunding", request=asked, reason="Du temps seulement")
    await opens(life, ENVELOPE, 100_000_00)
    await money.do("DecideFunding", "committee", decision="granted")
    return money


async def is_lived(stage: Stage, life: Life, money: Money) -> None:
    """Paid with the agreement; the test closed with a finding, told in a report."""
    await money.refused("tranche_not_due", "RequestTranche", tranche="whole")
    await money.is_agreed(*TERM)
    await gives_bank_details(life)
    await money.is_paid("whole", ["committee"], "VIR-TEMPS-1", "2026-06-17")
    await life.do("StartExperiment", experiment="test", title="Un test", until="2027-03-01")
    await stage.on("2027-03-15")
    await life.do("CloseExperiment", experiment="test", outcome="kept", finding="Concluant")
    await money.refused("reports_outstanding", "CloseFunding")
    await money.reports("test_report")
    await money.do("CloseFunding")
    await life.leaves()
    assert (await life.state()).status == "closed"
