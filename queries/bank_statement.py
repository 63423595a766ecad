"""What the bank says of payments: matched by reference and amount, judged by the rules, recorded one by one as a job.

What does not match is listed with its reason, and nothing about it is guessed. A payment that the reader may not read
is as one that does not exist.
"""

import json
import re
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field, replace
from typing import Literal, TypeVar

from pydantic import ValidationError

from domain.bank.state import Account
from domain.fundings.commands.payments import ConfirmPayment, FailPayment
from domain.fundings.decide.payment_files import end_to_end
from domain.fundings.request import PAYING
from domain.fundings.state import Funding, Payment
from domain.kernel.ids import account_stream
from domain.kernel.prose import legible
from imports.bank_statement import Movement
from language import Text, say, text_of
from queries.accounts import SHOWN
from queries.bulk import item_id
from queries.forms.sending import send
from queries.naming import naming_of
from queries.payments import readable_fundings
from queries.trying import tried, why_not
from queries.visit import Visit, reached
from wording.bank_returns import return_words

MOST_PROPOSALS = 1_000
"""What is recorded by one press; the rest is found again when the statement is read once more."""
_BANK_REFERENCE = re.compile(r"[A-Za-z0-9][A-Za-z0-9._/-]{0,34}")
Why = Literal[
    "announced",
    "no-reference",
    "unknown-reference",
    "other-currency",
    "no-amount",
    "other-amount",
    "no-day",
    "twice",
    "confirmed-already",
    "failed-already",
    "not-sent",
    "money-in",
]
_KINDS = {"confirm": "ConfirmPayment", "return": "FailPayment"}
Said = tuple[str, str, str]
"""What is to be recorded of an item: the day, the bank's reference, why it came back."""


@dataclass(frozen=True, slots=True)
class Proposal:
    """What one movement would have recorded of one payment. ``item``: ``confirm:funding/1``, ``return:funding/1``."""

    item: str
    name: str
    beneficiary: str
    movement: Movement
    said: Said
    why: Text | None = None
    """Why the rules would refuse it; None where they would not."""

    @property
    def returns(self) -> bool:
        """Whether money comes back."""
        return self.item.startswith("return:")


@dataclass(frozen=True, slots=True)
class Left:
    """A movement that matches nothing."""

    movement: Movement
    why: Why


@dataclass(frozen=True, slots=True)
class Matched:
    """The dry run of a statement: nothing of it is recorded."""

    possible: Sequence[Proposal]
    refused: Sequence[Proposal]
    left: Sequence[Left]


@dataclass(slots=True)
class _Known:
    """Payments by what passes on from end to end, and which of them the statement has told of already."""

    payments: Mapping[str, tuple[Funding, Payment]]
    seen: set[str] = field(default_factory=set)
    called: set[str] = field(default_factory=set)
    """What the bank calls movements of this statement: each name once."""


async def others_accounts(visit: Visit, accounts: Iterable[str]) -> Sequence[str]:
    """The accounts of a statement that never were the organisation's own, by their last signs. Raises Failure.

    Its earlier accounts are its own: what left from them comes in their statements.
    """
    stream = account_stream(PAYING)
    async with reached():
        own = (await visit.states([stream]))[stream]
        checked = (
            [one.iban for one in own.versions.values() if one.confirmed_by]
            if isinstance(own, Account)
            else []
        )
        texts = await visit.texts(one.vault for one in checked if one.vault)
    known = {(legible(one) or "").replace(" ", "").upper() for one in texts.values()}
    return sorted({one[-SHOWN:] for one in accounts if one not in known})


async def matched(visit: Visit, movements: Iterable[Movement]) -> Matched:
    """What would be recorded of each movement, and what is left. Raises Failure."""
    known = _Known(
        {
            end_to_end(one.id, number).casefold(): (one, payment)
            for one in await readable_fundings(visit)
            for number, payment in one.payments.items()
        }
    )
    found = [_told(one, known) for one in movements]
    proposals = [one for one in found if isinstance(one, Proposal)][:MOST_PROPOSALS]
    judged = await _judged(visit, proposals, known)
    return Matched(
        possible=[one for one in judged if one.why is None],
        refused=[one for one in judged if one.why],
        left=[one for one in found if isinstance(one, Left)],
    )


def _told(movement: Movement, known: _Known) -> Proposal | Left:
    found = known.payments.get((movement.reference or "").casefold())
    if found is None:
        return Left(movement, "unknown-reference" if movement.reference else "no-reference")
    funding, payment = found
    if why := _why_not(movement, payment):
        return Left(movement, why)
    item = f"{'return' if movement.credit else 'confirm'}:{funding.id}/{payment.number}"
    if item in known.seen:
        return Left(movement, "twice")
    known.seen.add(item)
    day = movement.on.isoformat() if movement.on else ""
    reason = say(return_words(movement.reason, movement.said)) if movement.credit else ""
    said = (day, _called(movement, known), reason)
    return Proposal(item, funding.name, funding.request.beneficiary.name, movement, said)


def _why_not(movement: Movement, payment: Payment) -> Why | None:
    """What keeps a movement from being that of a payment whose reference it has."""
    if not movement.booked:
        return "announced"
    if movement.cents is None:
        return "no-amount" if movement.currency == "EUR" else "other-currency"
    if movement.cents != payment.cents:
        return "other-amount"
    if movement.on is None:
        return "no-day"
    if payment.stage in ("failed", "returned", "cancelled"):
        return "failed-already"
    if payment.stage == "ordered":
        return "not-sent"
    if movement.credit:
        return None if movement.returned else "money-in"
    return "confirmed-already" if payment.stage == "paid" else None


def _called(movement: Movement, known: _Known) -> str:
    """What the bank calls it, once in a statement; else what we call it: a bank's reference is of one payment only."""
    bank = (movement.bank_reference or "").upper()
    if _BANK_REFERENCE.fullmatch(bank) and bank not in known.called:
        known.called.add(bank)
        return bank
    return (movement.reference or "").upper()


async def _judged(visit: Visit, proposals: Sequence[Proposal], known: _Known) -> Sequence[Proposal]:
    """Each with what the rules say to it."""
    names = await visit.names()
    commands = [command_of(visit, "essai", one.item, one.said) for one in proposals]
    async with reached():
        found = iter(await tried(visit, [one for one in commands if one]))
    judged = []
    for proposal, command in zip(proposals, commands, strict=True):
        funding, _ = known.payments[(proposal.movement.reference or "").casefold()]
        why = why_not(next(found), naming_of(visit, funding, names)) if command else None
        judged.append(replace(proposal, why=why))
    return judged


def command_of(visit: Visit, job: str, item: str, said: Said) -> ConfirmPayment | FailPayment | None:
    """The command of an item of a job; None for what is no item of ours."""
    kind, _, key = item.partition(":")
    funding, _, number = key.rpartition("/")
    day, reference, reason = said
    if kind not in _KINDS or not number.isdigit():
        return None
    form: dict[str, object] = {
        "type": _KINDS[kind],
        "command_id": item_id(job, item),
        "actor": visit.person,
        "funding": funding,
        "payment": int(number),
    }
    if kind == "confirm":
        return _model(ConfirmPayment, form | {"executed_on": day, "reference": reference})
    return _model(FailPayment, form | {"outcome": "returned", "reason": reason})


_Command = TypeVar("_Command", ConfirmPayment, FailPayment)


def _model(kind: type[_Command], form: Mapping[str, object]) -> _Command | None:
    try:
        return kind.model_validate_json(json.dumps(form))
    except ValidationError:
        return None


async def recorded(
    visit: Visit, job: str, item: str, said: Said
) -> tuple[Literal["recorded", "refused"], Text | None]:
    """Record an item of a job; whether it is, and why not. Raises Failure where nobody knows."""
    command = command_of(visit, job, item, said)
    if command is None:
        return "refused", None
    answer = await send(visit, [command])
    if answer.refusal is None:
        return "recorded", None
    return "refused", text_of(answer.refusal.message)


async def names_of_items(visit: Visit, items: Iterable[str]) -> Mapping[str, tuple[str, str]]:
    """By item, the funding's id and what its cooperation is called, where the reader may read it. Raises Failure."""
    fundings = {one.id: one for one in await readable_fundings(visit)}
    found = {}
    for item in items:
        funding = fundings.get(item.partition(":")[2].rpartition("/")[0])
        if funding:
            found[item] = (funding.id, funding.name)
    return found
