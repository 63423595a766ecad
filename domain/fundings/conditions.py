"""Since when the conditions of a tranche hold, and whether there must be an agreement. Days are those of its region."""

from datetime import date, datetime, timedelta
from fractions import Fraction
from zoneinfo import ZoneInfo

from domain.fundings.schedule import tranche_rule
from domain.fundings.state import Funding
from domain.kernel.calendar import day_after
from domain.kernel.moments import day_of, earliest, latest
from domain.rulebook import Instrument

_YEAR = 12
"""Months."""


def agreement_obligatory(instrument: Instrument, cents: int, since: date, until: date) -> bool:
    """Whether so much for a term (both days inclusive) needs an agreement: what it makes a year is above the bound.

    Amount × 12 / months of the term, exact; the whole of it for a year or less. The bound is the rulebook's: 23 000 €
    by French law (décret 2001-495).
    """
    bound = instrument.agreement_above_cents
    return bound is not None and cents * _YEAR > bound * max(_months(since, until), Fraction(_YEAR))


def agreement_needed(funding: Funding, instrument: Instrument) -> bool:
    """Whether nothing is paid without an agreement: for the amount and the term as they are now."""
    since = funding.agreement.since if funding.agreement else funding.request.since
    until = funding.until or funding.request.until
    return agreement_obligatory(instrument, funding.amount_cents, since, until)


def agreement_lacks(funding: Funding, instrument: Instrument) -> bool:
    """Whether an agreement is obligatory, and not signed by all."""
    return not funding.in_force and agreement_needed(funding, instrument)


def agreement_awaited(funding: Funding, instrument: Instrument) -> bool:
    """Whether an agreement is to be signed: it is obligatory, laid down, or what a tranche waits for."""
    if funding.in_force:
        return False
    asked = any("agreement-signed" in one.when for one in instrument.tranches)
    return asked or funding.agreement is not None or agreement_needed(funding, instrument)


def begun(funding: Funding, instrument: Instrument, zone: ZoneInfo) -> str | None:
    """When what is owed under it begins: all have signed, or it was decided where no agreement is awaited."""
    if funding.granted is None or agreement_awaited(funding, instrument):
        return None
    return funding.agreement.signed_at(zone) if funding.agreement else funding.granted.at


def unmet(
    funding: Funding, instrument: Instrument, tranche: str, now: datetime, zone: ZoneInfo
) -> tuple[str, ...]:
    """The conditions of a tranche that do not hold yet."""
    held = ((one, _held_since(funding, instrument, tranche, one, zone)) for one in _when(instrument, tranche))
    return tuple(one for one, since in held if since is None or earliest(since, zone) > now)


def due_since(funding: Funding, instrument: Instrument, tranche: str, zone: ZoneInfo) -> str | None:
    """The moment since when a tranche may be asked for, which may be a day to come; None while that is not known."""
    held = (_held_since(funding, instrument, tranche, one, zone) for one in _when(instrument, tranche))
    moments = [_decided(funding), *held]
    if agreement_needed(funding, instrument):
        moments.append(_signed(funding, zone))
    known = [one for one in moments if one is not None]
    return _last(known, zone) if len(known) == len(moments) else None


def _last(moments: list[str], zone: ZoneInfo) -> str | None:
    return max(moments, key=lambda one: latest(one, zone), default=None)


def _when(instrument: Instrument, tranche: str) -> tuple[str, ...]:
    return tranche_rule(instrument, tranche).when


def _held_since(
    funding: Funding, instrument: Instrument, tranche: str, condition: str, zone: ZoneInfo
) -> str | None:
    match condition:
        case "date":
            return _date(funding, instrument, tranche, zone)
        case "report-accepted":
            return _reported(funding, instrument, zone)
        case "charter-signed":
            return funding.charter_signed
        case "co-funding-confirmed":
            return _co_funded(funding, zone)
    return _signed(funding, zone)


def _decided(funding: Funding) -> str | None:
    return funding.granted.at if funding.granted else None


def _signed(funding: Funding, zone: ZoneInfo) -> str | None:
    return funding.agreement.signed_at(zone) if funding.agreement else None


def _date(funding: Funding, instrument: Instrument, tranche: str, zone: ZoneInfo) -> str | None:
    """So long after the first day of the agreement, or after the day of the decision where none is awaited."""
    decided = _decided(funding)
    if decided is None or agreement_awaited(funding, instrument):
        return None
    since = funding.agreement.since if funding.agreement else day_of(latest(decided, zone), zone)
    after = tranche_rule(instrument, tranche).after or "P0D"
    return day_after(since, after).isoformat()


def _reported(funding: Funding, instrument: Instrument, zone: ZoneInfo) -> str | None:
    """Once every report is accepted; at once where none is owed."""
    known = [funding.reports.get(one.report) for one in instrument.reports]
    accepted = [one.entry for one in known if one and one.stage == "accepted" and one.entry]
    if len(accepted) < len(known):
        return None
    return _last([funding.entries[one].at for one in accepted], zone) or _decided(funding)


def _co_funded(funding: Funding, zone: ZoneInfo) -> str | None:
    """Once everybody whom the plan names has confirmed; at once where it names nobody."""
    if {one.source for one in funding.request.co_funding} - funding.confirmed:
        return None
    told = funding.by_type.get("CoFundingConfirmed", ())
    return _last([one.at for one in told], zone) or _decided(funding)


def _months(since: date, until: date) -> Fraction:
    """The months of a term, the days beyond the last whole one as a part of the month that they lie in."""
    end = until + timedelta(days=1)
    whole = (end.year - since.year) * _YEAR + end.month - since.month
    if _later(since, whole) > end:
        whole -= 1
    begins, ends = _later(since, whole), _later(since, whole + 1)
    return whole + Fraction((end - begins).days, (ends - begins).days)


def _later(day: date, months: int) -> date:
    return day_after(day, f"P{months}M")
