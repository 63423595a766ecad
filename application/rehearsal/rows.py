"""What a rehearsal tells: its rows in order of time, from what was recorded and what was due."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, datetime
from itertools import groupby
from typing import Literal

from application.answer import Sentence
from application.rehearsal.dues import DueDate, Dues
from application.rehearsal.life import Life
from application.rehearsal.moves import ASLEEP, AWAY, why_due, why_then
from application.rehearsal.planned import Calendar
from domain.deadlines import Deadline
from domain.events import (
    AbandonmentRequested,
    AbandonmentSettled,
    AbandonmentWithdrawn,
    AnyEvent,
    ApplicationDeclined,
    ApplicationResubmitted,
    ApplicationSelected,
    CompletionAsked,
    CompletionReceived,
    CooperationClosed,
    CooperationPaused,
    CooperationReopened,
    CooperationResumed,
    DeadlineExtended,
    GateItemWaived,
    ManagersChanged,
    OutageRecorded,
    PhaseEntered,
    ReminderIssued,
    ReminderOvertaken,
    RoleRevoked,
    RulebookChanged,
    SilenceCounted,
)
from domain.events.recorded import Recorded
from domain.moments import earliest
from domain.rulebook import Names
from domain.rulebook.deadlines import Managers
from domain.values import Role

Kind = Literal["step", "reminder", "escalation", "due", "silence", "review", "payment"]

_STEPS = (
    PhaseEntered
    | GateItemWaived
    | DeadlineExtended
    | CooperationPaused
    | CooperationResumed
    | CooperationClosed
    | CooperationReopened
    | ManagersChanged
    | RoleRevoked
    | RulebookChanged
    | OutageRecorded
    | AbandonmentRequested
    | AbandonmentWithdrawn
    | AbandonmentSettled
    | ApplicationSelected
    | ApplicationDeclined
    | ApplicationResubmitted
    | CompletionAsked
    | CompletionReceived
)
"""What people did that dates follow from."""


@dataclass(frozen=True, slots=True)
class Recipient:
    """Somebody who is told, and in which role; nobody in particular where a date concerns a role as such."""

    role: Role | Managers
    person: str | None = None


@dataclass(frozen=True, slots=True)
class Row:
    """Something that happens on a day: what, to whom, and why not on the day that one would expect."""

    at: datetime
    kind: Kind
    name: Names | None = None
    """What it is about, as the rulebook calls it; None for a step, which ``event`` tells."""
    occurrence: str = ""
    rung: str = ""
    due_on: date | None = None
    to: tuple[Recipient, ...] = ()
    why: tuple[Sentence, ...] = ()
    late: bool = False
    overtakes: tuple[str, ...] = ()
    settled_on: date | None = None
    event: AnyEvent | None = None


def rows_of(life: Life, plan: Calendar) -> tuple[Row, ...]:
    """All rows of a life, in order."""
    found = (*_told(life), *_due(life), *_planned(life, plan))
    order = ("step", "due", "review", "payment", "silence", "reminder", "escalation")
    return tuple(sorted(found, key=lambda one: (one.at, order.index(one.kind), one.occurrence, one.rung)))


def _told(life: Life) -> Iterator[Row]:
    overtaken: dict[tuple[str, str], list[str]] = {}
    claims: list[Recorded] = []
    for one in life.world.told:
        match one.event:
            case ReminderOvertaken(occurrence=occurrence, rung=rung, by=by):
                overtaken.setdefault((occurrence, by), []).append(rung)
            case ReminderIssued():
                claims.append(one)
            case SilenceCounted():
                yield _silence(life, one, one.event)
            case event if isinstance(event, _STEPS):
                yield Row(_when(life, one), "step", event=event)
    for (occurrence, rung), group in groupby(claims, key=_claim):
        yield _reminder(life, list(group), tuple(overtaken.get((occurrence, rung), ())))


def _claim(recorded: Recorded) -> tuple[str, str]:
    claim = recorded.event
    return (claim.occurrence, claim.rung) if isinstance(claim, ReminderIssued) else ("", "")


def _reminder(life: Life, claims: list[Recorded], overtakes: tuple[str, ...]) -> Row:
    at = _when(life, claims[0])
    events = [one.event for one in claims if isinstance(one.event, ReminderIssued)]
    claim = events[0]
    deadline = life.dues.seen[claim.occurrence].at(at)
    return Row(
        at=at,
        kind="escalation" if escalates(deadline, claim.rung) else "reminder",
        name=deadline.name,
        occurrence=claim.occurrence,
        rung=claim.rung,
        due_on=claim.due_on,
        to=tuple(Recipient(one.role, life.alias_of(one.recipient)) for one in events),
        why=(
            *why_then(deadline, claim.rung, at, life.world.rulebook, life.calendar),
            *((_why_late(life, deadline, claim.rung, at),) if claim.late else ()),
        ),
        late=claim.late,
        overtakes=overtakes,
    )


def _why_late(life: Life, deadline: Deadline, rung: str, at: datetime) -> Sentence:
    planned = next((one.at for one in deadline.rungs if one.name == rung), at)
    return AWAY if life.away_at(planned) else ASLEEP


def escalates(deadline: Deadline, rung: str) -> bool:
    """Whether a rung tells somebody else than the ladder's first."""
    to = {one.name: str(one.to) for one in deadline.rungs}
    return to.get(rung) != str(deadline.rungs[0].to)


def _silence(life: Life, one: Recorded, event: SilenceCounted) -> Row:
    deadline = life.dues.seen[event.occurrence].at(_when(life, one))
    return Row(
        _when(life, one),
        "silence",
        name=deadline.name,
        occurrence=event.occurrence,
        due_on=deadline.due.day,
        why=why_due(deadline),
        event=event,
    )


def _due(life: Life) -> Iterator[Row]:
    for occurrence, seen in _within(life, life.dues):
        deadline = seen.last
        yield Row(
            at=deadline.due.at,
            kind="due",
            name=deadline.name,
            occurrence=occurrence,
            due_on=deadline.due.day,
            to=_first_told(deadline),
            why=why_due(deadline),
            settled_on=_settled(life, seen),
        )


def _first_told(deadline: Deadline) -> tuple[Recipient, ...]:
    """Whom the lowest rung tells: those for whom it is due."""
    to = deadline.rungs[0].to
    return (Recipient(to if isinstance(to, Role) else "managers"),)


def _planned(life: Life, plan: Calendar) -> Iterator[Row]:
    for occurrence, seen in _within(life, life.plan):
        deadline, planned = seen.last, plan.planned[seen.last.key]
        yield Row(
            at=deadline.due.at,
            kind=planned.kind,
            name=deadline.name,
            occurrence=occurrence,
            due_on=deadline.due.day,
            to=tuple(Recipient(role) for role in planned.roles),
            why=why_due(deadline),
            settled_on=_settled(life, seen),
        )


def _within(life: Life, dues: Dues) -> Iterator[tuple[str, DueDate]]:
    """What falls due before the horizon or the closing of the file, or was settled before it could."""
    closed = life.world.file.closed if life.world.file else None
    horizon = min(life.stage.until, earliest(closed.at)) if closed else life.stage.until
    return (
        (occurrence, seen)
        for occurrence, seen in dues.seen.items()
        if seen.last.due.at <= horizon or (seen.ended and seen.ended < horizon)
    )


def _settled(life: Life, seen: DueDate) -> date | None:
    return life.calendar.day_of(seen.ended) if seen.ended else None


def _when(life: Life, recorded: Recorded) -> datetime:
    at = recorded.recorded_at or life.stage.until
    return at.astimezone(life.stage.until.tzinfo)
