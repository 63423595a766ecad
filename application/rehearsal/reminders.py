"""The reminders of a life: each rung that went out, to whom, how late, and what of its mail did not arrive."""

from collections import defaultdict
from collections.abc import Iterator
from datetime import datetime
from itertools import groupby

from application.rehearsal.life import Life
from application.rehearsal.row import Recipient, Row
from domain.deadlines.deadline import Deadline
from domain.files.events import DeliveryReported, ReminderIssued, ReminderOvertaken
from domain.kernel.ids import file_of
from domain.reminders.names import OUTCOMES
from domain.reminders.outcomes import is_told_once
from language import Text
from wording.moves import ASLEEP, AWAY, why_then

Rung = tuple[str, str, str]
"""A file, an occurrence of one of its deadlines, and one of the rungs."""


def reminders_of(life: Life) -> Iterator[Row]:
    """A row for each rung issued."""
    overtaken: dict[Rung, list[str]] = defaultdict(list)
    claims: list[tuple[Rung, datetime, ReminderIssued]] = []
    failed: set[str] = set()
    for one in life.world.told:
        file = file_of(one.stream) or ""
        match one.event:
            case ReminderOvertaken(occurrence=occurrence, rung=rung, by=by):
                overtaken[file, occurrence, by].append(rung)
            case ReminderIssued(occurrence=occurrence, rung=rung) as claim:
                claims.append(((file, occurrence, rung), life.local(one.recorded_at), claim))
            case DeliveryReported(delivery="failed", message=message):
                failed.add(message)
    for key, group in groupby(claims, key=lambda one: one[0]):
        alike = list(group)
        at, issued = alike[0][1], [claim for *_, claim in alike]
        if is_told_once(issued[0].occurrence):
            yield _told(life, key[0], at, issued, failed)
        else:
            yield _reminder(life, key, at, issued, failed, tuple(overtaken[key]))


def _told(life: Life, file: str, at: datetime, claims: list[ReminderIssued], failed: set[str]) -> Row:
    """A letter that tells an outcome, or that a gate is complete."""
    claim = claims[0]
    return Row(
        at=at,
        kind="told",
        name=OUTCOMES[claim.occurrence.partition("/")[0]],
        file=file,
        about=life.subject_of(file),
        occurrence=claim.occurrence,
        rung=claim.rung,
        to=_recipients(life, claims, failed),
        late=claim.late,
    )


def _reminder(
    life: Life,
    key: Rung,
    at: datetime,
    claims: list[ReminderIssued],
    failed: set[str],
    overtakes: tuple[str, ...],
) -> Row:
    claim, file = claims[0], key[0]
    deadline = life.dues.seen[file, claim.occurrence].at(at)
    reasons = why_then(deadline, claim.rung, at, life.rulebook_of(file), life.calendar)
    return Row(
        at=at,
        kind="escalation" if _escalates(deadline, claim.rung) else "reminder",
        name=deadline.name,
        file=file,
        about=life.subject_of(file),
        occurrence=claim.occurrence,
        rung=claim.rung,
        ladder=deadline.rule.ladder,
        due_on=claim.due_on,
        to=_recipients(life, claims, failed),
        why=(*reasons, *((_why_late(life, deadline, claim.rung, at),) if claim.late else ())),
        late=claim.late,
        overtakes=overtakes,
    )


def _recipients(life: Life, claims: list[ReminderIssued], failed: set[str]) -> tuple[Recipient, ...]:
    return tuple(
        Recipient(one.role, life.alias_of(one.recipient), reached=one.message not in failed) for one in claims
    )


def _why_late(life: Life, deadline: Deadline, rung: str, at: datetime) -> Text:
    planned = next((one.at for one in deadline.rungs if one.name == rung), at)
    return AWAY if life.away_at(planned) else ASLEEP


def _escalates(deadline: Deadline, rung: str) -> bool:
    """Whether a rung tells somebody else than the ladder's first."""
    to = {one.name: str(one.to) for one in deadline.rungs}
    return to.get(rung) != str(deadline.rungs[0].to)
