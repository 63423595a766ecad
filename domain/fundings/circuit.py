"""Who decides an amount, and by which role or panel somebody may."""

from collections.abc import Iterator
from datetime import datetime

from domain.fundings.state import Funding
from domain.kernel.values import Body, Role
from domain.people.panels import Scope, chairs_scope, holds
from domain.people.state import Organisation
from domain.rulebook import Instrument, Level, Rulebook

_ROLES = frozenset(Role)


def body_for(instrument: Instrument, cents: int, *, fast_track: bool) -> Level | None:
    """The first level of the circuit whose ``up_to_cents`` reaches the amount, inclusive; None if nobody decides it.

    The accelerated circuit has levels of its own.
    """
    accelerated = instrument.fast_track.circuit if fast_track and instrument.fast_track else None
    levels = instrument.circuit if accelerated is None else accelerated
    return next((one for one in levels if one.up_to_cents is None or cents <= one.up_to_cents), None)


def level_deciding(funding: Funding, instrument: Instrument, cents: int) -> Level | None:
    """The level that decides such an amount for a funding, by the circuit that it was asked for on."""
    return body_for(instrument, cents, fast_track=funding.request.fast_track is not None)


def entitled(
    level: Level, person: str, region: str, rulebook: Rulebook, organisation: Organisation, now: datetime
) -> Body | None:
    """The role or panel by which somebody may act at a level, the first that the level names; None if by none."""
    return next(bodies_of(level, person, region, rulebook, organisation, now), None)


def bodies_of(
    level: Level, person: str, region: str, rulebook: Rulebook, organisation: Organisation, now: datetime
) -> Iterator[Body]:
    """All roles and panels by which somebody may act at a level: roles they hold, panels they sit on or chair."""
    for body in level.by:
        seats = seats_of(body, rulebook)
        if any(holds(organisation, person, role, of, region, now) for role, of in seats):
            yield Role(body) if is_role(body) else body


def seats_of(body: Body, rulebook: Rulebook) -> tuple[tuple[Role, Scope], ...]:
    """The roles whose holders are of a body, and where they hold them: a role itself, or a panel's seats and chair."""
    if is_role(body):
        return ((Role(body), "region"),)
    panel = rulebook.panel(body)
    if panel is None:
        return ()
    chair = ((panel.chair, chairs_scope(panel)),) if panel.chair else ()
    return tuple(dict.fromkeys((*((seat.role, seat.of) for seat in panel.members), *chair)))


def is_role(body: Body) -> bool:
    """Whether it is a role; what is not is a panel."""
    return body in _ROLES
