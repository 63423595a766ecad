"""Envelopes: what of each is set aside, paid and left; one in full, with what came and went."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Annotated

from fastapi import APIRouter, Query, Request
from starlette.responses import Response

import links
from domain.cooperations.state import Cooperation
from domain.fundings.state import Funding
from domain.kernel.ids import cooperation_stream, funding_stream
from domain.kernel.moments import day_of
from language import Text, locale, say
from projections.envelopes import EnvelopeCursor, EnvelopeFilter, EnvelopeLine
from queries.as_of import Then
from queries.burn_down import MonthEnd
from queries.envelopes import (
    EnvelopeInFull,
    envelope_in_full,
    keeps_envelopes,
    list_envelopes,
    under_study,
    whys,
)
from queries.lists import Part
from queries.visit import Visit, reached
from web.charts.steps import StepChart, step_chart
from web.page import page
from web.visiting import Visiting
from wording.commands import COMMANDS
from wording.details import called
from wording.naming import Naming
from wording.pages import envelopes as words
from wording.quantities import short_day

router = APIRouter()
_PLACE = len(EnvelopeCursor._fields)


@dataclass(frozen=True, slots=True)
class MovementShown:
    """What changed how much there is, in words."""

    at: str
    what: str
    how_much: str
    who: str
    why: str


@router.get("/o/{organisation}/enveloppes")
async def envelopes(
    request: Request, visit: Visiting, apres: Annotated[list[str] | None, Query()] = None
) -> Response:
    """All of them, by programme and instrument, the latest year first."""
    found = await list_envelopes(visit, EnvelopeFilter(), Part(_after(apres or [])))
    following = [str(one) for one in found.after] if found.after else []
    return page(
        request,
        "envelopes/list.html",
        words=words,
        commands=COMMANDS,
        lines=[(one, _named(visit, one.envelope, one)) for one in found.rows],
        keeps=keeps_envelopes(visit),
        following=links.envelopes(visit.organisation, apres=following) if following else None,
    )


@router.get("/o/{organisation}/enveloppes/{key:path}")
async def envelope(request: Request, visit: Visiting, key: str) -> Response:
    """One, with what fundings have of it; those that its reader may not read are a sum."""
    found = await envelope_in_full(visit, key.replace("\0", ""), Then())
    reasons = await whys(visit, found)
    async with reached():
        names = await _fundings(visit, [one.funding for one in found.shares if one.funding])
        asked = await under_study(visit, found.line)
    months = found.burn_down.months
    return page(
        request,
        "envelopes/envelope.html",
        words=words,
        commands=COMMANDS,
        line=found.line,
        name=_named(visit, found.line.envelope, found.line),
        shares=found.shares,
        funding=names,
        movements=list(_movements(visit, found, reasons)),
        asked=asked,
        months=months,
        later=found.burn_down.later_cents,
        chart=_chart(months),
        today=short_day(day_of(visit.now, visit.zone), locale()),
        keeps=keeps_envelopes(visit),
        zone=visit.zone,
    )


def _after(place: list[str]) -> EnvelopeCursor | None:
    """Where the part begins; what is no place is the beginning."""
    if len(place) != _PLACE:
        return None
    programme, instrument, fast, year = (one.replace("\0", "") for one in place)
    return EnvelopeCursor(programme, instrument, fast == str(True), year)


def _named(visit: Visit, envelope: str, line: EnvelopeLine) -> Text:
    """An envelope by its instrument and its year; ``line``: under whose rules."""
    return Text(*Naming(visit.rulebook(line.rulebook)).one("envelope", envelope))


def _chart(months: Sequence[MonthEnd]) -> StepChart:
    """What the table of months says, drawn."""
    series = {
        "allotted": [one.allotted for one in months],
        "committed": [one.committed for one in months],
        "paid": [one.paid for one in months],
        "planned": [one.planned for one in months],
    }
    return step_chart(series, [words.month_on_axis(one.first) for one in months], words.axis)


def _movements(visit: Visit, found: EnvelopeInFull, reasons: Sequence[str]) -> Iterator[MovementShown]:
    for one, why in zip(found.movements, reasons, strict=True):
        told = one.as_json()
        other = told.get("to") or told.get("source")
        named = say(_named(visit, other, found.line)) if other else ""
        yield MovementShown(
            one.at,
            words.what(one.event.type),
            words.moved(told, named),
            called(one.actor, found.names),
            why,
        )


async def _fundings(visit: Visit, keys: Iterable[str]) -> Mapping[str, str]:
    """The cooperations of fundings that may be read, by the ids of these."""
    read = await visit.states([funding_stream(one) for one in keys])
    fundings = [one for one in read.values() if isinstance(one, Funding)]
    streams = {cooperation_stream(one.cooperation) for one in fundings}
    files = await visit.states(sorted(streams))
    names = {one.id: one.name for one in files.values() if isinstance(one, Cooperation)}
    return {one.id: names.get(one.cooperation, one.id) for one in fundings}
