"""A rehearsal as a page."""

from datetime import date

from language import Text, locale, say, t
from wording import headings
from wording.quantities import count_words, long_day, short_day

TITLE = Text("Répéter une coopération", "Rehearse a cooperation")
LEAD = Text(
    "Toute une vie de coopération sous ces règles, jouée d’avance\u00a0: rien n’est enregistré, personne n’est averti.",
    "A whole life of a cooperation under these rules, played ahead: nothing is recorded, nobody is told.",
)
SCENARIO = Text("Ce qui se passe", "What happens")
REGION = Text("Région", "Region")
SINCE = Text("À partir du", "From")
YEARS = Text("Années, au plus", "Years, at most")
REHEARSE = Text("Répéter", "Rehearse")
STRANGE = headings.MAKES_NO_SENSE
NOTHING_STRANGE = Text("Rien n’a paru insensé.", "Nothing seemed senseless.")
REFUSED = headings.REFUSED_BY_RULES
DIARY = Text("Jour après jour", "Day by day")
DAY = Text("Jour", "Day")
WHAT = Text("Quoi", "What")
TO = Text("À qui", "To whom")
WHY = Text("Pourquoi ce jour", "Why that day")
COLON = Text("\u00a0: ", ": ")
WHY_NOT = Text("Pourquoi", "Why")
AS_CALENDAR = Text("En calendrier (.ics)", "As a calendar (.ics)")
AS_SHEET = Text("En tableur (.xlsx)", "As a spreadsheet (.xlsx)")
TOO_LONG = Text(
    "La répétition a été arrêtée au bout de 20 secondes sans être finie. Demandez moins d’années, ou vérifiez "
    "le règlement.",
    "The rehearsal was stopped after 20 seconds before it was done. Ask for fewer years, or check the rulebook.",
)
NOTHING_CAME = Text(
    "La répétition s’est arrêtée sur un défaut d’Escale\u00a0: signalez-le à qui s’en occupe.",
    "The rehearsal ended at a fault in Escale: report it to whoever looks after it.",
)


def span(scenario: str, beginning: str, until: str) -> str:
    """What was rehearsed, from when until when."""
    first, last = (long_day(date.fromisoformat(one), locale()) for one in (beginning, until))
    return t(f"{scenario}, du {first} au {last}.", f"{scenario}, from {first} to {last}.")


def ends(status: str) -> str:
    """How the file stands at the end."""
    return t(f"À la fin, le dossier est\u00a0: {status}.", f"At the end the file is: {status}.")


def day(at: str) -> str:
    """A day, with its hour where that is not the one at which reminders go out."""
    on, _, hour = at.partition(" ")
    said = short_day(date.fromisoformat(on), locale())
    return f"{said}, {hour}" if hour else said


def times(number: int) -> str:
    """How often it happens."""
    return say(count_words(number, ("fois", "time"), ("fois", "times")))
