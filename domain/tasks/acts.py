"""What the service does by itself, as far as people have something to do about it."""

from collections.abc import Iterator, Mapping

from domain.acts.standings import MOST_IN_A_ROW, acts_of
from domain.deadlines.act_clocks import ASKED, REFUSED
from domain.files.file import KeptFile
from domain.kernel.moments import earliest
from domain.kernel.values import Role
from domain.organisation.commands import GrantRole
from domain.reminders.view import FileView
from domain.rulebook.base import defined
from domain.tasks.entitled import MANAGING
from domain.tasks.prefilled import Prefilled
from domain.tasks.task import EVERYWHERE, Kind, TaskLine

_NOBODY_SITS = "nobody_sits"

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


def roles_to_give(view: FileView[KeptFile]) -> Iterator[TaskLine]:
    """A panel that the service cannot ask, since nobody holds the role of a seat: administrators give it to somebody.

    Then the service asks it.
    """
    file, rulebook = view.file, view.rulebook
    refused = (one.refused for one in acts_of(file, rulebook, view.recorded_at) if one.state == "refused")
    for one in refused:
        panel = rulebook.panel(one.params.get("panel", "")) if one and one.code == _NOBODY_SITS else None
        if one and panel:
            yield TaskLine(
                file=file.key,
                kind="role-to-give",
                subject=panel.panel,
                name_fr=panel.name.fr,
                name_en=panel.name.en,
                since=earliest(file.entries[one.since].at, view.zone),
                zone=view.zone.key,
                region=EVERYWHERE,  # only who administers all of the organisation gives roles
                roles=(Role.ADMINISTRATOR,),
            )


def giving_a_role(panel: str, view: FileView[KeptFile]) -> Prefilled:
    """The role of the panel's first seat, where that is to be held."""
    seat = defined(view.rulebook.panel(panel)).members[0]
    region = {"region": view.file.region} if seat.of == "region" and view.file.region else {}
    return Prefilled(GrantRole, {"role": seat.role.value, **region})
