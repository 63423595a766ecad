"""What the fixed values of cooperations are called: by what they are said of, then by code."""

from collections.abc import Mapping

from domain.kernel.text import Bilingual

ASLEEP: Mapping[str, Bilingual] = {
    "paused": ("en pause", "paused"),
    "declined": ("candidature refusée", "application refused"),
    "abandonment-requested": ("abandon demandé", "abandonment requested"),
}
"""Of a cooperation, and so of its reviews and fundings: nothing goes on there."""

OF_COOPERATIONS: Mapping[str, Mapping[str, Bilingual]] = {
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
    "deed": {
        "open-review": ("demander un avis", "ask for a review"),
        "ask-for": ("demander à l’équipe", "ask those in charge"),
        "advance": ("passer à la phase suivante", "enter the next phase"),
        "put-to-decision": ("soumettre à qui décide", "put to who decides"),
        "record-decision": ("noter la décision de l’instance", "record what the panel decided"),
        "ask-for-tranche": ("demander une tranche", "ask for a tranche"),
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
        **ASLEEP,
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
    "date-moved-by": {
        "pause": ("pause", "pause"),
        "completion": ("compléments attendus", "completion awaited"),
        "extension": ("prolongation accordée", "more time granted"),
    },
    "gate-item": {
        "met": ("rempli", "met"),
        "waived": ("dispensé", "waived"),
        "missing": ("manque", "missing"),
    },
}
"""By what they are said of, then by code: French, English."""
