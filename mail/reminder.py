"""What a reminder says, gathered from the ledger's state before it is put into words."""

from dataclasses import dataclass, replace
from datetime import date, datetime

from domain.cooperations.state import Cooperation
from domain.deadlines.deadline import Deadline
from domain.files.events import ReminderIssued
from domain.files.file import KeptFile
from domain.fundings.state import Funding
from domain.kernel.ledger import LedgerKind
from domain.kernel.moments import day_of
from domain.kernel.values import Role
from domain.people.state import Organisation
from domain.reminders.any_file import deadlines
from domain.reminders.names import OUTCOMES
from domain.reminders.outcomes import is_told_once, telling_of
from domain.reminders.silence import silences
from domain.reviews.state import Review
from domain.rulebook import Names, Rulebook
from mail.acts import about_the_act, of_an_act
from mail.addresses import one_line
from mail.allowed import allowed, discreet
from mail.cooperations import topic_of_cooperation
from mail.fundings import topic_of_funding
from mail.reviews import topic_of_review
from mail.stranded import for_administrators, is_stranded
from mail.told import Told, told, topic_told
from mail.topic import Topic


@dataclass(frozen=True, slots=True)
class Reminder:
    """The facts of one reminder. ``overdue``: its day has passed; ``late``: the reminder itself left late.

    ``topic``: what differs between cooperations, reviews and fundings. ``called``: what the programme calls that role,
    if it does. ``escalated``: lower rungs of the ladder went to somebody else, who did not react. ``silence``: what no
    answer will count as, and from which day.
    """

    person: str
    organisation: str
    programme: Names
    topic: Topic
    what: Names
    due_on: date
    overdue: bool
    late: bool
    role: str
    called: Names | None
    escalated: bool
    silence: "Silence | None"
    simulation: bool
    organisation_id: str
    public_url: str
    """Where pages are reached, for links to them; empty where they are not."""
    told: Told | None = None
    """Of a letter that reminds of nothing: the outcome that it tells."""


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
    file: KeptFile
    rulebook: Rulebook
    now: datetime
    public_url: str = ""


def gather(event: ReminderIssued, person: str, occasion: Occasion) -> Reminder:
    """The facts of the letter that ``event`` announces to ``person``, a name.

    Raises LookupError if its deadline is not open, or if there is nothing to tell.
    """
    if is_told_once(event.occurrence):
        return _outcome(event, person, occasion)
    file, rulebook = occasion.file, occasion.rulebook
    deadline = _open(event.occurrence, file, rulebook)
    topic = _addressed(_topic(event, deadline, occasion), event, deadline, occasion)
    return replace(
        _letter(event, person, occasion, topic, deadline.name),
        overdue=deadline.due.passes_at <= occasion.now,
        escalated=_escalated(deadline, event, file),
        silence=_silence(event.occurrence, occasion),
    )


def _outcome(event: ReminderIssued, person: str, occasion: Occasion) -> Reminder:
    file, rulebook = occasion.file, occasion.rulebook
    telling = telling_of(event.occurrence, file, rulebook, occasion.organisation)
    if telling is None:
        raise LookupError(f"{file.key} has nothing to tell of {event.occurrence}")
    facts = told(telling, file, rulebook, event.recipient)
    topic = _allowed(topic_told(telling, file, rulebook), event, occasion)
    return replace(_letter(event, person, occasion, topic, OUTCOMES[facts.kind]), told=facts)


def _letter(event: ReminderIssued, person: str, occasion: Occasion, topic: Topic, what: Names) -> Reminder:
    return Reminder(
        person=one_line(person),
        organisation=one_line(occasion.organisation.name),
        programme=occasion.rulebook.name,
        topic=topic,
        what=what,
        due_on=event.due_on,
        overdue=False,
        late=event.late,
        role=event.role,
        called=_called(event.role, occasion.rulebook),
        escalated=False,
        silence=None,
        simulation=occasion.organisation.kind == LedgerKind.SIMULATION,
        organisation_id=occasion.organisation_id,
        public_url=occasion.public_url,
    )


def _allowed(topic: Topic, event: ReminderIssued, occasion: Occasion) -> Topic:
    where = (occasion.file, occasion.rulebook, occasion.organisation, occasion.now)
    return allowed(topic, event.recipient, *where)


def _open(occurrence: str, file: KeptFile, rulebook: Rulebook) -> Deadline:
    for deadline in deadlines(file, rulebook):
        if deadline.occurrence == occurrence:
            return deadline
    raise LookupError(f"{file.key} has no open deadline {occurrence}")


def _topic(event: ReminderIssued, deadline: Deadline, occasion: Occasion) -> Topic:
    zone = occasion.rulebook.zone_of(occasion.file.region)
    match occasion.file:
        case Cooperation() as file:
            found = topic_of_cooperation(file, deadline, occasion.rulebook)
        case Review() as file:
            return topic_of_review(
                file, deadline, occasion.rulebook, event, occasion.organisation, day_of(occasion.now, zone)
            )
        case Funding() as file:
            found = topic_of_funding(file, deadline, occasion.rulebook, event.rung)
        case _:
            raise TypeError(f"no such file: {occasion.file.key}")
    if not of_an_act(deadline):
        return found
    return about_the_act(
        found, occasion.file, deadline, event.rung, occasion.rulebook, occasion.organisation.regions
    )


def _addressed(topic: Topic, event: ReminderIssued, deadline: Deadline, occasion: Occasion) -> Topic:
    if not is_stranded(event, deadline):
        kept = _allowed(topic, event, occasion)
        return discreet(kept, event.recipient, occasion.file, occasion.organisation, occasion.now)
    return for_administrators(topic, event, deadline, occasion.file, occasion.rulebook)


def _silence(occurrence: str, occasion: Occasion) -> Silence | None:
    file, rulebook = occasion.file, occasion.rulebook
    for one in silences(file, rulebook, occasion.organisation, occasion.now):
        if one.occurrence == occurrence:
            return Silence(one.counts_as, rulebook.calendar_of(file.region).day_of(one.bites_at))
    return None


def _called(role: Role, rulebook: Rulebook) -> Names | None:
    contact = rulebook.contacts.get(role)
    return contact.name if contact else None


def _escalated(deadline: Deadline, event: ReminderIssued, file: KeptFile) -> bool:
    """Whether lower rungs told somebody else, and none of them the reader."""
    names = [one.name for one in deadline.rungs]
    here = names.index(event.rung)
    heard = {
        one.rung
        for one in file.messages.values()
        if one.occurrence == event.occurrence and one.recipient == event.recipient
    }
    lower = deadline.rungs[:here]
    return any(one.to != deadline.rungs[here].to for one in lower) and heard.isdisjoint(names[:here])
