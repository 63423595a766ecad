"""What waits in cooperations: gates, completion, deadlines, sleep, requests to abandon, decisions in doubt."""

from collections.abc import Iterator

from domain.cooperations.commands.lifecycle import GoBack, ResumeCooperation
from domain.cooperations.state import Cooperation
from domain.deadlines.deadline import Deadline
from domain.kernel.calendar import due_on
from domain.kernel.moments import earliest
from domain.reminders.view import FileView
from domain.rulebook.pauses import PAUSE_END
from domain.tasks.entitled import MANAGING, roles_needed
from domain.tasks.files import MANAGERS, tasks_of_ladders
from domain.tasks.gates import AtGate, tasks_of_gate
from domain.tasks.prefilled import Prefilled
from domain.tasks.task import TaskLine

_ABANDONMENT = "abandonment-request"


def tasks_of_cooperation(view: FileView[Cooperation]) -> Iterator[TaskLine]:
    """What waits in a cooperation, besides messages in doubt."""
    found = (*tasks_of_gate(view), *_completion(view), *_asleep(view))
    yield from (_due(line, deadline) for line, deadline in found)
    told = {
        (deadline.occurrence, to)
        for line, deadline in found
        if deadline
        for to in ((MANAGERS,) if line.persons else line.roles)
    }
    yield from tasks_of_ladders(view, [one for one in view.speaking if one.after != _ABANDONMENT], told)
    yield from _abandonment(view)
    yield from _flags(view)


def _due(line: TaskLine, deadline: Deadline | None) -> TaskLine:
    if deadline is None:
        return line
    return line.model_copy(update={"due_on": deadline.due.day, "overdue_from": deadline.due.passes_at})


def _completion(view: FileView[Cooperation]) -> Iterator[AtGate]:
    """What the file was asked to complete waits for those in charge, until it has come."""
    file = view.file
    if file.ended or not file.completion_pending:
        return
    deadline = next((one for one in view.speaking if one.after == "completion-request"), None)
    yield (
        TaskLine(
            file=file.id,
            kind="completion",
            subject=str(file.completions[-1].entry),
            since=earliest(file.completions[-1].since, view.zone),
            zone=view.zone.key,
            due_on=deadline.due.day if deadline else None,
            overdue_from=deadline.due.passes_at if deadline else None,
            region=file.region,
            persons=file.managers,
            roles=MANAGING,
        ),
        deadline,
    )


def _asleep(view: FileView[Cooperation]) -> Iterator[AtGate]:
    """A file asleep stays on the list of those in charge: they may wake it, by the day on which that is planned.

    Without one, by the day on which they are reminded of it, where they are.
    """
    file = view.file
    if file.status != "paused":
        return
    planned = file.pauses[-1].planned
    due = due_on(planned, view.zone) if planned else None
    yield (
        TaskLine(
            file=file.id,
            kind="asleep",
            subject=str(file.pass_number),
            since=earliest(file.pauses[-1].since, view.zone),
            zone=view.zone.key,
            region=file.region,
            persons=file.managers,
            roles=roles_needed(Prefilled(ResumeCooperation), file, view.rulebook),
            due_on=due.day if due else None,
            overdue_from=due.passes_at if due else None,
        ),
        next((one for one in view.speaking if one.key == PAUSE_END), None),
    )


def _abandonment(view: FileView[Cooperation]) -> Iterator[TaskLine]:
    """A request to abandon waits for the roles that the rulebook lets settle it, from the day it is made."""
    file = view.file
    if file.abandonment is None:
        return
    due = next((one.due for one in view.speaking if one.after == _ABANDONMENT), None)
    yield TaskLine(
        file=file.id,
        kind="abandonment",
        subject=str(file.abandonment.entry),
        since=earliest(file.abandonment.since, view.zone),
        zone=view.zone.key,
        due_on=due.day if due else None,
        overdue_from=due.passes_at if due else None,
        region=file.region,
        roles=view.rulebook.settles_abandonment,
        except_for=(file.abandonment.requested_by,),
    )


def _flags(view: FileView[Cooperation]) -> Iterator[TaskLine]:
    """Decisions that would no longer pass, until the file has gone back or was reopened since."""
    file = view.file
    since_restart = max((one.entry for one in file.passes if one.way in {"back", "reopened"}), default=0)
    for decision, correction in sorted(file.flags.items()):
        if decision >= since_restart:
            yield TaskLine(
                file=file.id,
                kind="flagged-decision",
                subject=str(decision),
                since=earliest(file.entries[correction].at, view.zone),
                zone=view.zone.key,
                region=file.region,
                persons=file.managers,
                roles=roles_needed(Prefilled(GoBack), file, view.rulebook),
            )
