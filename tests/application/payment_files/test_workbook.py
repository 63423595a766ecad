"""The spreadsheet has the same lines; nothing in it is a formula, a link or a rounded number."""

import re
from dataclasses import replace
from io import BytesIO
from zipfile import ZipFile

import pytest

from application.payment_files.order import PaymentOrder
from exports.payment_order_xlsx import workbook_of
from tests.application.payment_files.making import IBAN, ORDER, TRANSFER, paying_to


def parts(order: PaymentOrder) -> dict[str, str]:
    """The files of the workbook."""
    with ZipFile(BytesIO(workbook_of(order))) as archive:
        return {name: archive.read(name).decode() for name in archive.namelist()}


def strings(order: PaymentOrder) -> list[str]:
    """The texts of its cells."""
    return re.findall(r"<t[^>]*>([^<]*)</t>", parts(order)["xl/sharedStrings.xml"])


def numbers(order: PaymentOrder) -> list[str]:
    """The numbers of its cells, as they are written."""
    return re.findall(r'<c r="G\d+" s="\d+"><v>([^<]*)</v>', parts(order)["xl/worksheets/sheet1.xml"])


def test_each_payment_has_its_line() -> None:
    """Reference, beneficiary, number, holder, account, funding and tranche as texts: leading zeros stay."""
    order = replace(ORDER, transfers=(replace(TRANSFER, identifier="01234567800010"),))
    said = strings(order)
    for text in ("noailles-acte/1", TRANSFER.beneficiary, "01234567800010", TRANSFER.to.iban, "first_half"):
        assert text in said
    assert IBAN not in said, "the organisation's own account is not in the list of payments"


@pytest.mark.parametrize(
    ("cents", "said"), [(1, "0.01"), (1_500_005, "15000.05"), (99_999_999_999, "999999999.99")]
)
def test_amounts_are_exact_to_the_cent(cents: int, said: str) -> None:
    """Of a line, and in all."""
    order = replace(ORDER, transfers=(replace(TRANSFER, cents=cents),))
    assert numbers(order) == [said, said]


@pytest.mark.parametrize("sign", ["=", "+", "-", "@", "{=", "\t="])
def test_a_name_is_never_a_formula_nor_a_link(sign: str) -> None:
    """Whatever it begins with."""
    name = f'{sign}HYPERLINK("http://x.example")'
    order = replace(
        ORDER, transfers=(replace(TRANSFER, beneficiary=name, to=replace(TRANSFER.to, holder=name)),)
    )
    found = parts(order)
    assert "<f>" not in found["xl/worksheets/sheet1.xml"]
    assert "hyperlink" not in found["xl/worksheets/sheet1.xml"].casefold()
    assert any("HYPERLINK(" in one for one in strings(order))


def test_the_same_order_gives_the_same_bytes(monkeypatch: pytest.MonkeyPatch) -> None:
    """In whichever language it is asked for, and whenever."""
    first = workbook_of(ORDER)
    monkeypatch.setenv("ESCALE_LOCALE", "en")
    assert workbook_of(ORDER) == first
    assert "2026-03-02T09:30:15Z" in parts(ORDER)["docProps/core.xml"]


def test_a_thousand_payments_fit_into_one_sheet() -> None:
    """Lines, and their sum."""
    order = paying_to(*("Association",) * 1_000)
    assert len(numbers(order)) == 1_001
    assert numbers(order)[-1] == "5005.00"
