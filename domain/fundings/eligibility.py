"""Eligibility: each rule of an instrument judged on its own, with the figures that it was judged by.

Amounts are integer cents and shares exact; what is asked for may reach a bound that is a bound *of* the amount, and
must stay off one that is *more than* or *fewer than*. Figures are text: cents, counts, days, shares, keys.
"""

from collections.abc import Iterable, Iterator
from datetime import date, timedelta
from zoneinfo import ZoneInfo

from domain.fundings.expenses import Territories, expense_findings, zonings_on
from domain.fundings.request import EligibilityFinding, FundingRequest
from domain.kernel.calendar import day_after
from domain.rulebook import Instrument
from domain.rulebook.funding import Beneficiary


def assess(
    request: FundingRequest, instrument: Instrument, territories: Territories, day: date, zone: ZoneInfo
) -> tuple[EligibilityFinding, ...]:
    """What each rule that the instrument has says of a request made on a day; no finding where it has none."""
    return (
        *within_bounds(request.amount_cents, instrument),
        *_beneficiary(request, instrument),
        *expense_findings(request, instrument, zonings_on(territories, day, zone)),
        *within_lasting(request.since, request.until, instrument),
        *_shares(request, instrument),
        *_support(request, instrument),
    )


def failing(findings: Iterable[EligibilityFinding]) -> tuple[EligibilityFinding, ...]:
    """Those for which a request cannot be granted."""
    return tuple(one for one in findings if not one.holds)


def within_bounds(amount: int, instrument: Instrument) -> Iterator[EligibilityFinding]:
    """From the least amount to the most, both included: of what is asked for, and of what is granted."""
    least, most = instrument.least_cents, instrument.most_cents
    if least is None and most is None:
        return
    holds = (least is None or amount >= least) and (most is None or amount <= most)
    yield _finding("amount", holds=holds, amount=amount, least=least, most=most)


def _beneficiary(request: FundingRequest, instrument: Instrument) -> Iterator[EligibilityFinding]:
    """A kind that may be funded, at that maturity, of that size; the accelerated circuit has a size of its own."""
    payee, known = request.beneficiary, {one.kind: one for one in instrument.beneficiaries}
    rule = known.get(payee.kind)
    if known:
        holds = rule is not None and (not rule.maturity or request.maturity in rule.maturity)
        taken = ", ".join(rule.maturity if rule else known)
        yield _finding(
            "beneficiary", holds=holds, kind=payee.kind, maturity=request.maturity, **_taken(rule, taken)
        )
    if rule and (bound := rule.more_than_inhabitants) is not None:
        holds = payee.inhabitants is not None and payee.inhabitants > bound
        yield _finding("inhabitants", holds=holds, inhabitants=payee.inhabitants, more_than=bound)
    if (bound := _fewer_than(request, instrument, rule)) is not None:
        holds = payee.employees is not None and payee.employees < bound
        yield _finding("employees", holds=holds, employees=payee.employees, fewer_than=bound)


def _taken(rule: Beneficiary | None, taken: str) -> dict[str, str | None]:
    return {"maturities": taken or None} if rule else {"kinds": taken}


def _fewer_than(request: FundingRequest, instrument: Instrument, rule: Beneficiary | None) -> int | None:
    bounds = [
        rule.fewer_than_employees if rule else None,
        instrument.fast_track.fewer_than_employees if request.fast_track and instrument.fast_track else None,
    ]
    return min((one for one in bounds if one is not None), default=None)


def within_lasting(since: date, until: date, instrument: Instrument) -> Iterator[EligibilityFinding]:
    """From the shortest to the longest term, in calendar months: of what is asked for, and of what is agreed.

    ``until`` may be the last day of those months or the day after them: people write a year from 1 January either
    as until 31 December or until 1 January.
    """
    if instrument.lasting is None:
        return
    shortest, longest = instrument.lasting
    least = _after(since, shortest) - timedelta(days=1)
    most = _after(since, longest)
    yield _finding(
        "lasting",
        holds=least <= until <= most,
        since=since,
        until=until,
        shortest=shortest,
        longest=longest,
        least=least,
        most=most,
    )


def _after(day: date, duration: str) -> date:
    return day_after(day, duration)


def _shares(request: FundingRequest, instrument: Instrument) -> Iterator[EligibilityFinding]:
    """The sources that are pooled make up the amount; what citizens give is matched by whole multiples of it."""
    shared, amount = request.shares, request.amount_cents
    if instrument.shares:
        sources = ", ".join(instrument.shares)
        foreign = ", ".join(one for one in shared if one not in instrument.shares)
        holds = sum(shared.values()) == amount and not foreign
        total = sum(shared.values())
        yield _finding("shares", holds=holds, amount=amount, total=total, sources=sources, foreign=foreign)
    if instrument.matching:
        authority, companies = instrument.matching.authority, instrument.matching.companies
        citizens, rest = divmod(amount, authority + companies)
        given = (shared.get("authority"), shared.get("companies"))
        expected = (citizens * authority, citizens * companies)
        yield _finding(
            "matching",
            holds=rest == 0 and given in (expected, (None, None)),
            amount=amount,
            citizens=citizens,
            authority=expected[0],
            companies=expected[1],
        )


def _support(request: FundingRequest, instrument: Instrument) -> Iterator[EligibilityFinding]:
    """What the accelerated circuit is asked for is something that it supports."""
    if request.fast_track is None or instrument.fast_track is None or not instrument.fast_track.supports:
        return
    supports = instrument.fast_track.supports
    holds = request.fast_track in supports
    yield _finding("support", holds=holds, support=request.fast_track, supports=", ".join(supports))


def _finding(rule: str, *, holds: bool, **figures: object) -> EligibilityFinding:
    said = {key: str(value) for key, value in figures.items() if value not in (None, "")}
    return EligibilityFinding(rule=rule, holds=holds, figures=said)
