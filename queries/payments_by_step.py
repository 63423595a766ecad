"""Payments by the step that they wait for: tranches to approve, then to order, send, confirm; and those that failed.

Each with who took the steps before, the bank details that it goes to, and why the next step is not its reader's.
"""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from typing import Any, Literal

from domain.bank.state import Account
from domain.files.setting import State
from domain.fundings.commands.payments import (
    ApproveTranche,
    ConfirmPayment,
    IssuePaymentFile,
    OrderedPayment,
    OrderPayment,
)
from domain.fundings.payee import account_of
from domain.fundings.state import Funding, Payment, TrancheState
from domain.kernel.bank_days import next_bank_day
from domain.kernel.ids import account_stream
from domain.kernel.moments import day_of
from domain.registry.commands import AnyCommand
from domain.registry.reading_scope import NOWHERE
from language import Text
from queries.naming import naming_of
from queries.payments import readable_fundings
from queries.trying import tried, why_not
from queries.visit import Visit, no_such_file, reached
from wording.naming import Naming

Step = Literal["to-approve", "to-order", "to-send", "to-confirm", "failed"]
_STAGES_OF_TRANCHES: Mapping[str, Step] = {"requested": "to-approve", "approved": "to-order"}
_STAGES: Mapping[str, Step] = {
    "ordered": "to-send",
    "issued": "to-confirm",
    "failed": "failed",
    "returned": "failed",
    "cancelled": "failed",
}
_TRIED = "essai"
"""The name and the reference with which a step is tried: nothing is recorded of it."""


@dataclass(frozen=True, slots=True)
class AccountStanding:
    """The bank details that money goes to; ``number`` of the payment, and how they stand now."""

    account: str
    version: int | None
    """None before a payment is ordered and nobody has confirmed any."""
    checked_by: Text | None
    pending: bool
    """Whether others wait for a second person: nothing is paid there meanwhile."""


@dataclass(frozen=True, slots=True)
class PaymentRow:
    """A payment, or a tranche that is to be paid. Integer euro cents."""

    funding: str
    name: str
    """What its cooperation is called."""
    tranche: str
    tranche_name: Text
    beneficiary: str
    identifier: str
    """Of the beneficiary, as registers have it."""
    cents: int
    payment: int | None
    """Its number within the funding; None where it is not ordered yet."""
    stage: str
    steps: Mapping[str, Text]
    """Who took the steps so far: *requested*, *approved*, *ordered*."""
    to: AccountStanding | None
    payment_file: str | None
    why: Text | None
    """Why the reader cannot take the next step; None where they can, or where there is none."""

    @property
    def key(self) -> str:
        """What it is called in a form: ``funding/number``, before it is ordered ``funding/tranche``."""
        return f"{self.funding}/{self.payment or self.tranche}"


def needs_payments(visit: Visit) -> None:
    """Raise Failure, as of what does not exist, for whoever reads neither bank details nor any funding in full."""
    if not reads_payments(visit):
        raise no_such_file("payments")


def reads_payments(visit: Visit) -> bool:
    """Whether somebody reads payments: all, those of their regions, or those of their own files."""
    scope = visit.scope
    return scope.bank_details or scope.in_full != NOWHERE or scope.own != NOWHERE


async def payments_by_step(visit: Visit, wanted: Step) -> tuple[Sequence[PaymentRow], Mapping[Step, int]]:
    """The payments of one step that the person may read, and how many there are of each. Raises Failure."""
    needs_payments(visit)
    fundings = await readable_fundings(visit)
    async with reached():
        found = [(step, one, what) for one in fundings for step, what in _steps(one)]
        chosen = [(one, what) for step, one, what in found if step == wanted]
        accounts = await visit.states(account_stream(account_of(one)) for one, _ in chosen)
        names = await visit.names() if chosen else {}
        whys = await _whys(visit, chosen, names)
        rows = [_row(visit, *one, accounts, names, why) for one, why in zip(chosen, whys, strict=True)]
    counts: dict[Step, int] = {}
    for step, _, _ in found:
        counts[step] = counts.get(step, 0) + 1
    return rows, counts


def _steps(funding: Funding) -> Iterable[tuple[Step, TrancheState | Payment]]:
    for tranche in funding.tranches.values():
        if funding.stage == "granted" and (step := _STAGES_OF_TRANCHES.get(tranche.stage)):
            yield step, tranche
    for _, payment in sorted(funding.payments.items()):
        if step := _STAGES.get(payment.stage):
            yield step, payment


def _row(
    visit: Visit,
    funding: Funding,
    what: TrancheState | Payment,
    accounts: Mapping[str, State],
    names: Mapping[str, str],
    why: Text | None,
) -> PaymentRow:
    payment = what if isinstance(what, Payment) else None
    naming = naming_of(visit, funding, names)
    account = accounts[account_stream(account_of(funding))]
    return PaymentRow(
        funding=funding.id,
        name=funding.name,
        tranche=what.tranche,
        tranche_name=Text(*naming.one("tranche", what.tranche)),
        beneficiary=funding.request.beneficiary.name,
        identifier=funding.request.beneficiary.identifier,
        cents=what.cents,
        payment=payment.number if payment else None,
        stage=what.stage,
        steps=_who(funding, what, naming),
        to=standing(account, payment.bank_details if payment else None, naming),
        payment_file=payment.payment_file if payment else None,
        why=why,
    )


def _who(funding: Funding, what: TrancheState | Payment, naming: Naming) -> Mapping[str, Text]:
    tranche = funding.tranches[what.tranche]
    asked = (tranche.requested_by,) if tranche.requested_by else ()
    found = {"requested": asked, "approved": tranche.approved_by}
    if isinstance(what, Payment):
        found["ordered"] = (what.ordered_by,)
    return {step: Text(*naming.said("person", ", ".join(people))) for step, people in found.items() if people}


def standing(state: State, version: int | None, naming: Naming) -> AccountStanding | None:
    """How bank details stand; ``version``: of a payment, else those that hold. None where nobody gave any."""
    if not isinstance(state, Account):
        return None
    number = version or state.holds
    details = state.versions.get(number) if number else None
    checked = details.confirmed_by if details else None
    return AccountStanding(
        account=state.id,
        version=number,
        checked_by=Text(*naming.one("person", checked)) if checked else None,
        pending=state.pending is not None,
    )


async def _whys(
    visit: Visit, chosen: Sequence[tuple[Funding, TrancheState | Payment]], names: Mapping[str, str]
) -> Sequence[Text | None]:
    """What the rules say to the next step of each, tried by the reader; nothing is recorded."""
    nexts = [_next(visit, *one) for one in chosen]
    found = iter(await tried(visit, [one for one in nexts if one]))
    return [
        why_not(next(found), naming_of(visit, funding, names)) if command else None
        for command, (funding, _) in zip(nexts, chosen, strict=True)
    ]


def _next(visit: Visit, funding: Funding, what: TrancheState | Payment) -> AnyCommand | None:
    given: dict[str, Any] = {"command_id": f"{_TRIED}/{funding.id}", "actor": visit.person}
    today = today_of(visit)
    if isinstance(what, TrancheState) and what.stage == "requested":
        return ApproveTranche(type="ApproveTranche", funding=funding.id, tranche=what.tranche, **given)
    if isinstance(what, TrancheState):
        return OrderPayment(type="OrderPayment", funding=funding.id, tranche=what.tranche, **given)
    if what.stage == "ordered":
        return IssuePaymentFile(
            type="IssuePaymentFile",
            payment_file=_TRIED,
            payments=(OrderedPayment(funding=funding.id, payment=what.number),),
            execute_on=next_bank_day(today),
            **given,
        )
    if what.stage == "issued":
        return ConfirmPayment(
            type="ConfirmPayment",
            funding=funding.id,
            payment=what.number,
            reference=_TRIED,
            executed_on=today,
            **given,
        )
    return None


def today_of(visit: Visit) -> date:
    """The day it is for the organisation."""
    return day_of(visit.now, visit.zone)
