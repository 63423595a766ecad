"""A PostgreSQL for benchmarks: durable, and with its log files made beforehand, as in a server that has run."""

import asyncio
import subprocess
import tempfile
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from dataclasses import dataclass
from pathlib import Path

import asyncpg

from eventstore.migrate import migrate
from eventstore.queries import load_queries
from stack.credentials import Credentials
from stack.ports import chosen_port
from stack.postgres import OWNER, SERVICE, STOP_SIGNAL, SUPERUSER, Postgres

SETTINGS = {"max_wal_size": "8GB", "min_wal_size": "2GB", "checkpoint_timeout": "1h"}
"""Otherwise a server of defaults: fsync and synchronous_commit on. New log files would cost more than commits."""

QUERIES = load_queries(Path(__file__).with_name("queries.sql"))


@dataclass(frozen=True)
class BenchServer:
    """A migrated database, and who may connect to it."""

    postgres: Postgres

    @property
    def service_dsn(self) -> str:
        """As the service."""
        return self.postgres.dsn(SERVICE)

    @property
    def owner_dsn(self) -> str:
        """As the owner, for a rival's own tables."""
        return self.postgres.dsn(OWNER)

    async def settle(self) -> None:
        """Write out what the last measurement left behind, so that the next does not pay for it."""
        connection = await asyncpg.connect(self.postgres.dsn(SUPERUSER))
        await connection.execute(QUERIES["checkpoint"])
        await connection.close()


@asynccontextmanager
async def bench_server() -> AsyncIterator[BenchServer]:
    """Serve a new cluster, durable, until the block ends."""
    with tempfile.TemporaryDirectory(prefix="escale-bench-") as name:
        directory = Path(name)
        credentials = Credentials.load_or_create(directory / "credentials.json")
        postgres = Postgres.at(directory / "postgres", chosen_port(0), credentials)
        options = [part for key, value in SETTINGS.items() for part in ("-c", f"{key}={value}")]
        with (
            (directory / "log").open("wb") as log,
            subprocess.Popen(  # noqa: ASYNC220, S603 - our own arguments; waited for at the end
                [*postgres.command(), *options],
                **postgres.account.identity(),
                cwd="/",
                stdout=log,
                stderr=log,
            ) as process,
        ):
            try:
                while not await postgres.ready():  # noqa: ASYNC110 - another process
                    await asyncio.sleep(0.05)
                server = BenchServer(postgres)
                await _prepare(server)
                yield server
            finally:
                process.send_signal(STOP_SIGNAL)


async def _prepare(server: BenchServer) -> None:
    await server.postgres.ensure_database()
    await migrate(server.owner_dsn, server.postgres.credentials.service)
    owner = await asyncpg.connect(server.owner_dsn)
    await owner.execute(QUERIES["fill_log"])
    await server.settle()
    await owner.execute(QUERIES["drop_fill"])
    await owner.close()
