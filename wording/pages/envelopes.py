"""Envelopes as pages: what may be committed and paid, what of it is set aside, paid and left."""

from collections.abc import Mapping
from datetime import date
from typing import Any

from language import Text, locale, say, t
from wording import headings
from wording.amounts import euros, euros_or_none
from wording.events import EVENTS
from wording.quantities import month_words, number_words, short_month

TITLE = Text("Enveloppes", "Envelopes")
NONE = Text("Aucune enveloppe.", "No envelope.")
ENVELOPE = Text("Enveloppe", "Envelope")
ALLOTTED = Text("Doté", "Allotted")
SET_ASIDE = Text("Réservé", "Set aside")
PAID = Text("Payé", "Paid")
LEFT = Text("Reste", "Left")
FUNDINGS = Text("Aides accordées", "Fundings granted")
PAID_IN_YEAR = Text("Payé dans l’année", "Paid in the year")
SHARES = headings.WHAT_FUNDINGS_HAVE
NO_SHARES = Text("Aucun financement n’en a encore rien.", "No funding has anything of it yet.")
FUNDING = Text("Financement", "Funding")
OTHERS = Text("ceux que vous ne lisez pas", "those that you do not read")
MOVEMENTS = Text("Mouvements", "Movements")
ON = Text("Le", "On")
WHAT = Text("Quoi", "What")
HOW_MUCH = Text("Combien", "How much")
WHO = Text("Qui", "Who")
WHY = Text("Pourquoi", "Why")
BURN_DOWN = Text("Mois par mois", "Month by month")
MONTH = Text("Mois", "Month")
COMMITTED = Text("Engagé", "Committed")
AVAILABLE = Text("Disponible", "Available")
PLANNED = Text("Payé, avec les versements prévus", "Paid, with the payments planned")
CHART = Text("Ce que devient l’enveloppe, mois par mois", "What becomes of the envelope, month by month")
PAGES = Text("Pages de la liste", "Pages of the list")
NEXT = Text("Suivantes", "Next")


def axis(cents: int) -> str:
    """An amount beside an axis, in whole euros."""
    return t(f"{number_words(cents // 100).fr} €", f"€{number_words(cents // 100).en}")


def month(day: date) -> str:
    """A month in a table."""
    return month_words(day, locale())


def month_on_axis(day: date) -> str:
    """A month below the chart, with the year in January."""
    short = short_month(day, locale())
    return f"{short} {day.year}" if day.month == 1 else short


def told(day: str, allotted: int, committed: int, paid: int) -> str:
    """What the chart says, for whoever does not see it."""
    left = euros(allotted - committed)
    return t(
        f"Au {day} : doté {euros(allotted)}, engagé {euros(committed)}, payé {euros(paid)} ; il reste {left} à "
        "engager.",
        f"On {day}: allotted {euros(allotted)}, committed {euros(committed)}, paid {euros(paid)}; {left} may still be "
        "committed.",
    )


def later(cents: int) -> str:
    """What is set aside and stands in no month of the chart."""
    return t(
        f"{euros(cents)} sont réservés pour plus tard, ou sans date connue.",
        f"{euros(cents)} are set aside for later, or without a known date.",
    )


def under_study(requests: int, cents: int, left: int) -> str:
    """What is asked for and waits for a decision, beside what is left."""
    many = t("demandes", "requests") if requests > 1 else t("demande", "request")
    return t(
        f"À l’étude : {requests} {many}, {euros(cents)} ; il reste {euros(left)}.",
        f"Under study: {requests} {many}, {euros(cents)}; {euros(left)} left.",
    )


def euros_or_dash(cents: int | None) -> str:
    """An amount; a dash where nothing is known."""
    return euros_or_none(cents)


def of_most(number: int, most: int | None) -> str:
    """So many, of how many there may be, if that is bounded."""
    return str(number) if most is None else t(f"{number} sur {most}", f"{number} of {most}")


def paid_of(cents: int, most: int | None) -> str:
    """So much, of how much may be paid, if that is bounded."""
    said = euros(cents)
    return said if most is None else t(f"{said} sur {euros(most)}", f"{said} of {euros(most)}")


def what(kind: str) -> str:
    """What happened to an envelope."""
    return say(EVENTS[kind])


def moved(movement: Mapping[str, Any], other: str) -> str:
    """How much came, or went; ``other`` is the envelope that it came from or went to."""
    said = []
    if cents := movement.get("commitments_cents"):
        said.append(t(f"{euros(cents)} à engager", f"{euros(cents)} to commit"))
    if cents := movement.get("payments_cents"):
        said.append(t(f"{euros(cents)} à payer", f"{euros(cents)} to pay"))
    if cents := movement.get("cents"):
        said.append(euros(cents))
    if movement.get("to"):
        said.append(t(f"vers {other}", f"to {other}"))
    if movement.get("source"):
        said.append(t(f"venant de {other}", f"from {other}"))
    return ", ".join(said) or "–"
