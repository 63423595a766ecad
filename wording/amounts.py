"""Amounts of money as people write them: *15 000,00 €*, *€15,000.00*; exact to the cent everywhere."""

from decimal import Decimal
from functools import lru_cache

from language import Locale, Text, locale

CENTS = 2
"""Digits after the decimal sign."""


@lru_cache(4096)
def amount(cents: int, language: Locale) -> str:
    """An amount of integer euro cents in a language. Kept: Babel is slow, and the same ones are said often."""
    from babel.numbers import format_currency  # noqa: PLC0415 - loaded when an amount is said

    return format_currency(Decimal(cents).scaleb(-CENTS), "EUR", locale=language)


def euros_words(cents: int) -> Text:
    """An amount in both languages."""
    return Text(amount(cents, "fr"), amount(cents, "en"))


def euros(cents: int) -> str:
    """An amount in the language that is spoken now."""
    return amount(cents, locale())


def euros_or_none(cents: int | None) -> str:
    """The same, and a dash for an amount that there is not."""
    return "–" if cents is None else euros(cents)
