"""Each rule of ACTE at its boundary, by the rulebook that ships (field notes §4.10)."""

from datetime import date
from typing import Any

import pytest

from domain.fundings.expenses import Territories
from domain.fundings.request import FundingRequest
from tests.domain.fundings.judging import (
    PLAIN,
    asking,
    expenses,
    failing,
    found,
    instrument_in,
    located,
    payee,
)

ACTE = instrument_in("acte", "acte_grant")
QPV: Territories = (("2026-01-05", located("QPV")),)


def acte(cents: int, planned: int, category: str = "running_costs", **more: Any) -> FundingRequest:
    """A request of a social enterprise at the stage of emergence."""
    said: dict[str, Any] = {"maturity": "emergence", "plan": expenses(category, planned), **more}
    kind = said.pop("kind", "social_economy_enterprise")
    return asking("acte_grant", cents, kind, **said)


@pytest.mark.parametrize(
    ("cents", "holds"),
    [(1_499_999, False), (1_500_000, True), (6_000_000, True), (6_000_001, False)],
)
def test_from_15_000_to_60_000_euros(cents: int, holds: bool) -> None:  # noqa: FBT001 - a table
    """14 999.99 € and 60 000.01 € are outside; the bounds are inside."""
    assert failing(acte(cents, 20_000_000), ACTE) == (set() if holds else {"amount"})


@pytest.mark.parametrize(
    ("cents", "planned", "holds"),
    [
        (4_999_000, 10_000_000, True),  # 49.99 %
        (5_000_000, 10_000_000, True),  # 50 %
        (5_001_000, 10_000_000, False),  # 50.01 %
        (5_000_000, 9_999_999, False),  # a cent of expenses short
        (1_500_001, 3_000_001, False),  # half of an odd cent is not a cent
        (1_500_000, 3_000_001, True),
    ],
)
def test_at_most_half_of_eligible_expenses(cents: int, planned: int, holds: bool) -> None:  # noqa: FBT001 - a table
    """49.99 %, 50 %, 50.01 %: exact to the cent, whatever the figures."""
    assert failing(acte(cents, planned), ACTE) == (set() if holds else {"cap"})


@pytest.mark.parametrize("zoning", ["QPV", "FRR", "ZRR"])
def test_sixty_per_cent_in_a_priority_neighbourhood_or_rural_territory(zoning: str) -> None:
    """60 % of 100 000 €, where elsewhere it is 50 %."""
    there: Territories = (("2026-01-05", located(zoning)),)
    request = acte(6_000_000, 10_000_000)
    assert failing(request, ACTE, there) == set()
    assert failing(request, ACTE) == {"cap"}
    assert found(request, ACTE, there)["cap"].figures["zonings"] == zoning


def test_sixty_per_cent_and_not_a_cent_more() -> None:
    """60 % of 90 000 € is 54 000 €."""
    assert failing(acte(5_400_000, 9_000_000), ACTE, QPV) == set()
    assert failing(acte(5_400_001, 9_000_000), ACTE, QPV) == {"cap"}


def test_another_zoning_raises_nothing() -> None:
    """Only those that the instrument names do."""
    there: Territories = (("2026-01-05", located("ANRU", "AFR")),)
    assert failing(acte(5_400_000, 9_000_000), ACTE, there) == {"cap"}


_ASKED_FOR = acte(5_400_000, 9_000_000)
_OUT, _IN = located(), located("QPV")


@pytest.mark.parametrize(
    ("territories", "holds"),
    [
        ((("2026-01-05", _OUT), ("2026-11-22", _IN)), True),
        ((("2026-01-05", _OUT), ("2026-11-23", _IN)), True),
        ((("2026-01-05", _OUT), ("2026-11-24", _IN)), False),
        ((("2026-01-05", _IN), ("2026-11-22", _OUT)), False),
        ((("2026-01-05", _IN), ("2026-11-24", _OUT)), True),
    ],
    ids=["gained the day before", "gained that day", "gained the day after", "lost before", "lost after"],
)
def test_zonings_are_those_of_the_day_of_the_request(territories: Territories, holds: bool) -> None:  # noqa: FBT001 - a table
    """As the sheet had them, then: what is gained or lost the day after changes nothing."""
    assert failing(_ASKED_FOR, ACTE, territories) == (set() if holds else {"cap"})


def test_a_day_ends_at_midnight_in_paris() -> None:
    """The sheet was changed an hour before midnight UTC: in Paris that is the next day."""
    late: Territories = (("2026-01-05", _OUT), ("2026-11-23T23:00:00Z", _IN))
    in_time: Territories = (("2026-01-05", _OUT), ("2026-11-23T22:59:59Z", _IN))
    assert failing(_ASKED_FOR, ACTE, late) == {"cap"}
    assert failing(_ASKED_FOR, ACTE, in_time) == set()


def test_a_change_that_was_recorded_late_counts_from_its_own_day() -> None:
    """What the sheet says of an earlier day does not undo what it says of a later one."""
    backdated: Territories = (("2026-01-05", _OUT), ("2026-11-01", _IN), ("2026-06-01", _OUT))
    assert failing(_ASKED_FOR, ACTE, backdated) == set()


@pytest.mark.parametrize(("known_since", "holds"), [(date(2026, 11, 23), True), (date(2026, 11, 24), False)])
def test_a_zoning_counts_once_its_source_is_there(known_since: date, holds: bool) -> None:  # noqa: FBT001 - a table
    """A decree of the next day shows nothing today."""
    there: Territories = (("2026-01-05", located("QPV", known_since=known_since)),)
    assert failing(_ASKED_FOR, ACTE, there) == (set() if holds else {"cap"})


@pytest.mark.parametrize("kind", ["epci", "epci_group"])
@pytest.mark.parametrize(
    ("inhabitants", "holds"), [(None, False), (14_999, False), (15_000, False), (15_001, True)]
)
def test_inter_municipal_bodies_of_more_than_15_000_inhabitants(
    kind: str,
    inhabitants: int | None,
    holds: bool,  # noqa: FBT001 - a table
) -> None:
    """More than: 15 000 are not enough, nor is an unknown number."""
    size = {} if inhabitants is None else {"inhabitants": inhabitants}
    request = acte(3_000_000, 6_000_000, beneficiary=payee(kind, **size))
    assert failing(request, ACTE) == (set() if holds else {"inhabitants"})


@pytest.mark.parametrize("stage", ["structuring", "development", "spreading"])
def test_inter_municipal_bodies_in_the_stage_of_emergence_only(stage: str) -> None:
    """An enterprise of the social economy at every stage."""
    category = "running_costs" if stage == "spreading" else "experimentation"
    plan = expenses(category, 6_000_000)
    body = payee("epci", inhabitants=20_000)
    theirs = acte(3_000_000, 6_000_000, maturity=stage, plan=plan, beneficiary=body)
    assert failing(theirs, ACTE) == {"beneficiary"}
    assert failing(acte(3_000_000, 6_000_000, maturity=stage, plan=plan), ACTE) == set()


def test_others_are_not_funded() -> None:
    """A kind that the instrument does not name."""
    assert failing(acte(3_000_000, 6_000_000, kind="company"), ACTE) == {"beneficiary"}


_TAKEN = {
    "emergence": {"running_costs", "outside_services"},
    "structuring": {"animation_and_engineering", "experimentation", "capitalisation"},
    "development": {"animation_and_engineering", "experimentation", "capitalisation"},
    "spreading": {"running_costs", "outside_services", "transfer", "tools_and_methods"},
}
"""As the field notes say; written out by hand."""


@pytest.mark.parametrize("stage", _TAKEN)
@pytest.mark.parametrize("category", [*sorted(set().union(*_TAKEN.values())), "a_car"])
def test_each_stage_takes_its_own_expenses(stage: str, category: str) -> None:
    """What it does not take, or does not know, raises no cap."""
    request = acte(3_000_000, 6_000_000, category, maturity=stage)
    expected = set() if category in _TAKEN[stage] else {"expenses", "cap"}
    assert failing(request, ACTE) == expected


def test_expenses_that_are_not_eligible_do_not_spoil_those_that_are() -> None:
    """Half of 60 000 € of running costs, beside a car for 40 000 €."""
    plan = (*expenses("running_costs", 6_000_000), *expenses("a_car", 4_000_000))
    assert failing(acte(3_000_000, 1, plan=plan), ACTE) == set()
    over = acte(3_000_001, 1, plan=plan)
    assert failing(over, ACTE) == {"cap"}
    assert found(over, ACTE)["cap"].figures == {
        "amount": "3000001",
        "eligible": "6000000",
        "share": "50",
        "most": "3000000",
    }


def test_without_a_sheet_there_is_no_zoning() -> None:
    """Nothing is known of where it took place then."""
    assert failing(_ASKED_FOR, ACTE, (("2026-12-01", _IN),)) == {"cap"}
    assert failing(_ASKED_FOR, ACTE, PLAIN) == {"cap"}
