"""Hours in words, by the clocks of where it happened: whose time it is, which one of an hour that comes twice.

Places go by the IANA name of a time zone: those of France, and any other by its city.
"""

from collections.abc import Mapping
from datetime import datetime
from zoneinfo import ZoneInfo

from domain.kernel.text import Bilingual

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
    """An instant to the minute by the clocks of a zone; marked where those of the reader’s ``home`` differ."""
    local = instant.astimezone(zone)
    marks = [*_season(local)]
    if local.utcoffset() != instant.astimezone(home).utcoffset():
        marks.append(time_of(zone))
    french, english = (", ".join((f"{local:%Y-%m-%d %H:%M}", *(one[of] for one in marks))) for of in (0, 1))
    return french, english


def clock_words(instant: datetime, home: ZoneInfo) -> Bilingual:
    """What a clock shows where people live, and where that is."""
    shown, whose = hour_words(instant, home, home), time_of(home)
    return f"{shown[0]} ({whose[0]})", f"{shown[1]} ({whose[1]})"


def _season(local: datetime) -> tuple[Bilingual, ...]:
    """Which of the two it is, of an hour that comes twice."""
    if local.replace(fold=0).utcoffset() == local.replace(fold=1).utcoffset():
        return ()
    return (_SUMMER,) if local.dst() else (_WINTER,)
