"""Who decides an amount, and by which role or panel somebody may."""

from collections.abc import Iterator
from datetime import datetime

from domain.kernel.values import Body, Role
from domain.people.panels import chairs, holds
from domain.people.roles import roles_of
from domain.people.state import Organisation
from domain.rulebook import Instrument, Level, Panel, Rulebook

_ROLES = frozenset(Role)


def body_for(instrument: Instrument, cents: int, *, fast_track: bool) -> Level | None:
    """The first level of the circuit whose ``up_to_cents`` reaches the amount, inclusive; None if nobody decides it.

    The accelerated circuit has levels of its own.
    """
    accelerated = instrument.fast_track.circuit if fast_track and instrument.fast_track else None
    levels = instrument.circuit if accelerated is None else accelerated
    return next((one for one in levels if one.up_to_cents is None or cents <= one.up_to_cents), None)


def entitled(
    level: Level, person: str, region: str, rulebook: Rulebook, organisation: Organisation, now: datetime
) -> Body | None:
    """The role or panel by which somebody may act at a level, the first that the level names; None if by none."""
    return next(bodies_of(level, person, region, rulebook, organisation, now), None)


def bodies_of(
    level: Level, person: str, region: str, rulebook: Rulebook, organisation: Organisation, now: datetime
) -> Iterator[Body]:
    """All roles and panels by which somebody may act at a level: roles they hold, panels they sit on or chair."""
    held = roles_of(organisation, person, region, now)
    panels = {one.panel: one for one in rulebook.panels}
    for body in level.by:
        panel = None if is_role(body) else panels.get(str(body))
        if body in held or (panel and _is_of(panel, person, region, organisation, now)):
            yield body if panel else Role(body)


def is_role(body: Body) -> bool:
    """Whether it is a role; what is not is a panel."""
    return body in _ROLES


def _is_of(panel: Panel, person: str, region: str, organisation: Organisation, now: datetime) -> bool:
    seated = any(holds(organisation, person, one.role, one.of, region, now) for one in panel.members)
    return seated or chairs(organisation, panel, region, person, now)
