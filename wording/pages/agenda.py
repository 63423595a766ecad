"""What falls due."""

from collections.abc import Mapping
from datetime import date

from language import Text, locale, say
from wording.distances import distance
from wording.quantities import month_words, short_day

TITLE = Text("Agenda", "Agenda")
HORIZON = Text("D’ici", "Within")
HORIZONS: Mapping[str, Text] = {
    "P1M": Text("un mois", "a month"),
    "P3M": Text("trois mois", "three months"),
    "P1Y": Text("un an", "a year"),
    "P5Y": Text("cinq ans", "five years"),
}
REGION = Text("Région", "Region")
PROGRAMME = Text("Programme", "Programme")
FOLLOWED_BY = Text("Suivi par", "Followed by")
ANY = Text("tous", "any")
ANY_FEMININE = Text("toutes", "any")
SHOW = Text("Filtrer", "Filter")
OVERDUE = Text("En retard", "Overdue")
NOTHING = Text("Rien n’échoit d’ici là.", "Nothing falls due until then.")
NEXT = Text("suite →", "more →")
PAGES = Text("Pages", "Pages")


def month(first: date | None) -> str:
    """A month; what is overdue stands before all months."""
    return say(OVERDUE) if first is None else month_words(first, locale())


def when(day: date, today: date) -> str:
    """A day, and how far it lies from today."""
    return f"{short_day(day, locale())} ({say(distance(day, today))})"
