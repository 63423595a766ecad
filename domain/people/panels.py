"""Who may sit on a panel and who chairs it, by role and region."""

from datetime import datetime
from typing import Literal

from domain.kernel.values import Role
from domain.people.roles import holders, roles_anywhere, roles_of
from domain.people.state import Organisation
from domain.rulebook import Panel

Scope = Literal["region", "organisation"]
"""Where a seat's role is held: in the file's region (or for all of them), or anywhere."""


def holds(organisation: Organisation, person: str, role: Role, of: Scope, region: str, now: datetime) -> bool:
    """Whether somebody holds a role there now."""
    if of == "organisation":
        return role in roles_anywhere(organisation, person, now)
    return role in roles_of(organisation, person, region, now)


def may_sit(organisation: Organisation, role: Role, of: Scope, region: str, now: datetime) -> tuple[str, ...]:
    """Everybody who may sit for a role now, those of the very region first, in the order of their grants."""
    here = holders(organisation, role, region, now)
    if of == "region":
        return here
    elsewhere = (one.person for one in organisation.grants.values() if one.role is role)
    there = (one for one in elsewhere if role in roles_anywhere(organisation, one, now))
    return tuple(dict.fromkeys((*here, *there)))


def chairs_scope(panel: Panel) -> Scope:
    """Where the chair's role is held: as its seat asks for it, else in the region."""
    return next((seat.of for seat in panel.members if seat.role is panel.chair), "region")


def chairs(organisation: Organisation, panel: Panel, region: str, person: str, now: datetime) -> bool:
    """Whether somebody chairs the panel: they hold the chair's role, where its seat asks for it, else in the region."""
    return panel.chair is not None and holds(
        organisation, person, panel.chair, chairs_scope(panel), region, now
    )
