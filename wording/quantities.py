"""Numbers, shares, counts and lengths of time as people write them, by the rules of each language (CLDR)."""

import re
from collections.abc import Iterator
from datetime import date
from decimal import Decimal

from language import Locale, Text

DURATION = re.compile(r"([+-]?)P(?=.)((?:[0-9]+[YMWD])*)(?:T((?:[0-9]+[HMS])+))?")
"""A length of time as rulebooks write it (ISO 8601), with a sign where it is an offset."""
_PART = re.compile(r"([0-9]+)([A-Z])")
_UNITS = {
    "Y": "year", "M": "month", "W": "week", "D": "day", "TH": "hour", "TM": "minute", "TS": "second",
}  # fmt: skip
_LOCALES = {"fr": "fr_FR", "en": "en_GB"}


def number_words(value: int | Decimal) -> Text:
    """A number with its digits in groups of three: *15 000*, *15,000*."""
    from babel.numbers import format_decimal  # noqa: PLC0415 - loaded when a number is said

    return Text(format_decimal(value, locale="fr"), format_decimal(value, locale="en"))


def share_words(percent: Decimal) -> Text:
    """A share in hundredths: *2,5 %*, *2.5%*."""
    french, english = number_words(percent)
    return Text(f"{french}\u00a0%", f"{english}%")


def count_words(number: int, one: tuple[str, str], many: tuple[str, str]) -> Text:
    """So many of something, by its singular and its plural: French counts 0 as one, English as many."""
    from babel import Locale as Rules  # noqa: PLC0415 - loaded when a count is said

    french, english = (
        forms[0] if Rules(language).plural_form(number) == "one" else forms[1]
        for language, forms in zip(("fr", "en"), zip(one, many, strict=True), strict=True)
    )
    return Text(f"{number} {french}", f"{number} {english}")


def duration_words(text: str) -> Text:
    """A length of time: ``P9M`` is *9 mois*, *9 months*, whatever its sign; what is none stands as it is."""
    found = DURATION.fullmatch(text)
    if found is None:
        return Text(text, text)
    parts = [*_lengths(found[2], ""), *_lengths(found[3] or "", "T")] or [(0, "day")]
    return Text(
        " et ".join(_length(number, unit, "fr") for number, unit in parts),
        " and ".join(_length(number, unit, "en") for number, unit in parts),
    )


def long_day(day: date, language: Locale) -> str:
    """A day in letters: *mardi 1er décembre 2026*, *Tuesday, 1 December 2026*."""
    from babel.dates import format_date  # noqa: PLC0415 - loaded when a letter is written

    written = format_date(day, "full", _LOCALES[language])
    return written.replace(" 1 ", " 1er ") if language == "fr" else written


def short_day(day: date, language: Locale) -> str:
    """A day for tables: *14 déc. 2027*, *14 Dec 2027*."""
    from babel.dates import format_date  # noqa: PLC0415 - loaded when a page is drawn

    written = format_date(day, "d MMM y", _LOCALES[language])
    return f"1er{written[1:]}" if language == "fr" and written.startswith("1 ") else written


def month_words(day: date, language: Locale) -> str:
    """The month of a day: *Mars 2027*, *March 2027*."""
    from babel.dates import format_date  # noqa: PLC0415 - loaded when a page is drawn

    written = format_date(day, "LLLL y", _LOCALES[language])
    return written[:1].upper() + written[1:]


def short_month(day: date, language: Locale) -> str:
    """The month of a day without its year: *janv.*, *Jan*."""
    from babel.dates import format_date  # noqa: PLC0415 - loaded when a page is drawn

    return format_date(day, "LLL", _LOCALES[language])


def _lengths(text: str, prefix: str) -> Iterator[tuple[int, str]]:
    for number, unit in _PART.findall(text):
        if int(number):
            yield int(number), _UNITS[prefix + unit]


def _length(number: int, unit: str, language: Locale) -> str:
    from babel.units import format_unit  # noqa: PLC0415 - loaded when a length of time is said

    return format_unit(number, f"duration-{unit}", length="long", locale=language).replace("\u00a0", " ")
