"""The door: signing in with a password, and signing out."""

from collections.abc import Mapping

from fastapi import APIRouter, Request
from starlette.responses import Response

import links
from access.passwords import TooManyAtOnce
from access.signing_in import TooOften, Wrong
from language import Text, say
from web.looking_around import from_this_machine
from web.page import found_at, page
from web.posted import DoorPosting
from web.security.headers import POLICY, policy_with_form_action
from web.security.session_cookie import take_back
from web.signing_in import NO_STORE, begin, block
from web.site import site_of
from wording.pages import sign_in as words

router = APIRouter()
_NOTHING_WRONG: Mapping[str, Text] = {}


@router.get("/connexion")
async def door(request: Request, retour: str = "", sortie: str = "") -> Response:
    """The form; for whoever is signed in already, too: they may come in as somebody else."""
    return await _form(request, back_to=retour, signed_out=bool(sortie))


@router.post("/connexion")
async def sign_in(request: Request, posted: DoorPosting) -> Response:
    """Come in with a password."""
    address, back_to = posted.one("address"), posted.one("retour")
    try:
        signing_in = site_of(request).access.signing_in
        account = await signing_in.by_password(address, posted.one("password"), block(request))
    except Wrong:
        return await _form(request, 422, back_to=back_to, address=address, wrong=words.WRONG)
    except TooOften:
        return await _form(request, 429, back_to=back_to, address=address, wrong=words.TOO_OFTEN)
    except TooManyAtOnce:
        return await _form(request, 503, back_to=back_to, address=address, wrong=words.BUSY)
    return await begin(request, account.id, "password", proved=True, back_to=back_to)


@router.get("/deconnexion")
async def leaving(request: Request) -> Response:
    """The button that ends the session: a link alone ends nothing."""
    return page(request, "access/sign_out.html", words=words)


@router.post("/deconnexion")
async def sign_out(request: Request, _posted: DoorPosting) -> Response:
    """End the session, in every copy of its cookie."""
    site, session = site_of(request), request.state.session
    if session is not None:
        await site.sessions.end(session.id)
        if session.account:
            await site.access.sign_ins.note(session.account, "password", "out")
    return take_back(found_at(request, f"{links.sign_in()}?sortie=1"), site)


async def _form(
    request: Request,
    status: int = 200,
    *,
    back_to: str,
    address: str = "",
    wrong: Text | None = None,
    signed_out: bool = False,
) -> Response:
    site = site_of(request)
    settings = site.settings
    answer = page(
        request,
        "access/sign_in.html",
        status,
        words=words,
        back_to=back_to,
        address=address,
        wrong={"address": wrong} if wrong else _NOTHING_WRONG,
        signed_out=signed_out,
        provider=(settings.oidc_name or say(words.YOUR_ORGANISATION)) if settings.oidc_issuer else "",
        demonstrations=await _demonstrations(request),
    )
    answer.headers.update(NO_STORE)
    if settings.oidc_issuer:
        answer.headers[POLICY] = policy_with_form_action(settings.oidc_issuer)
    return answer


async def _demonstrations(request: Request) -> list[tuple[str, str]]:
    """The simulations of this machine, for whoever sits at it: short name and name."""
    if not from_this_machine(request, site_of(request)):
        return []
    service = site_of(request).service
    found = []
    for one in await service.ledger.organisations():
        await service.clock.now(one)
        if service.clock.simulated(one):
            found.append((one, (await service.files.organisation(one)).name))
    return found
