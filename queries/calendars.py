"""The calendars that somebody may subscribe to, and what stands in one now: judged anew each time."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import timedelta
from typing import Literal

from application.ports import RulebookDiffers
from domain.registry.reading_scope import NOWHERE
from language import Text, text_of
from projections.calendar import CalendarFilter, CalendarLine
from queries.portfolio_choices import (
    Choice,
    programme_choices,
    region_choices,
    region_name,
    values_of,
)
from queries.visit import Visit, reached
from wording.calendars import MINE, calendar_title

CalendarKind = Literal["mine", "region", "programme"]
"""What concerns the person; all that they may read of a region; of a programme."""

REMEMBERED = timedelta(days=90)
"""How long an entry that is over stays, cancelled: until every copy has heard of it."""


@dataclass(frozen=True, slots=True)
class Calendar:
    """A calendar by its name, and its entries by day; ``deadline`` names are in both languages."""

    title: Text
    lines: Sequence[CalendarLine]


async def calendar_of(visit: Visit, kind: CalendarKind, about: str) -> Calendar:
    """What stands in a calendar now: nothing, where they have lost what let them read it. Raises Failure."""
    where = CalendarFilter(
        since=visit.now - REMEMBERED,
        mine=kind == "mine",
        region=about if kind == "region" else None,
        programme=about if kind == "programme" else None,
    )
    async with reached():
        lines = await visit.service.read_models.calendar(visit.organisation, visit.scope, where)
    title = calendar_title(
        visit.people.name, calendar_name(visit, kind, about), simulation=visit.simulation is not None
    )
    return Calendar(title, lines)


def calendar_name(visit: Visit, kind: CalendarKind, about: str) -> Text:
    """What a calendar is of."""
    if kind == "mine":
        return MINE
    return region_name(visit, about) if kind == "region" else _programme(visit, about)


async def calendars_to_choose(visit: Visit) -> dict[CalendarKind, Sequence[Choice]]:
    """The regions and programmes of which the person may subscribe to a calendar. Raises Failure."""
    scope = visit.scope
    if scope.in_full == scope.own == NOWHERE:
        return {"region": (), "programme": ()}
    values = await values_of(visit)
    return {"region": region_choices(visit, values), "programme": programme_choices(visit, values)}


def _programme(visit: Visit, programme: str) -> Text:
    """Its name, as the rulebook has it that is in force."""
    try:
        found = visit.service.rulebooks.current(visit.people, programme)
    except RulebookDiffers:
        found = None
    return text_of(found.name) if found else Text(programme, programme)
