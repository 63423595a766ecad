"""One's calendars: their addresses for other programs, made, renewed and taken away."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import get_args

from fastapi import APIRouter, Request
from starlette.responses import Response

import links
from access.feeds import Addressed, Feed, FeedKind
from language import Text
from queries.calendars import calendar_name, calendars_to_choose
from queries.portfolio_choices import Choice
from queries.visit import Visit
from web.failures import NoSuchPage
from web.own_visits import own_visit
from web.page import found_at
from web.posted import Posting
from web.site import Site, site_of
from wording.calendars import MINE

router = APIRouter()
_KINDS: tuple[FeedKind, ...] = get_args(FeedKind)


@dataclass(frozen=True, slots=True)
class CalendarShown:
    """A calendar that has an address; none where it is to be renewed. ``key`` names it in forms."""

    key: str
    name: Text
    address: str | None
    webcal: str | None


@dataclass(frozen=True, slots=True)
class CalendarsShown:
    """Somebody's calendars in an organisation, and those that they may add, each kind apart."""

    organisation: str
    name: str
    there: Sequence[CalendarShown]
    regions: Sequence[Choice]
    programmes: Sequence[Choice]
    mine: Choice | None


@router.post("/moi/agendas")
async def change(request: Request, posted: Posting) -> Response:
    """Give a calendar an address, another one, or none."""
    site, visit = site_of(request), await own_visit(request, posted.one("organisation"))
    feed = _feed(visit, posted.one("calendar"))
    feeds = site.access.feeds
    match posted.one("do"):
        case "make" if posted.one("calendar") in await _choices(visit):
            await feeds.make(feed)
        case "renew":
            await feeds.renew(feed)
        case "end":
            await feeds.end(feed)
        case _:
            raise NoSuchPage
    return found_at(request, links.me("agendas"))


async def calendars_of(request: Request, visits: Sequence[Visit]) -> Sequence[CalendarsShown]:
    """What is shown of them among what concerns oneself, by organisation."""
    site = site_of(request)
    return [await _shown(site, visit) for visit in visits]


async def _shown(site: Site, visit: Visit) -> CalendarsShown:
    addressed = await site.access.feeds.of_person(visit.organisation, visit.person)
    taken = {_key(one.feed) for one in addressed}
    kinds = await calendars_to_choose(visit)

    def left(kind: FeedKind) -> list[Choice]:
        keys = ((f"{kind}:{about}", name) for about, name in kinds[kind])
        return [one for one in keys if one[0] not in taken]

    return CalendarsShown(
        visit.organisation,
        visit.people.name,
        [_calendar(site, visit, one) for one in addressed],
        left("region"),
        left("programme"),
        None if "mine:" in taken else ("mine:", MINE),
    )


def _calendar(site: Site, visit: Visit, one: Addressed) -> CalendarShown:
    address = links.absolute(site.address, links.calendar(one.token)) if one.token else None
    webcal = address and "webcal:" + address.partition(":")[2]
    return CalendarShown(_key(one.feed), calendar_name(visit, one.feed.kind, one.feed.about), address, webcal)


async def _choices(visit: Visit) -> set[str]:
    """The keys of all calendars that somebody may have."""
    kinds = await calendars_to_choose(visit)
    return {"mine:", *(f"{kind}:{about}" for kind, found in kinds.items() for about, _ in found)}


def _key(feed: Feed) -> str:
    return f"{feed.kind}:{feed.about}"


def _feed(visit: Visit, key: str) -> Feed:
    kind, _, about = key.partition(":")
    known: FeedKind | None = next((one for one in _KINDS if one == kind), None)
    if known is None or "\0" in about:
        raise NoSuchPage
    return Feed(visit.organisation, visit.person, known, about)
