"""The sheet: all that holds of one cooperation at present, as one document."""

from collections.abc import Mapping
from datetime import date, datetime
from typing import Literal

from domain.cooperations.evidence import last_of
from domain.cooperations.gate import ItemStanding
from domain.cooperations.state import (
    Abandonment,
    Charter,
    Closing,
    Commitment,
    Cooperation,
    PhasePass,
    Stakeholder,
)
from domain.deadlines.deadline import Deadline
from domain.deadlines.ladders import RungTime
from domain.files.entries import FileEntry
from domain.files.file import Completion, KeptFile, Message, Pause
from domain.kernel.model import Model
from domain.kernel.values import CooperationType, EconomicModel, Origin, Phase, Territory
from domain.reminders.silence import SilenceAt
from domain.reminders.view import FileView
from domain.rulebook import Names
from projections.agenda import AgendaMove


class SheetItem(Model):
    """An item of the present gate. An evaluation that meets one may grow too old; ``tasks`` says when."""

    item: str
    name: Names
    held: Literal["met", "waived", "missing"]
    entries: tuple[int, ...]


class SheetRung(Model):
    """A reminder of a deadline: when, to whom, and whether that is done (issued or overtaken)."""

    rung: str
    at: datetime
    to: str
    done: bool


class SheetSilence(Model):
    """What no answer counts as, when at the earliest, from when that is announced, and what holds it back."""

    counts_as: str
    item: str | None
    bites_at: datetime
    forecast_from: datetime
    held_back: str | None


class SheetDeadline(Model):
    """An open deadline with its ladder. From ``ends_at`` on its next occurrence stands in its place.

    ``clipped`` is the day of the month that it counts from, where the month of the due day is too short to have it.
    """

    deadline: str
    occurrence: str
    name: Names
    subject: str | None = None
    """The stakeholder, experiment, report, condition or tranche that it is about."""
    due_on: date
    overdue_from: datetime
    rungs: tuple[SheetRung, ...]
    silent: bool = False
    """Whether nobody is reminded now, as the agenda says."""
    next_reminder: SheetRung | None = None
    """The earliest that is still to be sent, which may have come already; none while it is silent."""
    moves: tuple[AgendaMove, ...] = ()
    clipped: int | None = None
    ends_at: datetime | None = None
    silence: SheetSilence | None = None


class SheetMessage(Model):
    """A reminder that was issued, and what became of it."""

    message: str
    occurrence: str
    rung: str
    recipient: str
    delivery: str
    issued_at: str


class Sheet(Model):
    """A cooperation. Persons are ids, private texts are places in the vault; moments are as recorded."""

    file: str
    name: str
    territory: Territory
    region: str
    object: str
    programme: str
    rulebook: str
    cooperation_type: CooperationType
    economic_model: EconomicModel
    origin: Origin
    relayed_from: str | None
    managers: tuple[str, ...]
    status: str
    phase: Phase
    phase_name: Names | None
    passes: tuple[PhasePass, ...]
    gate: tuple[SheetItem, ...]
    deadlines: tuple[SheetDeadline, ...]
    messages: tuple[SheetMessage, ...]
    stakeholders: tuple[Stakeholder, ...]
    commitments: tuple[Commitment, ...]
    charter: Charter | None
    pauses: tuple[Pause, ...]
    abandonment: Abandonment | None
    closed: Closing | None
    completion: Completion | None = None
    """The request for completion that is pending, with what was asked for."""
    flags: tuple[int, ...]
    """Decisions that would no longer pass."""
    last_contact_at: str | None
    imported_at: str | None
    position: int
    """The file's last event."""
    recorded_at: datetime
    """When that was recorded."""


def sheet_of(view: FileView[Cooperation]) -> Sheet:
    """All that holds of a file, as seen at ``view.recorded_at``."""
    file = view.file
    phase = view.rulebook.phases.get(file.current.phase)
    contact = last_of(file, "ContactRecorded", view.zone)
    return Sheet(
        file=file.id,
        name=file.name,
        territory=file.territory,
        region=file.region,
        object=file.object,
        programme=file.programme,
        rulebook=file.rulebook,
        cooperation_type=file.cooperation_type,
        economic_model=file.economic_model,
        origin=file.origin,
        relayed_from=file.relayed_from,
        managers=file.managers,
        status=file.status,
        phase=file.current.phase,
        phase_name=phase.name if phase else None,
        passes=file.passes,
        gate=tuple(_item(one) for one in view.gate),
        deadlines=tuple(
            deadline_sheet(view, one, view.silences.get(one.occurrence)) for one in view.deadlines
        ),
        messages=tuple(_message(key, one, file.entries) for key, one in file.messages.items()),
        stakeholders=tuple(file.stakeholders.values()),
        commitments=tuple(file.commitments.values()),
        charter=file.charter,
        pauses=file.pauses,
        abandonment=file.abandonment,
        closed=file.closed,
        completion=file.completions[-1] if file.completion_pending else None,
        flags=tuple(sorted(file.flags)),
        last_contact_at=contact.at if contact else None,
        imported_at=file.imported_at,
        position=view.position,
        recorded_at=view.recorded_at,
    )


def _item(one: ItemStanding) -> SheetItem:
    return SheetItem(item=one.item, name=one.name, held=one.held, entries=one.entries)


def deadline_sheet(view: FileView[KeptFile], one: Deadline, silence: SilenceAt | None) -> SheetDeadline:
    """An open deadline of any file, with what silence may count as."""
    coming = view.coming(one)
    return SheetDeadline(
        deadline=one.key,
        occurrence=one.occurrence,
        name=one.name,
        subject=one.subject,
        due_on=one.due.day,
        overdue_from=one.due.passes_at,
        rungs=tuple(_rung(one, rung) for rung in one.rungs),
        silent=one not in view.speaking,
        next_reminder=_rung(one, coming) if coming else None,
        moves=tuple(map(AgendaMove.of, one.moves)),
        clipped=one.due.clipped,
        ends_at=one.ends,
        silence=_silence(silence) if silence else None,
    )


def _rung(deadline: Deadline, rung: RungTime) -> SheetRung:
    done = rung.muted or rung.name in deadline.done
    return SheetRung(rung=rung.name, at=rung.at, to=rung.to, done=done)


def _silence(one: SilenceAt) -> SheetSilence:
    return SheetSilence(
        counts_as=one.counts_as,
        item=one.item,
        bites_at=one.bites_at,
        forecast_from=one.forecast_from,
        held_back=one.held_back,
    )


def _message(key: str, one: Message, entries: Mapping[int, FileEntry]) -> SheetMessage:
    return SheetMessage(
        message=key,
        occurrence=one.occurrence,
        rung=one.rung,
        recipient=one.recipient,
        delivery=one.delivery,
        issued_at=entries[one.entry].at,
    )
