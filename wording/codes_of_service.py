"""What the fixed values of people, messages and silences are called: by what they are said of, then by code."""

from collections.abc import Mapping

from domain.kernel.text import Bilingual
from wording.roles import ROLES

_ROLES: Mapping[str, Bilingual] = {role.value: words for role, words in ROLES.items()}

OF_SERVICE: Mapping[str, Mapping[str, Bilingual]] = {
    "role": _ROLES,
    "recipient": {
        **_ROLES,
        "managers": ("personnes chargées du dossier", "those in charge of the file"),
        "presiding": ("présidence de l’instance", "the chair of the panel"),
        "owing": ("personnes dont c’est le tour", "those whose turn it is"),
    },
    "ledger": {"real": ("réelle", "real"), "simulation": ("simulation", "simulation")},
    "language": {"fr": ("français", "French"), "en": ("anglais", "English")},
    "delivery": {
        "sent": ("parti", "sent"),
        "queued": ("en attente", "queued"),
        "sending": ("en cours d’envoi", "being sent"),
        "unknown": ("en doute", "in doubt"),
        "failed": ("refusé par le serveur", "failed"),
        "withdrawn": ("retiré", "withdrawn"),
        "dropped": ("laissé", "let be"),
    },
    "delivery-decision": {
        "arrived": ("arrivé", "arrived"),
        "resend": ("renvoyer", "send again"),
        "drop": ("laisser", "let it be"),
    },
    "silence": {
        "met": ("point rempli", "item met"),
        "granted": ("accord", "granted"),
        "refused": ("refus", "refused"),
        "withdrawn": ("retrait", "withdrawn"),
        "paused": ("mise en pause", "paused"),
        "favourable": ("avis favorable", "favourable opinion"),
        "unfavourable": ("avis défavorable", "unfavourable opinion"),
        "abstention": ("abstention", "abstention"),
    },
    "build": {
        "waiting": ("en attente", "waiting"),
        "current": ("courante", "current"),
        "draining": ("remplacée", "replaced"),
        "drained": ("remplacée, plus rien n’y vit", "replaced, nothing lives there"),
    },
    "rung": {
        "announced": ("annonce", "announcement"),
        "asked": ("demande", "asking"),
        "refused": ("à faire à la main", "to be done by hand"),
        "put": ("soumise à qui décide", "put to who decides"),
        "invitation": ("invitation", "invitation"),
        "revised": ("nouvelle version du dossier", "new version of the dossier"),
        "handed_up": ("conclusion confiée à la présidence", "conclusion up to the chair"),
    },
}
"""By what they are said of, then by code: French, English."""
