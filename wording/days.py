"""Days, months and years as they stand in a sentence: *14 novembre 2025*, *14 November 2025*."""

import re
from datetime import date

from domain.kernel.text import Bilingual
from language import Text

DAY = re.compile(r"[0-9]{4}-[0-9]{2}-[0-9]{2}")
"""A day as it is recorded (ISO 8601)."""
_MONTH = re.compile(r"[0-9]{4}-[0-9]{2}")


def day_words(day: date) -> Text:
    """A day without its day of the week."""
    from babel.dates import format_date  # noqa: PLC0415 - loaded when a day is said

    french = format_date(day, "d MMMM y", "fr_FR")
    return Text(
        f"1er{french[1:]}" if french.startswith("1 ") else french, format_date(day, "d MMMM y", "en_GB")
    )


def recorded_day_words(moment: str) -> Bilingual:
    """A moment that is known by its day, its month or its year, as it was recorded."""
    if DAY.fullmatch(moment):
        return day_words(date.fromisoformat(moment))
    if _MONTH.fullmatch(moment):
        from babel.dates import format_date  # noqa: PLC0415 - loaded when a month is said

        first = date.fromisoformat(f"{moment}-01")
        return format_date(first, "MMMM y", "fr_FR"), format_date(first, "MMMM y", "en_GB")
    return moment, moment


def period_words(since: str, until: str) -> Bilingual:
    """From a day to a day, as they were recorded; three dots where there is no such end."""
    (since_fr, since_en), (until_fr, until_en) = recorded_day_words(since), recorded_day_words(until)
    if until == "…":
        return f"à partir du {since_fr}", f"from {since_en}"
    if since == "…":
        return f"jusqu’au {until_fr}", f"until {until_en}"
    return f"du {since_fr} au {until_fr}", f"from {since_en} to {until_en}"
