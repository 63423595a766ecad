"""A site in the process of the test: the people and cooperations of the examples, and browsers without a browser."""

from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from dataclasses import dataclass
from datetime import timedelta
from functools import cached_property

import httpx
from fastapi import FastAPI

from access.session import NewSession
from access.sessions import Sessions
from bootstrap import open_service
from bootstrap_temporal import runner_of
from config import Settings
from tests.cli.house import House
from web.app import make_app
from web.site import Site, open_site

ORGANISATION = "demo"
BASE = "http://127.0.0.1"
_DAY = timedelta(days=1)


@dataclass(frozen=True)
class SiteHouse:
    """The site of a house, and its pages as somebody sees them."""

    house: House
    site: Site

    @cached_property
    def app(self) -> FastAPI:
        """Its application: one, whoever looks."""
        return make_app(self.site)

    @asynccontextmanager
    async def client(self, held: str | None = None, **headers: str) -> AsyncIterator[httpx.AsyncClient]:
        """A browser that follows no redirect; ``held`` is what its session cookie holds."""
        transport = httpx.ASGITransport(self.app, raise_app_exceptions=False, client=("127.0.0.1", 5000))
        cookies = {"escale": held} if held else {}
        sent = {"sec-fetch-site": "same-origin", "accept-language": "fr"} | headers
        async with httpx.AsyncClient(
            transport=transport, base_url=BASE, cookies=cookies, headers=sent
        ) as client:
            yield client

    @asynccontextmanager
    async def client_as(self, person: str, **headers: str) -> AsyncIterator[httpx.AsyncClient]:
        """A browser that is signed in as a person of the organisation, by their id."""
        new = NewSession(
            kind="demonstration", organisation=ORGANISATION, person=person, idle_for=_DAY, lasts=_DAY
        )
        held = await Sessions(self.site.service.pool).open(new)
        async with self.client(held, **headers) as client:
            yield client

    async def fold(self) -> None:
        """Bring the read models up to the ledger, as a worker would."""
        await runner_of(self.site.service).catch_up(ORGANISATION)


@asynccontextmanager
async def site_of_house(house: House) -> AsyncIterator[SiteHouse]:
    """The site over a house's database, within the running loop."""
    settings: Settings = house.settings()
    async with open_service(settings) as service:
        yield SiteHouse(house, open_site(settings, service))
