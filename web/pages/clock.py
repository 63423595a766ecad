"""The clock of a simulation: read, taken further, stopped; and what happened since it was moved."""

from dataclasses import dataclass
from datetime import date
from typing import Annotated

from fastapi import APIRouter, Query, Request
from starlette.responses import Response

import links.organisation
from access.session import Session
from domain.kernel.clock import ClockSetting
from domain.kernel.moments import day_of
from language import locale
from queries.clock import aim, clock_of, may_move, needs_to_move, stop
from queries.news import News, Teller
from queries.visit import Visit, reached
from web.page import found_at, page
from web.posted import Posted, Posting
from web.visiting import Visiting
from wording.pages import clock as words
from wording.quantities import long_day

router = APIRouter()
MOST_NEWS = 200
"""How much of what happened is listed; the latest."""
_LONGEST_POSITION = 10**15

Since = Annotated[int | None, Query(alias="depuis", ge=0, le=_LONGEST_POSITION)]
"""After which position of the ledger what happened is listed."""
From = Annotated[str, Query(alias="de", max_length=10)]
To = Annotated[str, Query(alias="vers", max_length=10)]


@dataclass(frozen=True, slots=True)
class Way:
    """A clock on its way: where it is going, and how much of the way it has come, in percent."""

    target: str
    done: int


@router.get("/o/{organisation}/horloge")
async def clock(
    request: Request, visit: Visiting, since: Since = None, begun: From = "", wanted: To = ""
) -> Response:
    """What it shows, and what was recorded since it was last moved."""
    setting = await clock_of(visit)
    news = await _news(visit, since)
    return page(
        request,
        "clock/clock.html",
        words=words,
        now=long_day(day_of(setting.now, visit.zone), locale()),
        first_day=day_of(setting.now, visit.zone),
        way=_way(visit, setting, begun),
        to_take_up=wanted if _later(wanted, setting, visit) else "",
        since=since,
        news=news[-MOST_NEWS:],
        cut_off=len(news) > MOST_NEWS,
        may_move=_may_move(request, visit),
    )


@router.post("/o/{organisation}/horloge")
async def move(request: Request, visit: Visiting, posted: Posting) -> Response:
    """Take it further, or leave it where it is."""
    if not _is_anybodys(request):
        needs_to_move(visit)
    async with reached():
        head = (await visit.service.ledger.head(visit.organisation)).position
    if posted.one("act") == "stop":
        return await _stopped(request, visit, posted)
    before = await aim(visit, posted.one("to"), posted.one("by"))
    begun = day_of(before.now, visit.zone)
    return found_at(request, f"{links.organisation.clock(visit.organisation, head)}&de={begun}")


async def _stopped(request: Request, visit: Visit, posted: Posted) -> Response:
    setting = await clock_of(visit)
    await stop(visit)
    since = posted.one("since")
    address = links.organisation.clock(visit.organisation, int(since) if since.isdecimal() else 0)
    return found_at(request, f"{address}&vers={day_of(setting.target, visit.zone)}")


async def _news(visit: Visit, since: int | None) -> list[News]:
    if since is None:
        return []
    async with reached():
        return await Teller(visit, since, await visit.names()).news()


def _way(visit: Visit, setting: ClockSetting, begun: str) -> Way | None:
    if setting.target <= setting.now:
        return None
    now, target = day_of(setting.now, visit.zone), day_of(setting.target, visit.zone)
    try:
        start = min(date.fromisoformat(begun), now)
    except ValueError:
        start = now
    return Way(long_day(target, locale()), 100 * (now - start).days // max((target - start).days, 1))


def _later(day: str, setting: ClockSetting, visit: Visit) -> bool:
    return setting.target <= setting.now and day > str(day_of(setting.now, visit.zone))


def _may_move(request: Request, visit: Visit) -> bool:
    return _is_anybodys(request) or may_move(visit)


def _is_anybodys(request: Request) -> bool:
    """Whoever may look at a simulation as anybody may let its time pass, as whomever they look at it."""
    session: Session | None = request.state.session
    return session is not None and (session.kind == "demonstration" or request.state.owns_training)
