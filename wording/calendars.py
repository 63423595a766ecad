"""What calendars that people subscribe to say: their names, and what became of an entry that is over."""

from collections.abc import Mapping

from domain.reminders.occurrences import Became
from language import Text

MINE = Text("Mes échéances", "My deadlines")
BECAME: Mapping[Became, Text] = {
    "open": Text("À tenir", "Open"),
    "met": Text("Tenue", "Met"),
    "gone": Text("N’a plus lieu d’être", "No longer due"),
    "closed": Text("Le dossier est clos", "The file is closed"),
}
_SIMULATION = Text("simulation", "simulation")


def calendar_title(organisation: str, about: Text, *, simulation: bool) -> Text:
    """What a calendar is called among the others that somebody has."""
    beside = Text(f" ({_SIMULATION.fr})", f" ({_SIMULATION.en})") if simulation else Text("", "")
    return Text(*(f"{organisation} – {one}{more}" for one, more in zip(about, beside, strict=True)))


def entry_title(deadline: str, cooperation: str) -> str:
    """What an entry is called: the deadline and the cooperation, nothing that is private: an address travels."""
    return f"{deadline} – {cooperation}"
