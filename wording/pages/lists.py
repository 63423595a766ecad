"""Lists of fundings and programmes as pages."""

from language import Text, t
from wording.values import word

FUNDINGS = Text("Financements", "Fundings")
NO_FUNDINGS = Text("Aucun financement que vous puissiez lire.", "No funding that you may read.")
COOPERATION = Text("Coopération", "Cooperation")
STATE = Text("État", "State")
DUE = Text("Pour le", "Due")
INSTRUMENT = Text("Dispositif", "Instrument")
AMOUNT = Text("Montant", "Amount")
PAID = Text("Versé", "Paid")
NEXT = Text("Suivants", "Next")
PAGES = Text("Pages de la liste", "Pages of the list")
PROGRAMMES = Text("Programmes", "Programmes")
PROGRAMME = Text("Programme", "Programme")
VERSION = Text("Version", "Version")
IN_FORCE = Text("en vigueur", "in force")
OPEN_FILES = Text("Dossiers en cours", "Open files")
NO_PROGRAMMES = Text("Aucun programme.", "No programme.")


def funding_status(status: str) -> str:
    """How far a funding is."""
    return word(status, "funding")


def version(number: int) -> str:
    """A version of a rulebook."""
    return t(f"version {number}", f"version {number}")
