"""The door of a mailed link: looking changes nothing, pressing the button lets in.

Scanners of mail follow every link, and some run scripts: nothing is consumed and nobody signed in by GET or HEAD, and
nothing is submitted by itself. Behind the door no address holds the token.
"""

from dataclasses import dataclass

from fastapi import APIRouter, Request
from starlette.responses import Response

import links
from access.links import Link
from access.session import USUAL, NewSession, Session
from domain.kernel.values import Language
from language import Text, say
from queries.invited import invited_to
from queries.visit import Visit
from web.page import found_at, page
from web.passwords import fault_of
from web.posted import DoorPosting
from web.security.seals import BACK_TO, sealed
from web.signing_in import NO_STORE, begin, enter, visits_of
from web.site import site_of
from web.visiting import visit_as
from wording.pages import door as words
from wording.pages import sign_in as sign_in_words

router = APIRouter()
_UNSEEN = NO_STORE | {"Referrer-Policy": "no-referrer"}
_SAID = {
    "access": (words.ACCESS_TITLE, words.ACCESS, sign_in_words.CHOOSE),
    "reset": (sign_in_words.RESET_TITLE, words.ACCESS, sign_in_words.CHOOSE),
    "sign-in": (words.SIGN_IN_TITLE, words.SIGN_IN, words.SIGN_IN_BUTTON),
    "identity": (words.IDENTITY_TITLE, words.IDENTITY, words.IDENTITY_BUTTON),
    "invitation": (words.INVITED_TITLE, words.INVITED, words.GO_ON),
}


@dataclass(frozen=True, slots=True)
class Meant:
    """A link that is good, whom it is for and, for an invitation, what about. ``you``: who is signed in instead."""

    link: Link
    visit: Visit
    name: str
    about: str
    you: str


@router.api_route("/l/{token}", methods=["GET", "HEAD"])
async def look(request: Request, token: str) -> Response:
    """What the link is for, and for whom."""
    link = await site_of(request).access.links.find(token)
    meant = await _meant(request, link) if link else None
    return _door(request, meant) if meant else _over(request)


@router.post("/l/{token}")
async def come_in(request: Request, token: str, posted: DoorPosting) -> Response:
    """Use the link: up, if it is good for once."""
    site = site_of(request)
    link = await site.access.links.find(token)
    meant = await _meant(request, link) if link else None
    if link is None or meant is None:
        return _over(request)
    if link.purpose == "invitation":
        return await _into_review(request, meant)
    password = posted.one("password")
    chooses = link.purpose in ("access", "reset")
    if chooses and (fault := fault_of(password)):
        return _door(request, meant, fault)
    hashed = await site.access.passwords.hash(password) if chooses else None
    if await site.access.links.use_up(token) is None or link.account is None:
        return _over(request)
    if hashed:
        await site.access.accounts.set_password(link.account, hashed)
        await site.access.links.end_of(link.account, "access", "reset", "sign-in")
        await site.sessions.end_others(link.account)
    elif link.purpose == "identity" and link.subject:
        await site.access.identities.link(site.settings.oidc_issuer, link.subject, link.account)
    back = sealed(site, BACK_TO, link.subject) if link.purpose == "sign-in" and link.subject else ""
    return await begin(request, link.account, link.purpose, proved=chooses, back_to=back)


async def _meant(request: Request, link: Link) -> Meant | None:
    """None for a link that was good once: its person has another address, or is nobody any more."""
    site = site_of(request)
    if link.account is not None:
        visits = await visits_of(site, link.account)
    else:
        visits = [await visit_as(site, link.organisation or "", link.person or "")]
    if not visits:
        return None
    visit = visits[0]
    place = visit.people.people[visit.person].email.vault
    if link.place is not None and link.place != place:
        return None
    about = await invited_to(visit, link.subject) if link.purpose == "invitation" and link.subject else ""
    if about is None:
        return None
    name = (await visit.names({visit.person})).get(visit.person, "")
    return Meant(link, visit, name, about, await _somebody_else(request, link, visit))


async def _somebody_else(request: Request, link: Link, visit: Visit) -> str:
    """The name of whoever is signed in, if that is somebody else."""
    session: Session | None = request.state.session
    if session is None:
        return ""
    if session.account is not None:
        if session.account in (link.account, await _account_of(request, visit)):
            return ""
        visits = await visits_of(site_of(request), session.account)
    elif (session.organisation, session.person) == (visit.organisation, visit.person):
        return ""
    else:
        visits = [await visit_as(site_of(request), session.organisation or "", session.person or "")]
    if not visits:
        return ""
    return (await visits[0].names({visits[0].person})).get(visits[0].person, "")


async def _account_of(request: Request, visit: Visit) -> str | None:
    return await site_of(request).access.memberships.account_of(visit.organisation, visit.person)


async def _into_review(request: Request, meant: Meant) -> Response:
    """Into the review, and nothing else; whoever is signed in as that person already simply goes there."""
    link, visit, site = meant.link, meant.visit, site_of(request)
    address = links.file(visit.organisation, link.subject or "")
    session: Session | None = request.state.session
    if session is not None and not meant.you and session.kind != "link":
        return found_at(request, address)
    account = await _account_of(request, visit)
    await site.access.sign_ins.note(account, "invitation", "in")
    new = NewSession(
        kind="link",
        organisation=visit.organisation,
        person=visit.person,
        subject=link.subject,
        language="fr" if visit.people.people[visit.person].language is Language.FRENCH else "en",
        idle_for=USUAL.idle_for,
        lasts=USUAL.lasts,
        agent=request.headers.get("user-agent", ""),
    )
    return await enter(request, new, address)


def _door(request: Request, meant: Meant, wrong: Text | None = None) -> Response:
    link, visit = meant.link, meant.visit
    title, said, button = _SAID[link.purpose]
    if link.purpose == "invitation" and not meant.about:
        said = words.INVITED_AT_ALL
    answer = page(
        request,
        "access/door.html",
        422 if wrong else 200,
        words=words,
        sign_in_words=sign_in_words,
        title=title,
        said=say(said).format(name=meant.name, about=meant.about, organisation=visit.people.name),
        button=button,
        name=meant.name,
        you=meant.you,
        organisation=visit.people.name,
        asks_who=link.purpose == "invitation",
        chooses_password=link.purpose in ("access", "reset"),
        wrong={"password": wrong} if wrong else {},
    )
    answer.headers.update(_UNSEEN)
    return answer


def _over(request: Request) -> Response:
    """One page for a link that was used, that has ended, and that never was."""
    answer = page(request, "access/over.html", 404, words=words)
    answer.headers.update(_UNSEEN)
    return answer
