"""The embedded PostgreSQL 18: its cluster on disk, the command that serves it, its roles and databases.

It listens on TCP on the loopback interface only (a Unix socket's path is limited to about 100 characters, a
data directory's is not), and every role needs its password (SCRAM).
"""

import asyncio
import os
import shutil
import signal
import subprocess
import tempfile
from dataclasses import dataclass
from pathlib import Path

import psutil

from language import Text
from stack.account import Account, binaries, postgres_account
from stack.credentials import Credentials
from stack.ports import LOOPBACK
from stack.texts import StackError

SUPERUSER, OWNER, SERVICE = "postgres", "escale_owner", "escale_service"
STOP_SIGNAL = signal.SIGINT  # "fast": ends open sessions, flushes, leaves
INITDB = (
    f"--username={SUPERUSER}",
    "--auth=scram-sha-256",
    "--encoding=UTF8",
    "--locale=C",
    "--locale-provider=builtin",
    "--builtin-locale=C.UTF-8",
)
_SHORT_LIVED = {
    "fsync": "off",
    "synchronous_commit": "off",
    "full_page_writes": "off",
    "wal_level": "minimal",
    "max_wal_senders": "0",
    "max_wal_size": "4GB",
    "checkpoint_timeout": "1h",
    "autovacuum": "off",
}
"""Nothing is flushed, copied or tidied up that will be thrown away."""
OWNER_AND_DATABASE = Path(__file__).with_name("sql") / "owner_and_database.sql"


@dataclass(frozen=True)
class Postgres:
    """One cluster in `directory`, to be served on `port`."""

    directory: Path
    port: int
    credentials: Credentials
    account: Account

    @classmethod
    def at(cls, directory: Path, port: int, credentials: Credentials) -> "Postgres":
        """Take the cluster in `directory`; make it (``initdb``) if there is none yet."""
        postgres = cls(directory, port, credentials, postgres_account())
        if not (directory / "PG_VERSION").exists():
            postgres._create()
        postgres._forget_dead_server()
        return postgres

    def command(self, *, durable: bool = True) -> list[str]:
        """Build the server's command line; not `durable` (tests): a power cut may lose data, databases come and go."""
        options = {
            "listen_addresses": LOOPBACK,
            "port": str(self.port),
            "unix_socket_directories": "",
            "max_connections": "200",
            "timezone": "UTC",
            "log_timezone": "UTC",
            **({} if durable else _SHORT_LIVED),
        }
        pairs = [f"{name}={value}" for name, value in options.items()]
        return [str(binaries() / "postgres"), "-D", str(self.directory), *_each("-c", pairs)]

    def dsn(self, role: str, database: str = "escale") -> str:
        """URL of `database` for one of the three roles; it holds the role's password."""
        return f"postgresql://{role}:{self._password(role)}@{LOOPBACK}:{self.port}/{database}"

    async def ready(self) -> bool:
        """Whether it accepts connections."""
        program = binaries() / "pg_isready"
        probe = await asyncio.create_subprocess_exec(
            program, "-q", "-h", LOOPBACK, "-p", str(self.port), "-t", "2", stdin=subprocess.DEVNULL
        )
        return await probe.wait() == 0

    async def ensure_database(self) -> None:
        """Create or refresh the owner's role and the database ``escale``; migrations do the rest."""
        await self.run_sql(OWNER_AND_DATABASE.read_text(), OWNER_PASSWORD=self.credentials.owner)

    async def run_sql(self, script: str, database: str = "postgres", **variables: str) -> str:
        """Run `script` by psql as superuser and return its output; `variables` reach psql's environment.

        Raises StackError with psql's own words when a statement fails.
        """
        psql = await asyncio.create_subprocess_exec(
            *(binaries() / "psql", "-X", "-q", "-A", "-t", "-v", "ON_ERROR_STOP=1"),
            env={**os.environ, **self._client_environment(database), **variables},
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
            stderr=subprocess.PIPE,
        )
        output, errors = await psql.communicate(script.encode())
        if psql.returncode:
            said = errors.decode().strip()
            raise StackError(
                "postgres-refused", Text(f"PostgreSQL a refusé : {said}", f"PostgreSQL refused: {said}")
            )
        return output.decode()

    def _client_environment(self, database: str) -> dict[str, str]:
        password = self.credentials.superuser
        return {
            "PGHOST": LOOPBACK,
            "PGPORT": str(self.port),
            "PGUSER": SUPERUSER,
            "PGPASSWORD": password,
            "PGDATABASE": database,
        }

    def _password(self, role: str) -> str:
        superuser, owner, service = self.credentials
        return {SUPERUSER: superuser, OWNER: owner, SERVICE: service}[role]

    def _create(self) -> None:
        """Make the cluster beside its place, then move it there whole: a half-made one is never taken."""
        draft = self.directory.with_name(self.directory.name + ".draft")
        shutil.rmtree(draft, ignore_errors=True)
        draft.mkdir(mode=0o700, parents=True)
        self.account.own(draft)
        with tempfile.NamedTemporaryFile("w") as password:
            password.write(self.credentials.superuser)
            password.flush()
            self.account.own(Path(password.name))
            made = subprocess.run(  # noqa: S603 - our own arguments
                [binaries() / "initdb", "-D", draft, *INITDB, f"--pwfile={password.name}"],
                **self.account.identity(),
                cwd="/",
                capture_output=True,
                text=True,
                check=False,
            )
        if made.returncode:
            said = made.stderr.strip()
            raise StackError(
                "postgres-not-created",
                Text(
                    f"La base de données n’a pas pu être créée dans {self.directory} : {said}",
                    f"The database could not be created in {self.directory}: {said}",
                ),
            )
        draft.rename(self.directory)

    def _forget_dead_server(self) -> None:
        """Remove the pid file of a server that was killed, lest its number, now another's, stops us."""
        pid_file = self.directory / "postmaster.pid"
        if not pid_file.exists():
            return
        try:
            alive = str(self.directory) in psutil.Process(int(pid_file.read_text().split()[0])).cmdline()
        except (psutil.NoSuchProcess, ValueError, IndexError):
            alive = False
        if not alive:
            pid_file.unlink()


def _each(flag: str, values: list[str]) -> list[str]:
    return [part for value in values for part in (flag, value)]
