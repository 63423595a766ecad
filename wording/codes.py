"""What the fixed values of commands, events and states are called: by what they are said of, then by code.

The one table of these words. The same code may agree with its noun (*accordé*, *accordée*), or mean something else of
other things (a payment that *failed*, a message that *failed*).
"""

from collections.abc import Mapping

from domain.kernel.text import Bilingual
from wording.codes_of_money import OF_MONEY
from wording.codes_of_reviews import OF_REVIEWS
from wording.roles import ROLES

_OF_FILES: Mapping[str, Mapping[str, Bilingual]] = {
    "phase": {
        "exploration": ("exploration", "exploration"),
        "diagnosis": ("diagnostic", "diagnosis"),
        "experimentation": ("expérimentation", "experimentation"),
        "capitalisation": ("capitalisation", "capitalisation"),
    },
    "cooperation-type": {
        "modelled": ("modélisée", "modelled"),
        "non-modelled": ("non modélisée", "non-modelled"),
        "systemic": ("systémique", "systemic"),
    },
    "economic-model": {
        "market": ("marchand", "market"),
        "non-market": ("non marchand", "non-market"),
        "hybrid": ("hybride", "hybrid"),
    },
    "origin": {
        "residents-call": ("appel d’habitants", "residents’ call"),
        "authority-asks": ("demande d’une collectivité", "an authority asks"),
        "collective-asks": ("demande d’un collectif", "a collective asks"),
        "existing-cooperation": ("coopération déjà là", "existing cooperation"),
        "foundation-initiative": ("initiative de la fondation", "foundation’s initiative"),
        "programme-relay": ("relais d’un programme", "relay of a programme"),
    },
    "sector": {
        "association": ("association", "association"),
        "residents": ("habitants", "residents"),
        "authority": ("collectivité ou État", "authority"),
        "company": ("entreprise", "company"),
        "social-landlord": ("bailleur social", "social landlord"),
        "research": ("recherche", "research"),
        "funder": ("financeur", "funder"),
    },
    "contact": {
        "meeting": ("réunion", "meeting"),
        "visit": ("visite", "visit"),
        "phone": ("appel", "phone call"),
    },
    "contribution": {"cash": ("en numéraire", "in cash"), "in-kind": ("en nature", "in kind")},
    "experiment": {
        "kept": ("gardée", "kept"),
        "changed": ("modifiée", "changed"),
        "dropped": ("laissée de côté", "dropped"),
    },
    "closing": {
        "completed": ("achevée", "completed"),
        "abandoned": ("abandonnée", "abandoned"),
        "handed-over": ("transmise", "handed over"),
    },
    "settlement": {"granted": ("accordée", "granted"), "refused": ("refusée", "refused")},
    "cooperation": {
        "active": ("en cours", "active"),
        "paused": ("en pause", "paused"),
        "declined": ("candidature refusée", "application refused"),
        "abandonment-requested": ("abandon demandé", "abandonment requested"),
        "closed": ("close", "closed"),
    },
    "stage": {"received": ("reçue", "received")},
    "point": {"unanswered": ("sans réponse", "unanswered")},
    "entered": {
        "opened": ("à l’ouverture", "by opening"),
        "advanced": ("en avançant", "by advancing"),
        "back": ("en revenant", "by going back"),
        "reopened": ("à la réouverture", "by reopening"),
        "migrated": ("par un changement de règlement", "by another rulebook"),
    },
    "moved": {
        "version": ("nouvelle version", "new version"),
        "relay": ("relais d’un programme", "relay of a programme"),
    },
    "gate-item": {
        "met": ("rempli", "met"),
        "waived": ("dispensé", "waived"),
        "missing": ("manque", "missing"),
    },
}

_OF_THE_SERVICE: Mapping[str, Mapping[str, Bilingual]] = {
    "role": {role.value: words for role, words in ROLES.items()},
    "recipient": {
        "managers": ("les personnes chargées du dossier", "those in charge of the file"),
        "presiding": ("la présidence de l’instance", "the chair of the panel"),
        "owing": ("les personnes qui doivent un avis", "those who owe an opinion"),
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
    "rung": {
        "invitation": ("invitation", "invitation"),
        "revised": ("nouvelle version du dossier", "new version of the dossier"),
        "handed_up": ("conclusion confiée à la présidence", "conclusion up to the chair"),
    },
}

CODES: Mapping[str, Mapping[str, Bilingual]] = {**_OF_FILES, **_OF_THE_SERVICE, **OF_REVIEWS, **OF_MONEY}
"""By what they are said of, then by code: French, English."""

_ANYTHING: Mapping[str, Bilingual] = {
    code: words for of in reversed(list(CODES.values())) for code, words in of.items()
}
"""By code alone, for values of which nobody said what they are of: the first group that has it."""


def code_words(code: str, of: str = "") -> Bilingual | None:
    """What a value is called ``of`` something; None for one that has no words."""
    return CODES.get(of, {}).get(code) or _ANYTHING.get(code)
