"""The organisation's own sign-in: on the way there, and back. Coming back is the one GET that signs in.

It is bound to the browser that left by a cookie of ten minutes, which holds, signed, what has to come back with it.
"""

from dataclasses import asdict
from datetime import timedelta
from hmac import compare_digest
from typing import TYPE_CHECKING

from fastapi import APIRouter, Request
from starlette.background import BackgroundTask
from starlette.responses import Response

from access.accounts import Account
from access.signing_in import TooOften
from language import Text
from web.account_letters import post
from web.failures import NoSuchPage
from web.page import found_at, page
from web.security.seals import sealed, unsealed
from web.security.session_cookie import begun_in, forget_begun, keep_begun
from web.signing_in import NO_STORE, begin, block
from web.site import Site, site_of
from wording.pages import sign_in as words

if TYPE_CHECKING:
    from access.provider import Named

router = APIRouter()
_PURPOSE = "provider"
_WITHIN = timedelta(minutes=10)


@router.get("/connexion/oidc")
async def leave(request: Request, retour: str = "") -> Response:
    """To the provider."""
    from access.provider import ProviderAway, ProviderRefuses  # noqa: PLC0415 - loads Authlib

    site = site_of(request)
    if site.provider is None:
        raise NoSuchPage
    try:
        address, begun = await site.provider.begin()
    except (ProviderAway, ProviderRefuses):
        return _away(request)
    kept = sealed(site, _PURPOSE, asdict(begun) | {"back_to": retour})
    return keep_begun(found_at(request, address), site, kept, _WITHIN)


@router.get("/connexion/oidc/retour")
async def come_back(request: Request, code: str = "", state: str = "") -> Response:
    """With a code that the provider gave to this browser, and for this very way there."""
    from access.provider import Begun, ProviderAway, ProviderRefuses  # noqa: PLC0415 - loads Authlib

    site = site_of(request)
    kept = unsealed(site, _PURPOSE, begun_in(request, site) or "", _WITHIN)
    if site.provider is None:
        raise NoSuchPage
    if not isinstance(kept, dict) or not code or not compare_digest(kept["state"], state):
        return await _refused(request)
    back_to = str(kept.pop("back_to"))
    try:
        named = await site.provider.come_back(code, Begun(**kept))
    except ProviderAway:
        return _away(request)
    except ProviderRefuses:
        return await _refused(request)
    account = await site.access.identities.account_of(site.settings.oidc_issuer, named.subject)
    if account is None:
        return await _to_be_confirmed(request, site, named)
    return forget_begun(await begin(request, account, "provider", proved=True, back_to=back_to), site)


async def _to_be_confirmed(request: Request, site: Site, named: "Named") -> Response:
    """A letter to the address that the provider has verified, if somebody here has it; the same answer if not."""
    account: Account | None = None
    if named.address is not None:
        try:
            account = await site.access.signing_in.addressee(named.address, block(request), "identity")
        except TooOften:
            account = None
    answer = page(request, "access/sent.html", words=words)
    answer.headers.update(NO_STORE)
    if account is not None:
        answer.background = BackgroundTask(post, site, account, "identity", named.subject)
    return forget_begun(answer, site)


async def _refused(request: Request) -> Response:
    site = site_of(request)
    await site.access.sign_ins.note(None, "provider", "wrong")
    return forget_begun(_failed(request, 403, words.PROVIDER_REFUSED), site)


def _away(request: Request) -> Response:
    return _failed(request, 503, words.PROVIDER_AWAY)


def _failed(request: Request, status: int, said: Text) -> Response:
    answer = page(request, "access/provider_failed.html", status, words=words, said=said)
    answer.headers.update(NO_STORE)
    return answer
