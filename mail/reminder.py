"""What a reminder says, gathered from the ledger's state before it is put into words."""

from dataclasses import dataclass
from datetime import date, datetime

from domain.deadlines import Deadline, deadlines
from domain.events import ReminderIssued
from domain.ledger import LedgerKind
from domain.rulebook import FIXED_TERMS, Names, Rulebook
from domain.silence import silences
from domain.state import Cooperation, Organisation
from domain.values import Role
from mail.addresses import one_line
from mail.answers import answer


@dataclass(frozen=True, slots=True)
class Reminder:
    """The facts of one reminder. ``overdue``: its day has passed; ``late``: the reminder itself left late.

    ``called``: what the programme calls that role, if it does.
    ``escalated``: lower rungs of the ladder went to somebody else, who did not react. ``answer`` is the
    command that meets the deadline, if one does; ``extensible`` if it may be given more time; ``silence`` what no
    answer will count as, and from which day.
    """

    person: str
    organisation: str
    file: str
    cooperation: str
    programme: Names
    phase: Names
    what: Names
    whose: str | None
    due_on: date
    overdue: bool
    late: bool
    role: str
    called: Names | None
    escalated: bool
    answer: str | None
    extensible: bool
    silence: "Silence | None"
    simulation: bool


@dataclass(frozen=True, slots=True)
class Silence:
    """What no answer counts as, on a day at the earliest."""

    counts_as: str
    day: date


@dataclass(frozen=True, slots=True)
class Occasion:
    """Where and when reminders are issued."""

    organisation: Organisation
    organisation_id: str
    file: Cooperation
    rulebook: Rulebook
    now: datetime


def gather(event: ReminderIssued, person: str, occasion: Occasion) -> Reminder:
    """The facts of the reminder that ``event`` announces to ``person``, a name.

    Raises LookupError if its deadline is not open.
    """
    file, rulebook = occasion.file, occasion.rulebook
    deadline = _open(event.occurrence, file, rulebook)
    rule = next(rule for rule in rulebook.deadlines if rule.deadline == deadline.key)
    return Reminder(
        person=one_line(person),
        organisation=one_line(occasion.organisation.name),
        file=file.id,
        cooperation=one_line(file.name),
        programme=rulebook.name,
        phase=rulebook.phases[file.current.phase].name,
        what=deadline.name,
        whose=_whose(deadline, rule.after, file),
        due_on=event.due_on,
        overdue=deadline.due.passes_at <= occasion.now,
        late=event.late,
        role=event.role,
        called=_called(event.role, rulebook),
        escalated=_escalated(deadline, event.rung),
        answer=answer(rule, file, rulebook),
        extensible=rule.after not in (*FIXED_TERMS, "abandonment-request"),
        silence=_silence(event.occurrence, occasion),
        simulation=occasion.organisation.kind == LedgerKind.SIMULATION,
    )


def _open(occurrence: str, file: Cooperation, rulebook: Rulebook) -> Deadline:
    for deadline in deadlines(file, rulebook):
        if deadline.occurrence == occurrence:
            return deadline
    raise LookupError(f"{file.id} has no open deadline {occurrence}")


def _silence(occurrence: str, occasion: Occasion) -> Silence | None:
    file, rulebook = occasion.file, occasion.rulebook
    for one in silences(file, rulebook, occasion.organisation, occasion.now):
        if one.occurrence == occurrence:
            return Silence(one.counts_as, rulebook.calendar_of(file.region).day_of(one.bites_at))
    return None


def _called(role: Role, rulebook: Rulebook) -> Names | None:
    contact = rulebook.contacts.get(role)
    return contact.name if contact else None


def _escalated(deadline: Deadline, rung: str) -> bool:
    names = [one.name for one in deadline.rungs]
    here = names.index(rung)
    return any(lower.to != deadline.rungs[here].to for lower in deadline.rungs[:here])


def _whose(deadline: Deadline, after: str, file: Cooperation) -> str | None:
    """The stakeholder whose term it is, or the experiment that it is about."""
    if deadline.subject is None:
        return None
    if after == "experiment-start":
        return one_line(file.experiments[deadline.subject].title)
    return one_line(file.stakeholders[deadline.subject].name)
