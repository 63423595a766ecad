"""Hours in words, by the clocks of where it happened: whose time it is, which one of an hour that comes twice.

Places go by the IANA name of a time zone: those of France, and any other by its city.
"""

from collections.abc import Mapping
from datetime import datetime
from zoneinfo import ZoneInfo

from domain.kernel.text import Bilingual
from wording.days import day_words

_PLACES: Mapping[str, Bilingual] = {
    "Europe/Paris": ("heure de Paris", "Paris time"),
    "America/Cayenne": ("heure de Cayenne", "Cayenne time"),
    "America/Guadeloupe": ("heure de la Guadeloupe", "Guadeloupe time"),
    "America/Marigot": ("heure de Saint-Martin", "Saint-Martin time"),
    "America/Martinique": ("heure de la Martinique", "Martinique time"),
    "America/Miquelon": ("heure de Saint-Pierre-et-Miquelon", "Saint-Pierre and Miquelon time"),
    "America/St_Barthelemy": ("heure de Saint-Barthélemy", "Saint-Barthélemy time"),
    "Indian/Mayotte": ("heure de Mayotte", "Mayotte time"),
    "Indian/Reunion": ("heure de La Réunion", "La Réunion time"),
    "Pacific/Gambier": ("heure des Gambier", "Gambier time"),
    "Pacific/Marquesas": ("heure des Marquises", "Marquesas time"),
    "Pacific/Noumea": ("heure de Nouméa", "Nouméa time"),
    "Pacific/Tahiti": ("heure de Papeete", "Papeete time"),
    "Pacific/Wallis": ("heure de Wallis", "Wallis time"),
}

_SUMMER: Bilingual = ("heure d’été", "summer time")
_WINTER: Bilingual = ("heure d’hiver", "winter time")


def time_of(zone: ZoneInfo) -> Bilingual:
    """Whose time it is in a zone."""
    city = zone.key.rpartition("/")[2].replace("_", " ")
    return _PLACES.get(zone.key) or (f"heure de {city}", f"{city} time")


def hour_words(instant: datetime, zone: ZoneInfo, home: ZoneInfo) -> Bilingual:
    """An instant to the minute by the clocks of a zone; marked where those of the reader’s ``home`` differ.

    *14 novembre 2025 à 8 h 05*, *14 November 2025 at 08:05*.
    """
    local = instant.astimezone(zone)
    day = day_words(local.date())
    shown = (f"{day.fr} à {local.hour}\u00a0h\u00a0{local:%M}", f"{day.en} at {local:%H:%M}")
    return _marked(shown, instant, zone, home)


def hour_figures(instant: datetime, zone: ZoneInfo, home: ZoneInfo) -> Bilingual:
    """The same for the columns of a terminal: *2025-11-14 08:05*."""
    shown = f"{instant.astimezone(zone):%Y-%m-%d %H:%M}"
    return _marked((shown, shown), instant, zone, home)


def clock_words(instant: datetime, home: ZoneInfo) -> Bilingual:
    """What a clock shows where people live, and where that is."""
    shown, whose = hour_figures(instant, home, home), time_of(home)
    return f"{shown[0]} ({whose[0]})", f"{shown[1]} ({whose[1]})"


def _marked(shown: Bilingual, instant: datetime, zone: ZoneInfo, home: ZoneInfo) -> Bilingual:
    local = instant.astimezone(zone)
    marks = [*_season(local)]
    if local.utcoffset() != instant.astimezone(home).utcoffset():
        marks.append(time_of(zone))
    return ", ".join((shown[0], *(fr for fr, _ in marks))), ", ".join((shown[1], *(en for _, en in marks)))


def _season(local: datetime) -> tuple[Bilingual, ...]:
    """Which of the two it is, of an hour that comes twice."""
    if local.replace(fold=0).utcoffset() == local.replace(fold=1).utcoffset():
        return ()
    return (_SUMMER,) if local.dst() else (_WINTER,)
