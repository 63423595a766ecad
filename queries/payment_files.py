"""Files for the bank: which have left, what is in them, how much of it is still to be confirmed. No bank details."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date

from domain.files.setting import State
from domain.fundings.events.payments import PaymentFileIssued, PaymentInFile
from domain.fundings.request import PAYING
from domain.fundings.state import Funding, Payment
from domain.kernel.ids import account_stream, funding_stream, id_of, payment_file_stream
from domain.kernel.recorded import Recorded
from domain.registry.codec import decode_all
from language import Text
from queries.naming import naming_of
from queries.payments_by_step import AccountStanding, standing
from queries.readable import readable
from queries.visit import Visit, no_such_file, reached


@dataclass(frozen=True, slots=True)
class PaymentOfFile:
    """A payment of a file, in integer euro cents."""

    funding: str
    name: str
    """What its cooperation is called."""
    payment: int
    tranche_name: Text
    beneficiary: str
    cents: int
    reference: str
    """What passes on from end to end."""
    stage: str
    bank_reference: str | None
    to: AccountStanding | None


@dataclass(frozen=True, slots=True)
class PaymentFileSheet:
    """A file for the bank. ``others``: the payments of it that the reader may not read; the sum is of all."""

    name: str
    execute_on: date
    issued_at: str
    issued_by: Text
    payments: Sequence[PaymentOfFile]
    others: int
    cents: int
    paying: AccountStanding | None
    """The organisation's own account, from which it is paid."""

    @property
    def number(self) -> int:
        """How many payments are in it."""
        return len(self.payments) + self.others

    @property
    def waiting(self) -> int:
        """How many of those that the reader reads the bank has not said anything of."""
        return sum(one.stage == "issued" for one in self.payments)


def needs_bank_details(visit: Visit) -> None:
    """Raise Failure, as of what does not exist, for whoever may not read bank details and files for the bank."""
    if not visit.scope.bank_details:
        raise no_such_file("payment-file")


async def payment_files(visit: Visit) -> Sequence[PaymentFileSheet]:
    """Every file of which the reader may read a payment, the newest first; none for who reads no bank details."""
    if not visit.scope.bank_details:
        return ()
    async with reached():
        streams = await visit.service.ledger.streams(visit.organisation, payment_file_stream(""))
        found = await _sheets(visit, streams)
    return sorted(found, key=lambda one: one.issued_at, reverse=True)


async def payment_file(visit: Visit, name: str) -> PaymentFileSheet:
    """One file. Raises Failure where there is none of that name, or nothing of it is the reader's to read."""
    needs_bank_details(visit)
    async with reached():
        found = await _sheets(visit, [payment_file_stream(name)])
    if not found:
        raise no_such_file(name)
    return found[0]


async def _sheets(visit: Visit, streams: Sequence[str]) -> Sequence[PaymentFileSheet]:
    if not streams:
        return ()
    stored = await visit.service.ledger.read_streams(visit.organisation, dict.fromkeys(streams, 0))
    issued = [one for events in stored.values() for one in decode_all(events)]
    files = [(one, one.event) for one in issued if isinstance(one.event, PaymentFileIssued)]
    named = [one for _, event in files for one in event.payments]
    keys = {funding_stream(one.funding) for one in named}
    theirs = await readable(visit, keys)
    states = await visit.states(
        [*keys, *(account_stream(one.account) for one in named), account_stream(PAYING)]
    )
    names = await visit.names()
    sheets = [_sheet(visit, recorded, event, states, theirs, names) for recorded, event in files]
    return [one for one in sheets if one.payments]


def _sheet(
    visit: Visit,
    recorded: Recorded,
    issued: PaymentFileIssued,
    states: Mapping[str, State],
    theirs: frozenset[str],
    names: Mapping[str, str],
) -> PaymentFileSheet:
    own = naming_of(visit, None, names)
    shown = [one for one in issued.payments if funding_stream(one.funding) in theirs]
    return PaymentFileSheet(
        name=id_of(recorded.stream),
        execute_on=issued.execute_on,
        issued_at=recorded.effective_at,
        issued_by=Text(*own.one("person", recorded.actor)),
        payments=[_payment(visit, one, states, names) for one in shown],
        others=len(issued.payments) - len(shown),
        cents=sum(one.cents for one in issued.payments),
        paying=standing(states[account_stream(PAYING)], issued.paying, own),
    )


def _payment(
    visit: Visit, one: PaymentInFile, states: Mapping[str, State], names: Mapping[str, str]
) -> PaymentOfFile:
    funding = states[funding_stream(one.funding)]
    assert isinstance(funding, Funding)  # noqa: S101 - a file names payments of fundings only
    payment: Payment = funding.payments[one.payment]
    naming = naming_of(visit, funding, names)
    return PaymentOfFile(
        funding=one.funding,
        name=funding.name,
        payment=one.payment,
        tranche_name=Text(*naming.one("tranche", payment.tranche)),
        beneficiary=funding.request.beneficiary.name,
        cents=one.cents,
        reference=one.reference,
        stage=payment.stage,
        bank_reference=payment.reference,
        to=standing(states[account_stream(one.account)], one.bank_details, naming),
    )
