"""How long durations are, as far as that is known without a day to count from."""

from datetime import UTC, date, datetime, time, timedelta
from functools import lru_cache

from domain.kernel.calendar import plus

_YEARS = range(2024, 2028)
"""A leap year and three others: every month of every length, at its beginning and at its end."""
_STARTS = tuple(
    datetime.combine(day, time(), UTC)
    for year in _YEARS
    for month in range(1, 13)
    for day in (date(year, month, 1), date(year + month // 12, month % 12 + 1, 1) - timedelta(days=1))
)


@lru_cache(maxsize=1024)
def lengths(duration: str) -> tuple[timedelta, timedelta]:
    """The shortest and the longest that a duration can be: a month has 28 to 31 days."""
    months = set(duration.partition("T")[0]) & {"M", "Y"}
    spans = [plus(start, duration, exact=True).at - start for start in (_STARTS if months else _STARTS[:1])]
    return min(spans), max(spans)


def is_longer(one: str, other: str) -> bool:
    """Whether ``one`` is longer than ``other`` from whatever day both count."""
    return lengths(one)[0] > lengths(other)[1]


def is_positive(duration: str) -> bool:
    """Whether it leads to a later instant."""
    return lengths(duration)[0] > timedelta(0)


def is_negative(duration: str) -> bool:
    """Whether it leads to an earlier instant."""
    return lengths(duration)[1] < timedelta(0)


def lies_before(offset: str, within: str) -> bool:
    """Whether a rung lies before a clock that runs ``within`` begins, from whatever day both count."""
    return -lengths(offset)[1] > lengths(within)[1]
