"""Statements of banks, ISO 20022 camt.053 and camt.054, as the movements that are in them.

The library has the types of each version of the standard; what of them concerns payments is taken from there. Nothing
that an XML file may ask for besides its own text is done: a document type, and with it every entity, is refused.
"""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from importlib import import_module
from typing import Any, Literal
from xml.etree import ElementTree as ET

from defusedxml import DefusedXmlException
from defusedxml.ElementTree import fromstring
from xsdata.exceptions import ConverterError, ParserError
from xsdata.formats.dataclass.parsers import XmlParser
from xsdata.formats.dataclass.parsers.config import ParserConfig

LARGEST = 5_000_000
"""Bytes of a statement; a month of a busy account has less than one million."""
MOST = 5_000
"""Movements of a statement."""
_ROOT = re.compile(
    r"\{urn:iso:std:iso:20022:tech:xsd:camt\.(?P<kind>053|054)\.001\.(?P<version>0[2-8])\}Document"
)
_MESSAGES = {"053": ("bk_to_cstmr_stmt", "stmt"), "054": ("bk_to_cstmr_dbt_cdt_ntfctn", "ntfctn")}
"""Where the statements, or the notifications, of a document are."""
_TOLERANT = ParserConfig(fail_on_unknown_properties=False, fail_on_converter_warnings=True)
_NOT_GIVEN = "NOTPROVIDED"
"""What stands where nobody gave an end-to-end reference."""

NotRead = Literal["too-large", "not-xml", "document-type", "not-a-statement", "too-many"]


class StatementNotRead(Exception):
    """Nothing of the file is taken. ``reason`` says why."""

    def __init__(self, reason: NotRead) -> None:
        super().__init__(reason)
        self.reason: NotRead = reason


@dataclass(frozen=True, slots=True)
class Movement:
    """One transaction of a statement: an entry, or a part of an entry in which the bank booked several."""

    entry: int
    """The number of its entry in the file, from 1."""
    reference: str | None
    """What passes on from end to end; None where nobody gave one."""
    cents: int | None
    """Euro cents; None in another currency, or where the bank says no amount of it."""
    amount: Decimal
    """As the bank writes it; of the whole entry, where it breaks that up without amounts."""
    currency: str
    credit: bool
    """Whether the money came in."""
    booked: bool
    """Whether it is done: what is only announced is not."""
    on: date | None
    """The day of booking."""
    bank_reference: str | None
    """What the bank calls it, and nothing else of the statement."""
    returned: bool = False
    """Whether money comes back that was sent."""
    reason: str | None = None
    """Why, by its code of ISO 20022, ``AC04``."""
    said: str = ""
    """What the bank says of that."""


@dataclass(frozen=True, slots=True)
class Statement:
    """The movements of a statement, in its order, and the accounts that it is of: each its IBAN, without spaces."""

    movements: Sequence[Movement]
    accounts: Sequence[str]
    """An account that the bank names otherwise is there by that name."""


def statement_of(content: bytes) -> Statement:
    """What a statement tells. Raises StatementNotRead; takes a second for each million bytes."""
    tree = _tree(content)
    if (found := _ROOT.fullmatch(tree.tag)) is None:
        raise StatementNotRead("not-a-statement")
    name = f"camt_{found['kind']}_001_{found['version']}"
    types = import_module(f"pyiso20022.camt.{name}.{name}")
    try:
        document: Any = XmlParser(config=_TOLERANT).parse(tree, types.Document)
    except (ParserError, ConverterError, TypeError, ValueError):
        raise StatementNotRead("not-a-statement") from None
    message, part = _MESSAGES[found["kind"]]
    parts = getattr(getattr(document, message), part)
    entries = (entry for one in parts for entry in one.ntry)
    movements = [one for number, entry in enumerate(entries, start=1) for one in _of_entry(number, entry)]
    if len(movements) > MOST:
        raise StatementNotRead("too-many")
    accounts = {_account(_at(one, "acct", "id")) for one in parts}
    return Statement(movements, sorted(one for one in accounts if one))


def _account(named: Any) -> str:
    return "".join(str(_at(named, "iban") or _at(named, "othr", "id") or "").upper().split())


def _tree(content: bytes) -> ET.Element:
    if len(content) > LARGEST:
        raise StatementNotRead("too-large")
    try:
        tree: ET.Element = fromstring(content, forbid_dtd=True)
    except DefusedXmlException:
        raise StatementNotRead("document-type") from None
    except (ET.ParseError, ValueError, LookupError):
        raise StatementNotRead("not-xml") from None
    return tree


def _of_entry(number: int, entry: Any) -> Iterator[Movement]:
    """Its transactions; the entry itself where the bank tells of none."""
    transactions = [one for details in entry.ntry_dtls for one in details.tx_dtls]
    alone = len(transactions) == 1
    for one in transactions:
        yield _movement(number, entry, one, alone=alone)
    if not transactions:
        several = any(details.btch for details in entry.ntry_dtls)
        yield _movement(number, entry, None, alone=not several)


def _movement(number: int, entry: Any, transaction: Any, *, alone: bool) -> Movement:
    refs = _at(transaction, "refs")
    amount = _amount(transaction) or (entry.amt if alone else None)
    currency = amount.ccy if amount else entry.amt.ccy
    credit = (_at(transaction, "cdt_dbt_ind") or entry.cdt_dbt_ind).value == "CRDT"
    back = _at(transaction, "rtr_inf")
    reference = _at(refs, "end_to_end_id")
    return Movement(
        entry=number,
        reference=reference if reference and reference != _NOT_GIVEN else None,
        cents=_cents(amount.value) if amount and currency == "EUR" else None,
        amount=(amount or entry.amt).value,
        currency=currency,
        credit=credit,
        booked=_status(entry.sts) == "BOOK",
        on=_day(entry.bookg_dt) or _day(entry.val_dt),
        bank_reference=_at(refs, "acct_svcr_ref") or (entry.acct_svcr_ref if alone else None),
        returned=credit and bool(back or entry.rvsl_ind),
        reason=_at(back, "rsn", "cd") or _at(back, "rsn", "prtry"),
        said=" ".join(_at(back, "addtl_inf") or ()),
    )


def _amount(transaction: Any) -> Any:
    """Its own amount: the standard says it in another place since version 3."""
    return _at(transaction, "amt") or _at(transaction, "amt_dtls", "tx_amt", "amt")


def _cents(value: Decimal) -> int | None:
    cents = value * 100
    return int(cents) if cents == cents.to_integral_value() else None


def _status(status: Any) -> str:
    """A code of its own before version 7, a choice since."""
    said: str = getattr(status, "value", None) or getattr(status, "cd", None) or ""
    return said


def _day(moment: Any) -> date | None:
    """The day as the bank writes it, whatever hour stands beside it."""
    found = _at(moment, "dt") or _at(moment, "dt_tm")
    return date(found.year, found.month, found.day) if found else None


def _at(value: Any, *path: str) -> Any:
    """What lies at a path of optional parts; None where one is missing, or where this version has none of that name."""
    for name in path:
        value = getattr(value, name, None)
    return value
