"""Letters as pages: what went out to whom, what is in doubt, and the text of one."""

from collections.abc import Mapping

from language import Text, say, t
from wording.details import called
from wording.pages.came_back import came_back
from wording.quantities import count_words

TITLE = Text("Courrier", "Mail")
NONE = Text("Aucun courrier que vous puissiez lire.", "No mail for you to read.")
ON = Text("Le", "On")
ABOUT = Text("À propos de", "About")
SUBJECT = Text("Objet", "Subject")
TO = Text("À", "To")
STATE = Text("Ce qu’il est devenu", "What became of it")
WRITTEN_ON = Text("Écrit le", "Written on")
ATTEMPTS = Text("Essais", "Attempts")
TEXT = Text("Son texte", "Its text")
LINKS_HIDDEN = Text(
    "Les liens personnels de ce courrier n’y sont pas : ils ne sont qu’à la personne à qui il est adressé.",
    "The personal links of this letter are left out: they are only for whom it is addressed to.",
)
ERASED = Text(
    "Il est effacé : les données de la personne l’ont été, ou le courrier n’était plus à garder.",
    "It is erased: the person’s data was, or the letter was to be kept no longer.",
)
DECIDE = Text("Ce qui reste à décider", "What is to be decided")
OLDER = Text("Plus anciens", "Older")
PAGES = Text("Pages de la liste", "Pages of the list")
OUTSIDE = Text("une personne extérieure", "somebody outside")
DEPOSITS = Text("Les liens de dépôt de ce dossier", "The links of this file by which documents are handed in")
THE_ORGANISATION = Text("l’accès au service", "access to the service")

WHY = Text("Pourquoi", "Why")
ANY = Text("tous", "any")
ANYBODY = Text("toutes les personnes", "anybody")
RECIPIENT = Text("Destinataire", "Recipient")
SHOW = Text("Montrer", "Show")
OF_ONE = Text("Le courrier d’un dossier\u00a0: ", "The mail of one file: ")
CLEAR = Text("Tout le courrier", "All mail")
IN_HISTORY = Text("dans l’historique", "in the history")
DECISIONS: Mapping[str, Text] = {
    "arrived": Text("Il est arrivé", "It did arrive"),
    "resend": Text("Renvoyer", "Send again"),
    "drop": Text("Laisser", "Let it be"),
}
"""By the decision: what the button says."""

_TO_SETTLE: Mapping[str, tuple[tuple[str, str], tuple[str, str]]] = {
    "unknown": (("courrier en doute", "letter in doubt"), ("courriers en doute", "letters in doubt")),
    "failed": (("courrier refusé", "letter refused"), ("courriers refusés", "letters refused")),
}

_STATES: Mapping[str, Text] = {
    "queued": Text("Il attend de partir.", "It waits to be sent."),
    "sending": Text("Il est en train de partir.", "It is being sent."),
    "sent": Text("Il est parti.", "It was sent."),
    "unknown": Text(
        "On ne sait pas s’il est arrivé ; il ne repart pas de lui-même, pour n’arriver jamais deux fois.",
        "Whether it arrived is not known; it is not sent again by itself, so that it never arrives twice.",
    ),
    "failed": Text("Le serveur de courrier l’a refusé.", "The mail server refused it."),
    "withdrawn": Text(
        "Il n’est pas parti : ce qu’il rappelait n’avait plus lieu d’être.",
        "It was not sent: there was no longer a reason for it.",
    ),
}
_DECIDED: Mapping[str, Text] = {
    "sent": Text("Il est arrivé : quelqu’un l’a constaté.", "It did arrive: somebody found out."),
    "withdrawn": Text(
        "On ne sait pas s’il est arrivé, et il a été décidé d’en rester là.",
        "Whether it arrived is not known, and it was decided to let it be.",
    ),
    "queued": Text("Il a été décidé de le renvoyer.", "It was decided to send it again."),
}
_MUTED = Text(
    "Il n’est pas parti\u00a0: la personne a rendu cette coopération muette, et rien ne lui était demandé.",
    "It was not sent: the person muted this cooperation, and nothing was asked of them.",
)
_MARKS: Mapping[str, str] = {"unknown": "warn", "failed": "late", "sent": "good"}


def recipient(person: str, names: Mapping[str, str]) -> str:
    """To whom a letter went, by their id; empty for somebody outside."""
    return called(person, names) if person else say(OUTSIDE)


def state(value: str, reason: str | None = None) -> str:
    """What became of a letter, as a sentence; with what the server replied, if it did."""
    if reason == "decided" and value in _DECIDED:
        return say(_DECIDED[value])
    if reason == "muted":
        return say(_MUTED)
    if value == "failed" and (told := came_back(reason)):
        return told
    said = say(_STATES[value])
    if value != "sent" and reason and reason.isdigit():
        said += t(f" Sa réponse\u00a0: {reason}.", f" Its reply: {reason}.")
    return said


def mark(value: str) -> str:
    """How that is marked."""
    return _MARKS.get(value, "plain")


def to_settle(value: str, number: int) -> str:
    """How many letters are in a state in which somebody decides."""
    return say(count_words(number, *_TO_SETTLE[value]))


def why(deadline: Text | None, rung: Text | None) -> str:
    """For which deadline or news a letter went, and on which rung."""
    said = [say(one) for one in (deadline, rung) if one]
    return ", ".join(said)
