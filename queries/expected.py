"""What is expected in a cooperation, its reviews and fundings: tasks, and deadlines that no task is about."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date, datetime

from domain.deadlines.act_clocks import ANNOUNCED
from domain.deadlines.deadline import Deadline
from domain.decide.access import may_give
from domain.files.file import KeptFile
from domain.files.setting import Setting, State
from domain.kernel.ids import naming
from domain.kernel.moments import day_of
from domain.people.now import RolesNow
from domain.reminders.view import FileView
from domain.reviews.conflicts import Conflict, conflicts_of
from domain.reviews.impartial import reviews_about
from domain.tasks.addressees import addressed_all
from domain.tasks.answers import answers_reminder
from domain.tasks.any_file import tasks_of
from domain.tasks.task import Kind, Task, TaskLine
from language import Text
from queries.command_form import command_class
from queries.sheet import SheetDeadline, deadline_sheet
from queries.visit import Visit
from wording.naming import Naming
from wording.offers import not_yours

_OF_SEATS: frozenset[Kind] = frozenset({"interests", "opinion", "confirmation"})
"""Kinds of which each member of a panel has one: they are told together."""


@dataclass(frozen=True, slots=True)
class Expected:
    """Something that is expected of somebody, or will be."""

    task: Task
    """``waits_for`` names nobody where nobody has been told yet."""
    yours: bool
    """Whether it waits for the person who asks."""
    deadline: SheetDeadline | None = None
    """The deadline that it has."""
    not_yours: Text | None = None
    """Why the rules keep the person from it, where they do."""


def expected_in(
    visit: Visit,
    views: Sequence[FileView[KeptFile]],
    beside: Mapping[str, State],
    names: Mapping[str, str],
) -> list[Expected]:
    """What is expected in some files: overdue first, then by day, then what has none; one's own before others'.

    What a panel or a body is asked for is told in its own review or funding: it is left out of the file that waits for
    that. ``beside``: every file of the cooperation by stream, for conflicts of interest; ``names`` of people.
    """
    shown = {view.file.key for view in views}
    found = [one for view in views for one in _of_file(visit, view, beside, names)]
    told = [one for one in found if not shown.issuperset(one.task.awaits or ("",))]
    return sorted(_together(told), key=_order)


def _of_file(
    visit: Visit, view: FileView[KeptFile], beside: Mapping[str, State], names: Mapping[str, str]
) -> Iterator[Expected]:
    now = view.recorded_at
    lines = [line for line in tasks_of(view) if _stands(line, now)]
    conflicts = _conflicts(visit, view, beside)
    seen: set[str] = set()
    for line, whom in addressed_all(lines, {view.file.key: conflicts}, RolesNow(visit.people, now)):
        deadline = _deadline_of(line, view)
        seen.update((deadline.occurrence,) if deadline else ())
        overdue = line.overdue_from is not None and line.overdue_from <= now
        fields = {name: getattr(line, name) for name in TaskLine.model_fields}
        task = Task(**fields, overdue=overdue, waits_for=whom.waits_for, stranded=whom.stranded)
        why = _not_yours(visit, view, task, beside, names)
        yield replace(_expected(visit, view, task, deadline), not_yours=why)
    for deadline in view.deadlines:
        if deadline.occurrence not in seen and _open(deadline, now):
            yield _expected(visit, view, _of_deadline(deadline, view), deadline)


def _stands(line: TaskLine, now: datetime) -> bool:
    """Whether it is told: what is escalated later is not, until then; nor what waits for somebody else by now."""
    return (line.since <= now or line.kind != "escalation") and (line.ends_at is None or line.ends_at > now)


def _open(deadline: Deadline, now: datetime) -> bool:
    return deadline.after != ANNOUNCED and (deadline.ends is None or deadline.ends > now)


def _conflicts(visit: Visit, view: FileView[KeptFile], beside: Mapping[str, State]) -> tuple[Conflict, ...]:
    """What keeps people from a hand in a review or a funding, as of the instant that is looked at."""
    setting = Setting(visit.people, view.rulebook, view.recorded_at, beside)
    today = day_of(view.recorded_at, view.zone)
    told = (one for review in reviews_about(view.file, setting) for one in conflicts_of(review))
    return tuple(one for one in told if one.until is None or today <= one.until)


def _deadline_of(line: TaskLine, view: FileView[KeptFile]) -> Deadline | None:
    """The deadline that a task has: the one it is about, or the one that is due when it is."""
    found = [one for one in view.deadlines if one.occurrence == line.subject]
    due = [one for one in view.deadlines if one.due.passes_at == line.overdue_from]
    of_it = [one for one in due if one.subject == line.subject]
    return next(iter((*found, *of_it, *due)), None)


def _of_deadline(deadline: Deadline, view: FileView[KeptFile]) -> Task:
    """A deadline that nobody has been told of."""
    answer = answers_reminder(deadline, view)
    return Task(
        file=view.file.key,
        kind="deadline",
        subject=deadline.occurrence,
        name_fr=deadline.name.fr,
        name_en=deadline.name.en,
        since=view.recorded_at,
        zone=view.zone.key,
        due_on=deadline.due.day,
        overdue_from=deadline.due.passes_at,
        region=view.file.region,
        offers=(answer.offered,) if answer else (),
        overdue=deadline.due.passes_at <= view.recorded_at,
        waits_for=(),
    )


def _not_yours(
    visit: Visit,
    view: FileView[KeptFile],
    task: Task,
    beside: Mapping[str, State],
    names: Mapping[str, str],
) -> Text | None:
    """Of what somebody else is to do: what keeps the person from the command that answers it."""
    if visit.person in task.waits_for or not task.offers:
        return None
    offer, setting = task.offers[0], Setting(visit.people, view.rulebook, view.recorded_at, beside)
    subject = view.file if offer.fields.keys() & naming(view.file.key).keys() else visit.people
    kept = may_give(command_class(offer.command), offer.fields, visit.person, subject, setting)
    known = Naming(view.rulebook, names, view.file, view.zone, visit.zone, visit.people.regions)
    return not_yours(kept, known)[0] if kept else None


def _expected(visit: Visit, view: FileView[KeptFile], task: Task, deadline: Deadline | None) -> Expected:
    silence = view.silences.get(deadline.occurrence) if deadline else None
    told = deadline_sheet(view, deadline, silence) if deadline else None
    return Expected(task, visit.person in task.waits_for, told)


def _together(found: Iterable[Expected]) -> Iterator[Expected]:
    """What waits for the members of a panel, or for holders of several roles, as one: with its reader's own part."""
    by_what: dict[tuple[object, ...], list[Expected]] = {}
    for one in found:
        task = one.task
        subject = task.name_fr if task.kind in _OF_SEATS else task.subject
        by_what.setdefault((task.file, task.kind, subject, task.due_on), []).append(one)
    for same in by_what.values():
        first = next((one for one in same if one.yours), same[0])
        whom = tuple(dict.fromkeys(who for one in same for who in one.task.waits_for))
        task = first.task.model_copy(update={"waits_for": whom})
        yield replace(first, task=task, yours=any(one.yours for one in same))


def _order(one: Expected) -> tuple[bool, date, bool, datetime]:
    return not one.task.overdue, one.task.due_on or date.max, not one.yours, one.task.since
