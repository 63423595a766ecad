"""What silence will count as, and what holds it back: the same words in letters, on sheets and in agendas."""

from collections.abc import Mapping
from datetime import date

from language import Text, say, t

WILL_COUNT_AS: Mapping[str, Text] = {
    "met": Text("ce point comptera comme rempli", "it will count as met"),
    "granted": Text(
        "l’abandon comptera comme accordé et le dossier sera clos",
        "the abandonment will count as granted and the file be closed",
    ),
    "refused": Text("la demande comptera comme refusée", "the request will count as refused"),
    "withdrawn": Text("la demande comptera comme retirée", "the request will count as withdrawn"),
    "paused": Text("le dossier sera mis en pause", "the file will be paused"),
    "favourable": Text(
        "le silence comptera comme un avis favorable", "silence will count as a favourable opinion"
    ),
    "unfavourable": Text(
        "le silence comptera comme un avis défavorable", "silence will count as an unfavourable opinion"
    ),
    "abstention": Text("le silence comptera comme une abstention", "silence will count as an abstention"),
}
"""After *sans réponse*, *without an answer*."""

HELD_BACK: Mapping[str, Text] = {
    "untold": Text("retenu : personne n’a été prévenu", "held back: nobody was told"),
    "money": Text(
        "retenu : un financement accordé n’est pas soldé", "held back: a granted funding is not closed"
    ),
    "undelivered": Text("retenu : un message n’est pas arrivé", "held back: a message has not arrived"),
    "vacant": Text(
        "retenu : un membre a quitté son rôle, à remplacer",
        "held back: a member has left their role, to replace",
    ),
    "outage": Text("retenu : le service était interrompu", "held back: the service was interrupted"),
}


def silence_said(on: date, counts_as: str, held_back: str | None) -> str:
    """What silence will count as, when, and what holds it back."""
    said = t(f"sans réponse au {on} : ", f"no answer by {on}: ") + say(WILL_COUNT_AS[counts_as])
    return f"{said} ({say(HELD_BACK[held_back])})" if held_back else said
