"""Words of the field for the values that commands and read models hold."""

from collections.abc import Mapping

from cli.language import say
from cli.words import of_fundings, of_payments, of_reviews
from domain.sentences.roles import ROLES
from stack.texts import Text

VALUES: Mapping[str, Text] = {
    "exploration": Text("exploration", "exploration"),
    "diagnosis": Text("diagnostic", "diagnosis"),
    "experimentation": Text("expérimentation", "experimentation"),
    "capitalisation": Text("capitalisation", "capitalisation"),
    "modelled": Text("modélisée", "modelled"),
    "non-modelled": Text("non modélisée", "non-modelled"),
    "systemic": Text("systémique", "systemic"),
    "market": Text("marchand", "market"),
    "non-market": Text("non marchand", "non-market"),
    "hybrid": Text("hybride", "hybrid"),
    "residents-call": Text("appel d’habitants", "residents’ call"),
    "authority-asks": Text("demande d’une collectivité", "an authority asks"),
    "collective-asks": Text("demande d’un collectif", "a collective asks"),
    "existing-cooperation": Text("coopération déjà là", "existing cooperation"),
    "foundation-initiative": Text("initiative de la fondation", "foundation’s initiative"),
    "programme-relay": Text("relais d’un programme", "relay of a programme"),
    **{role: Text(fr, en) for role, (fr, en) in ROLES.items()},
    "managers": Text("les personnes chargées du dossier", "those in charge of the file"),
    "presiding": Text("la présidence de l’instance", "the chair of the panel"),
    "meeting": Text("réunion", "meeting"),
    "visit": Text("visite", "visit"),
    "phone": Text("appel", "phone call"),
    "cash": Text("en numéraire", "in cash"),
    "in-kind": Text("en nature", "in kind"),
    "kept": Text("gardée", "kept"),
    "changed": Text("modifiée", "changed"),
    "dropped": Text("laissée de côté", "dropped"),
    "completed": Text("achevée", "completed"),
    "abandoned": Text("abandonnée", "abandoned"),
    "handed-over": Text("transmise", "handed over"),
    "granted": Text("accordée", "granted"),
    "refused": Text("refusée", "refused"),
    "association": Text("association", "association"),
    "residents": Text("habitants", "residents"),
    "authority": Text("collectivité ou État", "authority"),
    "company": Text("entreprise", "company"),
    "social-landlord": Text("bailleur social", "social landlord"),
    "research": Text("recherche", "research"),
    "funder": Text("financeur", "funder"),
    "active": Text("en cours", "active"),
    "paused": Text("en pause", "paused"),
    "declined": Text("candidature refusée", "application refused"),
    "received": Text("reçue", "received"),
    "unanswered": Text("sans réponse", "unanswered"),
    "abandonment-requested": Text("abandon demandé", "abandonment requested"),
    "closed": Text("close", "closed"),
    "real": Text("réelle", "real"),
    "simulation": Text("simulation", "simulation"),
    "fr": Text("français", "French"),
    "en": Text("anglais", "English"),
    "sent": Text("parti", "sent"),
    "queued": Text("en attente", "queued"),
    "sending": Text("en cours d’envoi", "being sent"),
    "unknown": Text("en doute", "in doubt"),
    "failed": Text("refusé par le serveur", "failed"),
    "withdrawn": Text("retiré", "withdrawn"),
    "arrived": Text("arrivé", "arrived"),
    "resend": Text("renvoyer", "send again"),
    "drop": Text("laisser", "let it be"),
    "opened": Text("à l’ouverture", "by opening"),
    "advanced": Text("en avançant", "by advancing"),
    "back": Text("en revenant", "by going back"),
    "reopened": Text("à la réouverture", "by reopening"),
    "migrated": Text("par un changement de règlement", "by another rulebook"),
    "version": Text("nouvelle version", "new version"),
    "relay": Text("relais d’un programme", "relay of a programme"),
    "met": Text("rempli", "met"),
    "waived": Text("dispensé", "waived"),
    "missing": Text("manque", "missing"),
    **of_reviews.VALUES,
    **of_fundings.VALUES,
    **of_payments.VALUES,
}


_OF: Mapping[str, Mapping[str, Text]] = {
    "FailPayment.outcome": of_payments.PAYMENTS,
    "payment": of_payments.PAYMENTS,
    "funding": of_fundings.STAGES,
}
"""Values that mean something else of certain things than of others."""


def word(value: object, of: str = "") -> str:
    """A value as people say it ``of`` a field or thing; what has no word of its own stands as it is."""
    text = _OF.get(of, {}).get(str(value)) or VALUES.get(str(value))
    return say(text) if text else str(value)
