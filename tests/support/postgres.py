"""A real PostgreSQL for tests: one server for the session, a clone of a template for each test."""

import asyncio
import subprocess
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from itertools import count
from pathlib import Path

from stack.credentials import Credentials
from stack.ports import chosen_port
from stack.postgres import OWNER, SERVICE, STOP_SIGNAL, SUPERUSER, Postgres
from tests.support.waiting import run_apart, wait_until

TEMPLATE = "escale"


@dataclass(frozen=True)
class Database:
    """One database and the URLs that the three roles use."""

    name: str
    owner_dsn: str
    service_dsn: str
    superuser_dsn: str


class PostgresForTests:
    """The session's server."""

    def __init__(self, server: Postgres) -> None:
        self.server = server
        self._numbers = count(1)
        self._told: dict[str, str] = {}

    def owner_dsn(self, database: str) -> str:
        """URL of `database` as the owner of its tables."""
        return self.server.dsn(OWNER, database)

    def service_dsn(self, database: str) -> str:
        """URL of `database` as the restricted role of the service."""
        return self.server.dsn(SERVICE, database)

    def make_template(self) -> None:
        """Create the migrated database that `fresh_database` clones."""
        from eventstore.migrate import migrate  # noqa: PLC0415 - tests of pure rules need no driver

        run_apart(self.server.ensure_database())
        run_apart(migrate(self.owner_dsn(TEMPLATE), self.server.credentials.service))

    async def fresh_database(self, template: str = TEMPLATE) -> Database:
        """Clone the migrated template, or a database that nobody is connected to."""
        name = f"test_{next(self._numbers)}"
        await self._execute(f"CREATE DATABASE {name} TEMPLATE {template} OWNER {OWNER}")
        superuser_dsn = self.server.dsn(SUPERUSER, name)
        return Database(name, self.owner_dsn(name), self.service_dsn(name), superuser_dsn)

    async def like(self, story: str, tell: Callable[[Database], None]) -> Database:
        """Clone a database in which a story was told: by the first who asks for it, once for all others."""
        if story not in self._told:
            first = await self.fresh_database()
            await asyncio.to_thread(tell, first)
            self._told[story] = first.name
        return await self.fresh_database(self._told[story])

    async def drop(self, database: Database) -> None:
        """Remove `database`, ending whatever is still connected to it."""
        await self._execute(f"DROP DATABASE {database.name} WITH (FORCE)")

    async def _execute(self, statement: str) -> None:
        """Have the superuser run a statement, without the time that psql takes to start."""
        import asyncpg  # noqa: PLC0415 - tests of pure rules need no driver

        connection = await asyncpg.connect(self.server.dsn(SUPERUSER, "postgres"))
        try:
            await connection.execute(statement)
        finally:
            await connection.close()


@contextmanager
def serve_postgres(directory: Path) -> Iterator[PostgresForTests]:
    """Serve a new cluster in `directory` until the block ends; without disk flushes, for speed."""
    credentials = Credentials.load_or_create(directory / "credentials.json")
    server = Postgres.at(directory / "postgres", chosen_port(0), credentials)
    with (
        (directory / "log").open("wb") as log,
        subprocess.Popen(
            server.command(durable=False), **server.account.identity(), cwd="/", stdout=log, stderr=log
        ) as process,
    ):
        try:
            run_apart(_answer(server, process, directory / "log"))
            yield PostgresForTests(server)
        finally:
            process.send_signal(STOP_SIGNAL)


async def _answer(server: Postgres, process: subprocess.Popen[bytes], log: Path) -> None:
    async def ready() -> bool:
        if process.poll() is not None:
            raise RuntimeError(f"it ended, see {log}")
        return await server.ready()

    await wait_until(ready, f"ready, see {log}")
