"""Days on which banks pay: those on which TARGET, the settlement system of the euro, is open.

It is closed on Saturdays and Sundays, 1 January, Good Friday, Easter Monday, 1 May, 25 and 26 December (long-term
calendar of the European Central Bank, 14 December 2000), which the ``holidays`` library knows.
"""

from datetime import date, timedelta
from functools import cache

_SATURDAY = 5


def bank_day(day: date) -> bool:
    """Whether banks pay on that day."""
    return day.weekday() < _SATURDAY and day not in _closed(day.year)


def next_bank_day(day: date) -> date:
    """That day if banks pay then, else the first one after it on which they do."""
    while not bank_day(day):
        day += timedelta(days=1)
    return day


def last_bank_day(day: date) -> date:
    """That day if banks pay then, else the last one before it on which they did."""
    while not bank_day(day):
        day -= timedelta(days=1)
    return day


@cache
def _closed(year: int) -> frozenset[date]:
    import holidays  # noqa: PLC0415 - knows every market, and takes long to load

    return frozenset(holidays.financial_holidays("ECB", years=year))
