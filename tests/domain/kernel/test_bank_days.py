"""Days on which banks pay: the calendar of TARGET."""

from datetime import date, timedelta

import pytest

from domain.bank.sepa import SEPA, same_country
from domain.kernel.bank_days import bank_day, last_bank_day, next_bank_day

EASTER = {2024: date(2024, 3, 31), 2026: date(2026, 4, 5), 2027: date(2027, 3, 28), 2038: date(2038, 4, 25)}


@pytest.mark.parametrize("year", EASTER)
def test_banks_are_closed_on_weekends_and_six_days_a_year(year: int) -> None:
    """1 January, Good Friday, Easter Monday, 1 May, 25 and 26 December; French holidays are bank days."""
    easter = EASTER[year]
    closed = {date(year, 1, 1), date(year, 5, 1), date(year, 12, 25), date(year, 12, 26)}
    closed |= {easter - timedelta(days=2), easter + timedelta(days=1)}
    days = (date(year, 1, 1) + timedelta(days=number) for number in range(365))
    assert all(bank_day(day) == (day.weekday() < 5 and day not in closed) for day in days)


def test_the_nearest_open_day_is_named() -> None:
    """After and before the Easter weekend, over the end of a year."""
    assert next_bank_day(date(2026, 4, 3)) == date(2026, 4, 7)
    assert last_bank_day(date(2026, 4, 6)) == date(2026, 4, 2)
    assert next_bank_day(date(2026, 12, 25)) == date(2026, 12, 28)
    assert next_bank_day(date(2027, 1, 1)) == date(2027, 1, 4)
    assert next_bank_day(date(2026, 7, 14)) == date(2026, 7, 14)


@pytest.mark.parametrize("country", ["FR", "GF", "GP", "MQ", "RE", "YT", "PM", "BL", "MF", "PF", "NC", "WF"])
def test_a_french_iban_goes_with_a_bank_of_any_french_territory(country: str) -> None:
    """And with no bank elsewhere; the Crown dependencies use British IBANs."""
    assert same_country("FR76", f"ABCD{country}PP")
    assert not same_country("DE89", f"ABCD{country}PP")
    assert not same_country("FR76", "ABCDMCPP")
    assert same_country("GB29", "ABCDJEPP")


def test_the_area_has_its_countries() -> None:
    """41 as of the list's day, and Gibraltar, by the codes of their IBANs: none of another territory."""
    assert len(SEPA) == 41 + 1
    assert not SEPA & {"GP", "NC", "GG", "US", "BR", "TR", "UA"}
