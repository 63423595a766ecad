"""What the service does by itself, as far as people have something to do about it."""

from collections.abc import Iterator, Mapping

from domain.acts.standings import MOST_IN_A_ROW
from domain.deadlines.act_clocks import ASKED, REFUSED
from domain.files.file import KeptFile
from domain.kernel.moments import earliest
from domain.reminders.view import FileView
from domain.tasks.entitled import MANAGING
from domain.tasks.task import Kind, TaskLine

OF_DEADLINES: Mapping[str, Kind] = {ASKED: "asked", REFUSED: "by-hand"}
"""The kind of task of those in charge, by what a deadline counts from; any other is a *deadline*."""


def asking_for_help(view: FileView[KeptFile]) -> Iterator[TaskLine]:
    """A file in which the service did too much in a row does nothing by itself until those in charge do something."""
    file = view.file
    if file.ended or file.acts.in_a_row < MOST_IN_A_ROW:
        return
    last = max(file.acts.performed.values())
    yield TaskLine(
        file=file.key,
        kind="stopped",
        subject=str(last),
        since=earliest(file.entries[last].at, view.zone),
        zone=view.zone.key,
        region=file.region,
        persons=file.managers,
        roles=MANAGING,
    )
