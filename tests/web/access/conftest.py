"""A site whose people sign in: Camille has a password, and letters are looked up where the sender finds them."""

import re
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from dataclasses import dataclass
from email import message_from_bytes, policy

import asyncpg
import httpx
import pytest

from tests.cli.house import CAMILLE, House
from tests.web.house import ORGANISATION, SiteHouse

PASSWORD = "une phrase assez longue"  # noqa: S105 - of an invented person
CAMILLES = "camille.exemple@example.org"
_LINK = re.compile(r"https?://\S+(/l/\S+)")
_TOKEN = re.compile(r'name="csrf" value="([^"]+)"')


@dataclass(frozen=True)
class People:
    """People at the door of a site, and what they find in their mail."""

    house: SiteHouse
    owner: asyncpg.Connection

    @asynccontextmanager
    async def browser(self) -> AsyncIterator[httpx.AsyncClient]:
        """A browser in which nobody is signed in; it keeps the cookies that it is given."""
        async with self.house.client() as client:
            yield client

    async def sign_in(
        self, client: httpx.AsyncClient, password: str = PASSWORD, address: str = CAMILLES, **more: str
    ) -> httpx.Response:
        """Fill in the form of the door."""
        return await client.post("/connexion", data={"address": address, "password": password, **more})

    async def press(self, client: httpx.AsyncClient, path: str, **fields: str) -> httpx.Response:
        """Look at a page, then send its form with some fields."""
        shown = await client.get(path)
        found = _TOKEN.search(shown.text)
        return await client.post(path, data=fields | ({"csrf": found[1]} if found else {}))

    async def links(self) -> list[str]:
        """The ways in of all letters that lie in the outbox, the latest last."""
        rows = await self.owner.fetch(
            "SELECT content FROM mail.outbox WHERE purpose <> 'reminder' ORDER BY changed_at, id"
        )
        found = []
        for row in rows:
            body = message_from_bytes(row["content"], policy=policy.default).get_body(("plain",))
            match = _LINK.search(body.get_content() if body else "")
            assert match
            found.append(match[1])
        return found


@pytest.fixture
async def people(house: House, site_house: SiteHouse) -> AsyncIterator[People]:
    """The site, with nothing that another test left at its door."""
    owner = await asyncpg.connect(house.database.superuser_dsn)
    await owner.execute(
        "TRUNCATE access.accounts, access.attempts, access.links, access.sessions, access.identities,"
        " access.sign_ins, access.memberships, access.tokens, access.trainings;"
        " DELETE FROM mail.outbox WHERE purpose <> 'reminder'"
    )
    access = site_house.site.access
    account = await access.memberships.account_of(ORGANISATION, CAMILLE)
    assert account
    await access.accounts.set_password(account, await access.passwords.hash(PASSWORD))
    yield People(site_house, owner)
    await owner.close()
