"""A credit transfer initiation, ISO 20022 pain.001.001.09, by the library; its ids and times are the order's own.

The library draws ids at random and asks the clock. They are replaced by what derives from the ledger, so that the same
order gives the same bytes; what comes out is checked against the standard's schema.
"""

import re
from collections.abc import Iterator
from typing import Any
from xml.etree import ElementTree as ET

from sepaxml import SepaTransfer
from sepaxml.validation import try_valid_xml

from application.payment_files.order import Held, PaymentOrder
from domain.kernel.moments import PARIS

SCHEMA = "pain.001.001.09"
_NAMESPACE = f"{{urn:iso:std:iso:20022:tech:xsd:{SCHEMA}}}"
_OUTSIDE = re.compile(r"[^A-Za-z0-9/?:().,'+ -]+")
"""What is not of the character set that every bank takes (EPC217-08)."""


def pain_001(order: PaymentOrder) -> bytes:
    """The file for the bank. Raises ``sepaxml.validation.ValidationError`` for what the schema does not take."""
    transfer = SepaTransfer({**_account(order.paying), "batch": True, "currency": "EUR"}, SCHEMA)
    for one in order.transfers:
        transfer.add_payment(
            {
                **_account(one.to),
                "amount": one.cents,
                "execution_date": order.execute_on,
                "description": _plain(f"{one.funding} {one.tranche}"),
                "endtoend_id": one.reference,
            }
        )
    root = ET.fromstring(transfer.export(validate=False))  # noqa: S314 - written a line above
    _make_own(root, order)
    content: bytes = ET.tostring(root, encoding="utf-8", xml_declaration=True)
    try_valid_xml(content, SCHEMA)
    return content


def _account(held: Held) -> dict[str, Any]:
    known = {"name": held.holder, "IBAN": held.iban}
    return {**known, "BIC": held.bic} if held.bic else known


def _make_own(root: ET.Element, order: PaymentOrder) -> None:
    """Ids and times of the order; each payment a line of its own on the statement, since each is confirmed alone."""
    created = order.created_at.astimezone(PARIS)
    for name, text in (
        ("MsgId", order.name),
        ("CreDtTm", f"{created:%Y-%m-%dT%H:%M:%S}"),
        ("PmtInfId", f"{order.name}-1"),
        ("BtchBookg", "false"),
    ):
        _only(root, name).text = text
    for debtor in (*_found(root, "InitgPty"), *_found(root, "Dbtr")):
        _name(debtor, order.name)
    for element, transfer in zip(_found(root, "CdtTrfTxInf"), order.transfers, strict=True):
        _name(_only(element, "Cdtr"), transfer.identifier)
    agent = _only(root, "DbtrAgt")
    if not list(_found(agent, "BICFI")):
        other = ET.SubElement(_only(agent, "FinInstnId"), f"{_NAMESPACE}Othr")
        ET.SubElement(other, f"{_NAMESPACE}Id").text = "NOTPROVIDED"


def _name(party: ET.Element, otherwise: str) -> None:
    """A name in the banks' characters, as the library transliterated it; ``otherwise`` where nothing is left."""
    name = _only(party, "Nm")
    name.text = _plain(name.text or "") or _plain(otherwise)


def _plain(text: str) -> str:
    return " ".join(_OUTSIDE.sub(" ", text.replace("&", "+").replace("_", "-")).split())


def _only(within: ET.Element, name: str) -> ET.Element:
    [found] = _found(within, name)
    return found


def _found(within: ET.Element, name: str) -> Iterator[ET.Element]:
    return within.iter(f"{_NAMESPACE}{name}")
