"""How far a day lies from today, and moments as precisely as they are known: what stands beside dates on pages."""

from datetime import date
from zoneinfo import ZoneInfo

from domain.kernel.moments import day_of, earliest
from language import Locale, Text
from wording.quantities import count_words, short_day

_INSTANT = "T"
_MONTH, _YEAR = 7, 4
"""How long a moment is that is known by its month, and by its year."""
_DAYS_IN_WORDS = 60
"""Up to so many days, distances are told in days; then in months."""
_DAYS_A_MONTH = 30.44
_LOCALES = {"fr": "fr_FR", "en": "en_GB"}


def distance(day: date, today: date) -> Text:
    """How far a day lies from today: *aujourd’hui*, *dans 12 jours*, *il y a 3 mois*."""
    days = (day - today).days
    match days:
        case 0:
            return Text("aujourd’hui", "today")
        case 1:
            return Text("demain", "tomorrow")
        case -1:
            return Text("hier", "yesterday")
    length = _length(abs(days))
    if days > 0:
        return Text(f"dans {length.fr}", f"in {length.en}")
    return Text(f"il y a {length.fr}", f"{length.en} ago")


def late_by(day: date, today: date) -> Text:
    """For how long something has been due, in days or months."""
    return _length(max((today - day).days, 1))


def moment_in_words(moment: str, zone: ZoneInfo, language: Locale) -> str:
    """A moment as it is known: *2020*, *novembre 2021*, *14 déc. 2027*; of an instant, its day in a zone."""
    from babel.dates import format_date  # noqa: PLC0415 - loaded when a page is drawn

    if len(moment) == _YEAR:
        return moment
    day = day_of(earliest(moment, zone), zone)
    if len(moment) == _MONTH and _INSTANT not in moment:
        return format_date(day, "LLLL y", _LOCALES[language])
    return short_day(day, language)


def _length(days: int) -> Text:
    if days <= _DAYS_IN_WORDS:
        return count_words(days, ("jour", "day"), ("jours", "days"))
    months = round(days / _DAYS_A_MONTH)
    return count_words(months, ("mois", "month"), ("mois", "months"))
