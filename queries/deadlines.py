"""The open deadlines of a cooperation, its reviews and fundings: what moved them, what follows, who may move them."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from domain.decide.access import may_give
from domain.files.file import KeptFile
from domain.files.setting import Setting
from domain.kernel.ids import stream_of
from domain.reminders.view import FileView
from domain.tasks.answers import extends_deadline
from domain.tasks.prefilled import Prefilled
from language import Text
from queries.as_of import Then
from queries.cooperation import CooperationInFull, cooperation_in_full
from queries.sheet import SheetDeadline, deadline_sheet
from queries.visit import Visit
from wording.naming import Naming
from wording.offers import not_yours


@dataclass(frozen=True, slots=True)
class DeadlineTold:
    """An open deadline."""

    file: str
    """The key of the file that it is of."""
    deadline: SheetDeadline
    subject: Text | None
    """What it is about, by its name in the file or the rulebook."""
    overdue: bool
    extending: Prefilled | None
    """The command that gives it more time, if any does."""
    not_yours: Text | None
    """Why the person may not give that one; None if they may."""


@dataclass(frozen=True, slots=True)
class Deadlines:
    """The deadlines of a cooperation, soonest first."""

    found: CooperationInFull
    told: Sequence[DeadlineTold]


async def deadlines_of(visit: Visit, name: str, then: Then) -> Deadlines:
    """Those of a cooperation, its reviews and fundings, as far as their content is shown. Raises Failure."""
    found = await cooperation_in_full(visit, name, then)
    views: list[FileView[KeptFile]] = [found.view]
    views += [then.view(visit, one) for key, one in found.related.states.items() if key not in found.closed]
    told = [one for view in views for one in _of_file(visit, view, found)]
    return Deadlines(found, sorted(told, key=lambda one: one.deadline.due_on))


def _of_file(visit: Visit, view: FileView[KeptFile], found: CooperationInFull) -> Iterator[DeadlineTold]:
    files = (found.view.file, *found.related.states.values())
    setting = Setting(visit.people, view.rulebook, visit.now, {stream_of(one.key): one for one in files})
    naming = Naming(view.rulebook, found.names, view.file, view.zone, visit.zone)
    for one in view.deadlines:
        if one.ends is not None and one.ends <= view.recorded_at:
            continue
        more = extends_deadline(one, view.file)
        kept = may_give(more.command, more.fields, visit.person, view.file, setting) if more else None
        yield DeadlineTold(
            file=view.file.key,
            deadline=deadline_sheet(view, one, view.silences.get(one.occurrence)),
            subject=Text(*naming.said("subject", one.subject)) if one.subject else None,
            overdue=one.due.passes_at <= view.recorded_at,
            extending=more,
            not_yours=not_yours(kept, naming)[0] if kept else None,
        )
