"""What a rehearsal tells: its rows in order of time, from what was recorded and what was due."""

from collections.abc import Iterator
from datetime import date

from application.rehearsal.dues import DueDate
from application.rehearsal.life import Life
from application.rehearsal.moves import why_due
from application.rehearsal.planned import Calendar
from application.rehearsal.reminders import reminders_of
from application.rehearsal.row import Recipient, Row
from domain.deadlines import Deadline
from domain.events import (
    AbandonmentRequested,
    AbandonmentSettled,
    AbandonmentWithdrawn,
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
    RoleRevoked,
    RulebookChanged,
    SilenceCounted,
)
from domain.events.recorded import Recorded
from domain.moments import earliest
from domain.values import Role

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


def rows_of(life: Life, plan: Calendar) -> tuple[Row, ...]:
    """All rows of a life, in order."""
    found = (*_told(life), *reminders_of(life), *_due(life), *_planned(life, plan))
    order = ("step", "due", "review", "payment", "silence", "reminder", "escalation")
    return tuple(sorted(found, key=lambda one: (one.at, order.index(one.kind), one.occurrence, one.rung)))


def _told(life: Life) -> Iterator[Row]:
    for one in life.world.told:
        match one.event:
            case SilenceCounted():
                yield _silence(life, one, one.event)
            case event if isinstance(event, _STEPS):
                yield Row(life.local(one.recorded_at), "step", event=event)


def _silence(life: Life, one: Recorded, event: SilenceCounted) -> Row:
    deadline = life.dues.seen[event.occurrence].at(life.local(one.recorded_at))
    return Row(
        life.local(one.recorded_at),
        "silence",
        name=deadline.name,
        occurrence=event.occurrence,
        due_on=deadline.due.day,
        why=why_due(deadline),
        event=event,
    )


def _due(life: Life) -> Iterator[Row]:
    for occurrence, seen in _due_dates(life):
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
    for occurrence, seen in life.plan.seen.items():
        if seen.last.due.at > life.stage.until:
            continue
        deadline, planned = seen.last, plan.planned[seen.last.key]
        yield Row(
            at=deadline.due.at,
            kind=planned.kind,
            name=deadline.name,
            occurrence=occurrence,
            due_on=deadline.due.day,
            to=tuple(Recipient(role) for role in planned.roles),
            why=why_due(deadline),
            settled_on=_settled(life, seen) if planned.kind == "review" else None,
        )


def _due_dates(life: Life) -> Iterator[tuple[str, DueDate]]:
    """What falls due before the horizon or the closing of the file, or was settled before it could."""
    closed = life.world.file.closed if life.world.file else None
    end = min(life.stage.until, earliest(closed.at)) if closed else life.stage.until
    for occurrence, seen in life.dues.seen.items():
        due = seen.last.due.at
        if due <= end or (due <= life.stage.until and seen.ended and seen.ended < end):
            yield occurrence, seen


def _settled(life: Life, seen: DueDate) -> date | None:
    return life.calendar.day_of(seen.ended) if seen.ended else None
