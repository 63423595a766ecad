"""Envelopes as pages: what may be committed and paid, what of it is set aside, paid and left."""

from collections.abc import Mapping
from typing import Any

from language import Text, say, t
from wording import headings
from wording.amounts import euros
from wording.events import EVENTS

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
PAGES = Text("Pages de la liste", "Pages of the list")
NEXT = Text("Suivantes", "Next")


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
