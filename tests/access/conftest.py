"""The room on a real PostgreSQL, beside a vault of three addresses in two organisations."""

from collections.abc import AsyncIterator, Iterable, Mapping, Sequence

import asyncpg
import pytest

from access.access import Access, make_access
from access.secret import Secret
from eventstore.pool import open_pool
from tests.support.postgres import Database

HERE, THERE = "fondation", "ville"


class Vault:
    """Who has which address, and where it lies."""

    def __init__(self) -> None:
        self.people: dict[str, dict[str, str]] = {
            HERE: {"p-1": "place-1", "p-2": "place-2"},
            THERE: {"p-9": "place-9"},
        }
        self.texts = {"place-1": "zoe@exemple.fr", "place-2": "lou@exemple.fr", "place-9": "Zoe@Exemple.FR"}
        self.opened: list[str] = []

    async def organisations(self) -> Sequence[str]:
        """Both."""
        return list(self.people)

    async def places(self, organisation: str) -> Mapping[str, str]:
        """Where addresses lie."""
        return self.people[organisation]

    async def reveal(self, _organisation: str, places: Iterable[str]) -> Mapping[str, str]:
        """Those that are still there."""
        wanted = list(places)
        self.opened += wanted
        return {one: self.texts[one] for one in wanted if one in self.texts}


@pytest.fixture
def vault() -> Vault:
    """The addresses."""
    return Vault()


@pytest.fixture
async def pool(database: Database) -> AsyncIterator[asyncpg.Pool]:
    """The service's connections to a database of the test's own."""
    opened = await open_pool(database.service_dsn)
    yield opened
    opened.terminate()


@pytest.fixture
def access(pool: asyncpg.Pool, vault: Vault) -> Access:
    """The room."""
    return make_access(pool, Secret(b"s" * 32), vault.organisations, vault.places, vault.reveal)


@pytest.fixture
async def owner(database: Database) -> AsyncIterator[asyncpg.Connection]:
    """Lets time pass: a connection that may change any row."""
    connection = await asyncpg.connect(database.owner_dsn)
    yield connection
    await connection.close()
