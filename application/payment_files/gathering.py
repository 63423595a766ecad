"""A payment file of the ledger as an order in clear: what it names, which texts it needs, what is missing."""

from collections.abc import Iterator, Mapping
from datetime import datetime

from application.payment_files.order import Held, PaymentOrder, Transfer
from domain.bank.sepa import in_sepa
from domain.bank.state import Account, BankDetails
from domain.files.setting import State
from domain.fundings.events.payments import PaymentFileIssued, PaymentInFile
from domain.fundings.request import PAYING
from domain.fundings.state import Funding
from domain.kernel.ids import account_stream, funding_stream
from domain.kernel.prose import Altered, Prose, Texts, legible


class NotPayable(Exception):
    """No money can be sent to somebody’s bank details. Names the account."""


class TextErased(NotPayable):
    """They were erased: the file cannot be written again."""


class TextAltered(NotPayable):
    """They are not what was recorded."""


class OutsideSepa(NotPayable):
    """They were confirmed before such details were refused: no SEPA credit transfer goes there."""


def streams_of(issued: PaymentFileIssued) -> tuple[str, ...]:
    """The streams that say the rest: the fundings and the accounts."""
    return tuple(dict.fromkeys(_streams(issued)))


def _streams(issued: PaymentFileIssued) -> Iterator[str]:
    yield account_stream(PAYING)
    for one in issued.payments:
        yield funding_stream(one.funding)
        yield account_stream(one.account)


def places_in(issued: PaymentFileIssued, states: Mapping[str, State]) -> frozenset[str]:
    """Where in the vault the texts lie that the file needs."""
    versions = [_version(PAYING, issued.paying, states)]
    versions += [_version(one.account, one.bank_details, states) for one in issued.payments]
    texts = (prose for one in versions for prose in (one.holder, one.iban, one.bic))
    return frozenset(prose.vault for prose in texts if prose and prose.vault)


def order_of(
    name: str,
    issued: PaymentFileIssued,
    recorded_at: datetime,
    states: Mapping[str, State],
    texts: Texts,
) -> PaymentOrder:
    """The order. ``texts`` are those of the vault, by place. Raises NotPayable."""
    return PaymentOrder(
        name=name,
        created_at=recorded_at,
        execute_on=issued.execute_on,
        paying=_held(PAYING, issued.paying, states, texts),
        transfers=tuple(_transfer(one, states, texts) for one in issued.payments),
    )


def _transfer(one: PaymentInFile, states: Mapping[str, State], texts: Texts) -> Transfer:
    funding = states[funding_stream(one.funding)]
    if not isinstance(funding, Funding):
        raise TypeError(f"no funding: {one.funding}")
    return Transfer(
        reference=one.reference,
        beneficiary=funding.request.beneficiary.name,
        identifier=funding.request.beneficiary.identifier,
        to=_held(one.account, one.bank_details, states, texts),
        cents=one.cents,
        funding=one.funding,
        tranche=funding.payments[one.payment].tranche,
    )


def _held(account: str, number: int, states: Mapping[str, State], texts: Texts) -> Held:
    version = _version(account, number, states)
    written = [_text(one, texts) for one in (version.holder, version.iban, version.bic) if one]
    if any(isinstance(one, Altered) for one in written):
        raise TextAltered(account)
    holder, iban, bic = (*map(legible, written), None)[:3]
    if not holder or not iban:
        raise TextErased(account)
    if not in_sepa(iban):
        raise OutsideSepa(account)
    return Held(" ".join(holder.split()), iban, bic)


def _version(account: str, number: int, states: Mapping[str, State]) -> BankDetails:
    state = states[account_stream(account)]
    if not isinstance(state, Account):
        raise TypeError(f"no bank details: {account}")
    return state.versions[number]


def _text(prose: Prose, texts: Texts) -> str | Altered | None:
    return texts.get(prose.vault) if prose.vault else prose.text
