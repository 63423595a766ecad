"""The impulse fund: prepared, funded, then experiments of six to twelve months, three a year."""

from typing import Any

from config import Settings
from tests.programmes.figures import Figure, assert_figures
from tests.programmes.money import Money, envelope_of, gives_bank_details, opens, request, requests
from tests.programmes.stage import Life, Stage, on_stage

PROGRAMME = "fonds-d-impulsion-jurassien"
FIGURES: dict[str, Figure] = {
    "period.since": "2022-01-01",
    "instruments.experiment.most_cents": 3_000_000,
    "instruments.experiment.lasting.0": "P6M",
    "instruments.experiment.lasting.1": "P12M",
    "instruments.experiment.envelope.per_year_cents": 12_000_000,
    "instruments.experiment.envelope.fundings_per_year": 3,
    "instruments.experiment.shares.#": 2,
    "instruments.experiment.expenses.#": 3,
    "instruments.experiment.beneficiaries.#": 2,
    "experiments.shortest": "P6M",
    "experiments.longest": "P12M",
    "experiments.a_year": 3,
}
"""Field notes §4.6: 30 000 € each, 120 000 € a year, in cents."""


YEAR = 2022
TERM = ("2022-04-01", "2023-03-31")
SHARES = {"public": 20_000_00, "private": 10_000_00}


async def test_experiments_are_funded_three_a_year_and_lived_to_their_end(settings: Settings) -> None:
    """30 000 € each, the public part carried by the trust fund; the fourth of the year is refused."""
    assert_figures(PROGRAMME, FIGURES)
    cast = {"finance": "finance-officer", "second": "programme-manager"}
    async with on_stage(settings, PROGRAMME, "2022-01-10", cast) as stage:
        await stage.cannot_open("outside_period", effective_at="2021-12-31")
        life = await stage.open()
        await life.gather(["association"])
        await life.lacks("collective", "shared_risk", "experiment_plan", "funding")
        await life.gather(["company"], "entreprise")
        await life.do("DeclareGateItem", item="shared_risk")
        await stage.on("2022-03-28")
        assert await life.reminders("experiment_plan") == [("2022-03-28", "before")]
        await life.do("DeliverDeliverable", deliverable="experiment_plan")
        await life.lacks("funding")
        money = await is_funded(life)
        await life.leaves()
        await is_paid(life, money)
        await the_fourth_of_the_year_is_refused(stage)
        await experiments(life)
        await stage.on("2023-03-29")
        days = [day for day, rung in await life.reminders("finding") if rung == "due"]
        assert days == ["2023-03-28"] * 3, "twelve months after each began"
        await is_over(life, money)


async def is_funded(life: Life) -> Money:
    """30 000 € at most, for 6 to 12 months; set aside in the fund and, for the public part, in the trust fund."""
    asked = experiment(30_000_00)
    for rule, other in (
        ("amount", experiment(30_000_01, shares={"public": 20_000_01, "private": 10_000_00})),
        ("lasting", experiment(30_000_00, until="2022-09-28")),
        ("lasting", experiment(30_000_00, until="2023-04-02")),
        ("shares", experiment(30_000_00, shares={"public": 30_000_00, "patrons": 1_00})),
    ):
        money = await requests(
            life, f"essai-{other['until']}-{len(other['shares'])}-{other['amount_cents']}", other
        )
        assert await money.failing() == {rule}
        await money.do("WithdrawFunding", reason="À revoir")
    money = await requests(life, "essai-1", asked)
    assert await money.failing() == set()
    await opens(life, f"{PROGRAMME}/experiment/{YEAR}", 120_000_00)
    await money.refused("no_envelope", "DecideFunding", "committee", decision="granted")
    await opens(life, f"{PROGRAMME}/trust_fund/{YEAR}", 80_000_00)
    await money.do("DecideFunding", "committee", decision="granted")
    fund, trust = [
        await envelope_of(life, f"{PROGRAMME}/{one}/{YEAR}") for one in ("experiment", "trust_fund")
    ]
    assert (fund.balance, trust.balance) == (90_000_00, 60_000_00)
    return money


async def is_paid(life: Life, money: Money) -> None:
    """30 000 € a year are above 23 000 €: nothing without an agreement."""
    await money.refused("agreement_missing", "RequestTranche", tranche="whole")
    await money.is_agreed(*TERM)
    await gives_bank_details(life)
    await money.is_paid("whole", ["committee"], "VIR-1", "2022-03-28")
    fund, trust = [
        await envelope_of(life, f"{PROGRAMME}/{one}/{YEAR}") for one in ("experiment", "trust_fund")
    ]
    assert (fund.consumed, fund.reserved, trust.consumed) == (30_000_00, 0, 20_000_00)


async def the_fourth_of_the_year_is_refused(stage: Stage) -> None:
    """Two more are granted; there is money for a fourth, and no place; next year there is."""
    for number in (2, 3, 4):
        life = await stage.open(f"autre-{number}")
        money = await requests(life, f"essai-{number}", experiment(30_000_00))
        if number < 4:
            await money.do("DecideFunding", "committee", decision="granted")
    fund = await envelope_of(life, f"{PROGRAMME}/experiment/{YEAR}")
    assert (fund.fundings, fund.balance) == (3, 30_000_00)
    refusal = await money.refused("too_many_fundings", "DecideFunding", "committee", decision="granted")
    assert refusal.refusal
    assert "3" in refusal.refusal.message.fr
    reasons = {"reasons": "Trois expérimentations par an", "would_change": "Revenir l’an prochain"}
    await money.do("DecideFunding", "committee", decision="deferred", points=["three_a_year"], **reasons)


async def is_over(life: Life, money: Money) -> None:
    """Each experiment closed with a finding, the report accepted, the funding closed before the file."""
    for number in (1, 2, 3):
        await life.do("CloseExperiment", **named(number, title=None), outcome="kept", finding="Concluant")
    await life.leaves()
    await life.do("RecordLesson", title="Le risque partagé se prend")
    await money.reports("experiment_report")
    await money.do("CloseFunding")
    await life.leaves()
    assert (await life.state()).status == "closed"


async def experiments(life: Life) -> None:
    """Begun on 28 March 2022: from 28 September 2022 to 28 March 2023, and three in the year."""
    for until in ("2022-09-27", "2023-03-29"):
        await life.refused("experiment_term", "StartExperiment", **named(0), until=until)
    for number, until in enumerate(("2022-09-28", "2023-03-28", "2022-12-31"), start=1):
        await life.do("StartExperiment", **named(number), until=until)
    await life.refused("experiments_of_the_year", "StartExperiment", **named(4), until="2022-12-31")
    await life.lacks("finding")


def experiment(cents: int, until: str = TERM[1], **more: Any) -> dict[str, Any]:
    """A request of one member for people."""
    whole = {"expense": "human_resources", "kind": "one_member", "shares": SHARES, **more}
    return request("experiment", cents, TERM[0], until, **whole)


def named(number: int, title: str | None = "Essai") -> dict[str, str]:
    """An experiment of that number."""
    return {"experiment": f"essai-{number}", **({"title": f"{title} {number}"} if title else {})}
