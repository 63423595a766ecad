"""Amounts of money as people write them."""

from decimal import Decimal

from babel.numbers import format_currency

from language import locale

CENTS = 2
"""Digits after the decimal sign."""


def euros(cents: int) -> str:
    """An amount of integer euro cents in the reader's language: ``15 000,00 €``, ``€15,000.00``."""
    return format_currency(Decimal(cents).scaleb(-CENTS), "EUR", locale=locale())


def euros_or_none(cents: int | None) -> str:
    """The same, and a dash for an amount that there is not."""
    return "–" if cents is None else euros(cents)
