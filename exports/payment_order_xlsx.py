"""The same payments as a spreadsheet: texts that are texts whatever they begin with, the same bytes every time."""

from decimal import Decimal
from io import BytesIO
from typing import Any

from xlsxwriter import Workbook

from application.payment_files.order import PaymentOrder, Transfer
from domain.kernel.moments import PARIS

_TEXTS = {"strings_to_formulas": False, "strings_to_urls": False, "strings_to_numbers": False}
_EUROS, _DAY, _TEXT = "#,##0.00", "yyyy-mm-dd", "@"
_COLUMNS = (
    ("Référence / Reference", 36),
    ("Bénéficiaire / Beneficiary", 40),
    ("Numéro / Number", 34),
    ("Titulaire / Holder", 40),
    ("IBAN", 36),
    ("BIC", 14),
    ("Montant (€) / Amount (€)", 18),
    ("Financement / Funding", 30),
    ("Tranche", 20),
    ("À payer le / To be paid on", 16),
)
"""In both languages: whoever writes the file again gets the same one."""
_AMOUNT = 6


def workbook_of(order: PaymentOrder) -> bytes:
    """The workbook: a line for each payment, and what is paid in all."""
    content = BytesIO()
    with Workbook(content, {"in_memory": True, **_TEXTS}) as book:
        made = order.created_at.astimezone(PARIS).replace(tzinfo=None, microsecond=0)
        book.set_properties({"title": order.name, "created": made})
        formats = {one: book.add_format({"num_format": one}) for one in (_EUROS, _DAY, _TEXT)}
        bold = book.add_format({"bold": True, "num_format": _EUROS})
        sheet = book.add_worksheet("Paiements")
        for column, (head, width) in enumerate(_COLUMNS):
            sheet.write_string(0, column, head, bold)
            sheet.set_column(column, column, width)
        for row, transfer in enumerate(order.transfers, start=1):
            _write(sheet, row, transfer, order, formats)
        total = len(order.transfers) + 1
        sheet.write_string(total, 0, "Total", bold)
        sheet.write_number(total, _AMOUNT, _euros(order.cents), bold)
        sheet.freeze_panes(1, 0)
    return content.getvalue()


def _write(sheet: Any, row: int, transfer: Transfer, order: PaymentOrder, formats: dict[str, Any]) -> None:
    to = transfer.to
    texts = (
        *(transfer.reference, transfer.beneficiary, transfer.identifier, to.holder, to.iban, to.bic or ""),
        None,
        *(transfer.funding, transfer.tranche),
    )
    for column, text in enumerate(texts):
        if text is not None:
            sheet.write_string(row, column, text, formats[_TEXT])
    sheet.write_number(row, _AMOUNT, _euros(transfer.cents), formats[_EUROS])
    sheet.write_datetime(row, len(texts), order.execute_on, formats[_DAY])


def _euros(cents: int) -> Decimal:
    """Exact to the cent: up to a thousand million euros the sheet keeps every digit."""
    return Decimal(cents).scaleb(-2)
