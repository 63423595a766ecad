"""What waits in files of every kind: whom the ladders of their deadlines remind, messages in doubt."""

from collections.abc import Container, Iterable, Iterator, Mapping
from datetime import datetime

from domain.deadlines.deadline import Deadline
from domain.deadlines.ladders import CHAIR, OWING
from domain.files.file import KeptFile
from domain.kernel.moments import earliest
from domain.kernel.values import Role
from domain.reminders.view import FileView
from domain.tasks.answers import answers_deadline_of_theirs
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
    that answers it: most may with any manager's role, a step takes the programme manager's.
    """
    for deadline in deadlines:
        begins: dict[str, datetime] = {}
        for rung in deadline.rungs:
            if rung.to not in (OWING, CHAIR):
                begins.setdefault(str(rung.to), rung.at)
        for to, since in begins.items():
            managers = to == MANAGERS
            if (deadline.occurrence, to) in told:
                continue
            yield TaskLine(
                file=view.file.key,
                kind="deadline" if managers else "escalation",
                subject=deadline.occurrence,
                name_fr=deadline.name.fr,
                name_en=deadline.name.en,
                since=since,
                zone=view.zone.key,
                due_on=deadline.due.day,
                overdue_from=deadline.due.passes_at,
                region=view.file.region,
                persons=view.file.managers if managers else (),
                roles=_answering(view, deadline) if managers else (to,),
                ends_at=deadline.ends,
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


def _answering(view: FileView[KeptFile], deadline: Deadline) -> tuple[Role, ...]:
    answer = answers_deadline_of_theirs(deadline, view.file, view.rulebook)
    return roles_needed(answer, view.file, view.rulebook)
