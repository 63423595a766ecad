"""Ôkoté: accompanied before it is published, then each citizen's euro matched by two, and counted once."""

from typing import Any

from config import Settings
from tests.programmes.figures import Figure, assert_figures
from tests.programmes.money import Money, gives_bank_details, opens, request, requests
from tests.programmes.stage import Life, Stage, on_stage

PROGRAMME = "okote"
FIGURES: dict[str, Figure] = {
    "instruments.match.matching.authority": 1,
    "instruments.match.matching.companies": 1,
    "instruments.match.shares.#": 2,
    "figures.euros_of_one.value": 3,
}
"""Field notes §4.7: one euro of citizens, one of the authority, one of companies; the latter two are granted."""


TERM = ("2026-04-08", "2027-03-31")


async def test_a_project_is_accompanied_published_and_is_matched(settings: Settings) -> None:
    """Strasbourg keeps Good Friday: what is due on 3 April 2026 is reminded on the Tuesday after Easter."""
    assert_figures(PROGRAMME, FIGURES)
    async with on_stage(settings, PROGRAMME, "2025-12-03", {"finance": "finance-officer"}) as stage:
        life = await stage.open()
        await life.gather(["association"])
        await life.lacks("accompanied", "presentation")
        await stage.on("2026-04-08")
        assert await life.reminders("presentation") == [("2026-03-20", "before"), ("2026-04-07", "due")]
        await life.do("DeliverDeliverable", deliverable="presentation")
        await life.lacks("accompanied")
        await life.do("DeclareGateItem", item="accompanied")
        await life.leaves()

        await life.lacks("citizens", "matched")
        await life.gather(["residents"], "citoyens")
        euro: dict[str, Any] = {"stakeholder": "citoyens-1", "what": "Un euro", "amount_cents": 100}
        await life.do("RecordContribution", **euro, kind="in-kind")
        await life.lacks("citizens", "matched")
        await life.do("RecordContribution", **euro, kind="cash")
        await life.lacks("matched")
        money = await is_matched(stage, life)
        await stage.on("2026-07-09")
        assert await life.reminders("collection") == [("2026-06-24", "before")]
        await life.leaves()
        await is_paid(life, money)
        await life.do("DeliverDeliverable", deliverable="report")
        await life.leaves()
        assert (await life.state()).status == "closed"


async def is_matched(stage: Stage, life: Life) -> Money:
    """2 000 € for 1 000 € of citizens: half of the authority, half of companies; the committee decides."""
    asked = request(
        "match", 2_000_00, *TERM, total=3_000_00, shares={"authority": 1_500_00, "companies": 500_00}
    )
    money = await requests(life, "abondement", asked)
    assert await money.failing() == {"matching"}
    even = {**asked, "shares": {"authority": 1_000_00, "companies": 1_000_00}}
    await money.do("ReviseFunding", request=even, reason="Un euro chacun")
    assert await money.failing() == set()
    await opens(life, "okote/match/2026", 10_000_00)
    await stage.on("2026-07-03")
    assert await money.told() == [
        ("2026-05-04", "decision", "before", "committee"),
        ("2026-05-11", "decision", "due", "committee"),
    ]
    await money.do("DecideFunding", "committee", decision="granted")
    return money


async def is_paid(life: Life, money: Money) -> None:
    """Not before 1 000 € have come; each contribution counts once."""
    await gives_bank_details(life)
    await money.do("RecordCitizenContribution", contribution="don-1", cents=600_00)
    await money.refused(
        "contribution_counted", "RecordCitizenContribution", contribution="don-1", cents=600_00
    )
    await money.refused("not_matched", "RequestTranche", tranche="whole")
    await money.do("RecordCitizenContribution", contribution="don-2", cents=400_00)
    await money.is_paid("whole", ["committee"], "VIR-OKOTE-1", "2026-07-09")
    await money.do("CloseFunding")
    assert (await money.state()).paid_cents == 2_000_00
