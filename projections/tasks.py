"""Tasks: what waits for whom, since when. Rows say from when a task shows, so they need no clock."""

from collections.abc import Iterator
from datetime import date, datetime
from pathlib import Path
from typing import Literal

from domain.calendar import plus
from domain.directory import holders, in_force
from domain.evidence import last_of
from domain.model import Model
from domain.moments import earliest, latest
from domain.rulebook import EvaluationRule
from domain.values import Role
from eventstore.pool import Connection
from eventstore.queries import load_queries
from projections.model import FileView, per_file
from projections.people import read_people

_QUERIES = load_queries(Path(__file__).with_name("tasks.sql"))

_ABANDONMENT = "abandonment-request"

Kind = Literal[
    "gate-item",
    "deadline",
    "escalation",
    "abandonment",
    "delivery-unknown",
    "delivery-failed",
    "flagged-decision",
]


class TaskLine(Model):
    """Something that waits, ``since`` when, for ``persons`` and for those who hold ``roles`` in the region.

    ``subject`` is the gate item, the deadline's occurrence, the message, or the entry to look at.
    """

    file: str
    kind: Kind
    subject: str
    name_fr: str | None = None
    name_en: str | None = None
    since: datetime
    due_on: date | None = None
    overdue_from: datetime | None = None
    region: str
    persons: tuple[str, ...] = ()
    roles: tuple[str, ...] = ()
    ends_at: datetime | None = None
    """From when on another occurrence of the deadline waits in its place."""


class Task(TaskLine):
    """A task as it stands at an instant. ``waits_for`` are the persons whom it waits for then."""

    overdue: bool
    waits_for: tuple[str, ...]


def _lines(view: FileView) -> Iterator[TaskLine]:
    yield from _missing_items(view)
    yield from _open_deadlines(view)
    yield from _abandonment(view)
    yield from _messages(view)
    yield from _flags(view)


def _missing_items(view: FileView) -> Iterator[TaskLine]:
    """What the gate lacks, while the file is awake; an evaluation from the day on which it will be too old."""
    file = view.file
    if file.status != "active":
        return
    entered = earliest(file.current.entered_at)
    for item in view.gate:
        since = entered if item.held == "missing" else _ages_at(view, item.item)
        if since is None or (item.held == "waived"):
            continue
        yield TaskLine(
            file=file.id,
            kind="gate-item",
            subject=item.item,
            name_fr=item.name.fr,
            name_en=item.name.en,
            since=since,
            region=file.region,
            persons=file.managers,
        )


def _ages_at(view: FileView, key: str) -> datetime | None:
    """When the evaluation that meets an item becomes too old for it; None for items that do not age."""
    item = view.rulebook.phases[view.file.current.phase].item(key)
    last = last_of(view.file, "EvaluationRecorded")
    if item is None or last is None or not isinstance(item.needs, EvaluationRule):
        return None
    zone = view.rulebook.calendar_of(view.file.region).tz
    return plus(latest(last.at).astimezone(zone), item.needs.not_older_than, exact=False).at


def _open_deadlines(view: FileView) -> Iterator[TaskLine]:
    """A deadline waits for those whom its ladder reminds, from the first rung that tells them."""
    for deadline in view.speaking:
        if deadline.after == _ABANDONMENT:
            continue
        begins: dict[str, datetime] = {}
        for rung in deadline.rungs:
            begins.setdefault(str(rung.to), rung.at)
        for to, since in begins.items():
            managers = to == "managers"
            yield TaskLine(
                file=view.file.id,
                kind="deadline" if managers else "escalation",
                subject=deadline.occurrence,
                name_fr=deadline.name.fr,
                name_en=deadline.name.en,
                since=since,
                due_on=deadline.due.day,
                overdue_from=deadline.due.passes_at,
                region=view.file.region,
                persons=view.file.managers if managers else (),
                roles=() if managers else (to,),
                ends_at=deadline.ends,
            )


def _abandonment(view: FileView) -> Iterator[TaskLine]:
    """A request to abandon waits for the roles that the rulebook lets settle it, from the day it is made."""
    file = view.file
    if file.abandonment is None:
        return
    due = next((one.due for one in view.speaking if one.after == _ABANDONMENT), None)
    yield TaskLine(
        file=file.id,
        kind="abandonment",
        subject=str(file.abandonment.entry),
        since=earliest(file.abandonment.since),
        due_on=due.day if due else None,
        overdue_from=due.passes_at if due else None,
        region=file.region,
        roles=view.rulebook.settles_abandonment,
    )


def _messages(view: FileView) -> Iterator[TaskLine]:
    """Messages of which nobody knows whether they arrived, and those that did not."""
    kinds: dict[str, Kind] = {"unknown": "delivery-unknown", "failed": "delivery-failed"}
    for key, message in view.file.messages.items():
        if kind := kinds.get(message.delivery):
            yield TaskLine(
                file=view.file.id,
                kind=kind,
                subject=key,
                since=earliest(view.file.entries[message.entry].at),
                region=view.file.region,
                persons=view.file.managers,
            )


def _flags(view: FileView) -> Iterator[TaskLine]:
    """Decisions that would no longer pass, until the file has gone back or was reopened since."""
    file = view.file
    since_restart = max((one.entry for one in file.passes if one.way in {"back", "reopened"}), default=0)
    for decision, correction in sorted(file.flags.items()):
        if decision >= since_restart:
            yield TaskLine(
                file=file.id,
                kind="flagged-decision",
                subject=str(decision),
                since=earliest(file.entries[correction].at),
                region=file.region,
                persons=file.managers,
            )


TASKS = per_file("tasks", TaskLine, _QUERIES["forget"], _lines)


async def read_tasks(
    connection: Connection, organisation: str, person: str | None, now: datetime
) -> tuple[Task, ...]:
    """What has been waiting at ``now`` for a person, or for anybody (None), longest first."""
    people = await read_people(connection, organisation)
    held = [grant.role for grant in people.grants.values() if grant.person == person and in_force(grant, now)]
    found: list[Task] = []
    for row in await connection.fetch(_QUERIES["tasks"], organisation, now, person, held):
        named = dict.fromkeys(row["persons"])
        for role in row["roles"]:
            named.update(dict.fromkeys(holders(people, Role(role), row["region"], now)))
        if person is None or person in named:
            overdue = row["overdue_from"] is not None and row["overdue_from"] <= now
            task = {**row, "overdue": overdue, "waits_for": tuple(named)}
            found.append(Task.model_validate(task, strict=False))
    return tuple(found)
