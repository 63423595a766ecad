"""Tasks in words."""

from collections.abc import Mapping
from datetime import date
from zoneinfo import ZoneInfo

from domain.acts.standings import MOST_IN_A_ROW
from domain.kernel.ids import funding_stream
from domain.kernel.moments import day_of
from domain.tasks.task import Kind, Task, TaskLine
from language import Text, say, t
from wording.days import day_words
from wording.details import called
from wording.punctuation import quoted_pair

_KINDS: Mapping[Kind, Text] = {
    "gate-item": Text("à remplir : ", "to be met: "),
    "gate-complete": Text("tout est réuni, passer à la suite : ", "all is there, go on to: "),
    "review-to-ask": Text("demander l’avis de {of} : ", "ask {of} for its opinion: "),
    "funding-to-ask": Text("demander un financement, {of} : ", "ask for a funding, {of}: "),
    "awaited": Text("attendu de {of} : ", "expected of {of}: "),
    "completion": Text("complément à recevoir", "what was asked for is to come"),
    "asleep": Text("en sommeil depuis le {since}, le reprendre ?", "asleep since {since}: wake it up?"),
    "deadline": Text("échéance : ", "deadline: "),
    "asked": Text("demandé par le service : ", "asked for by the service: "),
    "by-hand": Text("à faire à la main : ", "to be done by hand: "),
    "role-to-give": Text("personne ne peut siéger, donner le rôle : ", "nobody can sit, give the role: "),
    "stopped": Text(
        "le service s’est arrêté après {most} actes de suite, regardez le dossier",
        "the service stopped after {most} acts in a row, look at the file",
    ),
    "escalation": Text("relance pour vous : ", "escalated to you: "),
    "abandonment": Text("demande d’abandon à trancher", "request to abandon to settle"),
    "delivery-unknown": Text("message en doute", "message in doubt"),
    "delivery-failed": Text("message refusé", "message failed"),
    "flagged-decision": Text("décision à revoir, entrée ", "decision to look at again, entry "),
    "interests": Text("intérêts à déclarer : ", "interests to declare: "),
    "opinion": Text("avis à donner : ", "opinion to give: "),
    "confirmation": Text("avis à confirmer : ", "opinion to confirm: "),
    "conclusion": Text("conclusion à rendre : ", "conclusion to draw: "),
    "quorum": Text(
        "quorum non atteint, prolonger, remplacer ou retirer : ", "no quorum, extend, replace or take back: "
    ),
    "vacant-seat": Text("siège vacant, à pourvoir : ", "vacant seat, to be taken: "),
    "decision": Text("financement à décider : ", "funding to decide: "),
    "resubmission": Text(
        "ajourné, à redemander en répondant aux motifs : ",
        "deferred, ask again with an answer to the reasons: ",
    ),
    "amendment": Text("avenant à décider : ", "amendment to decide: "),
    "agreement": Text("convention à préparer : ", "agreement to prepare: "),
    "signature": Text("signature à recueillir : ", "signature to collect: "),
    "condition": Text("condition à remplir : ", "condition to meet: "),
    "co-funding": Text("cofinancement à confirmer : ", "co-funding to confirm: "),
    "charter": Text("charte à signer, une tranche l’attend : ", "charter to sign, a tranche waits for it: "),
    "tranche": Text("tranche à demander : ", "tranche to ask for: "),
    "approval": Text("tranche à valider : ", "tranche to approve: "),
    "payment-order": Text("paiement à ordonner : ", "payment to order: "),
    "payment": Text("paiement à confirmer : ", "payment to confirm: "),
    "report": Text("rapport à déposer : ", "report to submit: "),
    "report-acceptance": Text("rapport à accepter : ", "report to accept: "),
    "refund": Text("remboursement à recevoir : ", "refund to receive: "),
    "closing": Text("financement à solder : ", "funding to close: "),
    "twins": Text("une personne enregistrée deux fois : ", "one person registered twice: "),
    "webhook-stopped": Text(
        "annonces à l’arrêt, à remettre en service\u00a0: ", "announcements stopped, to be put on again: "
    ),
    "bank-details": Text("coordonnées bancaires à vérifier, version ", "bank details to check, version "),
}

_SAYS_ALL: frozenset[Kind] = frozenset(
    {"abandonment", "delivery-unknown", "delivery-failed", "completion", "asleep", "stopped"}
)
"""Kinds that need no subject."""


_OF_SOMEBODY: frozenset[Kind] = frozenset({"vacant-seat", "co-funding"})
"""Kinds that say whose seat or whose money it is, besides what it is about."""
_AT_THE_END = Text("tout est réuni, clore le dossier", "all is there, close the file")
_SERVICE = ("escale", "escale")
"""Who asks by itself, where the rulebook says so."""
_BY_ITSELF = Text("le service le demandera lui-même : ", "the service will ask by itself: ")
_DECISION = Text("décision attendue, {of} : ", "decision awaited, {of}: ")
_OTHERS = Text("attendu d’autres dossiers : ", "expected of other files: ")

_STRANDED = Text(
    "plus personne ne peut agir : changez les rôles ou les personnes chargées du dossier",
    "nobody is left who can act: change roles, or those in charge",
)


def task_said(task: Task, names: Mapping[str, str]) -> str:
    """A task in words; ``names`` of people by id."""
    about = say(task.name) if task.name else called(task.subject.partition("/")[0], names, "item")
    if task.subject == "completed":
        return say(_AT_THE_END)
    if task.kind == "twins":  # with their ids: that is what the remedies ask for
        about = ", ".join(f"{names.get(one, '–')} ({one})" for one in task.subject.split())
    said = _begun(task) + ("" if task.kind in _SAYS_ALL else about)
    if task.kind in _OF_SOMEBODY:
        said += f" ({called(task.subject.partition('/')[0], names, 'item')})"
    if task.why:
        said = f"{said}. {say(task.why)}"
    return f"{said} ({say(_STRANDED)})" if task.stranded else said


def next_said(line: TaskLine, due_on: date | None) -> str:
    """What is to be done, or expected of others by a day, for an item of a gate that is named already."""
    said = _begun(line).rstrip(": \u00a0")
    return said + t(", pour le ", ", by ") + say(day_words(due_on)) if due_on else said


def _begun(task: TaskLine) -> str:
    """How the sentence begins: with the panel or the instrument that is asked, where one is, or since when."""
    if task.kind == "awaited" and not task.awaits:
        return say(_BY_ITSELF if task.of == _SERVICE else _OTHERS)
    since = say(day_words(day_of(task.since, ZoneInfo(task.zone))))
    of = say(quoted_pair(task.of)) if task.of else ""
    if task.kind == "awaited" and task.awaits[0].startswith(funding_stream("")):
        return say(_DECISION).format(of=of)
    return say(_KINDS[task.kind]).format(of=of, since=since, most=MOST_IN_A_ROW)
