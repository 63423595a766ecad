"""Lists of fundings as pages."""

from language import Text
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


def funding_status(status: str) -> str:
    """How far a funding is."""
    return word(status, "funding")
