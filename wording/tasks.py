"""Tasks in words."""

from collections.abc import Mapping

from domain.tasks.task import Kind, Task
from language import Text, say
from wording.details import called

_KINDS: Mapping[Kind, Text] = {
    "gate-item": Text("à remplir : ", "to be met: "),
    "deadline": Text("échéance : ", "deadline: "),
    "escalation": Text("relance pour vous : ", "escalated to you: "),
    "abandonment": Text("demande d’abandon à trancher", "request to abandon to settle"),
    "delivery-unknown": Text("message en doute (escale mail)", "message in doubt (escale mail)"),
    "delivery-failed": Text("message refusé (escale mail)", "message failed (escale mail)"),
    "flagged-decision": Text("décision à revoir, entrée ", "decision to look at again, entry "),
    "interests": Text("intérêts à déclarer : ", "interests to declare: "),
    "opinion": Text("avis à donner : ", "opinion to give: "),
    "confirmation": Text("avis à confirmer : ", "opinion to confirm: "),
    "conclusion": Text("conclusion à rendre : ", "conclusion to draw: "),
    "decision": Text("financement à décider : ", "funding to decide: "),
    "amendment": Text("avenant à décider : ", "amendment to decide: "),
    "signature": Text("signature à recueillir : ", "signature to collect: "),
    "condition": Text("condition à remplir : ", "condition to meet: "),
    "tranche": Text("tranche à demander : ", "tranche to ask for: "),
    "approval": Text("tranche à valider : ", "tranche to approve: "),
    "payment-order": Text("paiement à ordonner : ", "payment to order: "),
    "payment": Text("paiement à confirmer : ", "payment to confirm: "),
    "report": Text("rapport à déposer : ", "report to submit: "),
    "report-acceptance": Text("rapport à accepter : ", "report to accept: "),
    "refund": Text("remboursement à recevoir : ", "refund to receive: "),
    "closing": Text("financement à solder : ", "funding to close: "),
    "twins": Text("une personne enregistrée deux fois : ", "one person registered twice: "),
    "bank-details": Text("coordonnées bancaires à vérifier, version ", "bank details to check, version "),
}

_SAYS_ALL: frozenset[Kind] = frozenset({"abandonment", "delivery-unknown", "delivery-failed"})
"""Kinds that need no subject."""


_STRANDED = Text(
    "plus personne ne peut agir : changez les rôles ou les personnes chargées du dossier",
    "nobody is left who can act: change roles, or those in charge",
)


def task_said(task: Task, names: Mapping[str, str]) -> str:
    """A task in words; ``names`` of people by id."""
    about = say(task.name) if task.name else called(task.subject.partition("/")[0], names, "item")
    if task.kind == "twins":  # with their ids: that is what the remedies ask for
        about = ", ".join(f"{names.get(one, '–')} ({one})" for one in task.subject.split())
    said = say(_KINDS[task.kind]) + ("" if task.kind in _SAYS_ALL else about)
    return f"{said} ({say(_STRANDED)})" if task.stranded else said
