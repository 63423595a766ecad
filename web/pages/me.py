"""One's own page: language, sessions, password, and what is kept about oneself."""

from collections.abc import Mapping
from dataclasses import dataclass

from fastapi import APIRouter, Request
from starlette.responses import Response

import links
from access.accounts import Account
from access.passwords import TooManyAtOnce
from access.session import Session
from access.signing_in import TooOften
from language import Text
from web.browsers import browser_of
from web.failures import NoSuchPage, NotSignedIn
from web.own_visits import own_visits
from web.page import found_at, page
from web.pages.my_calendars import calendars_of
from web.pages.my_mail import my_mail
from web.passwords import fault_of
from web.posted import Posting
from web.site import site_of
from wording.pages import me as words
from wording.pages import my_calendars as calendar_words
from wording.pages import my_mail as mail_words
from wording.pages import sign_in as sign_in_words
from wording.pages import tokens as token_words

router = APIRouter()
_DONE = {"fin": words.ENDED, "mot-de-passe": words.CHANGED, "courrier": mail_words.KEPT}
_LANGUAGES = (("fr", words.FRENCH.fr), ("en", words.ENGLISH.en))


@dataclass(frozen=True, slots=True)
class SessionShown:
    """One of somebody's sessions, as they recognise it."""

    id: str
    browser: str
    signed_in: str
    seen: str
    current: bool


@router.get("/moi")
async def me(request: Request, fait: str = "") -> Response:
    """What concerns oneself, in every organisation."""
    return await _page(request, done=_DONE.get(fait))


@router.post("/moi/langue")
async def speak(request: Request, posted: Posting) -> Response:
    """Another language from the next page on."""
    session, access = _session(request), site_of(request).access
    language = posted.one("language")
    if language not in ("fr", "en"):
        raise NoSuchPage
    await access.sessions.speak(session.id, "fr" if language == "fr" else "en")
    if session.account:
        await access.accounts.set_language(session.account, "fr" if language == "fr" else "en")
    return found_at(request, links.me())


@router.post("/moi/connexions")
async def end(request: Request, posted: Posting) -> Response:
    """End another of one's sessions, or all others."""
    session, access = _session(request), site_of(request).access
    if session.account is None:
        raise NoSuchPage
    if named := posted.one("session"):
        try:
            await access.sessions.end_one(session.account, bytes.fromhex(named))
        except ValueError:
            raise NoSuchPage from None
    else:
        await access.sessions.end_others(session.account, session.id)
    return found_at(request, f"{links.me()}?fait=fin")


@router.post("/moi/mot-de-passe")
async def change_password(request: Request, posted: Posting) -> Response:
    """Another password; every other session ends."""
    session, access = _session(request), site_of(request).access
    if session.account is None:
        raise NoSuchPage
    password = posted.one("password")
    try:
        if not await access.signing_in.proves(session.account, posted.one("current")):
            return await _page(request, 422, {"current": words.WRONG})
        if fault := fault_of(password):
            return await _page(request, 422, {"password": fault})
        hashed = await access.passwords.hash(password)
    except TooOften:
        return await _page(request, 429, {"current": sign_in_words.TOO_OFTEN})
    except TooManyAtOnce:
        return await _page(request, 503, {"current": sign_in_words.BUSY})
    await access.accounts.set_password(session.account, hashed)
    await access.links.end_of(session.account, "access", "reset", "sign-in")
    await access.sessions.end_others(session.account, session.id)
    await access.sessions.prove(session.id)
    return found_at(request, f"{links.me()}?fait=mot-de-passe")


async def _page(
    request: Request, status: int = 200, wrong: Mapping[str, Text] | None = None, done: Text | None = None
) -> Response:
    session, site = _session(request), site_of(request)
    account: Account | None = None
    sessions: list[SessionShown] = []
    visits = await own_visits(request)
    if session.account:
        account = await site.access.accounts.find(session.account)
        sessions = [_shown(one, session) for one in await site.sessions.of_account(session.account)]
    return page(
        request,
        "access/me.html",
        status,
        words=words,
        sign_in_words=sign_in_words,
        tokens=token_words,
        languages=_LANGUAGES,
        account=account,
        sessions=sessions,
        mail=await my_mail(request, visits),
        mail_words=mail_words,
        organisations=[(one.organisation, one.people.name) for one in visits if account],
        calendars=await calendars_of(request, visits),
        calendar_words=calendar_words,
        wrong=wrong or {},
        done=done,
    )


def _session(request: Request) -> Session:
    session: Session | None = request.state.session
    if session is None:
        raise NotSignedIn
    return session


def _shown(one: Session, current: Session) -> SessionShown:
    signed_in, seen = (words.at(instant) for instant in (one.signed_in_at, one.seen_at))
    return SessionShown(one.id.hex(), browser_of(one.agent), signed_in, seen, one.id == current.id)
