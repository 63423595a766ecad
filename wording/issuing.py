"""What is missing where payments are put into a file for the bank."""

from domain.kernel.text import Bilingual
from language import Text

NOTHING_TICKED = Text(
    "Aucun paiement n’est coché, ou ceux qui l’étaient n’attendent plus d’être remis. Cochez-en au moins un.",
    "No payment is ticked, or those that were wait no longer to be sent. Tick at least one.",
)
NO_DAY = Text("Donnez le jour où la banque doit payer.", "Give the day on which the bank is to pay.")


def with_remedy(message: Bilingual, remedy: Bilingual) -> Text:
    """Why not, and what to do, as one text."""
    return Text(f"{message[0]} {remedy[0]}", f"{message[1]} {remedy[1]}")
