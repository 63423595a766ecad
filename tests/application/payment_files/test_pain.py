"""The file for the bank follows ISO 20022, says every cent, and is the same whenever it is written."""

import re
from collections.abc import Iterator
from dataclasses import replace
from datetime import UTC, datetime
from pathlib import Path
from xml.etree import ElementTree as ET

import pytest
import sepaxml
import xmlschema
from hypothesis import given, settings
from hypothesis import strategies as st
from sepaxml.validation import ValidationError

from application.payment_files.order import Held, PaymentOrder
from exports.payment_order_pain import SCHEMA, pain_001
from tests.application.payment_files.making import IBAN, ORDER, PAYING, TRANSFER, paying_to

SCHEMA_FILE = Path(sepaxml.__file__).parent / "schemas" / f"{SCHEMA}.xsd"
EVERY_BANK_TAKES = re.compile(r"[A-Za-z0-9/?:().,'+ -]+")
MANY = 1_000


def texts(order: PaymentOrder, name: str) -> list[str]:
    """What the elements of a name say, in order."""
    return list(_texts(pain_001(order), name))


def _texts(content: bytes, name: str) -> Iterator[str]:
    for element in ET.fromstring(content).iter(f"{{urn:iso:std:iso:20022:tech:xsd:{SCHEMA}}}{name}"):  # noqa: S314 - our own
        yield element.text or ""


def test_the_file_follows_the_schema_of_the_standard() -> None:
    """Checked with the schema itself, beside what the writer checks."""
    xmlschema.XMLSchema(str(SCHEMA_FILE)).validate(pain_001(ORDER).decode())


def test_ids_and_times_derive_from_the_order() -> None:
    """By the clock of Paris; each payment is booked alone, because each is confirmed alone."""
    assert texts(ORDER, "MsgId") == ["2026-03-acte"]
    assert texts(ORDER, "CreDtTm") == ["2026-03-02T09:30:15"]
    assert texts(ORDER, "PmtInfId") == ["2026-03-acte-1"]
    assert texts(ORDER, "EndToEndId") == ["noailles-acte/1"]
    assert texts(ORDER, "Dt") == ["2026-03-05"]
    assert texts(ORDER, "BtchBookg") == ["false"]


def test_the_same_order_gives_the_same_bytes() -> None:
    """Nothing is drawn by chance, and no clock is asked."""
    assert pain_001(ORDER) == pain_001(ORDER)
    later = replace(ORDER, created_at=datetime(2026, 3, 2, 8, 30, 16, tzinfo=UTC))
    assert pain_001(later) != pain_001(ORDER)


@pytest.mark.parametrize(
    ("cents", "said"),
    [(1, "0.01"), (99, "0.99"), (100, "1.00"), (1_500_005, "15000.05"), (99_999_999_999, "999999999.99")],
)
def test_amounts_are_exact_to_the_cent(cents: int, said: str) -> None:
    """As a payment and as a sum."""
    order = replace(ORDER, transfers=(replace(TRANSFER, cents=cents),))
    assert texts(order, "InstdAmt") == [said]
    assert set(texts(order, "CtrlSum")) == {said}


def test_accounts_are_those_of_the_order() -> None:
    """The debtor's first; a BIC where one is known, and word of it where none is."""
    assert texts(ORDER, "IBAN") == [IBAN, TRANSFER.to.iban]
    assert texts(ORDER, "BICFI") == ["AGRIFRPP"]
    without = replace(ORDER, paying=Held(PAYING.holder, IBAN, None))
    assert texts(without, "BICFI") == []
    assert "NOTPROVIDED" in texts(without, "Id")


@pytest.mark.parametrize(
    ("name", "said"),
    [
        ("Association Mondèl Øuvert", "Association Mondel Ouvert"),
        ("Ôkoté – 100 % apprenant", "Okote - 100 apprenant"),
        ("Dupont & Fils_Œuvres", "Dupont + Fils-OEuvres"),
        ("Les\nDeux", "Les Deux"),
        ('=HYPERLINK("http://x.example";"Ici")', "HYPERLINK( http://x.example Ici )"),
        ("</Nm><IBAN>FR00</IBAN>", "/Nm IBAN FR00 /IBAN"),
        ("🎉", "12345678200010"),
        ("x" * 100, "x" * 70),
    ],
)
def test_names_are_written_in_the_letters_that_every_bank_takes(name: str, said: str) -> None:
    """Accents transliterated, the rest left out; where nothing is left, the body's number stands for its name."""
    assert texts(paying_to(name), "Nm") == ["Fondation des Cooperations"] * 2 + [said]


PRINTABLE = st.text(st.characters(exclude_categories=("Cc", "Cs")), min_size=1, max_size=100)
"""What a holder's name may be: names are one line and have no control characters."""


@given(names=st.lists(PRINTABLE, min_size=50, max_size=100))
@settings(max_examples=6, deadline=None)
def test_no_name_makes_a_file_that_banks_refuse(names: list[str]) -> None:
    """The schema holds, and the characters are those of the European guidelines (EPC217-08)."""
    for said in texts(paying_to(*names), "Nm"):
        assert EVERY_BANK_TAKES.fullmatch(said)


def test_what_the_schema_does_not_take_is_never_written() -> None:
    """An account that is none ends the writing."""
    wrong = replace(TRANSFER, to=Held("Quelqu’un", "no account", None))
    with pytest.raises(ValidationError):
        pain_001(replace(ORDER, transfers=(wrong,)))


def test_a_thousand_payments_fit_into_one_file() -> None:
    """In order, counted, summed."""
    order = paying_to(*("Association",) * MANY)
    content = pain_001(order)
    assert list(_texts(content, "EndToEndId")) == [one.reference for one in order.transfers]
    assert set(_texts(content, "NbOfTxs")) == {str(MANY)}
    assert set(_texts(content, "CtrlSum")) == {f"{order.cents // 100}.{order.cents % 100:02}"}


def test_accounts_are_not_shown_by_chance() -> None:
    """Nothing that is logged or raised has them."""
    assert IBAN not in repr(ORDER)
    assert "Fondation" not in repr(ORDER.paying)
