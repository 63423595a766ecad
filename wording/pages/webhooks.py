"""The page of other systems that are told what happens."""

from collections.abc import Mapping
from datetime import datetime
from zoneinfo import ZoneInfo

from language import Text, locale, say, t
from wording.pages.history import FAMILIES as OF_HISTORIES
from wording.quantities import count_words, short_day

TITLE = Text("Annonces à d’autres logiciels", "Announcements to other programs")
WHAT = Text(
    "quels logiciels apprennent ce qui se passe, et ce que sont devenues les annonces",
    "which programs are told what happens, and what became of that",
)
EXPLAINED = Text(
    "Chaque fait du registre est annoncé à l’adresse d’un autre logiciel, signé, sans aucun texte privé, et "
    "seulement si la personne au nom de qui l’annonce est faite peut le lire.",
    "Each fact of the ledger is announced at the address of another program, signed, without any private text, and "
    "only if the person in whose name it is announced may read it.",
)
NONE = Text("Aucun logiciel n’est prévenu.", "No program is told.")
ADDRESS = Text("Adresse", "Address")
ADDRESS_HINT = Text("Elle commence par https://.", "It begins with https://.")
FAMILY = Text("Ce qui est annoncé", "What is announced")
FAMILIES_HINT = Text("Rien de coché\u00a0: tout.", "Nothing ticked: everything.")
EVERYTHING = Text("tout", "everything")
FAMILIES: Mapping[str, Text] = {
    **{str(family): text for family, text in OF_HISTORIES.items()},
    "organisation": Text("personnes, règles et comptes", "people, rules and accounts"),
}
OWNER = Text("Au nom de", "In the name of")
STATE = Text("État", "State")
ADD_TITLE = Text("Prévenir un autre logiciel", "Tell another program")
ADD = Text("Ajouter", "Add")
MOST = Text("Il y en a déjà autant que permis\u00a0: 20.", "There are as many as allowed already: 20.")
PROBLEM = Text("Cette adresse ne va pas", "This address will not do")
PROBLEMS: Mapping[str, Text] = {
    "not-https": Text("Elle doit commencer par https://.", "It must begin with https://."),
    "no-host": Text(
        "Donnez une adresse entière, sans nom d’utilisateur ni mot de passe.",
        "Give a whole address, without user name or password.",
    ),
    "private": Text(
        "Elle mène à l’intérieur d’un réseau\u00a0: seules les adresses publiques sont permises.",
        "It leads inside a network: only public addresses are allowed.",
    ),
    "unknown-host": Text("Aucun serveur n’a ce nom.", "No server has this name."),
    "timeout": Text("pas de réponse à temps", "no answer in time"),
    "certificate": Text("certificat refusé", "certificate refused"),
    "unreachable": Text("injoignable", "out of reach"),
}
SECRET = Text("Secret de signature", "Signing secret")
SECRET_ONCE = Text(
    "Notez ce secret maintenant\u00a0: il ne sera plus montré.",
    "Note this secret now: it is not shown again.",
)
BOTH_HOLD = Text(
    "L’ancien secret vaut encore un jour\u00a0: les annonces portent les deux signatures.",
    "The old secret holds for another day: announcements carry both signatures.",
)
BACK = Text("Voir cette annonce", "See this announcement")
ALL = Text("Toutes les annonces", "All announcements")
ON, OFF = Text("en service", "on"), Text("à l’arrêt", "off")
STOPPED: Mapping[str, Text] = {
    "failing": Text(
        "À l’arrêt\u00a0: ce logiciel n’a pas répondu pendant cinq jours. Ce qui attend partira quand vous reprendrez.",
        "Off: this program has not answered for five days. What waits is sent when you resume.",
    ),
    "gone": Text(
        "À l’arrêt\u00a0: ce logiciel a répondu que l’adresse n’existe plus (410).",
        "Off: this program answered that the address is gone (410).",
    ),
}
PING, ROTATE, RESUME = (
    Text("Envoyer un essai", "Send a trial"),
    Text("Changer le secret", "Change the secret"),
    Text("Reprendre", "Resume"),
)
END = Text("Ne plus prévenir", "Stop telling")
REPLAY = Text("Annoncer de nouveau", "Announce again")
REPLAY_FROM = Text("À partir de la position", "From position")
REPLAY_HINT = Text(
    "Tout ce qui suit repart sous les mêmes identifiants.",
    "All that follows is sent again under the same ids.",
)
REPLAY_WRONG = Text("Donnez un nombre entier, à partir de\u00a01.", "Give a whole number, from 1 on.")
DELIVERIES = Text("Dernières annonces", "Last announcements")
NO_DELIVERIES = Text("Rien n’a encore été annoncé.", "Nothing was announced yet.")
POSITION, TYPE, ANSWER, ATTEMPTS, CHANGED = (
    Text("Position", "Position"),
    Text("Fait", "Fact"),
    Text("Réponse", "Answer"),
    Text("Essais", "Attempts"),
    Text("Dernier changement", "Last change"),
)
TRIAL = Text("essai", "trial")
STATES: Mapping[str, Text] = {
    "queued": Text("en attente", "waiting"),
    "delivered": Text("reçu", "received"),
    "withheld": Text("retenu\u00a0: pas à lire pour cette personne", "withheld: not for this person to read"),
}


def waiting(number: int) -> str:
    """How many announcements are to be sent."""
    return say(
        count_words(
            number,
            ("annonce en attente", "announcement waiting"),
            ("annonces en attente", "announcements waiting"),
        )
    )


def at(instant: datetime, zone: ZoneInfo) -> str:
    """When something changed, where the organisation is."""
    local = instant.astimezone(zone)
    day = short_day(local.date(), locale())
    return t(f"{day} à {local.hour} h {local.minute:02}", f"{day} at {local.hour}:{local.minute:02}")
