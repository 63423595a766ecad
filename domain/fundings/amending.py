"""What an amendment would make of a funding: its amount, term, parties and plan, and whether the rules allow that."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from zoneinfo import ZoneInfo

from domain.fundings.eligibility import assess, failing
from domain.fundings.expenses import Territories
from domain.fundings.request import EligibilityFinding, ExpenseLine, Party
from domain.fundings.state import Amendment, Funding
from domain.kernel.moments import day_of, earliest
from domain.rulebook import Instrument

_JUDGED = frozenset({"amount", "cap", "expenses", "lasting"})
"""The rules that an amendment may break: who is funded and who pays stay as they are."""


@dataclass(frozen=True, slots=True)
class Change:
    """What would be other than it is; None for what stays."""

    amount_cents: int | None = None
    until: date | None = None
    parties: tuple[Party, ...] | None = None
    plan: tuple[ExpenseLine, ...] | None = None


def pending(funding: Funding) -> Amendment | None:
    """The amendment that is to be decided or signed: there is one at a time."""
    waiting = (one for one in funding.amendments.values() if one.stage in ("proposed", "granted"))
    return next(waiting, None)


def change_of(amendment: Amendment) -> Change:
    """What an amendment changes."""
    return Change(amendment.amount_cents, amendment.until, amendment.parties, amendment.plan)


def difference(funding: Funding, change: Change) -> Change:
    """The change without what is as it was."""
    parties = funding.agreement.parties if funding.agreement else ()
    return Change(
        None if change.amount_cents == funding.amount_cents else change.amount_cents,
        None if change.until == funding.until else change.until,
        None if change.parties is None or set(change.parties) == set(parties) else change.parties,
        None if change.plan == funding.plan else change.plan,
    )


def amount_after(funding: Funding, change: Change) -> int:
    """The amount as it would be."""
    return funding.amount_cents if change.amount_cents is None else change.amount_cents


def amount_amended(funding: Funding, amendment: Amendment) -> int:
    """The amount that would hold with an amendment: by it the body is found that decides."""
    return amount_after(funding, change_of(amendment))


def broken_by(
    funding: Funding, change: Change, instrument: Instrument, territories: Territories, zone: ZoneInfo
) -> tuple[EligibilityFinding, ...]:
    """The rules of eligibility that it would break, with zonings as on the day of the request."""
    amended = funding.request.model_copy(
        update={
            "amount_cents": amount_after(funding, change),
            "until": change.until or funding.until,
            "plan": funding.plan if change.plan is None else change.plan,
            "since": funding.agreement.since if funding.agreement else funding.request.since,
        }
    )
    day = day_of(earliest(funding.requested_at, zone), zone)
    return failing(one for one in assess(amended, instrument, territories, day, zone) if one.rule in _JUDGED)


def signatories(funding: Funding, change: Change) -> tuple[str, ...]:
    """Who signs it: every party of the agreement as it is, and every one that it would have."""
    now = funding.agreement.parties if funding.agreement else ()
    return _keys((*now, *(change.parties or ())))


def _keys(parties: Iterable[Party]) -> tuple[str, ...]:
    return tuple(dict.fromkeys(one.party for one in parties))
