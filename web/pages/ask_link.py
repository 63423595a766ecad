"""Asking for a letter with a link: to sign in, or to choose another password."""

from typing import Literal

from fastapi import APIRouter, Request
from starlette.background import BackgroundTask
from starlette.responses import Response

from access.signing_in import TooOften
from web.account_letters import post
from web.page import page
from web.posted import DoorPosting, Posted
from web.security.seals import way_back
from web.signing_in import NO_STORE, block
from web.site import site_of
from wording.pages import sign_in as words

router = APIRouter()
Asked = Literal["sign-in", "reset"]
_SAID = {
    "sign-in": (words.LINK_TITLE, words.LINK_EXPLAINED),
    "reset": (words.RESET_TITLE, words.RESET_EXPLAINED),
}


@router.get("/connexion/lien")
async def sign_in_form(request: Request, retour: str = "") -> Response:
    """Where the link to sign in goes."""
    return _form(request, "sign-in", back_to=retour)


@router.post("/connexion/lien")
async def send_sign_in(request: Request, posted: DoorPosting) -> Response:
    """Send it."""
    return await _send(request, "sign-in", posted)


@router.get("/connexion/oubli")
async def reset_form(request: Request) -> Response:
    """Where the link to choose another password goes."""
    return _form(request, "reset")


@router.post("/connexion/oubli")
async def send_reset(request: Request, posted: DoorPosting) -> Response:
    """Send it."""
    return await _send(request, "reset", posted)


async def _send(request: Request, purpose: Asked, posted: Posted) -> Response:
    """The same answer for every address, before the letter is written: its time tells nothing either."""
    site, address = site_of(request), posted.one("address")
    try:
        account = await site.access.signing_in.addressee(address, block(request), purpose)
    except TooOften:
        return _form(request, purpose, posted.one("retour"), address, too_often=True)
    answer = page(request, "access/sent.html", words=words)
    answer.headers.update(NO_STORE)
    if account:
        subject = way_back(site, posted.one("retour"))
        answer.background = BackgroundTask(post, site, account, purpose, subject)
    return answer


def _form(
    request: Request, purpose: Asked, back_to: str = "", address: str = "", *, too_often: bool = False
) -> Response:
    title, explained = _SAID[purpose]
    wrong = {"address": words.TOO_OFTEN} if too_often else {}
    values = {"title": title, "explained": explained, "back_to": back_to, "address": address, "wrong": wrong}
    answer = page(request, "access/ask_link.html", 429 if too_often else 200, words=words, **values)
    answer.headers.update(NO_STORE)
    return answer
