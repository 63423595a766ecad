"""One's own tokens: what there are, making one after the password was asked for, ending one."""

from datetime import timedelta
from uuid import uuid4

import structlog
from fastapi import APIRouter, Request
from starlette.responses import Response

from access.session import Session
from access.tokens import LONGEST_NAME, NewToken
from language import Text
from queries.scopes import SCOPES
from queries.visit import Visit
from web.api import addresses
from web.failures import NoSuchPage
from web.own_visits import own_visits
from web.page import found_at, page
from web.posted import Posted, Posting
from web.proving import must_prove_again, to_proof
from web.signing_in import NO_STORE
from web.site import site_of
from web.tokens_shown import shown
from wording.pages import sign_in as sign_in_words
from wording.pages import tokens as words

router = APIRouter()
log = structlog.get_logger("web")
_ENDED = "fin"
_NEW = f"{addresses.my_tokens()}/nouveau"


@router.get("/moi/jetons")
async def mine(request: Request, fait: str = "") -> Response:
    """Those in every organisation."""
    visits, tokens = await _visits(request), site_of(request).access.tokens
    found = [
        shown(one, visit, visit.people.name)
        for visit in visits
        for one in await tokens.of_person(visit.organisation, visit.person)
    ]
    return page(
        request,
        "access/tokens.html",
        words=words,
        tokens=found,
        of_whom=words.ORGANISATION,
        explained=words.EXPLAINED,
        address=addresses.my_tokens(),
        new=_NEW if visits else "",
        done=words.ENDED if fait == _ENDED else None,
    )


@router.post("/moi/jetons")
async def end(request: Request, posted: Posting) -> Response:
    """End one."""
    for visit in await _visits(request):
        token = posted.one("token")
        if await site_of(request).access.tokens.end(token, visit.organisation, visit.person):
            log.info("token_ended", organisation=visit.organisation, person=visit.person, token=token)
            return found_at(request, f"{addresses.my_tokens()}?fait={_ENDED}")
    raise NoSuchPage


@router.get("/moi/jetons/nouveau")
async def form(request: Request) -> Response:
    """What it is to be for; the password comes first."""
    visits = await _visits(request)
    return to_proof(request, _NEW) if must_prove_again(request) else _form(request, visits)


@router.post("/moi/jetons/nouveau")
async def make(request: Request, posted: Posting) -> Response:
    """Make it, and show it: this once."""
    visits = await _visits(request)
    if must_prove_again(request):
        return to_proof(request, _NEW)
    visit = next((one for one in visits if one.organisation == posted.one("organisation")), None)
    new = _asked(request, posted, visit) if visit else None
    if visit is None or new is None:
        return _form(request, visits, posted)
    held = await site_of(request).access.tokens.make(new)
    if held:
        log.info("token_made", organisation=visit.organisation, person=visit.person, token=new.id)
    answer = page(request, "access/token_made.html", words=words, held=held, back=addresses.my_tokens())
    answer.headers.update(NO_STORE)
    return answer


def _asked(request: Request, posted: Posted, visit: Visit) -> NewToken | None:
    """What is to be made; None where something lacks."""
    session: Session = request.state.session
    name, days = posted.one("name").strip(), posted.one("days")
    scopes = tuple(one for one in SCOPES if one in posted.all("scope"))
    if _wrong(posted) or days not in words.LASTING or not posted.one("id"):
        return None
    return NewToken(
        id=posted.one("id")[:LONGEST_NAME],
        organisation=visit.organisation,
        person=visit.person,
        account=session.account,
        name=name,
        scopes=scopes,
        lasts=timedelta(days=int(days)),
    )


def _wrong(posted: Posted) -> dict[str, Text]:
    found = {}
    if not 1 <= len(posted.one("name").strip()) <= LONGEST_NAME:
        found["name"] = words.NAME_WANTED
    if not set(posted.all("scope")) & set(SCOPES):
        found["scope"] = words.MAY_WANTED
    return found


def _form(request: Request, visits: list[Visit], posted: Posted | None = None) -> Response:
    if not visits:
        raise NoSuchPage
    wrong = _wrong(posted) if posted else {}
    given = posted or Posted({"scope": ["read"], "days": ["90"]})
    return page(
        request,
        "access/token_new.html",
        422 if posted else 200,
        words=words,
        sign_in_words=sign_in_words,
        wrong=wrong,
        given=given,
        id=given.one("id") or str(uuid4()),
        chosen=given.one("organisation") or visits[0].organisation,
        organisations=[(one.organisation, one.people.name) for one in visits],
        address=_NEW,
        back=addresses.my_tokens(),
    )


async def _visits(request: Request) -> list[Visit]:
    """Where somebody holds a role and may have tokens. Raises NotSignedIn, NoSuchPage for whom a link let in."""
    visits = await own_visits(request)
    if request.state.session.kind == "link":
        raise NoSuchPage
    return [one for one in visits if one.scope.member]
