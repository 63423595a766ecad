"""A bank's statement as movements: in every version, of batches and returns; what is none is refused whole."""

from datetime import date
from decimal import Decimal

import pytest

from imports.bank_statement import LARGEST, Movement, StatementNotRead, statement_of
from tests.imports.statements import Entry, Part, statement

VERSIONS = [(kind, version) for kind in ("053", "054") for version in range(2, 9)]


@pytest.mark.parametrize(("kind", "version"), VERSIONS)
def test_a_payment_is_read_in_every_version(kind: str, version: int) -> None:
    """By its end-to-end reference, in cents, on the day of booking, with what the bank calls it."""
    paid = Entry("15000.00", [Part("filature-2027/1", bank="VIR-1")])
    [found] = statement_of(statement(paid, kind=kind, version=version)).movements
    assert found == Movement(
        entry=1,
        reference="filature-2027/1",
        cents=1_500_000,
        amount=Decimal(15000),
        currency="EUR",
        credit=False,
        booked=True,
        on=date(2027, 2, 22),
        bank_reference="VIR-1",
    )


@pytest.mark.parametrize("version", [2, 4, 8])
def test_an_entry_of_several_transactions_is_each_of_them(version: int) -> None:
    """With the amount of each; the bank's name of the entry is the name of none of them."""
    batch = Entry("300.50", [Part("a/1", "100.25"), Part("b/1", "200.25", bank="VIR-B")], batch=2)
    first, second = statement_of(statement(batch, version=version)).movements
    assert (first.reference, first.cents, first.bank_reference) == ("a/1", 10_025, None)
    assert (second.reference, second.cents, second.bank_reference) == ("b/1", 20_025, "VIR-B")


def test_a_batch_that_the_bank_does_not_break_up_has_no_reference() -> None:
    """So that nobody takes its sum for a payment."""
    [found] = statement_of(statement(Entry("300.50", batch=2))).movements
    assert (found.reference, found.cents, found.bank_reference) == (None, None, None)


def test_money_that_comes_back_says_why() -> None:
    """By the code of the standard, and in the bank's words."""
    back = Entry("15000.00", [Part("filature-2027/1", returned="AC04")], credit=True)
    [found] = statement_of(statement(back)).movements
    assert (found.returned, found.reason, found.said) == (True, "AC04", "Compte clos")


def test_a_reference_that_nobody_gave_is_none() -> None:
    """Nor is another currency an amount of ours; what is announced is not booked."""
    foreign = Entry("10.00", [Part(None, "10.00", currency="CHF")], currency="CHF", status="PDNG")
    [found] = statement_of(statement(foreign)).movements
    assert (found.reference, found.cents, found.currency, found.booked) == (None, None, "CHF", False)


_BOMB = b'<!DOCTYPE a [<!ENTITY x "ha"><!ENTITY y "&x;&x;">]><Document>&y;</Document>'
_OUTSIDE = b'<!DOCTYPE a [<!ENTITY x SYSTEM "file:///etc/passwd">]><Document>&x;</Document>'


@pytest.mark.parametrize(
    ("content", "reason"),
    [
        (statement(Entry("1.00"))[:-40], "not-xml"),
        (b"", "not-xml"),
        (b"%PDF-1.7", "not-xml"),
        (_BOMB, "document-type"),
        (_OUTSIDE, "document-type"),
        (b"<Document/>", "not-a-statement"),
        (statement(Entry("1.00"), version=9), "not-a-statement"),
        (statement(Entry("quinze")), "not-a-statement"),
        (statement(Entry("1.00"), kind="053").replace(b"Amt", b"Amy"), "not-a-statement"),
        (b" " * (LARGEST + 1), "too-large"),
    ],
)
def test_what_is_no_statement_is_refused_whole(content: bytes, reason: str) -> None:
    """A truncated file, a bomb, entities that reach outside, another message, an amount that is none."""
    with pytest.raises(StatementNotRead) as refused:
        statement_of(content)
    assert refused.value.reason == reason


def test_a_statement_has_so_many_movements_at_most() -> None:
    """More are another file."""
    parts = [Part(f"a/{number}", "1.00") for number in range(1_001)]
    with pytest.raises(StatementNotRead) as refused:
        statement_of(statement(*[Entry("1001.00", parts)] * 5))
    assert refused.value.reason == "too-many"
