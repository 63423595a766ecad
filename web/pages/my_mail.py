"""What one is mailed beside what is asked of one: a weekly digest, cooperations that one follows or mutes."""

from collections.abc import Sequence
from dataclasses import dataclass

from fastapi import APIRouter, Request
from starlette.responses import Response

import links
import links.mail
from queries.visit import Visit, reached
from web.failures import NoSuchPage
from web.own_visits import own_visit
from web.page import found_at
from web.posted import Posting
from web.site import site_of
from web.visiting import Visiting
from workspace.mail_preferences import WeeklyDigest, Wish

router = APIRouter()
_WISHES: dict[str, Wish | None] = {"suivre": "follow", "muet": "mute", "": None}
_WEEK = 7


@dataclass(frozen=True, slots=True)
class FileShown:
    """A cooperation of which somebody wishes something."""

    key: str
    name: str
    wish: Wish


@dataclass(frozen=True, slots=True)
class MailShown:
    """What somebody is mailed by one organisation; ``weekday``: of their digest, 1 is Monday, 0 for none."""

    organisation: str
    name: str
    weekday: int
    files: Sequence[FileShown]


async def my_mail(request: Request, visits: Sequence[Visit]) -> Sequence[MailShown]:
    """The same for each organisation that somebody signed in belongs to."""
    return [await _of(request, visit) for visit in visits]


@router.post("/moi/courrier")
async def choose_digest(request: Request, posted: Posting) -> Response:
    """A digest on another weekday, or none."""
    visit = await own_visit(request, posted.one("organisation"))
    weekday, preferences = posted.one("weekday"), site_of(request).mail_preferences
    if weekday not in map(str, range(_WEEK + 1)):
        raise NoSuchPage
    async with reached():
        if weekday == "0":
            await preferences.end_digest(visit.organisation, visit.person)
        else:
            position = (await visit.service.ledger.head(visit.organisation)).position
            wanted = WeeklyDigest(visit.person, int(weekday), position, visit.now)
            await preferences.choose(visit.organisation, wanted)
    return found_at(request, f"{links.me()}?fait=courrier#courrier")


@router.post("/o/{organisation}/dossiers/{key}/suivi")
async def follow(request: Request, visit: Visiting, key: str, posted: Posting) -> Response:
    """Follow a cooperation, mute it, or neither; who may no longer read it can still forget it."""
    wish = posted.one("wish")
    if wish not in _WISHES:
        raise NoSuchPage
    preferences = site_of(request).mail_preferences
    async with reached():
        if wish:
            await visit.file(key)
        await preferences.wish(visit.organisation, visit.person, key, _WISHES[wish])
    return found_at(
        request, links.mail.mine() if posted.one("from") == "me" else links.file(visit.organisation, key)
    )


async def wish_of(request: Request, visit: Visit, key: str) -> str:
    """What the person wishes of a cooperation; empty if nothing."""
    async with reached():
        wishes = await site_of(request).mail_preferences.wishes(visit.organisation, visit.person)
    return wishes.get(key, "")


async def _of(request: Request, visit: Visit) -> MailShown:
    preferences = site_of(request).mail_preferences
    async with reached():
        digest = await preferences.digest(visit.organisation, visit.person)
        wishes = await preferences.wishes(visit.organisation, visit.person)
        files = [FileShown(key, await _name(visit, key), wish) for key, wish in wishes.items()]
    return MailShown(visit.organisation, visit.people.name, digest.weekday if digest else 0, files)


async def _name(visit: Visit, key: str) -> str:
    """What a cooperation is called; its key alone to who may not read it any more."""
    file = await visit.cooperation(key)
    return file.name if file and visit.may_read(file) else key
