"""Statements of a bank that nobody has, for tests: entries as the standard writes them, in any of its versions."""

from collections.abc import Sequence
from dataclasses import dataclass

_CONTAINERS = {"053": ("BkToCstmrStmt", "Stmt"), "054": ("BkToCstmrDbtCdtNtfctn", "Ntfctn")}
_CODED = 7
"""The version since which the status of an entry is a choice."""
_AMOUNTS = 3
"""The version since which a transaction says its own amount."""


@dataclass(frozen=True)
class Part:
    """A transaction of an entry."""

    reference: str | None
    euros: str | None = None
    bank: str | None = None
    returned: str | None = None
    """The code for which money comes back."""
    currency: str = "EUR"


@dataclass(frozen=True)
class Entry:
    """An entry of a statement: of one transaction, of several, or of none that the bank tells of."""

    euros: str
    parts: Sequence[Part] = ()
    bank: str | None = "ECRITURE-1"
    credit: bool = False
    status: str = "BOOK"
    currency: str = "EUR"
    day: str = "2027-02-22"
    batch: int = 0


OWN = "FR7630006000011234567890189"
"""The account that the organisation of the examples pays from."""


def statement(*entries: Entry, kind: str = "053", version: int = 8, account: str = OWN) -> bytes:
    """The file of a bank, invented."""
    container, within = _CONTAINERS[kind]
    written = "".join(_entry(one, version) for one in entries)
    return (
        '<?xml version="1.0" encoding="UTF-8"?>'
        f'<Document xmlns="urn:iso:std:iso:20022:tech:xsd:camt.{kind}.001.{version:02d}"><{container}>'
        "<GrpHdr><MsgId>BANQUE-INVENTEE</MsgId><CreDtTm>2027-02-23T06:00:00</CreDtTm></GrpHdr>"
        f"<{within}><Id>RELEVE-1</Id><CreDtTm>2027-02-23T06:00:00</CreDtTm>"
        f"<Acct><Id><IBAN>{account}</IBAN></Id></Acct>"
        f"{written}</{within}></{container}></Document>"
    ).encode()


def _entry(one: Entry, version: int) -> str:
    status = f"<Cd>{one.status}</Cd>" if version >= _CODED else one.status
    batch = f"<Btch><NbOfTxs>{one.batch}</NbOfTxs></Btch>" if one.batch else ""
    parts = "".join(_part(part, one, version) for part in one.parts)
    details = f"<NtryDtls>{batch}{parts}</NtryDtls>" if batch or parts else ""
    bank = f"<AcctSvcrRef>{one.bank}</AcctSvcrRef>" if one.bank else ""
    return (
        f'<Ntry><Amt Ccy="{one.currency}">{one.euros}</Amt><CdtDbtInd>{_way(one)}</CdtDbtInd>'
        f"<Sts>{status}</Sts><BookgDt><Dt>{one.day}</Dt></BookgDt>{bank}<BkTxCd/>{details}</Ntry>"
    )


def _part(part: Part, entry: Entry, version: int) -> str:
    bank = f"<AcctSvcrRef>{part.bank}</AcctSvcrRef>" if part.bank else ""
    reference = f"<EndToEndId>{part.reference or 'NOTPROVIDED'}</EndToEndId>"
    amount = f'<Amt Ccy="{part.currency}">{part.euros or entry.euros}</Amt>'
    way = f"<CdtDbtInd>{_way(entry)}</CdtDbtInd>"
    said = f"{amount}{way}" if version >= _AMOUNTS else f"<AmtDtls><TxAmt>{amount}</TxAmt></AmtDtls>"
    back = (
        f"<RtrInf><Rsn><Cd>{part.returned}</Cd></Rsn><AddtlInf>Compte clos</AddtlInf></RtrInf>"
        if part.returned
        else ""
    )
    return f"<TxDtls><Refs>{bank}{reference}</Refs>{said}{back}</TxDtls>"


def _way(entry: Entry) -> str:
    return "CRDT" if entry.credit else "DBIT"
