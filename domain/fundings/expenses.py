"""Which of a plan's expenses an instrument takes, and how much of them it may pay. Exact, in integer cents."""

from collections.abc import Iterator, Sequence
from datetime import date
from decimal import Decimal
from fractions import Fraction
from zoneinfo import ZoneInfo

from domain.fundings.request import EligibilityFinding, FundingRequest
from domain.kernel.moments import day_of, earliest
from domain.kernel.values import Territory, Zoning
from domain.rulebook import Instrument
from domain.rulebook.funding import CapRule

_WHOLE = 100
"""Per cent."""

Territories = Sequence[tuple[str, Territory]]
"""Where a cooperation took place, each from a moment on, in the order in which that was recorded."""


def eligible_cents(request: FundingRequest, instrument: Instrument) -> int:
    """The lines in categories that the instrument takes at that maturity; all, where it names no category.

    Other lines are no mistake: they raise no cap.
    """
    if not instrument.expenses:
        return sum(one.cents for one in request.plan)
    taken = {
        one.expense for one in instrument.expenses if not one.maturity or request.maturity in one.maturity
    }
    return sum(one.cents for one in request.plan if one.expense in taken)


def expense_findings(
    request: FundingRequest, instrument: Instrument, zonings: frozenset[str]
) -> Iterator[EligibilityFinding]:
    """What is asked for stays within eligible expenses, and within the instrument's share of them."""
    amount, eligible = request.amount_cents, eligible_cents(request, instrument)
    if instrument.expenses:
        planned = sum(one.cents for one in request.plan)
        figures = {"amount": str(amount), "eligible": str(eligible), "planned": str(planned)}
        yield EligibilityFinding(rule="expenses", holds=amount <= eligible, figures=figures)
    if instrument.cap:
        yield _cap(instrument.cap, amount, eligible, zonings)


def _cap(cap: CapRule, amount: int, eligible: int, zonings: frozenset[str]) -> EligibilityFinding:
    share, raising = cap.ordinary, [one for one in cap.raised_in if one in zonings]
    if cap.raised is not None and raising:
        share = cap.raised
    most = _part(share) * eligible
    figures = {
        "amount": str(amount),
        "eligible": str(eligible),
        "share": f"{share:f}",
        "most": str(int(most)),
        **({"zonings": ", ".join(raising)} if raising else {}),
    }
    return EligibilityFinding(rule="cap", holds=amount <= most, figures=figures)


def zonings_on(territories: Territories, day: date, zone: ZoneInfo) -> frozenset[str]:
    """The zonings of the territory as the sheet had it by the end of a day, if their source is no later."""
    return frozenset(one.zoning for one in sourced_on(territories, day, zone))


def sourced_on(territories: Territories, day: date, zone: ZoneInfo) -> Sequence[Zoning]:
    """The same, each with the source that says so."""
    known = [one for one in territories if day_of(earliest(one[0], zone), zone) <= day]
    if not known:
        return ()
    territory = max(reversed(known), key=lambda one: earliest(one[0], zone))[1]
    return [one for one in territory.zonings if one.source_date <= day]


def _part(share: Decimal) -> Fraction:
    return Fraction(share) / _WHOLE
