"""Whose time it is, by the IANA name of a time zone: those of France, and any other by its city."""

from collections.abc import Mapping

from stack.texts import Text

_PLACES: Mapping[str, Text] = {
    "Europe/Paris": Text("heure de Paris", "Paris time"),
    "America/Cayenne": Text("heure de Cayenne", "Cayenne time"),
    "America/Guadeloupe": Text("heure de la Guadeloupe", "Guadeloupe time"),
    "America/Marigot": Text("heure de Saint-Martin", "Saint-Martin time"),
    "America/Martinique": Text("heure de la Martinique", "Martinique time"),
    "America/Miquelon": Text("heure de Saint-Pierre-et-Miquelon", "Saint-Pierre and Miquelon time"),
    "America/St_Barthelemy": Text("heure de Saint-Barthélemy", "Saint-Barthélemy time"),
    "Indian/Mayotte": Text("heure de Mayotte", "Mayotte time"),
    "Indian/Reunion": Text("heure de La Réunion", "La Réunion time"),
    "Pacific/Gambier": Text("heure des Gambier", "Gambier time"),
    "Pacific/Marquesas": Text("heure des Marquises", "Marquesas time"),
    "Pacific/Noumea": Text("heure de Nouméa", "Nouméa time"),
    "Pacific/Tahiti": Text("heure de Papeete", "Papeete time"),
    "Pacific/Wallis": Text("heure de Wallis", "Wallis time"),
}

SUMMER = Text("heure d’été", "summer time")
WINTER = Text("heure d’hiver", "winter time")


def time_of(zone: str) -> Text:
    """Whose time it is in a zone."""
    city = zone.rpartition("/")[2].replace("_", " ")
    return _PLACES.get(zone) or Text(f"heure de {city}", f"{city} time")
