"""What a rehearsal tells: its rows in order of time, from what was recorded and what was due."""

from collections.abc import Iterator
from datetime import date
from typing import get_args

from application.rehearsal.act_rows import act_row
from application.rehearsal.dues import DueDate, Occurrence
from application.rehearsal.life import Life
from application.rehearsal.reminders import reminders_of
from application.rehearsal.row import Kind, Recipient, Row
from application.rehearsal.scenario import FILE
from domain.cooperations.events.calls import (
    ApplicationDeclined,
    ApplicationResubmitted,
    ApplicationSelected,
    CompletionAsked,
    CompletionReceived,
)
from domain.cooperations.events.file import ManagersChanged, RulebookChanged
from domain.cooperations.events.lifecycle import (
    AbandonmentRequested,
    AbandonmentSettled,
    AbandonmentWithdrawn,
    CooperationClosed,
    CooperationPaused,
    CooperationReopened,
    CooperationResumed,
    PhaseEntered,
)
from domain.cooperations.events.record import GateItemWaived
from domain.deadlines.act_clocks import ANNOUNCED
from domain.deadlines.deadline import Deadline
from domain.deadlines.ladders import CHAIR, OWING
from domain.files.act_events import ActAnnounced, ActHeldBack, ActPerformed, ActRefused, ActReleased
from domain.files.events import DeadlineExtended, SilenceCounted
from domain.fundings.events.payments import (
    PaymentConfirmed,
    PaymentFailed,
    PaymentOrdered,
    RefundRecorded,
    ReportAccepted,
    ReportReturned,
    ReportSubmitted,
    TrancheApproved,
    TrancheRequested,
    TrancheReturned,
)
from domain.fundings.events.requests import RequestEvent
from domain.kernel.event import Event
from domain.kernel.ids import file_of
from domain.kernel.moments import earliest
from domain.kernel.recorded import Recorded
from domain.kernel.values import Role
from domain.people.events import OutageRecorded, RoleRevoked
from domain.reviews.events import (
    DossierRevised,
    MemberRecused,
    MemberReplaced,
    MembersInvited,
    OpinionDelegated,
    ReviewCancelled,
    ReviewConcluded,
    ReviewDeferred,
    ReviewOpened,
)
from wording.moves import why_due

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
    | ActHeldBack
    | ActReleased
)
"""What people did that dates follow from."""


_OF_REVIEWS = (
    ReviewOpened,
    MembersInvited,
    MemberRecused,
    DossierRevised,
    OpinionDelegated,
    MemberReplaced,
    ReviewConcluded,
    ReviewDeferred,
    ReviewCancelled,
)
"""What happens to a review; the opinions are in its conclusion."""
_OF_FUNDINGS = get_args(RequestEvent)
_OF_PAYMENTS = (
    TrancheRequested,
    TrancheApproved,
    TrancheReturned,
    PaymentOrdered,
    PaymentConfirmed,
    PaymentFailed,
    RefundRecorded,
    ReportSubmitted,
    ReportReturned,
    ReportAccepted,
)


_ORDER: tuple[Kind, ...] = (
    "step", "due", "silence", "review", "funding", "payment", "act", "reminder", "escalation", "told",
)  # fmt: skip
"""In which order rows of one instant are read: what happened, then what it led to."""


def rows_of(life: Life) -> tuple[Row, ...]:
    """All rows of a life, in order."""
    found = (*_told(life), *reminders_of(life), *_due(life))
    return tuple(
        sorted(found, key=lambda one: (one.at, _ORDER.index(one.kind), one.file, one.occurrence, one.rung))
    )


def _told(life: Life) -> Iterator[Row]:
    for one in life.world.told:
        file = file_of(one.stream)
        if isinstance(one.event, SilenceCounted) and file:
            yield _silence(life, one, one.event, file)
        elif isinstance(one.event, ActAnnounced | ActPerformed | ActRefused) and file:
            yield act_row(life, one, one.event, file)
        elif kind := _kind(one.event, file):
            event, about = one.event, life.subject_of(file) if file else None
            yield Row(life.local(one.recorded_at), kind, file=file or FILE, about=about, event=event)


def _kind(event: Event, file: str | None) -> Kind | None:
    """What kind of row tells an event; None if it is told otherwise, or not at all."""
    if isinstance(event, _STEPS):
        return "step"
    if file is None:
        return None
    if isinstance(event, _OF_REVIEWS):
        return "review"
    if isinstance(event, _OF_PAYMENTS):
        return "payment"
    return "funding" if isinstance(event, _OF_FUNDINGS) else None


def _silence(life: Life, one: Recorded, event: SilenceCounted, file: str) -> Row:
    deadline = life.dues.seen[file, event.occurrence].at(life.local(one.recorded_at))
    return Row(
        life.local(one.recorded_at),
        "silence",
        name=deadline.name,
        file=file,
        about=life.subject_of(file),
        occurrence=event.occurrence,
        due_on=deadline.due.day,
        why=why_due(deadline),
        event=event,
    )


def _due(life: Life) -> Iterator[Row]:
    for (file, occurrence), seen in _due_dates(life):
        deadline = seen.last
        yield Row(
            at=deadline.due.at,
            kind="due",
            name=deadline.name,
            file=file,
            about=life.subject_of(file),
            occurrence=occurrence,
            due_on=deadline.due.day,
            to=_first_told(life, deadline),
            why=why_due(deadline),
            settled_on=_settled(life, seen),
        )


def _first_told(life: Life, deadline: Deadline) -> tuple[Recipient, ...]:
    """Whom the lowest rung tells: those for whom it is due."""
    to = deadline.rungs[0].to
    if to == OWING and not deadline.owing:
        return (Recipient("owing"),)
    if to == OWING:
        return tuple(Recipient(one.role, life.alias_of(one.person)) for one in deadline.owing)
    if to == CHAIR:
        return (Recipient("presiding"),)
    return (Recipient(to if isinstance(to, Role) else "managers"),)


def _due_dates(life: Life) -> Iterator[tuple[Occurrence, DueDate]]:
    """What falls due before the horizon or the closing of the file, or was settled before it could.

    Until when something announced may be held back, the row of the announcement says.
    """
    closed = life.world.file.closed if life.world.file else None
    end = min(life.stage.until, earliest(closed.at, life.calendar.tz)) if closed else life.stage.until
    for occurrence, seen in life.dues.seen.items():
        due = seen.last.due.at
        if seen.last.rule.after == ANNOUNCED:
            continue
        if due <= end or (due <= life.stage.until and seen.ended and seen.ended < end):
            yield occurrence, seen


def _settled(life: Life, seen: DueDate) -> date | None:
    return life.calendar.day_of(seen.ended) if seen.ended else None
