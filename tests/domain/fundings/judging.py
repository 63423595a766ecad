"""Requests under programmes as they ship, judged: which rules fail."""

from datetime import date
from functools import cache
from pathlib import Path
from typing import Any

from application.rulebooks.parsing import read_rulebook
from domain.fundings.eligibility import assess
from domain.fundings.expenses import Territories
from domain.fundings.request import EligibilityFinding, ExpenseLine, FundingRequest, Payee
from domain.kernel.moments import PARIS
from domain.kernel.values import Territory, Zoning
from domain.rulebook import Instrument, Rulebook
from domain.rulebook.base import defined

SHIPPED = Path(__file__).parents[3] / "programmes"
DAY = date(2026, 11, 23)
PLAIN: Territories = (("2026-01-05", Territory(name="Les rives")),)
"""A territory in no zoning."""


@cache
def shipped(programme: str) -> Rulebook:
    """A programme as it ships."""
    return read_rulebook((SHIPPED / f"{programme}.yaml").read_bytes())


def instrument_in(programme: str, key: str) -> Instrument:
    """One of its instruments."""
    return defined(shipped(programme).instrument(key))


def expenses(category: str, cents: int) -> tuple[ExpenseLine, ...]:
    """A plan of one line."""
    return (ExpenseLine(expense=category, label="Ligne", cents=cents),)


def asking(key: str, cents: int, kind: str, **more: Any) -> FundingRequest:
    """A request for 2027."""
    said: dict[str, Any] = {
        "since": date(2027, 1, 1),
        "until": date(2027, 12, 31),
        "beneficiary": Payee(kind=kind, name="Les Rives", identifier="73282932000074"),
    }
    return FundingRequest(instrument=key, amount_cents=cents, **{**said, **more})


def payee(kind: str, **size: int) -> Payee:
    """A beneficiary of a size."""
    return Payee(kind=kind, name="Les Rives", identifier="73282932000074", **size)


def located(*zonings: str, known_since: date = date(2024, 1, 1)) -> Territory:
    """A territory in these zonings, by a source of that day."""
    return Territory(
        name="Les rives",
        zonings=tuple(Zoning(zoning=one, source="Arrêté", source_date=known_since) for one in zonings),
    )


def found(
    request: FundingRequest, instrument: Instrument, territories: Territories = PLAIN, day: date = DAY
) -> dict[str, EligibilityFinding]:
    """What each rule says, by rule."""
    return {one.rule: one for one in assess(request, instrument, territories, day, PARIS)}


def failing(
    request: FundingRequest, instrument: Instrument, territories: Territories = PLAIN, day: date = DAY
) -> set[str]:
    """The rules that fail."""
    return {key for key, one in found(request, instrument, territories, day).items() if not one.holds}
