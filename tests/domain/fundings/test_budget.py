"""What a funding takes from envelopes: where it is set aside, how it is divided, what the envelopes come to."""

from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from domain.envelopes.events import CarriedOver, CarryOverReceived, EnvelopeOpened, EnvelopeToppedUp
from domain.envelopes.shares import Share, shares
from domain.envelopes.state import Envelope
from domain.files.setting import Happening, Setting
from domain.fundings.budget import (
    charge,
    consume,
    refund,
    release,
    reserve,
    restore,
    streams_of,
    take,
    uncharge,
)
from domain.fundings.request import Allocation
from domain.kernel.ids import envelope_stream
from domain.kernel.refusal import Refusal
from tests.domain.kit import NOW, history, state_of
from tests.domain.sample_people import PEOPLE
from tests.domain.tables.envelopes import FUNDED, envelope_opened
from tests.domain.vocabulary import WHY

AT = "2026-11-23T09:00:00Z"
ONE = "essai/free/2026"


def allocation(cents: int, *envelopes: str) -> Allocation:
    """So many cents in each of these."""
    return Allocation(envelopes=envelopes or (ONE,), cents=cents)


def beside(**envelopes: Envelope | None) -> Setting:
    """A setting in which these envelopes were read; ``free`` stands for ``essai/free/2026``."""
    return Setting(
        PEOPLE,
        FUNDED,
        NOW,
        beside={envelope_stream(f"essai/{key}/2026"): one for key, one in envelopes.items()},
    )


def envelope(*events: Any, key: str = ONE) -> Envelope:
    """What an envelope's events make of it."""
    state = state_of(envelope_stream(key), *events)
    assert isinstance(state, Envelope)
    return state


AMOUNTS = st.lists(st.integers(1, 1_000_000), max_size=8)


@given(AMOUNTS, st.data(), st.booleans())
def test_taking_divides_what_is_set_aside(amounts: list[int], data: st.DataObject, newest: bool) -> None:  # noqa: FBT001
    """Not a cent more or less; the earliest first, or the newest."""
    allocations = tuple(allocation(cents, f"essai/free/{2000 + year}") for year, cents in enumerate(amounts))
    cents = data.draw(st.integers(0, sum(amounts)))
    taken, left = take(allocations, cents, newest_first=newest)
    assert sum(one.cents for one in taken) == cents
    assert sum(one.cents for one in left) == sum(amounts) - cents
    first, second = (left, tuple(reversed(taken))) if newest else (taken, left)
    years = [one.envelopes for one in (*first, *second)]
    assert years == sorted(years)
    assert len(years) <= len(amounts) + 1


def test_nobody_takes_more_than_is_set_aside() -> None:
    """That would be a fault of ours, and stops."""
    with pytest.raises(ValueError, match="1 cents more"):
        take((allocation(5),), 6)


def test_the_streams_of_allocations_are_named_once() -> None:
    """However many allocations share an envelope."""
    found = streams_of((allocation(1, "a/b/2026", "c/d/2026"), allocation(2, "a/b/2026")))
    assert found == ("envelope:a/b/2026", "envelope:c/d/2026")


def test_reserving_tells_each_envelope_once_what_it_lends() -> None:
    """The sum of all allocations in it."""
    setting = beside(free=envelope(envelope_opened(100)), yearly=envelope(envelope_opened(60)))
    wanted = (allocation(60, ONE, "essai/yearly/2026"), allocation(40))
    found = reserve(wanted, "un", setting, AT, counts=True)
    assert not isinstance(found, Refusal)
    assert [(one.stream, getattr(one.event, "cents", None)) for one in found] == [
        (envelope_stream(ONE), 100),
        ("envelope:essai/yearly/2026", 60),
    ]


def test_the_envelope_refuses_beyond_its_balance_and_says_it() -> None:
    """To the cent; what is granted before counts."""
    setting = beside(free=envelope(envelope_opened(100), *_events(reserve_in(envelope_opened(100), 40))))
    assert reserve((allocation(60),), "deux", setting, AT, counts=True)
    found = reserve((allocation(30), allocation(31)), "deux", setting, AT, counts=True)
    assert found == Refusal("envelope_exhausted", {"envelope": ONE, "balance": "60", "asked": "61"})


def test_one_exhausted_envelope_of_several_stops_all() -> None:
    """Nothing is set aside anywhere."""
    setting = beside(free=envelope(envelope_opened(100)), yearly=envelope(envelope_opened(9)))
    found = reserve((allocation(10, ONE, "essai/yearly/2026"),), "un", setting, AT, counts=True)
    assert isinstance(found, Refusal)
    assert found.params["envelope"] == "essai/yearly/2026"


def test_without_an_opened_envelope_nothing_is_set_aside() -> None:
    """It names the one to open."""
    assert reserve((allocation(1),), "un", beside(free=None), AT, counts=True) == Refusal(
        "no_envelope", {"envelope": ONE}
    )


def test_an_envelope_serves_so_many_fundings_and_adds_to_those() -> None:
    """More for one that was granted before is no further funding; nor does giving back make room for another."""
    opened = envelope_opened(100, fundings=2)
    first = reserve_in(opened, 10)
    two = (*_events(first), *_events(reserve_in(opened, 10, "deux")))
    freed = _events(release((allocation(10),), "deux", AT))
    setting = beside(free=envelope(opened, *two, *freed))
    assert reserve((allocation(1),), "trois", setting, AT, counts=True) == Refusal(
        "too_many_fundings", {"envelope": ONE, "most": "2"}
    )
    assert not isinstance(reserve((allocation(1),), "un", setting, AT, counts=False), Refusal)


def reserve_in(opened: EnvelopeOpened, cents: int, funding: str = "un") -> tuple[Happening, ...]:
    """What setting aside gives in an envelope that was just opened."""
    found = reserve((allocation(cents),), funding, beside(free=envelope(opened)), AT, counts=True)
    assert not isinstance(found, Refusal)
    return found


def _events(happenings: tuple[Happening, ...]) -> tuple[Any, ...]:
    return tuple(one.event for one in happenings)


def _figures(state: Envelope) -> tuple[int, int, int]:
    return state.reserved, state.consumed, state.balance


def test_what_is_paid_restored_refunded_and_released_leaves_the_envelope_as_it_was() -> None:
    """Step by step: set aside, paid, not paid after all, paid, refunded in part, the rest given back."""
    ten = (allocation(10),)
    steps = (
        (reserve_in(envelope_opened(100), 30), (30, 0, 70)),
        (consume(ten, "un", 1, AT), (20, 10, 70)),
        (restore(ten, "un", 1, AT), (30, 0, 70)),
        (consume(ten, "un", 2, AT), (20, 10, 70)),
        (refund((allocation(4),), "un", AT), (20, 6, 74)),
        (release((allocation(20),), "un", AT), (0, 6, 94)),
    )
    told: tuple[Any, ...] = (envelope_opened(100),)
    for happened, figures in steps:
        told = (*told, *_events(happened))
        assert _figures(envelope(*told)) == figures


def test_the_sums_kept_are_the_sums_over_the_fundings() -> None:
    """And the fundings counted are those granted."""
    told = [envelope_opened(1_000)]
    for number, funding in enumerate(("un", "deux", "trois"), start=1):
        told += [*_events(reserve_in(envelope_opened(1_000), 100, funding))]
        told += [*_events(consume((allocation(30 * number),), funding, number, AT))]
    told += [
        *_events(restore((allocation(30),), "un", 1, AT)),
        *_events(release((allocation(100),), "un", AT)),
    ]
    told += [*_events(refund((allocation(10),), "trois", AT))]
    state, parts = envelope(*told), shares(history(*told))
    assert dict(parts) == {"un": Share(0, 0), "deux": Share(40, 60), "trois": Share(10, 80)}
    assert (state.reserved, state.consumed, state.fundings) == (50, 140, 3)


def test_payments_are_bounded_apart_from_commitments() -> None:
    """To the cent of what the year may pay; a payment that failed makes room again."""
    opened = envelope_opened(1_000, 50)
    first = charge(ONE, "un", 1, 50, beside(free=envelope(opened)), AT)
    assert not isinstance(first, Refusal)
    full = envelope(opened, *_events(first))
    assert (full.paid, full.payable, full.balance) == (50, 0, 1_000)
    assert charge(ONE, "deux", 1, 1, beside(free=full), AT) == Refusal(
        "payments_exhausted", {"envelope": ONE, "balance": "0", "asked": "1"}
    )
    free = envelope(opened, *_events(first), *_events(uncharge(ONE, "un", 1, 50, AT)))
    assert (free.paid, free.payable) == (0, 50)


def test_payments_count_in_their_year_also_where_nothing_bounds_them() -> None:
    """Nowhere, where no envelope of that year was opened."""
    opened = envelope_opened(1)
    charged = charge(ONE, "un", 1, 50, beside(free=envelope(opened)), AT)
    assert not isinstance(charged, Refusal)
    free = envelope(opened, *_events(charged))
    assert (free.paid, free.payable) == (50, None)
    assert charge(ONE, "un", 1, 50, beside(free=None), AT) == ()


def test_what_is_topped_up_and_carried_over_counts() -> None:
    """In what may be committed, and in what may be paid where that is bounded."""
    state = envelope(
        envelope_opened(100, 10),
        EnvelopeToppedUp(commitments_cents=5, payments_cents=7, reason=WHY),
        CarryOverReceived(source="essai/free/2025", cents=30),
        CarriedOver(to="essai/free/2027", cents=60, reason=WHY),
    )
    assert (state.allotted, state.balance, state.payable, state.entry) == (75, 75, 17, 4)


def test_an_envelope_begins_with_its_opening() -> None:
    """What comes before it cannot be."""
    with pytest.raises(ValueError, match="does not begin"):
        envelope(EnvelopeToppedUp(commitments_cents=5, payments_cents=7, reason=WHY))
