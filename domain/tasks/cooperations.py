"""What waits in cooperations: gates, deadlines, requests to abandon, decisions in doubt."""

from collections.abc import Iterator, Mapping
from datetime import datetime

from domain.cooperations.commands.lifecycle import GoBack
from domain.cooperations.evidence import last_of
from domain.cooperations.state import Cooperation
from domain.deadlines.deadline import Deadline
from domain.kernel.calendar import plus
from domain.kernel.moments import earliest, latest
from domain.reminders.view import FileView
from domain.rulebook import DeadlineRule, DeliverableRule, EvaluationRule
from domain.tasks.cooperation_answers import meeting_an_item
from domain.tasks.entitled import is_for_those_in_charge, roles_needed
from domain.tasks.files import MANAGERS, tasks_of_ladders
from domain.tasks.prefilled import Prefilled
from domain.tasks.task import TaskLine

_ABANDONMENT = "abandonment-request"


def tasks_of_cooperation(view: FileView[Cooperation]) -> Iterator[TaskLine]:
    """What waits in a cooperation, besides messages in doubt."""
    due = _due_by_item(view)
    lines = list(_missing_items(view, due))
    yield from lines
    told = {
        (due[line.subject].occurrence, to)
        for line in lines
        if line.subject in due
        for to in ((MANAGERS,) if line.persons else line.roles)
    }
    yield from tasks_of_ladders(view, [one for one in view.speaking if one.after != _ABANDONMENT], told)
    yield from _abandonment(view)
    yield from _flags(view)


def _due_by_item(view: FileView[Cooperation]) -> Mapping[str, Deadline]:
    """The deadline of each item that has one: the soonest that it meets, so that nothing is listed twice."""
    phase = view.rulebook.phases[view.file.current.phase]
    found: dict[str, Deadline] = {}
    for one in view.speaking:
        rule = one.rule
        if not isinstance(rule, DeadlineRule):
            continue
        key = rule.until or rule.deliverable
        item = phase.item(key) if key else None
        if item and (rule.until or isinstance(item.needs, DeliverableRule)):
            found.setdefault(item.item, one)
    return found


def _missing_items(view: FileView[Cooperation], due: Mapping[str, Deadline]) -> Iterator[TaskLine]:
    """What the gate lacks, while the file is awake; an evaluation from the day on which it will be too old.

    It waits for those in charge, or for the roles that the rulebook names for it.
    """
    file = view.file
    if file.status != "active":
        return
    entered = earliest(file.current.entered_at, view.zone)
    for item in view.gate:
        since = entered if item.held == "missing" else _ages_at(view, item.item)
        if since is None or (item.held == "waived"):
            continue
        deadline = due.get(item.item)
        roles = roles_needed(_answer(view, item.item), file, view.rulebook)
        yield TaskLine(
            file=file.id,
            kind="gate-item",
            subject=item.item,
            name_fr=item.name.fr,
            name_en=item.name.en,
            since=since,
            due_on=deadline.due.day if deadline else None,
            overdue_from=deadline.due.passes_at if deadline else None,
            zone=view.zone.key,
            region=file.region,
            persons=file.managers if is_for_those_in_charge(roles) else (),
            roles=roles,
        )


def _answer(view: FileView[Cooperation], key: str) -> Prefilled | None:
    item = view.rulebook.phases[view.file.current.phase].item(key)
    return meeting_an_item(item, view.file) if item else None


def _ages_at(view: FileView[Cooperation], key: str) -> datetime | None:
    """When the evaluation that meets an item becomes too old for it; None for items that do not age."""
    item = view.rulebook.phases[view.file.current.phase].item(key)
    last = last_of(view.file, "EvaluationRecorded", view.zone)
    if item is None or last is None or not isinstance(item.needs, EvaluationRule):
        return None
    return plus(latest(last.at, view.zone).astimezone(view.zone), item.needs.not_older_than, exact=False).at


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
