"""Days that count: calendar months, French holidays, clocks that change."""

from datetime import UTC, date, datetime, timedelta
from zoneinfo import ZoneInfo

import pytest
from pydantic import TypeAdapter, ValidationError

from domain.kernel.calendar import Due, Duration, WorkingDays, due_after, due_on

PARIS = ZoneInfo("Europe/Paris")
FRENCH = WorkingDays()
EVERY_DAY = WorkingDays(days="every-day", holidays="none")


def at(text: str) -> datetime:
    """An instant in Paris."""
    return datetime.fromisoformat(text).replace(tzinfo=PARIS)


@pytest.mark.parametrize(
    ("start", "duration", "due"),
    [
        ("2026-01-31", "P1M", "2026-02-28"),
        ("2028-01-31", "P1M", "2028-02-29"),
        ("2028-02-29", "P1Y", "2029-02-28"),
        ("2026-08-31", "P6M", "2027-02-28"),
        ("2026-11-30", "P3M", "2027-02-28"),
        ("2026-03-15", "P1Y2M10D", "2027-05-25"),
        ("2026-12-31", "P1D", "2027-01-01"),
        ("2026-02-14", "P2W", "2026-02-28"),
    ],
)
def test_months_are_calendar_months(start: str, duration: str, due: str) -> None:
    """31 January plus a month is the last day of February."""
    found = due_after(at(f"{start}T17:45:00"), duration, PARIS)
    assert (found.day, found.exact) == (date.fromisoformat(due), False)
    assert found.at == at(f"{due}T08:00:00")


@pytest.mark.parametrize(
    ("start", "duration", "clipped"),
    [
        ("2026-01-31", "P1M", 31),
        ("2028-02-29", "P1Y", 29),
        ("2026-11-30", "P3M", 30),
        ("2026-03-31", "-P1M", 31),
        ("2026-01-31", "P1M3D", 31),
        ("2026-01-31", "P2M", None),
        ("2026-01-28", "P1M", None),
        ("2026-01-31", "P28D", None),
    ],
)
def test_a_month_too_short_is_told(start: str, duration: str, clipped: int | None) -> None:
    """Whoever shows the date can say that it was counted from the 31st."""
    assert due_after(at(f"{start}T12:00:00"), duration, PARIS).clipped == clipped


@pytest.mark.parametrize(
    ("start", "duration", "due"),
    [
        ("2026-03-28T12:00:00", "PT24H", "2026-03-29T13:00:00"),
        ("2026-10-24T12:00:00", "PT24H", "2026-10-25T11:00:00"),
        ("2026-03-29T01:59:59", "PT1S", "2026-03-29T03:00:00"),
        ("2026-06-01T12:00:00", "PT5S", "2026-06-01T12:00:05"),
        ("2026-03-28T12:00:00", "P1DT1H", "2026-03-29T13:00:00"),
    ],
)
def test_hours_are_exact_though_the_clocks_change(start: str, duration: str, due: str) -> None:
    """An hour stays an hour; a day is a day of the calendar."""
    found = due_after(at(start), duration, PARIS)
    assert found.exact
    assert found.at.astimezone(UTC) == at(due).astimezone(UTC)


def test_a_day_keeps_its_hour_though_the_clocks_change() -> None:
    """Eight in the morning is eight in the morning, in winter and in summer."""
    before = due_on(date(2026, 3, 28), PARIS).at
    after = due_after(at("2026-03-28T12:00:00"), "P1D", PARIS).at
    assert (before.hour, after.hour) == (8, 8)
    assert after.astimezone(UTC) - before.astimezone(UTC) == timedelta(hours=23)


def test_an_instant_belongs_to_its_day_in_paris() -> None:
    """Half past eleven at night in London is already tomorrow."""
    late = datetime(2026, 7, 14, 22, 30, tzinfo=UTC)
    assert due_after(late, "P1D", PARIS).day == date(2026, 7, 16)


HOLIDAYS_2027 = [
    date(2027, 1, 1),
    date(2027, 3, 29),  # Easter Monday
    date(2027, 5, 1),
    date(2027, 5, 6),  # Ascension
    date(2027, 5, 8),
    date(2027, 5, 17),  # Whit Monday
    date(2027, 7, 14),
    date(2027, 8, 15),
    date(2027, 11, 1),
    date(2027, 11, 11),
    date(2027, 12, 25),
]


def test_nobody_works_on_weekends_and_holidays() -> None:
    """The eleven days of the law, and no day that only Alsace and Moselle keep."""
    year = [date(2027, 1, 1) + timedelta(days=number) for number in range(365)]
    resting = [day for day in year if not FRENCH.works(day)]
    assert resting == [day for day in year if day.weekday() >= 5 or day in HOLIDAYS_2027]
    assert FRENCH.works(date(2027, 3, 26)), "Good Friday"
    assert all(EVERY_DAY.works(day) for day in year)


@pytest.mark.parametrize(
    ("code", "kept", "not_kept"),
    [
        ("FR-57", ["2027-03-26", "2026-12-26"], ["2027-05-27"]),
        ("FR-6AE", ["2027-03-26", "2026-12-26"], ["2027-05-27"]),
        ("FR-971", ["2027-05-27", "2027-03-26"], ["2026-12-26"]),
        ("FR-972", ["2026-05-22"], ["2026-05-27"]),
        ("FR-973", ["2027-06-10"], ["2027-05-27"]),
        ("FR-974", ["2027-12-20"], ["2027-05-27"]),
        ("FR-975", ["2027-07-14"], ["2027-05-27", "2027-09-24", "2027-07-29"]),
        ("FR-976", ["2027-04-27"], ["2027-05-27"]),
        ("FR-977", ["2026-10-09"], ["2027-05-27"]),
        ("FR-978", ["2027-05-28"], ["2027-05-27"]),
        ("FR-986", ["2027-07-29"], ["2027-05-27"]),
        ("FR-987", ["2027-03-05"], ["2027-05-27"]),
        ("FR-988", ["2027-09-24"], ["2027-05-27"]),
    ],
)
def test_each_region_keeps_its_own_holidays_besides(code: str, kept: list[str], not_kept: list[str]) -> None:
    """Good Friday and Saint Stephen's in Alsace and Moselle; overseas the abolition of slavery, each its day."""
    calendar = WorkingDays.model_validate({"days": "every-day", "holidays": code})
    assert not any(calendar.works(day) for day in HOLIDAYS_2027)
    assert not any(calendar.works(date.fromisoformat(day)) for day in kept)
    assert all(calendar.works(date.fromisoformat(day)) for day in not_kept)
    assert calendar.name.startswith(f"every-day, {code}, holidays ")


@pytest.mark.parametrize("zone", ["Europe/Parys", "", "../etc/passwd", "Europe"])
def test_a_zone_that_is_none_is_not_read(zone: str) -> None:
    """A rulebook says Europe/Paris or Indian/Reunion."""
    with pytest.raises(ValidationError, match="a time zone"):
        WorkingDays(zone=zone)


def test_days_begin_where_the_calendar_is() -> None:
    """Half past eleven at night in Paris is already eight in the morning in Nouméa, and a day to send on."""
    noumea = WorkingDays.model_validate({"holidays": "FR-988", "zone": "Pacific/Noumea"})
    sunday = at("2026-11-22T22:30:00")
    assert (noumea.day_of(sunday), FRENCH.day_of(sunday)) == (date(2026, 11, 23), date(2026, 11, 22))
    assert noumea.sendable_from(sunday) == sunday
    assert noumea.sendable_from(sunday - timedelta(hours=1)) == sunday - timedelta(minutes=30)


@pytest.mark.parametrize(
    ("instant", "sendable"),
    [
        ("2026-08-14T18:00:00", "2026-08-14T18:00:00"),  # Friday
        ("2026-08-15T08:00:00", "2026-08-17T08:00:00"),  # a Saturday and a holiday
        ("2027-03-28T08:00:00", "2027-03-30T08:00:00"),  # Easter Sunday, then Monday
        ("2026-12-25T08:00:00", "2026-12-28T08:00:00"),  # a Friday, then the weekend
        ("2027-05-06T23:59:59", "2027-05-07T08:00:00"),
        ("2027-01-01T00:00:00", "2027-01-04T08:00:00"),
    ],
)
def test_what_falls_on_a_day_of_rest_waits_for_the_next_working_day(instant: str, sendable: str) -> None:
    """At eight in the morning; on a working day the very instant stands."""
    assert FRENCH.sendable_from(at(instant)) == at(sendable)


def test_the_day_of_rest_is_that_of_paris() -> None:
    """Friday night in UTC may be Saturday there."""
    assert FRENCH.sendable_from(datetime(2026, 11, 20, 23, 30, tzinfo=UTC)) == at("2026-11-23T08:00:00")


def test_what_is_due_on_a_day_passes_when_the_day_is_over() -> None:
    """What is due at an instant passes at that instant."""
    day = due_on(date(2026, 10, 25), PARIS)
    assert day.passes_at == at("2026-10-26T00:00:00")
    assert Due(at("2026-10-25T12:00:00"), exact=True).passes_at == at("2026-10-25T12:00:00")


def test_a_pause_moves_days_by_days_and_instants_by_time() -> None:
    """Whole days keep the hour."""
    by = timedelta(days=40, hours=7)
    assert due_on(date(2026, 10, 1), PARIS).moved(by) == due_on(date(2026, 11, 10), PARIS)
    exact = Due(datetime(2026, 10, 1, 12, tzinfo=UTC), exact=True)
    assert exact.moved(by).at == datetime(2026, 11, 10, 19, tzinfo=UTC)


@pytest.mark.parametrize("text", ["", "six months", "P", "P6", "6M", "P1.5M", "PT"])
def test_a_duration_that_is_none_is_not_read(text: str) -> None:
    """A rulebook says P6M or P14D."""
    with pytest.raises(ValidationError, match="ISO 8601 duration"):
        TypeAdapter(Duration).validate_python(text)


def test_the_calendar_says_which_one_it_is() -> None:
    """Libraries learn of new holidays: what placed a rung is recorded with it."""
    assert FRENCH.name.startswith("monday-to-friday, FR, holidays ")
