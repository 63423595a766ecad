"""The gate of a cooperation as a page: item by item, what shows it, what is awaited."""

from datetime import date

from domain.tasks.task import TaskLine
from language import Text, locale, say, t
from wording.punctuation import quoted
from wording.quantities import short_day
from wording.tasks import next_said
from wording.values import word

NO_GATE = Text(
    "Cette phase n’a pas de points à remplir : on passe à la suite quand elle est finie.",
    "This phase has no items to be met: the file goes on when it is over.",
)
ITEMS = Text("Les points du passage", "The items of the gate")
ASKED = Text("Voir où c’en est", "See how far it is")
WAIVE = Text("Dispenser d’un point", "Waive an item")


def leads_to(phase: str, following: str | None) -> str:
    """From which phase to which."""
    if following is None:
        return t("Pour achever", "To complete") + f" {say(quoted(phase))}"
    here, there = quoted(phase), quoted(following)
    return t(f"Pour passer de {here.fr} à {there.fr}", f"To go on from {here.en} to {there.en}")


def count(held: int, items: int) -> str:
    """How many items hold: *2 points sur 4 sont remplis*."""
    if held == items:
        return t("Tous les points sont remplis", "All items are met")
    verb = "est rempli" if held < 2 else "sont remplis"  # noqa: PLR2004 - French counts 0 and 1 as one
    points = "point" if held < 2 else "points"  # noqa: PLR2004
    return t(f"{held} {points} sur {items} {verb}", f"{held} of {items} items met")


def go_on(following: str | None) -> str:
    """The act that passes the gate."""
    if following is None:
        return t("Clore le dossier", "Close the file")
    return t("Passer à la phase", "Enter the phase") + f" {say(quoted(following))}"


def held(state: str) -> str:
    """How an item stands, with a capital."""
    said = word(state, "gate-item")
    return said[:1].upper() + said[1:]


def awaited(line: TaskLine, due_on: date | None) -> str:
    """What others are doing for an item, with a capital."""
    said = next_said(line, None)
    shown = f"{said[:1].upper()}{said[1:]}"
    if due_on is None:
        return shown
    day = short_day(due_on, locale())
    return shown + t(f", pour le {day}", f", by {day}")


def shown_by(what: str, when: str, who: str) -> str:
    """An entry that shows it."""
    return f"{what}, {when}, {who}"
