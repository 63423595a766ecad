"""The review room: interests, dossier, opinion, what follows; who owes what, for those who lead."""

from datetime import datetime

from language import Text
from wording.quantities import count_words, short_day

CLOSED_TITLE = Text("Avis demandé", "An opinion asked for")
ASKED_BY = Text("Demandé par", "Asked by")
BY_DAY = Text("Pour le", "By")
PANEL = Text("Instance", "Panel")
STATE = Text("État", "State")

STEPS = Text("Étapes", "Steps")
INTERESTS = Text("Vos intérêts", "Your interests")
DOSSIER = Text("Le dossier", "The dossier")
OPINION = Text("Votre avis", "Your opinion")
AFTER = Text("La suite", "What follows")
DONE = Text("fait", "done")

BEFORE_READING = Text(
    "Avant de lire\u00a0: avez-vous un conflit d’intérêts avec cette coopération ou avec ses membres\u202f?",
    "Before you read: do you have a conflict of interest with this cooperation or with its members?",
)
TERRITORY = Text("Territoire", "Territory")
COLLECTIVE = Text("Membres du collectif", "Members of the collective")
BENEFICIARY = Text("Bénéficiaire", "Beneficiary")
NOBODY_YET = Text("Personne n’est encore inscrit au collectif.", "Nobody is in the collective yet.")
IF_CONFLICT = Text(
    "Un conflit déclaré ferme le dossier pour vous, et vous ne comptez plus dans le quorum.",
    "A conflict that you declare closes the dossier to you, and you no longer count for the quorum.",
)
DECLARE = Text("Déclarer mes intérêts", "Declare my interests")
DECLARED = Text(
    "Vous avez déclaré n’avoir aucun conflit d’intérêts.",
    "You have declared to have no conflict of interest.",
)
CONFLICT_AFTER_ALL = Text("Déclarer un conflit d’intérêts", "Declare a conflict of interest")

CHANGED = Text("Ce qui a changé", "What has changed")
MUST_CONFIRM = Text(
    "Le dossier a changé\u00a0: votre avis ne compte plus tant que vous ne l’avez pas confirmé.",
    "The dossier has changed: your opinion does not count until you confirm it.",
)
CONFIRM = Text("Confirmer mon avis", "Confirm my opinion")
CHANGE = Text("Modifier mon avis", "Change my opinion")
NEW_DOCUMENTS = Text("Documents ajoutés", "Documents added")
REMOVED_DOCUMENTS = Text("Documents retirés", "Documents taken out")
PROPOSED_BEFORE = Text("Proposé jusque-là", "Proposed until then")
PROPOSED_NOW = Text("Proposé maintenant", "Proposed now")
AS_ASKED = Text("le montant demandé", "the amount asked for")
NOTE = Text("Note", "Note")
NO_NOTE = Text("Aucune note n’accompagne cette version.", "No note comes with this version.")
ERASED = Text("Ce texte a été effacé.", "This text was erased.")
DOCUMENTS = Text("Documents", "Documents")
NO_DOCUMENTS = Text("Aucun document n’est joint.", "No document comes with it.")
NOT_KEPT = Text(
    "Document dont seule l’empreinte est connue ici, ou qui a été effacé",
    "A document of which only the digest is known here, or that was erased",
)
ANSWERS = Text("Réponses aux motifs de la demande précédente", "Answers to the points of the request before")
SHEET = Text("La fiche", "The sheet")
OBJECT = Text("Objet", "Object")
KIND = Text("Type de coopération", "Kind of cooperation")
MODEL = Text("Modèle économique", "Economic model")
ORIGIN = Text("Origine", "Origin")
PHASE = Text("Phase", "Phase")
REQUEST = Text("Ce qui est demandé", "What is asked for")
AMOUNT = Text("Montant demandé", "Amount asked for")
PERIOD = Text("Période", "Period")
FROM_TO = Text("du {since} au {until}", "from {since} to {until}")
PLAN = Text("Dépenses prévues", "Planned expenses")
CO_FUNDING = Text("Autres financements", "Other funding")
LINE = Text("Poste", "Item")
SUM = Text("Montant", "Amount")
TOTAL = Text("Total", "Total")
EARLIER_VERSIONS = Text("Versions précédentes", "Earlier versions")
THE_FILE = Text("La page du dossier", "The page of the file")

YOUR_OPINION = Text(
    "Votre avis du {day} est noté\u00a0: {opinion}.", "Your opinion of {day} is recorded: {opinion}."
)
SILENT_OPINION = Text(
    "Sans réponse de votre part, votre silence a compté\u00a0: {opinion}.",
    "You had not answered, so your silence counted: {opinion}.",
)
CHANGEABLE = Text("Vous pouvez le modifier jusqu’à la conclusion.", "You may change it until the conclusion.")
COPY = Text("Garder une copie", "Keep a copy")
COPY_TITLE = Text("Copie de votre avis", "Copy of your opinion")
KEPT_AT = Text("Brouillon gardé à {hour}.", "Draft kept at {hour}.")
GIVE = Text("Donner mon avis", "Give my opinion")
GIVEN_BY_DELEGATE = Text("Vous répondez au nom de {name}.", "You answer for {name}.")
SILENCE = Text(
    "Sans réponse à cette date, votre silence comptera comme\u00a0: {opinion}.",
    "Without an answer by that day, your silence will count as: {opinion}.",
)
CANNOT = Text("Je ne peux pas répondre", "I cannot answer")
ENTRUST = Text("Confier ma voix", "Let somebody else answer")
ENTRUSTED = Text("Votre voix est confiée à {name} jusqu’au {day}.", "{name} answers for you until {day}.")
CONDITIONS = Text("Conditions", "Conditions")
POINTS = Text("Motifs", "Points")
REASONS = Text("Raisons", "Reasons")
WOULD_CHANGE = Text("Ce qui changerait l’avis", "What would change it")
SCORES = Text("Grille", "Grid")
ON_VERSION = Text("Sur le dossier", "On the dossier")

THANKS = Text(
    "Merci. L’avis est rendu\u202f; il n’y a plus rien à faire ici.",
    "Thank you. The panel has answered; nothing is left to do here.",
)
OUTCOME = Text("Issue", "Outcome")
CONCLUDED_ON = Text("Le", "On")
BY = Text("Par", "By")

WHO_OWES = Text("Où en est l’instance", "How far the panel is")
MEMBER = Text("Membre", "Member")
ROLE = Text("Rôle", "Role")
THEIR_INTERESTS = Text("Intérêts", "Interests")
THEIR_OPINION = Text("Avis", "Opinion")
INTERESTS_DECLARED = Text("déclarés", "declared")
INTERESTS_OWED = Text("à déclarer", "to be declared")
RECUSED = Text("conflit\u00a0: écarté", "conflict: recused")
REPLACED = Text("remplacé par {name}", "replaced by {name}")
OWED = Text("attendu", "owed")
OWED_BY = Text("attendu de {name}", "owed by {name}")
GIVEN = Text("donné", "given")
TO_CONFIRM = Text("à confirmer", "to be confirmed")
VOTES = Text("Les voix", "The votes")
FOR, AGAINST = Text("Pour", "For"), Text("Contre", "Against")
WITH_CONDITIONS = Text("dont sous conditions", "of these, with conditions")
ABSTENTIONS = Text("Abstentions", "Abstentions")
BY_SILENCE = Text("Par silence", "By silence")
ACTS = Text("Conduire l’avis", "Lead the review")
MINUTES = Text("Procès-verbal", "Minutes")
QUESTION = Text("Question", "Question")
OPENED_ON = Text("Ouvert le", "Opened on")
QUORUM = Text("Avis exprimés", "Opinions given")
RECUSED_COUNT = Text("Écartés pour conflit d’intérêts", "Recused for a conflict of interest")
OPINIONS = Text("Les avis", "The opinions")
NOT_COUNTED = Text("ne compte pas", "does not count")
BACK = Text("Revenir à l’avis", "Back to the review")
VOTES_HIDDEN = Text(
    "Les voix se lisent une fois vos intérêts déclarés.",
    "The votes can be read once you have declared your interests.",
)


def clock(moment: datetime) -> Text:
    """The hour of a moment, and its day, for a draft may be some days old."""
    day, minutes = moment.date(), f"{moment.minute:02}"
    return Text(
        f"{moment.hour}\u00a0h\u00a0{minutes}, le {short_day(day, 'fr')}",
        f"{moment.hour}:{minutes} on {short_day(day, 'en')}",
    )


def version(number: int) -> Text:
    """A version of the dossier by its number."""
    return Text(f"version {number}", f"version {number}")


def changed_since(number: int) -> Text:
    """What a list of changes is counted from."""
    return Text(f"Depuis la version {number}", f"Since version {number}")


def documents(count: int) -> Text:
    """How many documents lie before the panel."""
    return count_words(count, ("document", "document"), ("documents", "documents"))


def quorum(present: int, effective: int, needed: int) -> Text:
    """How many opinions count, of how many, and how many are needed."""
    return Text(f"{present} sur {effective}, quorum {needed}", f"{present} of {effective}, quorum {needed}")


def size(count: int) -> Text:
    """The size of a document of so many bytes, in thousands or millions, at least one."""
    if count < 1_000_000:  # noqa: PLR2004 - a megabyte
        kilobytes = max(round(count / 1000), 1)
        return Text(f"{kilobytes} ko", f"{kilobytes} kB")
    megabytes = f"{count / 1_000_000:.1f}"
    return Text(f"{megabytes.replace('.', ',')} Mo", f"{megabytes} MB")
