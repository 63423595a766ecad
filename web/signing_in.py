"""Beginning a session in a browser, and where that leads."""

from fastapi import Request
from starlette.responses import Response

import links
from access.limits import block_of
from access.session import STRICT, USUAL, NewSession
from access.sign_ins import Way
from domain.kernel.values import Language
from language import Locale
from queries.proof import signs_in_often
from queries.visit import Visit
from web.page import found_at
from web.security.seals import way_back
from web.security.session_cookie import give
from web.site import Site, site_of
from web.visiting import visit_as

NO_STORE = {"Cache-Control": "no-store"}
"""Pages of the door are kept nowhere."""


def block(request: Request) -> str:
    """The block of addresses that a request comes from."""
    return block_of(request.client.host if request.client else "")


async def begin(
    request: Request, account: str, way: Way, *, proved: bool = False, back_to: str = ""
) -> Response:
    """A new session for an account, in the place of what was open in this browser; then to where they wanted."""
    site = site_of(request)
    visits = await visits_of(site, account)
    lasting = STRICT if any(map(signs_in_often, visits)) else USUAL
    found = await site.access.accounts.find(account)
    language = found.language if found and found.language else _language(visits)
    new = NewSession(
        kind="account",
        account=account,
        language=language,
        idle_for=lasting.idle_for,
        lasts=lasting.lasts,
        proved=proved,
        agent=request.headers.get("user-agent", ""),
    )
    await site.access.sign_ins.note(account, way, "in")
    return await enter(request, new, way_back(site, back_to) or home_of(visits))


async def enter(request: Request, new: NewSession, address: str) -> Response:
    """Open a session under a new cookie, end the one before, and lead on."""
    site = site_of(request)
    if request.state.session is not None:
        await site.sessions.end(request.state.session.id)
    return give(found_at(request, address), site, await site.sessions.open(new))


async def visits_of(site: Site, account: str) -> list[Visit]:
    """An account's visits, one to each organisation where it is somebody."""
    known = await site.access.memberships.of_account(account)
    return [await visit_as(site, one.organisation, one.person) for one in known]


def home_of(visits: list[Visit]) -> str:
    """Where somebody begins: in their one organisation, else where they choose."""
    return links.tasks(visits[0].organisation) if len(visits) == 1 else links.home()


def _language(visits: list[Visit]) -> Locale | None:
    """The language that somebody was registered with."""
    spoken = next((one.people.people[one.person].language for one in visits), None)
    return None if spoken is None else "fr" if spoken is Language.FRENCH else "en"
