"""Programs that ask the API, each with a token of a person."""

from collections.abc import AsyncIterator, Sequence
from contextlib import asynccontextmanager
from uuid import uuid4

import httpx

from access.tokens import NewToken
from queries.scopes import SCOPES
from tests.web.house import BASE, ORGANISATION, SiteHouse


async def token_of(
    site: SiteHouse, person: str, scopes: Sequence[str] = SCOPES, organisation: str = ORGANISATION
) -> str:
    """A token that was just made for somebody."""
    new = NewToken(
        id=str(uuid4()),
        organisation=organisation,
        person=person,
        account=None,
        name="Essai",
        scopes=tuple(scopes),
    )
    held = await site.site.access.tokens.make(new)
    assert held
    return held


@asynccontextmanager
async def program_of(
    site: SiteHouse, person: str, scopes: Sequence[str] = SCOPES, **headers: str
) -> AsyncIterator[httpx.AsyncClient]:
    """A program that acts as somebody. It sends no cookie, and nothing of what browsers send."""
    transport = httpx.ASGITransport(site.app, raise_app_exceptions=False)
    sent = {
        "authorization": f"Bearer {await token_of(site, person, scopes)}",
        "accept-language": "fr",
    } | headers
    base = f"{BASE}/api/v1/o/{ORGANISATION}/"
    async with httpx.AsyncClient(transport=transport, base_url=base, headers=sent) as client:
        yield client
