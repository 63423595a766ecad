"""What waits in files of every kind: whom the ladders of their deadlines remind, messages in doubt."""

from collections.abc import Container, Iterable, Iterator, Mapping
from datetime import datetime

from domain.deadlines.act_clocks import ANNOUNCED
from domain.deadlines.deadline import Deadline
from domain.deadlines.ladders import CHAIR, OWING
from domain.files.file import KeptFile
from domain.kernel.moments import earliest
from domain.reminders.view import FileView
from domain.rulebook import Names
from domain.tasks.acts import OF_DEADLINES
from domain.tasks.answers import answers_reminder
from domain.tasks.entitled import MANAGING, roles_needed
from domain.tasks.task import Kind, TaskLine

MANAGERS = "managers"
"""Those in charge, as recipients of a rung."""

_IN_DOUBT: Mapping[str, Kind] = {"unknown": "delivery-unknown", "failed": "delivery-failed"}


def tasks_of_ladders(
    view: FileView[KeptFile], deadlines: Iterable[Deadline], told: Container[tuple[str, str]] = ()
) -> Iterator[TaskLine]:
    """A deadline waits for those whom its ladder reminds, from the first rung that tells them.

    Those who owe an answer, and the chair, have a task of their own; so have those whom another task has ``told`` of
    the occurrence: managers, or a role. What managers are reminded of waits for those of them who may give the command
    that answers it: most may with any manager's role, a step takes the programme manager's. Of what no command of
    theirs answers nothing waits for them: another task says what does. What is announced waits for nobody.
    """
    for deadline in deadlines:
        if deadline.after == ANNOUNCED:
            continue
        begins: dict[str, datetime] = {}
        for rung in deadline.rungs:
            if rung.to not in (OWING, CHAIR):
                begins.setdefault(str(rung.to), rung.at)
        for to, since in begins.items():
            managers = to == MANAGERS
            answer = answers_reminder(deadline, view) if managers else None
            unanswered = managers and answer is None
            if (deadline.occurrence, to) in told or unanswered:
                continue
            yield TaskLine(
                file=view.file.key,
                kind=OF_DEADLINES.get(deadline.after, "deadline") if managers else "escalation",
                subject=deadline.occurrence,
                name_fr=deadline.name.fr,
                name_en=deadline.name.en,
                since=since,
                zone=view.zone.key,
                due_on=deadline.due.day,
                overdue_from=deadline.due.passes_at,
                region=view.file.region,
                persons=view.file.managers if managers else (),
                roles=roles_needed(answer, view.file, view.rulebook) if managers else (to,),
                ends_at=deadline.ends,
            )


def awaited(
    view: FileView[KeptFile],
    subject: str,
    since: datetime,
    name: Names,
    *,
    of: Names,
    files: tuple[str, ...] = (),
) -> TaskLine:
    """What others are doing in ``files``: nobody has anything to do about it here."""
    return TaskLine(
        file=view.file.key,
        kind="awaited",
        subject=subject,
        name_fr=name.fr,
        name_en=name.en,
        of_fr=of.fr,
        of_en=of.en,
        since=since,
        zone=view.zone.key,
        region=view.file.region,
        awaits=files,
    )


def messages_in_doubt(view: FileView[KeptFile]) -> Iterator[TaskLine]:
    """Messages of which nobody knows whether they arrived, and those that did not."""
    for key, message in view.file.messages.items():
        if kind := _IN_DOUBT.get(message.delivery):
            yield TaskLine(
                file=view.file.key,
                kind=kind,
                subject=key,
                since=earliest(view.file.entries[message.entry].at, view.zone),
                zone=view.zone.key,
                region=view.file.region,
                persons=view.file.managers,
                roles=MANAGING,
            )
