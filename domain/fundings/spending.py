"""What of a funding's money went where: allocations less others, and what was paid for good. Integer cents."""

from collections import Counter
from collections.abc import Iterable

from domain.fundings.request import Allocation
from domain.fundings.state import Funding


def without(allocations: Iterable[Allocation], gone: Iterable[Allocation]) -> tuple[Allocation, ...]:
    """Allocations less others of the same envelopes, the earliest first. Raises ValueError if there is less."""
    owed = _sums(gone)
    left = []
    for one in allocations:
        cut = min(owed[one.envelopes], one.cents)
        owed[one.envelopes] -= cut
        if cut < one.cents:
            left.append(one.model_copy(update={"cents": one.cents - cut}))
    if any(owed.values()):
        raise ValueError(f"more goes than is there: {dict(+owed)}")
    return tuple(left)


def covers(allocations: Iterable[Allocation], wanted: Iterable[Allocation]) -> bool:
    """Whether there is at least as much in the same envelopes."""
    return _sums(wanted) <= _sums(allocations)


def spent(funding: Funding) -> tuple[Allocation, ...]:
    """What was paid for good and not refunded: without what is on its way to the bank."""
    on_its_way = (one for one in funding.payments.values() if one.stage in ("ordered", "issued"))
    return without(funding.consumed, (each for one in on_its_way for each in one.allocations))


def _sums(allocations: Iterable[Allocation]) -> Counter[tuple[str, ...]]:
    sums: Counter[tuple[str, ...]] = Counter()
    for one in allocations:
        sums[one.envelopes] += one.cents
    return sums
