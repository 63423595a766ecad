"""Moments are as precise as what is known, and are never made more precise."""

from datetime import UTC, datetime

import pytest
from pydantic import TypeAdapter, ValidationError

from domain.kernel.moments import PARIS, Moment, day_of, earliest, latest, write_instant

MOMENT: TypeAdapter[str] = TypeAdapter(Moment)


@pytest.mark.parametrize(
    ("text", "first", "last"),
    [
        ("2026", "2025-12-31T23:00:00Z", "2026-12-31T22:59:59Z"),
        ("2026-02", "2026-01-31T23:00:00Z", "2026-02-28T22:59:59Z"),
        ("2028-02", "2028-01-31T23:00:00Z", "2028-02-29T22:59:59Z"),
        ("2026-12", "2026-11-30T23:00:00Z", "2026-12-31T22:59:59Z"),
        ("2026-03-29", "2026-03-28T23:00:00Z", "2026-03-29T21:59:59Z"),
        ("2026-10-25", "2026-10-24T22:00:00Z", "2026-10-25T22:59:59Z"),
        ("2026-11-22T08:30:00Z", "2026-11-22T08:30:00Z", "2026-11-22T08:30:00Z"),
    ],
)
def test_a_moment_lasts_as_long_as_it_says(text: str, first: str, last: str) -> None:
    """Years, months and days begin and end in Paris, also when its clocks change."""
    assert MOMENT.validate_python(text) == text
    assert (write_instant(earliest(text, PARIS)), write_instant(latest(text, PARIS))) == (first, last)


@pytest.mark.parametrize(
    ("given", "kept"),
    [
        ("2026-11-22T09:30:00+01:00", "2026-11-22T08:30:00Z"),
        ("2026-11-22T09:30:00.999999Z", "2026-11-22T09:30:00Z"),
        ("2026-11-22T09:30+01:00", "2026-11-22T08:30:00Z"),
    ],
)
def test_an_instant_is_written_in_one_way(given: str, kept: str) -> None:
    """UTC, whole seconds."""
    assert MOMENT.validate_python(given) == kept


@pytest.mark.parametrize(
    "text",
    [
        "2026-02-30",
        "2026-13",
        "2026-00-10",
        "1899",
        "0000",
        "26-11-22",
        "2026-11-22T09:30:00",
        "2026-11-22T25:00:00Z",
        "9999-12-31T23:59:59-23:00",
        "hier",
        "",
        "2026-11-22\n",
        "٢٠٢٦",
    ],
)
def test_a_day_that_does_not_exist_is_not_read(text: str) -> None:
    """Nor an instant without its offset, nor a time before there were associations."""
    with pytest.raises(ValidationError, match="a date that exists"):
        MOMENT.validate_python(text)


def test_the_day_of_an_instant_is_that_of_paris() -> None:
    """An evening in UTC may be the next day."""
    assert str(day_of(datetime(2026, 6, 30, 22, 0, tzinfo=UTC), PARIS)) == "2026-07-01"
