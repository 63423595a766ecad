"""What waits for whoever looks."""

from collections.abc import Mapping
from datetime import date
from zoneinfo import ZoneInfo

from domain.kernel.moments import day_of
from domain.tasks.task import Kind, Task
from language import Text, locale, say, t
from wording.distances import late_by
from wording.quantities import count_words, short_day

TITLE = Text("Ce qui vous attend", "What waits for you")
OF_EVERYBODY = Text("Ce qui attend quelqu’un", "What waits for somebody")
NOTHING = Text("Rien ne vous attend.", "Nothing waits for you.")
NOTHING_OF_THESE = Text("Rien ne vous attend avec ces filtres.", "Nothing waits for you under these filters.")
OTHERS = Text("aussi ce qui attend d’autres personnes", "what waits for others, too")
KIND = Text("Genre", "Kind")
PROGRAMME = Text("Programme", "Programme")
REGION = Text("Région", "Region")
ANY = Text("tous", "any")
ANY_REGION = Text("toutes", "any")
SHOW = Text("Filtrer", "Filter")
CLEAR = Text("Tout effacer", "Clear all")
MORE = Text(
    "Seules les 500 plus anciennes sont montrées : choisissez un genre, un programme ou une région.",
    "Only the 500 oldest are shown: choose a kind, a programme or a region.",
)
AGENDA = Text("Agenda", "Agenda")
UNFINISHED = Text("Restés au milieu", "Stopped in the middle")
DRAFTS = Text("Saisies commencées", "Begun and not sent")
SPANS: Mapping[str, Text] = {
    "overdue": Text("En retard", "Overdue"),
    "week": Text("Cette semaine", "This week"),
    "later": Text("Plus tard", "Later"),
    "undated": Text("Sans date", "Without a date"),
}

KINDS: Mapping[Kind, Text] = {
    "gate-item": Text("Point à remplir", "Item to be met"),
    "gate-complete": Text("Passage prêt", "Ready to go on"),
    "review-to-ask": Text("Avis à demander", "Opinion to ask for"),
    "funding-to-ask": Text("Financement à demander", "Funding to ask for"),
    "awaited": Text("Attendu d’ailleurs", "Awaited from elsewhere"),
    "completion": Text("Complément à recevoir", "Completion to receive"),
    "asleep": Text("Dossier en sommeil", "File asleep"),
    "deadline": Text("Échéance", "Deadline"),
    "asked": Text("Demande du service", "Asked for by the service"),
    "by-hand": Text("À faire à la main", "To be done by hand"),
    "role-to-give": Text("Rôle à donner", "Role to give"),
    "stopped": Text("Service arrêté sur un dossier", "Service stopped on a file"),
    "escalation": Text("Relance", "Escalation"),
    "abandonment": Text("Abandon à trancher", "Abandonment to settle"),
    "delivery-unknown": Text("Message en doute", "Message in doubt"),
    "delivery-failed": Text("Message refusé", "Message failed"),
    "flagged-decision": Text("Décision à revoir", "Decision to look at again"),
    "interests": Text("Intérêts à déclarer", "Interests to declare"),
    "opinion": Text("Avis à donner", "Opinion to give"),
    "confirmation": Text("Avis à confirmer", "Opinion to confirm"),
    "conclusion": Text("Avis à conclure", "Conclusion to draw"),
    "quorum": Text("Quorum non atteint", "No quorum"),
    "vacant-seat": Text("Siège vacant", "Vacant seat"),
    "decision": Text("Financement à décider", "Funding to decide"),
    "resubmission": Text("Demande à reprendre", "Request to submit again"),
    "amendment": Text("Avenant à décider", "Amendment to decide"),
    "agreement": Text("Convention à préparer", "Agreement to prepare"),
    "signature": Text("Signature à recueillir", "Signature to collect"),
    "condition": Text("Condition à remplir", "Condition to meet"),
    "co-funding": Text("Cofinancement à confirmer", "Co-funding to confirm"),
    "charter": Text("Charte à signer", "Charter to sign"),
    "tranche": Text("Tranche à demander", "Tranche to ask for"),
    "approval": Text("Tranche à valider", "Tranche to approve"),
    "payment-order": Text("Paiement à ordonner", "Payment to order"),
    "payment": Text("Paiement à confirmer", "Payment to confirm"),
    "report": Text("Bilan à déposer", "Report to submit"),
    "report-acceptance": Text("Bilan à accepter", "Report to accept"),
    "refund": Text("Remboursement à recevoir", "Refund to receive"),
    "closing": Text("Financement à solder", "Funding to close"),
    "bank-details": Text("Coordonnées bancaires à vérifier", "Bank details to check"),
    "webhook-stopped": Text("Annonces à l’arrêt", "Announcements stopped"),
    "twins": Text("Personne enregistrée deux fois", "Person registered twice"),
}
"""What the kinds of tasks are called where one is chosen."""


def number_waiting(total: int, overdue: int, others: bool) -> str:  # noqa: FBT001 - templates call it
    """How much waits for the reader, or for anybody, and how much of it is overdue."""
    late = t(f", dont {overdue} en retard", f", {overdue} of them overdue") if overdue else ""
    one, many = (
        ("chose attend", "choses attendent") if others else ("chose vous attend", "choses vous attendent")
    )
    return say(count_words(total, (one, "thing waits"), (many, "things wait"))) + late


def times(task: Task, today: date) -> str:
    """Since when it waits, and by when it is due."""
    since = short_day(day_of(task.since, ZoneInfo(task.zone)), locale())
    said = t(f"depuis le {since}", f"since {since}")
    if task.due_on is None:
        return said
    due = short_day(task.due_on, locale())
    said += t(f" · pour le {due}", f" · by {due}")
    if not task.overdue:
        return said
    late = say(late_by(task.due_on, today))
    return said + t(f" (en retard de {late})", f" ({late} late)")


def next_deadline(name: str, file_name: str, day: date) -> str:
    """The next one that nobody is late with."""
    on = short_day(day, locale())
    return t(
        f"Prochaine échéance : {name}, {file_name}, le {on}.", f"Next deadline: {name}, {file_name}, on {on}."
    )


def stopped_at(settled: int, items: int, day: date) -> str:
    """How far a job has come, and when it was begun."""
    on = short_day(day, locale())
    return t(
        f"commencé le {on}, {settled} sur {items} traités", f"begun on {on}, {settled} of {items} dealt with"
    )


def kept_since(day: date) -> str:
    """When a form was left."""
    on = short_day(day, locale())
    return t(f"gardée le {on}", f"kept on {on}")
