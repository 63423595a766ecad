"""The impulse fund, the fast track and match funding, by the rulebooks that ship (field notes §4.6, 4.7, 4.11)."""

from datetime import date
from typing import Any

import pytest

from domain.fundings.request import FundingRequest
from tests.domain.fundings.judging import asking, expenses, failing, found, instrument_in, payee

IMPULSE = instrument_in("fonds-d-impulsion-jurassien", "experiment")
SUPPORT = instrument_in("fondation-territoriale-des-lumieres", "support")
MATCH = instrument_in("okote", "match")


def impulse(cents: int = 3_000_000, **more: Any) -> FundingRequest:
    """An experiment of several members, paid by half public and half private money."""
    half = cents // 2
    said: dict[str, Any] = {
        "plan": expenses("human_resources", cents),
        "shares": {"public": half, "private": cents - half},
        **more,
    }
    return asking("experiment", cents, "several_members", **said)


@pytest.mark.parametrize(("cents", "fails"), [(3_000_000, set()), (3_000_001, {"amount"}), (1, set())])
def test_an_experiment_of_30_000_euros_at_most(cents: int, fails: set[str]) -> None:
    """About 30 000 € each, and no least amount."""
    assert failing(impulse(cents), IMPULSE) == fails


@pytest.mark.parametrize(
    ("since", "until", "holds"),
    [
        (date(2027, 1, 15), date(2027, 7, 13), False),
        (date(2027, 1, 15), date(2027, 7, 14), True),
        (date(2027, 1, 15), date(2027, 7, 15), True),
        (date(2027, 1, 15), date(2028, 1, 15), True),
        (date(2027, 1, 15), date(2028, 1, 16), False),
        (date(2027, 8, 31), date(2028, 2, 28), True),  # 31 August and six months: 29 February 2028
        (date(2027, 8, 31), date(2028, 2, 27), False),
        (date(2028, 2, 29), date(2029, 2, 28), True),
        (date(2028, 2, 29), date(2029, 3, 1), False),
    ],
)
def test_an_experiment_lasts_six_to_twelve_calendar_months(since: date, until: date, holds: bool) -> None:  # noqa: FBT001 - a table
    """Written with its last day or with the day after it; a month that is too short ends on its last day."""
    assert failing(impulse(since=since, until=until), IMPULSE) == (set() if holds else {"lasting"})


@pytest.mark.parametrize(
    ("shares", "holds"),
    [
        ({"public": 1_000_000, "private": 2_000_000}, True),
        ({"private": 3_000_000}, True),
        ({"public": 1_000_000, "private": 1_999_999}, False),
        ({"public": 1_000_000, "private": 2_000_001}, False),
        ({}, False),
        ({"public": 1_000_000, "lottery": 2_000_000}, False),
    ],
)
def test_the_pooled_sources_make_up_the_amount(shares: dict[str, int], holds: bool) -> None:  # noqa: FBT001 - a table
    """To the cent, and no other source."""
    assert failing(impulse(shares=shares), IMPULSE) == (set() if holds else {"shares"})


def test_an_experiment_pays_its_three_kinds_of_expenses() -> None:
    """Another is not eligible, so that nothing is there to be paid."""
    for category in ("human_resources", "investment", "engineering_support"):
        assert failing(impulse(plan=expenses(category, 3_000_000)), IMPULSE) == set()
    assert failing(impulse(plan=expenses("a_party", 3_000_000)), IMPULSE) == {"expenses"}
    assert failing(impulse(plan=expenses("investment", 2_999_999)), IMPULSE) == {"expenses"}


def support(track: Any = "cash-flow", employees: int | None = 9) -> FundingRequest:
    """Exceptional support is asked for."""
    size = {} if employees is None else {"employees": employees}
    return asking(
        "support", 500_000, "association", fast_track=track, beneficiary=payee("association", **size)
    )


@pytest.mark.parametrize(("employees", "fails"), [(9, set()), (10, {"employees"}), (None, {"employees"})])
def test_the_fast_track_is_for_fewer_than_ten_employees(employees: int | None, fails: set[str]) -> None:
    """Ten are too many, and an unknown number too."""
    assert failing(support(employees=employees), SUPPORT) == fails


def test_who_does_not_take_the_fast_track_may_have_more_employees() -> None:
    """The ordinary circuit has no such bound."""
    assert failing(support(None, employees=10), SUPPORT) == set()


def test_the_fast_track_supports_what_it_names() -> None:
    """Investment and cash flow; one that supports investment alone is not asked for cash."""
    fast = SUPPORT.fast_track
    assert fast is not None
    assert failing(support("investment"), SUPPORT) == set()
    narrow = SUPPORT.model_copy(update={"fast_track": fast.model_copy(update={"supports": ("investment",)})})
    assert failing(support("cash-flow"), narrow) == {"support"}


def matched(cents: int, **shares: int) -> FundingRequest:
    """What the authority and companies add to citizens' money."""
    return asking("match", cents, "project", shares=shares)


@pytest.mark.parametrize(
    ("cents", "shares", "fails"),
    [
        (200_000, {"authority": 100_000, "companies": 100_000}, set()),
        (200_001, {"authority": 100_000, "companies": 100_001}, {"matching"}),
        (200_000, {"authority": 150_000, "companies": 50_000}, {"matching"}),
        (200_000, {"citizens": 200_000}, {"shares"}),
        (200_000, {"authority": 100_000}, {"shares", "matching"}),
    ],
)
def test_each_citizen_euro_brings_one_of_the_authority_and_one_of_companies(
    cents: int, shares: dict[str, int], fails: set[str]
) -> None:
    """1 + 1 + 1: what is asked for is twice what citizens give, in equal parts."""
    assert failing(matched(cents, **shares), MATCH) == fails


@pytest.mark.parametrize(("cents", "fails"), [(200_000, set()), (200_001, {"matching"})])
def test_half_a_cent_of_citizens_is_not_matched(cents: int, fails: set[str]) -> None:
    """Whether or not the request says who pays which part."""
    undivided = MATCH.model_copy(update={"shares": ()})
    assert failing(matched(cents), undivided) == fails


def test_the_finding_says_how_much_citizens_are_to_give() -> None:
    """Half of what is asked for."""
    finding = found(matched(200_000, authority=100_000, companies=100_000), MATCH)["matching"]
    assert finding.figures == {
        "amount": "200000",
        "citizens": "100000",
        "authority": "100000",
        "companies": "100000",
    }
