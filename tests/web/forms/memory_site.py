"""A site over a house in memory: its pages without a database, for tests that ask thousands of times."""

from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from datetime import UTC, datetime
from functools import cached_property
from pathlib import Path
from types import SimpleNamespace
from typing import Any, cast

import httpx

from access.session import Session
from bootstrap import Service
from config import Settings
from tests.application.house import HOUSE, House
from tests.queries.house import look_into
from web.app import make_app
from web.site import Site

BASE = "http://127.0.0.1"
_AT = datetime(2027, 3, 1, tzinfo=UTC)


class _Sessions:
    """One session, of whoever the cookie names."""

    async def find(self, held: str) -> Session:
        return Session(
            id=b"1",
            kind="demonstration",
            account=None,
            organisation=HOUSE,
            person=held,
            subject=None,
            language="fr",
            csrf_secret=b"0" * 32,
            signed_in_at=_AT,
            seen_at=_AT,
            proved_at=None,
            ends_at=_AT,
            agent="",
        )


class _Lists:
    """Lists in which nothing stands."""

    async def task_count(self, *_words: Any) -> int:
        return 0

    async def deciding(self, *_words: Any) -> frozenset[str]:
        return frozenset()


class MemorySite(Site):
    """A site whose only session is that of the person whom the cookie names."""

    @cached_property
    def sessions(self) -> Any:
        """Who is signed in."""
        return _Sessions()


@asynccontextmanager
async def memory_client(house: House, person: str, home: Path) -> AsyncIterator[httpx.AsyncClient]:
    """A browser that is signed in as a person."""
    visit, _ = await look_into(house, person)
    own = {"one_way_in": house.way, "pool": None, "read_models": _Lists()}
    service = SimpleNamespace(**{**vars(visit.service), **own})
    site = MemorySite(Settings(home=home), cast("Service", service))
    transport = httpx.ASGITransport(make_app(site), raise_app_exceptions=False, client=("127.0.0.1", 5000))
    async with httpx.AsyncClient(
        transport=transport,
        base_url=BASE,
        cookies={"escale": person},
        headers={"sec-fetch-site": "same-origin"},
    ) as client:
        yield client
