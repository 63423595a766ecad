"""The public sheet of a cooperation: what a member of a panel sees at its address."""

from collections.abc import Iterator
from zoneinfo import ZoneInfo

from fastapi import Request
from starlette.responses import Response

from application.document import Document, Section
from language import Text, locale, say
from queries.public_sheet import PublicSheet, public_sheet
from queries.visit import Visit
from web.page import page
from wording.distances import moment_in_words
from wording.events import EVENTS
from wording.headings import STATUS
from wording.history import said
from wording.pages import public_sheet as words
from wording.public_sheet import ONLY_PUBLIC
from wording.punctuation import labelled
from wording.quantities import short_day
from wording.subjects import title
from wording.values import word


async def sheet_page(request: Request, visit: Visit, key: str) -> Response:
    """What is public of it, and the reviews in which the reader has a seat. Raises Failure."""
    found = await public_sheet(visit, key)
    zone = visit.zone_in(found.region, found.document.sheet.rulebook)
    return page(
        request,
        "cooperation/public_sheet.html",
        words=words,
        only_public=ONLY_PUBLIC,
        found=found,
        standing=list(_standing(found)),
        sections=[
            (title(one.subject), lines)
            for one in found.document.sections
            if (lines := list(_lines(found.document, one, zone)))
        ],
    )


def _standing(found: PublicSheet) -> Iterator[tuple[Text, str]]:
    """Where it stands, which is told of every cooperation."""
    sheet = found.document.sheet
    yield words.TERRITORY, sheet.territory.name
    yield words.PROGRAMME, say(found.document.rulebook.name)
    yield words.PHASE, say(sheet.phase_name) if sheet.phase_name else word(sheet.phase, "phase")
    yield STATUS, word(sheet.status, "cooperation")


def _lines(document: Document, section: Section, zone: ZoneInfo) -> Iterator[str]:
    """What a section says, line by line, as the document does."""
    sheet = document.sheet
    match section.subject:
        case "sheet":
            yield labelled(say(words.OBJECT), sheet.object)
        case "territory":
            yield from (f"{one.zoning} ({one.source}, {one.source_date})" for one in sheet.territory.zonings)
        case "stage":
            yield labelled(say(words.SINCE), moment_in_words(sheet.since, zone, locale()))
            yield from (labelled(say(one.name), word(one.held, "gate-item")) for one in sheet.gate)
        case "horizon":
            yield from (labelled(short_day(one.due.day, locale()), say(one.name)) for one in sheet.deadlines)
        case "conventions":
            yield from (words.granted(one, document.rulebook, zone) for one in document.grants)
        case _:
            for entry in section.entries:
                details = said(entry.details, {}, document.rulebook, entry.type, {})
                told = labelled(moment_in_words(entry.effective_at, zone, locale()), say(EVENTS[entry.type]))
                yield f"{told} – {details}" if details else told
