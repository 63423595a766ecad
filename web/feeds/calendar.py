"""A calendar that somebody subscribed to: by its address alone, as its owner may read it now."""

import asyncio
from hashlib import sha256

from fastapi import APIRouter, Request
from starlette.responses import PlainTextResponse, Response

import links
from access.feeds import Feed
from domain.kernel.values import Language
from exports.calendar_ics import CalendarEntry, calendar_ics
from language import Locale, locale, say, speaking
from projections.calendar import CalendarLine
from queries.calendars import Calendar, calendar_of
from queries.visit import Visit
from web.failures import NoSuchPage
from web.site import Site, site_of
from web.visiting import visit_as
from wording.calendars import BECAME, entry_title
from wording.pages import failures as words

router = APIRouter()
_FORMAT = 1
"""Goes up when the same entries are written otherwise: copies are then taken anew."""
_HEADERS = {"Cache-Control": "private, no-cache", "Referrer-Policy": "no-referrer"}
_MEDIA_TYPE = "text/calendar; charset=utf-8"


@router.get("/cal/{token}.ics")
async def calendar(request: Request, token: str) -> Response:
    """304 where the copy that somebody has is still true, or was made within the minute."""
    site = site_of(request)
    feed = await site.access.feeds.find(token)
    if feed is None:
        raise NoSuchPage
    asked = _asked(request)
    if known := site.feed_pace.unchanged(token, asked):
        return _not_modified(known)
    if not site.feed_pace.allows(token):
        return PlainTextResponse(say(words.TOO_FAST), 429, {"Retry-After": "60"})
    visit = await visit_as(site, feed.organisation, feed.person)
    with speaking(_language(visit)):
        found = await calendar_of(visit, feed.kind, feed.about)
        etag = _etag(site, found)
        site.feed_pace.answered(token, etag)
        if etag in asked:
            return _not_modified(etag)
        content = await asyncio.to_thread(_written, site, feed, found)
    return Response(content, media_type=_MEDIA_TYPE, headers=_HEADERS | {"ETag": etag})


def _asked(request: Request) -> dict[str, None]:
    """The tags of the copies that whoever asks has, in their order."""
    given = request.headers.get("if-none-match", "")
    return {one.strip().removeprefix("W/"): None for one in given.split(",") if one.strip()}


def _not_modified(etag: str) -> Response:
    return Response(status_code=304, headers=_HEADERS | {"ETag": etag})


def _language(visit: Visit) -> Locale:
    return "en" if visit.people.people[visit.person].language is Language.ENGLISH else "fr"


def _etag(site: Site, found: Calendar) -> str:
    """Of all that is written, without writing it."""
    told = (_FORMAT, site.address, locale(), say(found.title), *(repr(one) for one in found.lines))
    return f'"{sha256(repr(told).encode()).hexdigest()[:32]}"'


def _written(site: Site, feed: Feed, found: Calendar) -> bytes:
    entries = (_entry(site, feed.organisation, one) for one in found.lines)
    return calendar_ics(say(found.title), locale(), entries)


def _entry(site: Site, organisation: str, line: CalendarLine) -> CalendarEntry:
    page = links.file(organisation, line.file)
    if ":" not in line.file:
        page = links.section(organisation, line.file, "echeances")
    return CalendarEntry(
        uid=f"{organisation}/{line.file}/{line.base}@escale",
        title=entry_title(say(line.name), line.file_name),
        day=line.day,
        sequence=line.sequence,
        changed_at=line.changed_at,
        url=links.absolute(site.address, page),
        cancelled=line.became != "open",
        note=say(BECAME[line.became]) if line.became != "open" else None,
    )
