"""A funding on the real stack: its deadlines run like a cooperation's, and silence about it counts once."""

from datetime import datetime
from typing import Any

from temporalio.client import WorkflowExecutionStatus

from bootstrap_temporal import connect_temporal
from config import Settings
from domain.cooperations.events.told import FundingAnswered
from domain.files.events import ReminderIssued, SilenceCounted
from domain.kernel.ids import workflow_id
from domain.kernel.ledger import LedgerKind
from domain.kernel.moments import PARIS
from tests.life.house import House, at, inhabited, working
from tests.life.panels import RULEBOOKS

FILE, KEY = "atelier", "funding:aide"


def request(amount: int = 2_000_000) -> dict[str, Any]:
    """What is asked for, in cents, of the instrument of both test programmes."""
    return {
        "instrument": "aid",
        "amount_cents": amount,
        "since": "2026-01-01",
        "until": "2027-12-31",
        "beneficiary": {"kind": "association", "name": "Atelier", "identifier": "73282932000074"},
        "plan": [{"expense": "work", "label": "Travaux", "cents": amount}],
    }


async def reminded(house: House) -> list[tuple[str, str]]:
    """The rungs issued about the funding, by day."""
    return [
        (f"{one.recorded_at:%Y-%m-%d}", one.event.rung)
        for one in await house.events(KEY)
        if isinstance(one.event, ReminderIssued) and one.recorded_at
    ]


async def silences(house: House) -> list[datetime]:
    """When silence was counted."""
    counted = await house.happened(KEY, SilenceCounted)
    return [one.recorded_at.astimezone(PARIS) for one in counted if one.recorded_at]


async def answers(house: House) -> list[str]:
    """What the cooperation heard of its funding."""
    told = [one.event for one in await house.happened(FILE, FundingAnswered)]
    return [one.stage for one in told if isinstance(one, FundingAnswered)]


async def test_no_decision_in_time_counts_as_a_refusal_which_a_resubmission_answers(
    settings: Settings,
) -> None:
    """Asked for on 2 March: the board is told before and on the day; refused by silence on Friday 3 April."""
    async with inhabited(settings, LedgerKind.SIMULATION, RULEBOOKS) as house, working(settings, RULEBOOKS):
        await house.open(FILE, "advice")
        await house.do("RequestFunding", funding="aide", cooperation=FILE, request=request())
        await house.advance_to(at("2026-04-03", 7))
        assert await reminded(house) == [("2026-03-26", "before"), ("2026-04-02", "due")]
        assert (await silences(house), await answers(house)) == ([], [])
        await house.advance_to(at("2026-05-15"))
        assert (await silences(house), await answers(house)) == ([at("2026-04-03")], ["refused"])
        handle = (await connect_temporal(settings)).get_workflow_handle(workflow_id(house.organisation, KEY))
        assert (await handle.describe()).status == WorkflowExecutionStatus.COMPLETED

        again: dict[str, Any] = {"request": request(), "answers": {"unanswered": "Bis"}}
        await house.do("ResubmitFunding", funding="aide", **again)
        await house.advance_to(at("2026-07-15"))
        assert (await reminded(house))[2:] == [
            ("2026-04-03", "told"),
            ("2026-06-08", "before"),
            ("2026-06-15", "due"),
            ("2026-06-16", "told"),
        ]
        assert await silences(house) == [at("2026-04-03"), at("2026-06-16")]


async def test_a_paused_cooperation_silences_its_funding(settings: Settings) -> None:
    """Asleep from 10 March to 13 April: no reminder, no silence; the board then has the rest of its month."""
    async with inhabited(settings, LedgerKind.SIMULATION, RULEBOOKS) as house, working(settings, RULEBOOKS):
        await house.open(FILE, "advice")
        await house.do("RequestFunding", funding="aide", cooperation=FILE, request=request())
        await house.advance_to(at("2026-03-10"))
        await house.do("PauseCooperation", cooperation=FILE, reason="Crue")
        await house.advance_to(at("2026-04-13"))
        assert (await reminded(house), await silences(house)) == ([], [])
        await house.do("ResumeCooperation", cooperation=FILE, reason="Décrue")
        await house.advance_to(at("2026-06-15"))
        assert await reminded(house) == [
            ("2026-04-29", "before"),
            ("2026-05-06", "due"),
            ("2026-05-07", "told"),
        ]
        assert await silences(house) == [at("2026-05-07")]


async def test_a_decision_in_time_ends_its_deadline(settings: Settings) -> None:
    """Refused on 20 March by the board itself: nobody is reminded, nothing counts; who asked hears it."""
    async with inhabited(settings, LedgerKind.SIMULATION, RULEBOOKS) as house, working(settings, RULEBOOKS):
        await house.open(FILE, "advice")
        await house.do("RequestFunding", funding="aide", cooperation=FILE, request=request())
        await house.advance_to(at("2026-03-20"))
        reasons = {"points": ["too_early"], "reasons": "Trop tôt", "would_change": "Un collectif"}
        await house.do("DecideFunding", "board", funding="aide", decision="refused", **reasons)
        await house.advance_to(at("2026-06-15"))
        assert await reminded(house) == [("2026-03-20", "told")]
        assert (await silences(house), await answers(house)) == ([], ["refused"])
