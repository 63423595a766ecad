"""When a weekly digest is due: at seven in the morning of its weekday, where the organisation lives."""

from datetime import datetime, time, timedelta
from zoneinfo import ZoneInfo

AT = time(7)
_A_WEEK = timedelta(days=7)


def last_due(weekday: int, zone: ZoneInfo, now: datetime) -> datetime:
    """The latest instant, ``now`` or earlier, at which the digest of a weekday (1 is Monday) is due."""
    today = now.astimezone(zone).date()
    day = today - timedelta(days=(today.isoweekday() - weekday) % 7)
    due = datetime.combine(day, AT, zone)
    return due if due <= now else datetime.combine(day - _A_WEEK, AT, zone)


def next_due(weekday: int, zone: ZoneInfo, now: datetime) -> datetime:
    """The first such instant after ``now``."""
    return datetime.combine(last_due(weekday, zone, now).date() + _A_WEEK, AT, zone)
