"""Statements of the bank as pages: handing one in, what it would have recorded, what came of it."""

from collections.abc import Mapping, Sequence
from decimal import Decimal

from language import Text, say, t
from wording.amounts import euros
from wording.bank_returns import LEFT
from wording.commands import COMMANDS
from wording.quantities import number_words

TITLE = Text("Relevé de la banque", "Bank statement")
EXPLANATION = Text(
    "Rien n’est enregistré avant que vous ayez vu ce que chaque mouvement deviendrait. Le fichier n’est pas gardé.",
    "Nothing is recorded before you have seen what each movement would become. The file is not kept.",
)
FILE = Text("Fichier de la banque", "File of the bank")
FILE_HINT = Text(
    "Un relevé camt.053 ou un avis camt.054 (ISO 20022), de la version .02 à .08.",
    "A camt.053 statement or a camt.054 notification (ISO 20022), version .02 to .08.",
)
LINES = Text("Ou des lignes collées", "Or pasted lines")
LINES_HINT = Text(
    "Un paiement par ligne, colonnes séparées par une tabulation ou un point-virgule\u00a0: référence du virement, "
    "montant, jour, référence de la banque.",
    "A payment a line, columns between tabs or semicolons: reference of the transfer, amount, day, the bank’s "
    "reference.",
)
READ = Text("Lire", "Read")
NOTHING_GIVEN = Text("Choisissez un fichier ou collez des lignes.", "Choose a file or paste lines.")
NOT_READ: Mapping[str, Text] = {
    "too-large": Text(
        "Le fichier dépasse 5 Mo. Demandez à la banque un relevé par jour.",
        "The file is larger than 5 MB. Ask the bank for a statement a day.",
    ),
    "not-xml": Text(
        "Ce fichier est tronqué ou n’est pas du XML\u00a0: rien n’en est pris. Téléchargez-le de nouveau.",
        "This file is truncated or is no XML: nothing of it is taken. Download it again.",
    ),
    "document-type": Text(
        "Ce fichier déclare un type de document, ce qu’aucune banque ne fait\u00a0: rien n’en est pris.",
        "This file declares a document type, which no bank does: nothing of it is taken.",
    ),
    "not-a-statement": Text(
        "Ce n’est ni un relevé camt.053 ni un avis camt.054, des versions .02 à .08.",
        "This is neither a camt.053 statement nor a camt.054 notification, of versions .02 to .08.",
    ),
    "too-many": Text(
        "Le relevé a plus de 5000 mouvements. Demandez à la banque un relevé par jour.",
        "The statement has more than 5000 movements. Ask the bank for a statement a day.",
    ),
}
CHECK_TITLE = Text("Ce que le relevé ferait enregistrer", "What the statement would have recorded")
TO_CONFIRM = Text("Paiements à confirmer", "Payments to confirm")
TO_RETURN = Text("Virements revenus", "Transfers that came back")
REFUSED = Text("Reconnus, mais pas possibles", "Recognised, but not possible")
NOT_MATCHED = Text("Sans paiement correspondant", "Without a matching payment")
RECORD_WHAT = Text("À enregistrer", "To record")
FUNDING = Text("Financement", "Funding")
BENEFICIARY = Text("Bénéficiaire", "Beneficiary")
REFERENCE = Text("Référence du virement", "Reference of the transfer")
AMOUNT = Text("Montant", "Amount")
DAY = Text("Jour", "Day")
BANK_REFERENCE = Text("Référence de la banque", "The bank’s reference")
REASON = Text("Raison", "Reason")
ENTRY = Text("Écriture", "Entry")
WHY = Text("Pourquoi", "Why")
ACT = Text("Acte", "Act")
IS_OURS = Text(
    "Je l’ai vérifié : ce relevé est bien celui de virements de l’organisation.",
    "I checked it: this statement is indeed of transfers of the organisation.",
)
NOT_SAID_OURS = Text(
    "Rien n’est enregistré : ce relevé est celui d’un autre compte, et vous n’avez pas dit qu’il est le bon. "
    "Lisez-le de nouveau.",
    "Nothing is recorded: this statement is of another account, and you did not say that it is right. Read it again.",
)
NOTHING_MATCHES = Text(
    "Aucun mouvement ne correspond à un paiement qui attend.", "No movement matches a payment that waits."
)
AGAIN = Text("Lire un autre relevé", "Read another statement")
PAYMENTS = Text("Paiements", "Payments")


def others_account(ends: Sequence[str]) -> str:
    """That a statement is of accounts which are not ours, by their last signs."""
    said = ", ".join(f"… {one}" for one in ends)
    return t(
        f"Ce relevé n’est pas celui d’un compte depuis lequel l’organisation paie : il est du compte {said}. Vérifiez "
        "que c’est le bon fichier avant d’en confirmer quoi que ce soit.",
        f"This statement is not of an account that the organisation pays from: it is of account {said}. Check that it "
        "is the right file before you confirm anything of it.",
    )


def left(code: str) -> str:
    """Why a movement matches nothing."""
    return say(LEFT[code])


def unread(numbers: Sequence[int]) -> str:
    """Which lines were not read."""
    said = ", ".join(str(one) for one in numbers)
    return t(f"Lignes illisibles\u00a0: {said}.", f"Lines that cannot be read: {said}.")


def record(number: int) -> str:
    """The button that records what is ticked, at most so many."""
    said = say(number_words(number))
    return t(f"Enregistrer ce qui est coché ({said})", f"Record what is ticked ({said})")


def amount(cents: int | None, told: Decimal, currency: str, *, credit: bool) -> str:
    """What went out, or came in; ``told`` is what the bank writes where that is no amount of ours."""
    sign = "+" if credit else ""
    if cents is not None:
        return f"{sign}{euros(cents)}"
    return f"{sign}{say(number_words(told))}\u00a0{currency}"


def tick(item: str, name: str) -> str:
    """What a box stands for."""
    return t(f"{act(item)}\u00a0: {name}", f"{act(item)}: {name}")


def act(item: str) -> str:
    """What is recorded of an item."""
    return say(COMMANDS["FailPayment" if item.startswith("return:") else "ConfirmPayment"])
