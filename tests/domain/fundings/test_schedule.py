"""Tranches: exact to the cent, whatever the amount, the shares and the amendments."""

from dataclasses import replace
from datetime import date
from decimal import Decimal
from fractions import Fraction
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from domain.fundings.conditions import agreement_obligatory
from domain.fundings.schedule import (
    amended_schedule,
    approval_levels,
    first_schedule,
    least_total,
    rescheduled,
    tranche_rule,
)
from domain.fundings.state import Funding
from domain.kernel.values import Role
from domain.rulebook import Instrument, Level, Names
from domain.rulebook.base import defined
from domain.rulebook.funding import Tranche
from tests.domain.paying import PAID_BY, awarded, funding_of, instalments, request

GRANT = defined(PAID_BY.instrument("grant"))
PLAIN = defined(PAID_BY.instrument("plain"))
NAME = Names(fr="t", en="t")

shares = st.lists(st.integers(1, 100), min_size=1, max_size=5)
amounts = st.integers(1, 10_000_000)
stages = st.sampled_from(["planned", "requested", "approved", "ordered", "paid", "released"])


def of_shares(hundredths: list[int]) -> Instrument:
    """An instrument whose tranches have these shares; what is left of 100 % is the last's."""
    parts = [Decimal(100 * one) / sum(hundredths) for one in hundredths]
    rounded = [one.quantize(Decimal("0.01")) for one in parts]
    rounded[-1] = Decimal(100) - sum(rounded[:-1], Decimal(0))
    tranches = tuple(
        Tranche(tranche=f"t{number}", name=NAME, share=share, when=()) for number, share in enumerate(rounded)
    )
    return GRANT.model_copy(update={"tranches": tranches})


def on_course(rule: Instrument, cents: int, reached: list[Any]) -> Funding:
    """A funding of so much whose tranches have come so far."""
    funding = funding_of(*awarded(request(cents=cents)))
    tranches = rescheduled({}, first_schedule(rule, cents))
    return funding.changed(
        tranches={
            key: replace(one, stage=stage)
            for (key, one), stage in zip(tranches.items(), reached, strict=False)
        }
    )


def cents_of(schedule: object) -> dict[str, int]:
    """Amounts by tranche."""
    return {one.tranche: one.cents for one in schedule}  # type: ignore[attr-defined]


def test_each_share_is_rounded_down_and_the_last_takes_the_rest() -> None:
    """100 cents in thirds."""
    rule = of_shares([1, 1, 1])
    assert cents_of(first_schedule(rule, 100)) == {"t0": 33, "t1": 33, "t2": 34}


def test_without_tranches_the_whole_is_one() -> None:
    """And nothing is none."""
    assert first_schedule(PLAIN, 777) == instalments(whole=777)
    assert first_schedule(GRANT, 0) == ()


@given(shares, amounts)
def test_the_tranches_make_the_amount(hundredths: list[int], cents: int) -> None:
    """To the cent; none is below its share but the last, nor below nothing."""
    rule = of_shares(hundredths)
    parts = [one.cents for one in first_schedule(rule, cents)]
    assert sum(parts) == cents
    for part, tranche in list(zip(parts, rule.tranches, strict=True))[:-1]:
        assert 0 <= Fraction(tranche.share) * cents / 100 - part < 1


@given(shares, amounts, st.lists(stages, min_size=5, max_size=5), amounts)
def test_an_amendment_changes_only_what_is_planned(
    hundredths: list[int], cents: int, reached: list[str], later: int
) -> None:
    """All together make the new amount, or the least that is possible; none goes below nothing."""
    rule = of_shares(hundredths)
    funding = on_course(rule, cents, reached)
    amended = cents_of(amended_schedule(funding, rule, later))
    assert sum(amended.values()) == max(later, least_total(funding))
    assert all(one >= 0 for one in amended.values())
    for key, one in funding.tranches.items():
        if one.stage != "planned":
            assert amended[key] == one.cents
    again = rescheduled(funding.tranches, amended_schedule(funding, rule, later))
    assert {key: one.stage for key, one in again.items() if key in funding.tranches} == {
        key: one.stage for key, one in funding.tranches.items()
    }


def test_the_difference_spreads_by_shares_over_what_is_planned() -> None:
    """A first tranche is paid; of 100 cents more, the two others take 30 and 70 hundredths of 100."""
    rule = of_shares([50, 15, 35])
    funding = on_course(rule, 1_000, ["paid", "planned", "planned"])
    assert cents_of(amended_schedule(funding, rule, 1_101)) == {"t0": 500, "t1": 180, "t2": 421}
    assert cents_of(amended_schedule(funding, rule, 899)) == {"t0": 500, "t1": 120, "t2": 279}
    assert cents_of(amended_schedule(funding, rule, 500)) == {"t0": 500, "t1": 0, "t2": 0}


def test_what_a_small_tranche_cannot_give_the_others_do() -> None:
    """None goes below nothing."""
    rule = of_shares([50, 50])
    funding = on_course(rule, 1_000, ["planned", "planned"])
    small = funding.changed(tranches={**funding.tranches, "t1": replace(funding.tranches["t1"], cents=10)})
    assert cents_of(amended_schedule(small, rule, 300)) == {"t0": 300, "t1": 0}


def test_once_all_is_paid_more_is_a_tranche_of_its_own() -> None:
    """On the terms of the last one."""
    funding = on_course(GRANT, 1_000, ["paid", "paid"])
    assert amended_schedule(funding, GRANT, 1_200)[2:] == instalments(supplement_1=200)
    assert amended_schedule(funding, GRANT, 900) == instalments(advance=500, balance=500)
    assert tranche_rule(GRANT, "supplement_1").when == ("report-accepted",)
    assert tranche_rule(PLAIN, "supplement_1").when == ()


def test_where_nobody_is_named_one_approves() -> None:
    """An elected representative or the board."""
    assert approval_levels(PLAIN, 10**9) == (Level(by=(Role.ELECTED_REPRESENTATIVE, Role.BOARD)),)


@pytest.mark.parametrize(("cents", "levels"), [(500_000, 1), (500_001, 2), (1_500_000, 2), (1_500_001, 3)])
def test_an_amount_is_approved_up_to_the_level_that_reaches_it(cents: int, levels: int) -> None:
    """The bound included."""
    assert len(approval_levels(GRANT, cents)) == levels


def test_above_the_highest_bound_all_levels_approve() -> None:
    """None is left out."""
    bounded = GRANT.model_copy(update={"approvals": GRANT.approvals[:2]})
    assert len(approval_levels(bounded, 10**9)) == 2


@pytest.mark.parametrize(
    ("cents", "since", "until", "obligatory"),
    [
        (2_300_000, date(2026, 1, 1), date(2026, 12, 31), False),
        (2_300_001, date(2026, 1, 1), date(2026, 12, 31), True),
        (2_300_001, date(2026, 1, 1), date(2026, 6, 30), True),
        (3_450_000, date(2026, 1, 1), date(2027, 6, 30), False),
        (3_450_001, date(2026, 1, 1), date(2027, 6, 30), True),
        (2_306_182, date(2026, 1, 1), date(2027, 1, 1), False),
        (2_306_183, date(2026, 1, 1), date(2027, 1, 1), True),
        (2_300_000, date(2026, 1, 31), date(2027, 1, 30), False),
    ],
    ids=str,
)
def test_an_agreement_is_obligatory_above_so_much_a_year(
    cents: int, since: date, until: date, *, obligatory: bool
) -> None:
    """Amount × 12 / months, exact: a day of January is a thirty-first of a month."""
    assert agreement_obligatory(GRANT, cents, since, until) is obligatory


def test_without_a_bound_no_agreement_is_obligatory() -> None:
    """However much."""
    assert not agreement_obligatory(PLAIN, 10**10, date(2026, 1, 1), date(2026, 1, 2))
