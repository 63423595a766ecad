"""The ladder by the real clock and Temporal's own timers, and what an outage makes of it."""

from datetime import UTC, datetime, timedelta
from pathlib import Path

from application.rulebooks.shelf import YamlRulebooks
from config import Settings
from domain.files.events import ReminderIssued
from domain.kernel.ledger import LedgerKind
from domain.kernel.moments import PARIS, earliest
from tests.life.house import House, at, inhabited, working
from tests.support.waiting import wait_until

FILE = "atelier"
SECONDS = YamlRulebooks(Path(__file__).with_name("rulebooks"))
OFFSETS = {"before": 2, "due": 4, "late": 8, "escalation": 10}
"""Seconds after the opening."""


async def test_the_ladder_runs_by_real_timers_through_a_restart_of_the_worker(settings: Settings) -> None:
    """Each rung goes out once, at its second or soon after, never before."""
    async with inhabited(settings, LedgerKind.REAL, SECONDS) as house:
        async with working(settings, SECONDS):
            await house.open(FILE, "seconds")
            await went_out(house, "due")
        async with working(settings, SECONDS):
            await went_out(house, "escalation")
            await house.followed()
        assert [rung for _, _, rung in await house.reminders(FILE)] == list(OFFSETS)
        opened = await opening(house)
        for rung, moment in (await issued_at(house)).items():
            due = opened + timedelta(seconds=OFFSETS[rung])
            assert due <= moment <= due + timedelta(seconds=5), rung


async def test_of_rungs_that_fall_due_while_the_worker_is_away_the_highest_goes_out(
    settings: Settings,
) -> None:
    """Back at work it tells the managers once, not three times, and then who is above them."""
    async with inhabited(settings, LedgerKind.REAL, SECONDS) as house:
        async with working(settings, SECONDS):
            await house.open(FILE, "seconds")
            await house.followed()
        last = await opening(house) + timedelta(seconds=OFFSETS["escalation"])

        async def all_have_come() -> bool:
            return datetime.now(UTC) > last

        await wait_until(all_have_come, "all have come")
        async with working(settings, SECONDS):
            await went_out(house, "escalation")
            await house.followed()
        sent = [rung for _, _, rung in await house.reminders(FILE)]
        assert sent[-2:] == ["late", "escalation"]
        missed = [rung for rung in ("before", "due") if rung not in sent]
        assert await house.overtaken(FILE) == [(rung, "late") for rung in missed]


async def test_a_worker_that_was_away_sends_one_late_reminder_for_three_rungs(settings: Settings) -> None:
    """Months pass while nobody works: the highest rung goes out marked late, two are overtaken."""
    async with inhabited(settings, LedgerKind.SIMULATION) as house:
        async with working(settings):
            await house.open(FILE)
            await house.followed()
        await house.service.clock_store.show(house.organisation, at("2027-03-19", 9))
        async with working(settings):
            await went_out(house, "late")
            await house.followed()
        [reminder] = await house.issued(FILE, "go_decision")
        assert (reminder.rung, reminder.late) == ("late", True)
        overtaken = await house.overtaken(FILE)
        assert [rung for rung, by in overtaken if by == "late"] == ["before", "due"]


async def went_out(house: House, rung: str) -> None:
    """Wait until a rung was issued."""

    async def issued() -> bool:
        return rung in [sent for _, _, sent in await house.reminders(FILE)]

    await wait_until(issued, "issued")


async def opening(house: House) -> datetime:
    """When the file was opened: the second from which its deadlines count."""
    return earliest((await house.events(FILE))[0].effective_at, PARIS)


async def issued_at(house: House) -> dict[str, datetime]:
    """When each rung was issued."""
    return {
        one.event.rung: one.recorded_at
        for one in await house.events(FILE)
        if isinstance(one.event, ReminderIssued) and one.recorded_at
    }
