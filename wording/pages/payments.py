"""Payments as pages: the steps that they wait for, files for the bank, their downloads."""

from language import Text, say, t
from wording.codes import code_words
from wording.quantities import number_words

TITLE = Text("Paiements", "Payments")
STEPS = Text("Étapes des paiements", "Steps of payments")
TABS = {
    "to-approve": Text("À valider", "To approve"),
    "to-order": Text("À ordonner", "To order"),
    "to-send": Text("À remettre", "To send"),
    "sent": Text("Remis", "Sent"),
    "to-confirm": Text("À confirmer", "To confirm"),
    "failed": Text("Échoués", "Failed"),
}
NONE = {
    "to-approve": Text(
        "Aucune tranche demandée n’attend d’être validée.", "No requested tranche waits to be approved."
    ),
    "to-order": Text(
        "Aucune tranche validée n’attend d’être ordonnée.", "No approved tranche waits to be ordered."
    ),
    "to-send": Text(
        "Aucun paiement ordonné n’attend d’être remis à la banque.", "No ordered payment waits to be sent."
    ),
    "sent": Text("Aucun fichier n’a encore été remis à la banque.", "No file has been sent to the bank yet."),
    "to-confirm": Text(
        "Aucun paiement remis n’attend d’être confirmé.", "No payment that was sent waits to be confirmed."
    ),
    "failed": Text(
        "Aucun paiement n’a échoué, n’est revenu ni n’a été annulé.",
        "No payment failed, came back or was cancelled.",
    ),
}
FUNDING = Text("Financement", "Funding")
NOT_NAMED = Text("un financement que vous ne pouvez plus lire", "a funding that you may read no more")
BENEFICIARY = Text("Bénéficiaire", "Beneficiary")
TRANCHE = Text("Tranche", "Tranche")
AMOUNT = Text("Montant", "Amount")
WHO = Text("Par qui", "By whom")
WHERE_TO = Text("Compte", "Account")
NEXT = Text("Suite", "Next")
STATE = Text("État", "State")
SEND = Text("À remettre", "To send")
ORDER = Text("Ordonner", "Order")
APPROVE = Text("Valider", "Approve")
TICK = Text("Cocher", "Tick")
TICKED = {
    "to-approve": Text("Valider les tranches cochées", "Approve the tranches that are ticked"),
    "to-order": Text("Ordonner les paiements cochés", "Order the payments that are ticked"),
}
"""What the button under a list does, by its step."""
NO_TRANCHE = Text(
    "Ce n’est possible pour aucune tranche cochée.", "It is possible for no tranche that is ticked."
)
CONFIRM = Text("Confirmer", "Confirm")
FAIL = Text("Noter l’échec", "Record the failure")
STEPS_TAKEN = {
    "requested": Text("demandée par {}", "requested by {}"),
    "approved": Text("validée par {}", "approved by {}"),
    "ordered": Text("ordonnée par {}", "ordered by {}"),
}
PENDING = Text("en attente de vérification", "awaits its check")
NO_ACCOUNT = Text("aucun compte vérifié", "no checked account")
DAY = Text("La banque doit payer le", "The bank is to pay on")
DAY_HINT = Text(
    "Un jour où les banques paient\u202f; le prochain est proposé.",
    "A day on which banks pay; the next one is proposed.",
)
CHECK = Text("Vérifier le fichier", "Check the file")
CHECK_TITLE = Text("Vérifier avant de remettre à la banque", "Check before it goes to the bank")
NOT_YET = Text("Rien n’est encore enregistré.", "Nothing is recorded yet.")
CREATE = Text("Créer le fichier", "Create the file")
CHANGE = Text("Modifier", "Change")
NUMBER = Text("Paiements", "Payments")
TOTAL = Text("Total", "Total")
FROM_ACCOUNT = Text("Depuis le compte", "From the account")
PROBLEM = Text("Il y a un problème", "There is a problem")
ERROR = Text("Erreur\u00a0: ", "Error: ")
FILE = Text("Fichier", "File")
ISSUED = Text("Créé", "Created")
STILL_WAITING = Text("Encore à confirmer", "Still to be confirmed")
REFERENCE = Text("Référence du virement", "Reference of the transfer")
BANK_REFERENCE = Text("Référence de la banque", "The bank’s reference")
DOWNLOADS = Text("Télécharger", "Download")
DOWNLOAD_XML = Text("Fichier pour la banque (.xml)", "File for the bank (.xml)")
DOWNLOAD_XLSX = Text("Tableur (.xlsx)", "Spreadsheet (.xlsx)")
IN_CLEAR = Text(
    "Ces fichiers contiennent des coordonnées bancaires en clair\u00a0: chaque téléchargement est noté.",
    "These files hold bank details in clear: every download is noted.",
)
NOT_YOURS = Text(
    "Les téléchargements sont aux responsables financiers de toutes les régions concernées.",
    "Downloads are for finance officers of every region concerned.",
)
STATEMENT = Text("Lire un relevé de la banque", "Read a bank statement")
ACCOUNTS = Text("Comptes bancaires", "Bank accounts")
ALL_TICKED = Text("Tous sont cochés d’avance.", "All are ticked beforehand.")


def tab(name: str, number: int) -> str:
    """A step with how many payments wait for it."""
    return f"{say(TABS[name])} ({number})" if number else say(TABS[name])


def record_tranches(number: int) -> str:
    """The button that records an act for so many tranches."""
    plural = "s" if number > 1 else ""
    return t(f"Enregistrer pour {number} tranche{plural}", f"Record for {number} tranche{plural}")


def taken(step: str, who: Text) -> str:
    """Who took a step."""
    return say(STEPS_TAKEN[step]).format(say(who))


def version(number: int, who: Text | None) -> str:
    """Which version of bank details, and who checked it."""
    if who is None:
        return t(f"version {number}", f"version {number}")
    return t(f"version {number}, vérifiée par {who.fr}", f"version {number}, checked by {who.en}")


def state(stage: str) -> str:
    """How a payment stands."""
    return say(code_words(stage, "payment") or (stage, stage))


def payments(number: int) -> str:
    """So many payments."""
    said = say(number_words(number))
    return t(f"{said} paiement{'s' if number > 1 else ''}", f"{said} payment{'' if number == 1 else 's'}")


def others(number: int) -> str:
    """So many that the reader may not read."""
    return t(f"et {payments(number)} que vous ne lisez pas", f"and {payments(number)} that you do not read")


def tick(name: str, tranche: Text) -> str:
    """What a box stands for."""
    return t(f"Remettre\u00a0: {name}, {tranche.fr}", f"Send: {name}, {tranche.en}")
