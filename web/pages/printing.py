"""Several cooperations on paper, for a commission: one page of the site, each of them on pages of its own."""

from dataclasses import dataclass

from fastapi import APIRouter, Request
from starlette.responses import Response

import links
from domain.kernel.moments import day_of
from exports.document_text import markdown
from language import locale, say
from queries.as_of import Then
from queries.bulk import chosen
from queries.on_paper import MOST, OnPaper, on_paper, shared_templates
from queries.typed import end_of
from queries.visit import Visit, reached
from web.documents import Block, blocks
from web.page import found_at, page
from web.pages.cooperation_head import position_of
from web.posted import Posting
from web.visiting import Visiting
from wording.pages import portfolio as list_words
from wording.pages import printed
from wording.pages import printing as words
from wording.quantities import short_day

router = APIRouter()
_LONGEST_TITLE = 80


@dataclass(frozen=True, slots=True)
class Sheet:
    """A cooperation as it is printed, with the foot of its pages."""

    told: OnPaper
    blocks: list[Block]
    foot: str


@router.post("/o/{organisation}/impression")
async def sent(request: Request, visit: Visiting, posted: Posting) -> Response:
    """From the list: to the page of what is ticked there, or of all that it holds."""
    everything = posted.one("all")
    ticked = [] if everything else list(posted.all("file"))
    return found_at(request, links.printing(visit.organisation, file=ticked, all=everything))


@router.get("/o/{organisation}/impression")
async def printing(
    request: Request,
    visit: Visiting,
    titre: str = "",
    modele: str = "",
    au: str = "",
    public: str = "",
) -> Response:
    """As a page, and for print."""
    asked = request.query_params
    meant = await chosen(visit, asked.getlist("file"), asked.get("all", ""), sheets=True)
    async with reached():
        position = await position_of(visit)
    end = end_of(au, visit.zone)
    day = short_day(day_of(end or visit.now, visit.zone), locale())
    told = [
        await _sheet(visit, one.file, modele, au, day, position, public=bool(public)) for one in meant[:MOST]
    ]
    title = titre.replace("\0", "").strip()[:_LONGEST_TITLE]
    templates = shared_templates(visit, [one.told.file for one in told])
    return page(
        request,
        "printing/files.html",
        words=words,
        list_words=list_words,
        meant=meant,
        everything=asked.get("all", ""),
        most=MOST,
        sheets=told,
        title=title,
        day=day,
        then=Then(au),
        templates=[("", say(words.EVERYTHING)), *((key, say(name)) for key, name in templates.items())],
        chosen=modele,
        public=bool(public),
        print_foot=printed.foot(title or say(words.TITLE), day, position),
    )


async def _sheet(
    visit: Visit, key: str, template: str, as_of: str, day: str, position: int, *, public: bool
) -> Sheet:
    """One of them, written while what is shown happens where it lives."""
    told = await on_paper(visit, key, template, as_of, public=public)
    written = blocks(markdown(told.document)) if told.document else []
    return Sheet(told, written, printed.foot(told.file.name, day, position))
