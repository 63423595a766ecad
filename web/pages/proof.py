"""Giving the password once more before something weighty."""

from fastapi import APIRouter, Request
from starlette.responses import Response

import links
from access.passwords import TooManyAtOnce
from access.session import Session
from access.signing_in import TooOften
from language import Text
from web.failures import NotSignedIn
from web.page import found_at, page
from web.posted import DoorPosting
from web.security.seals import way_back
from web.signing_in import NO_STORE
from web.site import site_of
from wording.pages import sign_in as words

router = APIRouter()


@router.get("/connexion/verification")
async def form(request: Request, retour: str = "") -> Response:
    """The password of whoever is signed in."""
    return await _form(request, _account(request), retour)


@router.post("/connexion/verification")
async def prove(request: Request, posted: DoorPosting) -> Response:
    """Take it, and lead back."""
    account, back_to, site = _account(request), posted.one("retour"), site_of(request)
    try:
        holds = await site.access.signing_in.proves(account, posted.one("password"))
    except TooOften:
        return await _form(request, account, back_to, 429, words.TOO_OFTEN)
    except TooManyAtOnce:
        return await _form(request, account, back_to, 503, words.BUSY)
    if not holds:
        return await _form(request, account, back_to, 422, words.PROOF_WRONG)
    await site.sessions.prove(request.state.session.id)
    return found_at(request, way_back(site, back_to) or links.home())


def _account(request: Request) -> str:
    session: Session | None = request.state.session
    if session is None or session.account is None:
        raise NotSignedIn
    return session.account


async def _form(
    request: Request, account: str, back_to: str, status: int = 200, wrong: Text | None = None
) -> Response:
    found = await site_of(request).access.accounts.find(account)
    answer = page(
        request,
        "access/proof.html",
        status,
        words=words,
        back_to=back_to,
        has_password=bool(found and found.password),
        wrong={"password": wrong} if wrong else {},
    )
    answer.headers.update(NO_STORE)
    return answer
