"""Two years of a published rulebook on a real Temporal, every day exact: that is what the simulated clock is for."""

from datetime import UTC, datetime

from config import Settings
from domain.files.events import DeliveryReported, ReminderIssued
from domain.kernel.calendar import WorkingDays
from domain.kernel.ledger import LedgerKind
from tests.life.house import House, at, inhabited, working
from tests.support.smtp import SmtpCatcher

VALLEE = [
    ("2027-08-16", "inactivity", "due"),  # 15 August 2027 is a Sunday
    ("2027-09-15", "inactivity", "escalation"),
    ("2028-01-17", "go_decision", "before"),  # the 15th is a Saturday
    ("2028-02-15", "go_decision", "due"),
    ("2028-02-29", "go_decision", "late"),
    ("2028-03-15", "go_decision", "escalation"),
    ("2028-08-16", "inactivity", "due"),  # 15 August 2028 is a Tuesday, and the Assumption
    ("2028-09-15", "inactivity", "escalation"),
]
"""Opened on 15 February 2027, one contact on 15 February 2028."""

LITTORAL = [
    ("2027-11-02", "inactivity", "due"),  # All Saints' Day is a Monday
    ("2027-12-01", "inactivity", "escalation"),
    ("2028-04-03", "go_decision", "before"),  # 1 April 2028 is a Saturday
    ("2028-05-02", "go_decision", "due"),  # Labour Day is a Monday
    ("2028-05-15", "go_decision", "late"),
    ("2028-06-01", "go_decision", "escalation"),
]
"""Opened on 1 May 2027, and left alone."""


async def test_two_years_each_rung_goes_out_once_on_its_day(
    settings: Settings, smtp_catcher: SmtpCatcher
) -> None:
    """None is early, none twice, none on a weekend or holiday; each message leaves the same day."""
    beginning = at("2027-01-04", 9)
    async with inhabited(settings, LedgerKind.SIMULATION, beginning=beginning) as house, working(settings):
        await house.advance_to(at("2027-02-15", 10))
        await house.open("vallee")
        await house.advance_to(at("2027-05-01", 10))
        await house.open("littoral")
        await house.advance_to(at("2028-02-15", 10))
        await house.do("RecordContact", cooperation="vallee", kind="visit")
        await house.advance_to(at("2029-01-04"))

        assert await reminded(house, "vallee") == VALLEE
        assert await reminded(house, "littoral") == LITTORAL
        for file in ("vallee", "littoral"):
            await assert_sent_on_its_day(house, file)
        assert len(smtp_catcher.mails) == len(VALLEE) + len(LITTORAL)


async def reminded(house: House, file: str) -> list[tuple[str, str, str]]:
    """What went out, by day."""
    return [(str(day), deadline, rung) for day, deadline, rung in await house.reminders(file)]


async def assert_sent_on_its_day(house: House, file: str) -> None:
    """Recorded from eight o'clock on of a working day, and reported sent within that day."""
    issued: dict[str, datetime] = {}
    for one in await house.events(file):
        assert one.recorded_at
        if isinstance(one.event, ReminderIssued):
            assert WorkingDays().works(one.recorded_at.date())
            assert one.recorded_at.astimezone(at("2027-01-01").tzinfo).hour >= 8
            assert not one.event.late
            issued[one.event.message] = one.recorded_at.astimezone(UTC)
        if isinstance(one.event, DeliveryReported):
            assert one.event.delivery == "sent"
            assert one.recorded_at.astimezone(UTC).date() == issued.pop(one.event.message).date()
    assert issued == {}
