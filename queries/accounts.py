"""Bank details: whose are known, their versions with who proposed and who checked them, what waits for them.

IBANs leave this file with their last four signs only, unless they are asked for in clear.
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Literal

from domain.bank.events import BankDetailsConfirmed, BankDetailsProposed, BankDetailsRejected
from domain.bank.state import Account, BankDetails
from domain.fundings.payee import account_of
from domain.kernel.ids import account_stream
from domain.kernel.prose import Prose, Texts, legible
from domain.kernel.recorded import Recorded
from domain.people.identity import same_person
from domain.registry.codec import decode_all
from language import Text
from queries.naming import naming_of
from queries.offers import Offer, offers_on
from queries.payment_files import needs_bank_details
from queries.payments import readable_fundings
from queries.payments_by_step import PaymentRow, payments_by_step
from queries.visit import Visit, no_such_file, reached
from wording.naming import Naming
from wording.offers import PROPOSED_BY_YOU

SHOWN = 4
"""How many signs of an IBAN are shown to tell it from others."""
_COMMANDS = ("ConfirmBankDetails", "RejectBankDetails", "ProposeBankDetails")
VersionState = Literal["holds", "pending", "before", "rejected"]


@dataclass(frozen=True, slots=True)
class AccountLine:
    """Somebody's bank details at a glance."""

    account: str
    called: Text
    """The number of a register, or the organisation itself."""
    beneficiary: str | None
    """Who has that number, as far as the reader reads one of their fundings."""
    holds: int | None
    pending: int | None


@dataclass(frozen=True, slots=True)
class Settled:
    """Who confirmed or rejected a version, when, in which words."""

    by: Text
    at: str
    said: str


@dataclass(frozen=True, slots=True)
class VersionSheet:
    """A version; texts are None once they are erased. ``iban``: in fours, or no more than ``ends``."""

    number: int
    entry: int
    state: VersionState
    holder: str | None
    iban: str | None
    ends: str | None
    bic: str | None
    proposed_by: Text
    proposed_at: str
    settled: Settled | None


@dataclass(frozen=True, slots=True)
class AccountSheet:
    """Somebody's bank details in full; versions and payments the newest first."""

    line: AccountLine
    versions: Sequence[VersionSheet]
    waiting: Sequence[PaymentRow]
    """The payments to that account that have not left for the bank."""
    offers: Sequence[Offer]


async def accounts(visit: Visit) -> Sequence[AccountLine]:
    """Everybody's whose bank details are known, the organisation's own first. Raises Failure."""
    needs_bank_details(visit)
    async with reached():
        streams = await visit.service.ledger.streams(visit.organisation, account_stream(""))
        states = await visit.states(streams)
    found = [one for one in states.values() if isinstance(one, Account)]
    beneficiaries = await _beneficiaries(visit)
    lines = [_line(one, beneficiaries) for one in found]
    return sorted(lines, key=lambda one: (one.beneficiary is not None, one.beneficiary or "", one.account))


async def account_sheet(visit: Visit, account: str, *, in_clear: bool = False) -> AccountSheet:
    """One account. Raises Failure where there is none, or where bank details are not the reader's to read."""
    needs_bank_details(visit)
    stream = account_stream(account)
    async with reached():
        state = (await visit.states([stream]))[stream]
        if not isinstance(state, Account):
            raise no_such_file(stream)
        stored = await visit.service.ledger.read_streams(visit.organisation, {stream: 0})
        history = list(decode_all(stored.get(stream, ())))
        naming = naming_of(visit, None, await visit.names())
        texts = await visit.texts(_places(state, history))
        offers = await offers_on(visit, stream, _COMMANDS)
    rows, _ = await payments_by_step(visit, "to-send")
    settled = _settled(history, texts, naming)
    return AccountSheet(
        line=_line(state, await _beneficiaries(visit)),
        versions=[
            _version(state, one, texts, settled.get(one.number), naming, in_clear=in_clear)
            for _, one in sorted(state.versions.items(), reverse=True)
        ],
        waiting=[one for one in rows if one.to and one.to.account == account],
        offers=[_named(visit, one, state) for one in _in_order(offers, state)],
    )


def _in_order(offers: Sequence[Offer], state: Account) -> Sequence[Offer]:
    """What waits is settled before anything else is proposed."""
    fitting = [one for one in offers if one.command != "ProposeBankDetails" or state.pending is None]
    return sorted(fitting, key=lambda one: _COMMANDS.index(one.command))


def _named(visit: Visit, offer: Offer, state: Account) -> Offer:
    """With the version that waits; whoever proposed it is told in its own words why others check it."""
    fields = {"account": state.id}
    pending = state.versions[state.pending] if state.pending else None
    if pending and offer.command != "ProposeBankDetails":
        fields["version"] = str(pending.number)
    own = pending and same_person(visit.people, visit.person, pending.proposed_by)
    if own and offer.command == "ConfirmBankDetails" and offer.state == "not-yours":
        return Offer(offer.command, fields, offer.state, PROPOSED_BY_YOU)
    return Offer(offer.command, fields, offer.state, offer.why, offer.remedy)


async def _beneficiaries(visit: Visit) -> Mapping[str, str]:
    return {account_of(one): one.request.beneficiary.name for one in await readable_fundings(visit)}


def _line(state: Account, beneficiaries: Mapping[str, str]) -> AccountLine:
    called = Text(*Naming().one("account", state.id))
    return AccountLine(state.id, called, beneficiaries.get(state.id), state.holds, state.pending)


def _places(state: Account, history: Sequence[Recorded]) -> frozenset[str]:
    prose = [text for one in state.versions.values() for text in (one.holder, one.iban, one.bic)]
    for one in history:
        if isinstance(one.event, BankDetailsConfirmed):
            prose.append(one.event.note)
        elif isinstance(one.event, BankDetailsRejected):
            prose.append(one.event.reason)
    return frozenset(one.vault for one in prose if one and one.vault)


def _settled(history: Sequence[Recorded], texts: Texts, naming: Naming) -> Mapping[int, Settled]:
    """By version, who confirmed or rejected it."""
    found = {}
    for one in history:
        match one.event:
            case (
                BankDetailsConfirmed(bank_details=number, note=said)
                | BankDetailsRejected(bank_details=number, reason=said)
            ):
                by = Text(*naming.one("person", one.actor))
                found[number] = Settled(by, one.effective_at, _text(said, texts) or "")
            case BankDetailsProposed():
                pass
    return found


def _version(
    state: Account,
    details: BankDetails,
    texts: Texts,
    settled: Settled | None,
    naming: Naming,
    *,
    in_clear: bool,
) -> VersionSheet:
    iban = _text(details.iban, texts)
    return VersionSheet(
        number=details.number,
        entry=details.entry,
        state=_state(state, details),
        holder=_text(details.holder, texts),
        iban=_in_fours(iban) if iban and in_clear else None,
        ends=iban[-SHOWN:] if iban else None,
        bic=_text(details.bic, texts),
        proposed_by=Text(*naming.one("person", details.proposed_by)),
        proposed_at=details.at,
        settled=settled,
    )


def _state(state: Account, details: BankDetails) -> VersionState:
    if details.number == state.holds:
        return "holds"
    if details.number == state.pending:
        return "pending"
    return "before" if details.confirmed_by else "rejected"


def _text(prose: Prose | None, texts: Texts) -> str | None:
    if prose is None:
        return None
    return legible(texts.get(prose.vault)) if prose.vault else prose.text


def _in_fours(iban: str) -> str:
    return " ".join(iban[place : place + SHOWN] for place in range(0, len(iban), SHOWN))
