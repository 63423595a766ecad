"""What a cooperation's sheet tells, aspect by aspect: for what changed between two days."""

from collections.abc import Mapping

from language import Text, t

ASPECTS: Mapping[str, Text] = {
    "name": Text("nom", "name"),
    "object": Text("objet", "object"),
    "territory": Text("territoire", "territory"),
    "cooperation_type": Text("coopération", "cooperation"),
    "economic_model": Text("modèle économique", "economic model"),
    "origin": Text("origine", "origin"),
    "rulebook": Text("règlement", "rulebook"),
    "managers": Text("dossier tenu par", "in charge"),
    "status": Text("état", "status"),
    "phase": Text("phase", "phase"),
    "contact": Text("dernier contact", "last contact"),
    "stakeholder": Text("partie prenante", "stakeholder"),
    "commitment": Text("engagement", "commitment"),
    "charter": Text("charte signée", "charter signed"),
    "gate": Text("à réunir pour avancer", "needed to go on"),
    "deadline": Text("échéance", "deadline"),
    "completion": Text("compléments attendus", "completion awaited"),
    "funding": Text("financement", "funding"),
    "requested": Text("demandé", "asked for"),
    "granted": Text("accordé", "granted"),
    "paid": Text("versé", "paid"),
    "reserved": Text("réservé", "set aside"),
    "released": Text("libéré", "released"),
    "reclaimed": Text("réclamé", "reclaimed"),
    "refunded": Text("remboursé", "refunded"),
    "until": Text("fin du financement", "end of the funding"),
    "review": Text("avis", "review"),
}
HELD: Mapping[str, Text] = {
    "met": Text("réuni", "met"),
    "waived": Text("dispensé", "waived"),
    "missing": Text("manque", "missing"),
}
RETIRED = Text("partie", "left")
NOTHING = Text("–", "–")
UNCHANGED = Text(
    "Rien n’a changé sur la fiche entre ces deux jours.",
    "Nothing changed on the sheet between these two days.",
)
ASPECT = Text("quoi", "what")
BEFORE = Text("avant", "before")
AFTER = Text("après", "after")
ENTRIES = Text("entrées", "entries")
BY_ITSELF = Text("le temps passé", "time alone")
TITLE = Text("Ce qui a changé", "What changed")
SINCE = Text("Entre le soir du", "Between the evening of")
UNTIL = Text("et le soir du", "and the evening of")
GIVE_DAYS = Text("Donnez deux jours à comparer.", "Give two days to compare.")
BACK = Text("Revenir à l’historique", "Back to the history")


def pass_said(phase: str, number: int) -> str:
    """A phase, with its pass."""
    return t(f"{phase} (passage {number})", f"{phase} (pass {number})")
