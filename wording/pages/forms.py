"""What stands on the pages of forms."""

from collections.abc import Mapping

from language import Text
from wording.events import EVENTS

COLON = Text(" : ", ": ")
ERROR = Text("Erreur", "Error")
SUMMARY = Text("Il y a un problème", "There is a problem")
CONTINUE = Text("Continuer", "Continue")
RECORD = Text("Enregistrer", "Record")
CHECK = Text("Vérifier avant d’enregistrer", "Check before recording")
CHANGE = Text("Modifier", "Change")
KEEP_DRAFT = Text("Garder le brouillon", "Keep the draft")
ADD_ROW = Text("Ajouter une ligne", "Add a line")
REMOVE_ROW = Text("Retirer", "Remove")
OPTIONAL = Text("facultatif", "optional")
CHOOSE = Text("– choisir –", "– choose –")
SEEK = Text("Chercher", "Search")
SEEK_BY = Text("Chercher un dossier par son nom ou son lieu", "Search for a file by its name or place")
SEEK_PLACE = Text(
    "Chercher une commune par son nom, son département ou son code",
    "Search for a municipality by its name, department or code",
)
SOUGHT_NONE = Text("Rien ne répond à ces mots.", "Nothing answers to these words.")
SOUGHT_MANY = Text(
    "Il y en a davantage que la liste n’en montre : cherchez par quelques mots.",
    "There are more than are listed: search by a few words.",
)
SOUGHT_SOME = Text("Choisissez parmi ce qui répond à ces mots.", "Choose among what answers to these words.")
NOTHING_TO_CHOOSE = Text(
    "Rien ne peut être choisi ici en ce moment.", "There is nothing to choose here at the moment."
)
YES = Text("Oui", "Yes")
NO = Text("Non", "No")
ADVANCED = Text("Avancé", "Advanced")
NO_ANSWER = Text("Sans réponse", "No answer")
LINE = Text("Ligne", "Line")
TOTAL = Text("Total", "Total")
ABOUT = Text("À propos de", "About")
MOST_CHARACTERS = Text("{most} caractères au plus", "at most {most} characters")
CHECK_TITLE = Text("Vérifier", "Check")
TO_BE_RECORDED = Text("Ce qui sera enregistré", "What will be recorded")
WHAT_FOLLOWS = Text("Ce qui en découle", "What follows")
REFUSED_NOW = Text("Les règles ne le permettent pas en ce moment", "The rules do not allow it at the moment")
DOCUMENT_THERE = Text("Document déposé", "Document handed in")
DRAFT_KEPT = Text("Brouillon gardé à {hour}.", "Draft kept at {hour}.")
DRAFT_FOUND = Text("Voici votre brouillon, gardé le {day}.", "Here is your draft, kept on {day}.")
NO_SUCH_COMMAND = Text("Aucun formulaire à cette adresse", "No form at this address")

SESSION_GONE = Text("Votre saisie est gardée", "What you wrote is kept")
SESSION_GONE_TEXT = Text(
    "Vous n’êtes plus en session. Votre saisie est gardée. Reconnectez-vous pour l’enregistrer.",
    "Your session is over. What you wrote is kept. Sign in again to record it.",
)
SIGN_IN = Text("Se reconnecter", "Sign in again")

UNKNOWN = Text("Nous ne savons pas encore si c’est enregistré", "We do not know yet whether it is recorded")
UNKNOWN_TEXT = Text(
    "Le registre ne répond pas en ce moment. Rien n’est perdu : votre texte est encore là. Vérifiez dans un "
    "instant, ou renvoyez : rien ne sera fait deux fois.",
    "The ledger does not answer at the moment. Nothing is lost: your text is still here. Check in a moment, or send "
    "it again: nothing will be done twice.",
)
VERIFY = Text("Vérifier", "Check")
SEND_AGAIN = Text("Renvoyer", "Send again")

OUTCOME_RECORDED = Text("C’est enregistré", "It is recorded")
OUTCOME_REFUSED = Text(
    "Ce n’est pas enregistré : les règles l’ont refusé", "It is not recorded: the rules refused it"
)
OUTCOME_NOTHING = Text("Rien n’est enregistré", "Nothing is recorded")
OUTCOME_NOTHING_TEXT = Text(
    "Rien n’est arrivé sous ce formulaire. S’il est encore ouvert, envoyez-le de nouveau.",
    "Nothing came of this form. If it is still open, send it again.",
)
SEE_IT = Text("Voir où c’est noté", "See where it is noted")

CHANGED_SINCE = Text("Le dossier a changé entre-temps", "The file has changed in the meantime")
RECORD_ANYWAY = Text("Enregistrer quand même", "Record anyway")
IMPORT = Text("Importer des personnes et des dossiers", "Import people and files")
IMPORT_FILE = Text("Le fichier à importer, en YAML", "The file to import, in YAML")
FILE_MISSING = Text("Choisissez un fichier de 2 Mo au plus", "Choose a file of 2 MB at most")
RESULT = Text("Résultat", "Result")
BROUGHT = Text("{done} sur {all} enregistrés ou déjà là", "{done} of {all} recorded or already there")
ALREADY = Text("Déjà enregistré", "Recorded already")
_DONE = Text("Enregistré", "Recorded")

NOT_TAKEN: Mapping[str, Text] = {
    "empty": Text("Ce document est vide", "This document is empty"),
    "too-large": Text("Ce document dépasse 15 Mo", "This document is larger than 15 MB"),
    "kind": Text(
        "Ce genre de document n’est pas accepté : pdf, odt, ods, docx, xlsx, jpg ou png",
        "This kind of document is not taken: pdf, odt, ods, docx, xlsx, jpg or png",
    ),
    "content": Text("Ce document n’est pas ce que dit son nom", "This document is not what its name says"),
}

_FOLLOWS: Mapping[str, Text] = {
    "PauseCooperation": Text(
        "Aucun rappel ne partira tant que dure la pause ; les échéances reculeront d’autant.",
        "No reminder will leave as long as the pause lasts; deadlines move by its length.",
    ),
    "ResumeCooperation": Text(
        "Les rappels reprennent ; les échéances ont reculé de la durée de la pause.",
        "Reminders go on; deadlines have moved by the length of the pause.",
    ),
    "AdvancePhase": Text(
        "Les échéances de la nouvelle phase courent.", "The deadlines of the new phase are running."
    ),
    "RequestAbandonment": Text(
        "Une autre personne répond ; aucun rappel ne partira jusque-là.",
        "Somebody else settles it; until then no reminder will leave.",
    ),
    "DeclineApplication": Text(
        "Le dossier dort jusqu’à ce qu’il revienne.", "The file sleeps until it comes back."
    ),
    "ProposeBankDetails": Text(
        "Rien n’est payé sur ce compte avant qu’une autre personne l’ait vérifié.",
        "Nothing is paid to that account before somebody else has checked it.",
    ),
    "RegisterPerson": Text("Donnez-lui maintenant un rôle.", "Give them a role now."),
}
"""What follows from some acts, said once they are recorded."""


def recorded_words(command: str, event: str, *, repeated: bool) -> Text:
    """What was recorded, and what follows."""
    what = EVENTS.get(event, Text("", ""))
    done = ALREADY if repeated else _DONE
    follows = _FOLLOWS.get(command, Text("", "")) if not repeated else Text("", "")
    return Text(f"{done.fr} : {what.fr}. {follows.fr}".strip(), f"{done.en}: {what.en}. {follows.en}".strip())
