"""A funding: what was asked for, found, decided, agreed, paid; its history."""

from typing import Annotated

from fastapi import APIRouter, Depends, Request
from starlette.responses import Response

from domain.fundings.state import Funding
from domain.kernel.ids import funding_stream
from domain.kernel.moments import day_of
from language import locale
from queries.as_of import Then
from queries.funding import funding_in_full
from queries.history import LookedUp, entries_of
from queries.history_part import HistoryFilter, Place, history_part, part_of
from queries.visit import Visit, reached
from web.entries import entries_shown
from web.page import page
from web.pages.history import Asked
from web.visiting import Visiting
from wording.details import called
from wording.pages import cooperation as file_words
from wording.pages import expected as expected_words
from wording.pages import funding as words
from wording.pages import history as history_words
from wording.pages import printed
from wording.quantities import short_day

router = APIRouter()
_LAST_ENTRIES = 5


@router.get("/o/{organisation}/financements/{key}")
async def funding(request: Request, visit: Visiting, key: str, au: str = "", connu: str = "") -> Response:
    """Now, or as it was on a day."""
    then = Then(au, connu)
    async with reached():
        found = await funding_in_full(visit, key, then)
        file = LookedUp(found.view.file, [found.cooperation], {})
        entries, read = await entries_of(visit, found.view.file, then)
        recent = await part_of(visit, file, entries, read, HistoryFilter(), Place(), _LAST_ENTRIES)
    view = found.view
    today = day_of(view.recorded_at, view.zone)
    return page(
        request,
        "funding/funding.html",
        words=words,
        file_words=file_words,
        expected_words=expected_words,
        history_words=history_words,
        found=found,
        then=then,
        zone=view.zone,
        today=today,
        told=found.content,
        keys=words.keys_of(found.rulebook),
        person=lambda one: called(one, found.names),
        recent=entries_shown(visit, recent),
        print_foot=printed.foot(found.cooperation.name, short_day(today, locale()), read.position),
    )


@router.get("/o/{organisation}/financements/{key}/historique")
async def history(
    request: Request, visit: Visiting, key: str, asked: Annotated[Asked, Depends()]
) -> Response:
    """What happened to it, the last entries first."""
    stream = funding_stream(key)
    async with reached():
        part = await history_part(visit, stream, asked.then, asked.where, Place(asked.apres, asked.entree))
        name = await _name(visit, stream)
    return page(
        request,
        "funding/history.html",
        file_key=stream,
        name=name,
        file_words=file_words,
        **asked.shown(visit, stream, part),
    )


async def _name(visit: Visit, key: str) -> str:
    """The name of its cooperation."""
    file = await visit.kept(key)
    return (await visit.file(file.cooperation)).name if isinstance(file, Funding) else ""
