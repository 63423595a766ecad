"""What one is mailed beside what is asked of one: a weekly digest, cooperations that one follows or mutes."""

from collections.abc import Sequence
from dataclasses import dataclass

from fastapi import APIRouter, Request
from starlette.responses import Response

import links
import links.mail
from access.session import Session
from queries.visit import Visit, reached
from web.failures import NoSuchPage, NotSignedIn
from web.page import found_at
from web.posted import Posting
from web.signing_in import visits_of
from web.site import site_of
from web.visiting import Visiting, visit_as
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


async def my_mail(request: Request, session: Session) -> Sequence[MailShown]:
    """The same for each organisation that somebody signed in belongs to."""
    return [await _of(request, visit) for visit in await _visits(request, session)]


@router.post("/moi/courrier")
async def choose_digest(request: Request, posted: Posting) -> Response:
    """A digest on another weekday, or none."""
    visit = await _visit_named(request, posted.one("organisation"))
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


async def _visits(request: Request, session: Session) -> Sequence[Visit]:
    site = site_of(request)
    if session.account:
        return await visits_of(site, session.account)
    if session.kind == "demonstration" and session.organisation and session.person:
        return [await visit_as(site, session.organisation, session.person)]
    return []


async def _visit_named(request: Request, organisation: str) -> Visit:
    """The visit to an organisation that the reader belongs to. Raises NoSuchPage for any other."""
    session: Session | None = request.state.session
    if session is None:
        raise NotSignedIn
    for visit in await _visits(request, session):
        if visit.organisation == organisation:
            return visit
    raise NoSuchPage
