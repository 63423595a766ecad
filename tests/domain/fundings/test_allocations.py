"""In which envelopes a grant is set aside, and in which a payment counts."""

from datetime import date
from typing import Any

import pytest

from domain.fundings.budget import payment_envelope, plan_allocations
from domain.fundings.request import FundingRequest, Payee
from domain.rulebook import Rulebook
from tests.domain.rules import rulebook
from tests.domain.tables.envelopes import FUNDED


def request(instrument: str, **more: Any) -> FundingRequest:
    """A request of an instrument."""
    payee = Payee(kind="association", name="Les Rives", identifier="W123456789")
    return FundingRequest(
        instrument=instrument,
        amount_cents=100,
        since=date(2026, 1, 1),
        until=date(2026, 12, 31),
        beneficiary=payee,
        **more,
    )


def planned(asked: FundingRequest, cents: int, rules: Rulebook = FUNDED, year: int = 2026) -> Any:
    """The allocations, as pairs."""
    instrument = rules.instrument(asked.instrument)
    assert instrument
    return [(one.envelopes, one.cents) for one in plan_allocations(instrument, rules, asked, cents, year)]


@pytest.mark.parametrize(
    ("instrument", "envelopes"),
    [
        ("free", ("essai/free/2026",)),
        ("yearly", ("essai/yearly/2026",)),
        ("whole", ("essai/whole/total",)),
        ("both", ("essai/both/2026", "essai/both/total")),
    ],
)
def test_it_is_set_aside_where_the_programme_bounds(instrument: str, envelopes: tuple[str, ...]) -> None:
    """In the year's envelope; in the whole's too, or alone, where the programme bounds the whole."""
    assert planned(request(instrument), 100) == [(envelopes, 100)]


def test_the_accelerated_circuit_takes_from_its_own_envelope() -> None:
    """Where the instrument has such a circuit."""
    assert planned(request("yearly", fast_track="investment"), 5) == [(("essai/yearly/fast-track/2026",), 5)]
    assert planned(request("free", fast_track="investment"), 5) == [(("essai/free/2026",), 5)]


def test_a_label_takes_nothing() -> None:
    """It has no amount."""
    assert planned(request("label"), 0) == []
    assert planned(request("label"), 100) == []


def _pooled() -> Rulebook:
    name = {"fr": "n", "en": "n"}
    fund = {"instrument": "fund", "name": name, "kind": "experiment", "shares": ["public", "private"]}
    trust = {
        "instrument": "trust",
        "name": name,
        "kind": "time",
        "envelope": {"total_cents": 9, "per_year_cents": 9},
    }
    return rulebook(instruments=[fund | {"carried_by": "trust"}, trust])


@pytest.mark.parametrize(
    ("shares", "cents", "carried"),
    [
        ({"public": 60, "private": 40}, 100, 60),
        ({"public": 60, "private": 40}, 99, 59),
        ({"public": 1, "private": 2}, 100, 33),
        ({"public": 100, "private": 0}, 100, 100),
        ({"private": 100}, 100, 0),
        ({}, 100, 0),
        ({"public": 1, "private": 99}, 50, 0),
    ],
)
def test_the_carrier_sets_aside_the_public_share_too(
    shares: dict[str, int], cents: int, carried: int
) -> None:
    """As the request divides it, rounded down to the cent; all of it bounds the instrument's own envelope."""
    own, theirs = "essai/fund/2026", ("essai/trust/2026", "essai/trust/total")
    expected = [((own, *theirs), carried), ((own,), cents - carried)]
    assert planned(request("fund", shares=shares), cents, _pooled()) == [one for one in expected if one[1]]


def test_a_payment_counts_in_the_year_in_which_it_is_made() -> None:
    """Whatever year it was committed in; as a whole where only the whole is bounded."""
    found = {
        key: payment_envelope(instrument, FUNDED, request(key), 2031)
        for key in ("free", "whole", "both")
        if (instrument := FUNDED.instrument(key))
    }
    assert found == {"free": "essai/free/2031", "whole": "essai/whole/total", "both": "essai/both/2031"}
