"""What people ask for in a nominal life: a request that the instrument's own rules find eligible."""

from collections.abc import Iterator, Mapping
from datetime import datetime
from math import ceil
from typing import Any
from zoneinfo import ZoneInfo

from domain.kernel.calendar import due_after
from domain.rulebook import Instrument
from domain.rulebook.funding import Beneficiary, Expense

IDENTIFIER = "73282932000074"
"""A SIRET that can exist, and is nobody's in particular: all fundings of a rehearsal go there."""

_USUAL_CENTS = 1_000_000
"""What is asked for where the rulebook sets no amount."""
_USUAL_TERM = "P1Y"
_OTHER = "project"
"""The expense, the beneficiary and the source of rulebooks that name none."""


def request_for(instrument: Instrument, now: datetime, zone: ZoneInfo) -> Mapping[str, Any]:
    """An eligible request, in its written form."""
    maturity = _maturity(instrument)
    amount = _amount(instrument)
    shortest = instrument.lasting[0] if instrument.lasting else _USUAL_TERM
    own = _own_part(instrument, amount)
    return {
        "instrument": instrument.instrument,
        "amount_cents": amount,
        "since": due_after(now, "P0D", zone).day,
        "until": due_after(now, shortest, zone).day,
        "beneficiary": _beneficiary(instrument, maturity),
        "plan": [{"expense": _expense(instrument, maturity), "label": "Dépenses", "cents": amount + own}]
        if amount
        else [],
        "co_funding": [{"source": "autres", "name": "Autres apports", "origin": "private", "cents": own}]
        if own
        else [],
        "shares": _shares(instrument, amount),
        "maturity": maturity,
    }


def _amount(instrument: Instrument) -> int:
    if instrument.kind == "label":
        return 0
    bounds = (
        instrument.most_cents,
        instrument.envelope.per_year_cents,
        instrument.envelope.total_cents,
    )
    most = min(one for one in (*bounds, max(_USUAL_CENTS, instrument.least_cents or 0)) if one is not None)
    parts = instrument.matching.authority + instrument.matching.companies if instrument.matching else 1
    return most - most % parts


def _own_part(instrument: Instrument, amount: int) -> int:
    """What others bring: what the cap leaves them; what is matched; as much again where it is to be confirmed."""
    if amount and instrument.cap and instrument.cap.ordinary:
        return ceil(amount * 100 / instrument.cap.ordinary) - amount
    if instrument.matching:
        return amount // (instrument.matching.authority + instrument.matching.companies)
    confirmed = any("co-funding-confirmed" in one.when for one in instrument.tranches)
    return amount if confirmed else 0


def _shares(instrument: Instrument, amount: int) -> Mapping[str, int]:
    """As the matching has it, else in equal parts, the first taking the rest."""
    if not instrument.shares:
        return {}
    if instrument.matching:
        rule = instrument.matching
        one = amount // (rule.authority + rule.companies)
        parts = {"authority": one * rule.authority, "companies": one * rule.companies}
        if parts.keys() <= set(instrument.shares):
            return parts
    part = amount // len(instrument.shares)
    return dict.fromkeys(instrument.shares, part) | {
        instrument.shares[0]: amount - part * (len(instrument.shares) - 1)
    }


def _maturity(instrument: Instrument) -> str | None:
    """A stage at which somebody may be funded for something."""
    named = [*_stages(instrument.beneficiaries), *_stages(instrument.expenses)]
    fitting = (
        one
        for one in dict.fromkeys(named)
        if _at(instrument.beneficiaries, one) and _at(instrument.expenses, one)
    )
    return next(fitting, None)


def _stages(parts: tuple[Beneficiary, ...] | tuple[Expense, ...]) -> Iterator[str]:
    return (stage for one in parts for stage in one.maturity)


def _at(parts: tuple[Beneficiary, ...] | tuple[Expense, ...], maturity: str | None) -> bool:
    return not parts or any(not one.maturity or maturity in one.maturity for one in parts)


def _expense(instrument: Instrument, maturity: str | None) -> str:
    taken = (one.expense for one in instrument.expenses if not one.maturity or maturity in one.maturity)
    return next(taken, _OTHER)


def _beneficiary(instrument: Instrument, maturity: str | None) -> Mapping[str, Any]:
    fitting = (one for one in instrument.beneficiaries if not one.maturity or maturity in one.maturity)
    rule = next(fitting, None)
    return {
        "kind": rule.kind if rule else _OTHER,
        "name": "Structure porteuse",
        "identifier": IDENTIFIER,
        **({"inhabitants": rule.more_than_inhabitants + 1} if rule and rule.more_than_inhabitants else {}),
        **({"employees": rule.fewer_than_employees - 1} if rule and rule.fewer_than_employees else {}),
    }
