"""Bank details as pages: versions, who proposed and who checked them, what waits for them."""

from collections.abc import Mapping

from language import Text, say, t
from wording.commands import COMMANDS

TITLE = Text("Comptes bancaires", "Bank accounts")
NONE = Text("Aucune coordonnée bancaire n’est connue.", "No bank details are known.")
BENEFICIARY = Text("Bénéficiaire", "Beneficiary")
NUMBER = Text("Numéro", "Number")
STATE = Text("État", "State")
HOLDS = Text("version vérifiée", "checked version")
NEVER = Text("jamais vérifié", "never checked")
PENDING = Text("en attente de vérification", "awaits its check")
OWN = Text("L’organisation elle-même", "The organisation itself")
UNKNOWN = Text("–", "–")
VERSIONS = Text("Versions", "Versions")
HOLDER = Text("Titulaire", "Holder")
IBAN = Text("IBAN", "IBAN")
BIC = Text("BIC", "BIC")
ERASED = Text("effacé", "erased")
PROPOSED = Text("Proposée", "Proposed")
SHOW = Text("Montrer les IBAN en entier", "Show the IBANs in full")
NOTED = Text(
    "Les IBAN ne montrent que leurs quatre derniers signes. Les montrer en entier est noté.",
    "IBANs show their last four signs only. Showing them in full is noted.",
)
IN_CLEAR = Text(
    "Les IBAN sont montrés en entier\u202f; cette lecture est notée.",
    "IBANs are shown in full; this reading is noted.",
)
WAITING = Text("Paiements vers ce compte qui attendent", "Payments to this account that wait")
NOTHING_WAITS = Text("Aucun paiement ordonné n’attend.", "No ordered payment waits.")
ACTS = Text("Que faire", "What to do")
PROPOSE = COMMANDS["ProposeBankDetails"]
_STATES: Mapping[str, Text] = {
    "holds": Text("en vigueur", "in force"),
    "pending": PENDING,
    "before": Text("remplacée", "replaced"),
    "rejected": Text("rejetée", "rejected"),
}
_SETTLED: Mapping[str, Text] = {
    "holds": Text("Vérifiée", "Checked"),
    "before": Text("Vérifiée", "Checked"),
    "rejected": Text("Rejetée", "Rejected"),
}


def state(code: str) -> str:
    """How a version stands."""
    return say(_STATES[code])


def settled(code: str) -> str:
    """What somebody did with a version."""
    return say(_SETTLED[code])


def ends(signs: str | None) -> str:
    """An IBAN by its last signs."""
    return t(f"se termine par {signs}", f"ends in {signs}") if signs else say(ERASED)


def version(number: int) -> str:
    """A version by its number."""
    return t(f"Version {number}", f"Version {number}")


def act(command: str) -> str:
    """What a command does."""
    return say(COMMANDS[command])
