"""Temporal's own server on an embedded PostgreSQL, where load is measured and faults are injected."""

import asyncio
import os
import secrets
import subprocess
import time
from dataclasses import dataclass, field
from pathlib import Path
from typing import Self

from language import Text
from stack.go_build import MODULE, SERVER, SQL_TOOL, build
from stack.ports import LOOPBACK, free_ports
from stack.postgres import Postgres
from stack.temporal import NAMESPACE
from stack.temporal_cli import cache_directory, obtain_temporal
from stack.texts import Progress, StackError

VERSION = "1.31.2"  # of go.temporal.io/server in deploy/temporal/go.mod
ROLE = Path(__file__).with_name("sql") / "temporal_role.sql"
DATABASES = {"temporal": "postgresql/v12/temporal", "temporal_visibility": "postgresql/v12/visibility"}
SERVICES = ("frontend", "history", "matching", "worker")
PATIENCE = 90  # seconds until it must answer


@dataclass
class TemporalOnPostgres:
    """A server with its state in `postgres`; it may be stopped or killed and started again."""

    postgres: Postgres
    log: Path
    server: Path
    sql_tool: Path
    temporal: Path
    environment: dict[str, str] = field(repr=False)
    process: asyncio.subprocess.Process | None = None

    @classmethod
    async def prepared(cls, postgres: Postgres, log: Path, on_progress: Progress = lambda _: None) -> Self:
        """Build the programs if the cache lacks them, then create role, databases and schemas.

        Raises StackError when a program cannot be built or the schema cannot be made.
        """
        server, sql_tool = await asyncio.to_thread(obtain_server, on_progress)
        temporal = await asyncio.to_thread(obtain_temporal, on_progress)
        made = cls(postgres, log, server, sql_tool, temporal, _environment(postgres.port))
        await postgres.run_sql(ROLE.read_text(), SQL_PASSWORD=made.environment["SQL_PASSWORD"])
        for database, schema in DATABASES.items():
            await made._make_schema(database, schema)
        return made

    @property
    def address(self) -> str:
        """Where clients connect."""
        return f"{LOOPBACK}:{self.environment['FRONTEND_PORT']}"

    async def start(self) -> None:
        """Start it and wait until the namespace ``default`` takes requests."""
        config = str(MODULE / "on-postgres.yaml")
        command = [str(self.server), "--config-file", config, "--allow-no-auth", "start"]
        with self.log.open("ab") as log:
            self.process = await asyncio.create_subprocess_exec(
                *command, env=self.environment, stdin=subprocess.DEVNULL, stdout=log, stderr=log
            )
        deadline = time.monotonic() + PATIENCE
        while not await self._serves_namespace():
            if self.process.returncode is not None or time.monotonic() > deadline:
                await self.stop()
                raise _failed("le serveur ne répond pas", "the server does not answer", self._end_of_log())
            await asyncio.sleep(0.2)

    async def stop(self) -> None:
        """Stop it in order."""
        if self.process and self.process.returncode is None:
            self.process.terminate()
            await self.process.wait()

    async def kill(self) -> None:
        """End it at once, as a power cut would (SIGKILL)."""
        if self.process and self.process.returncode is None:
            self.process.kill()
            await self.process.wait()

    async def __aenter__(self) -> Self:
        await self.start()
        return self

    async def __aexit__(self, *_: object) -> None:
        await self.stop()

    async def _make_schema(self, database: str, schema: str) -> None:
        steps = (("setup-schema", "--version", "0.0"), ("update-schema", "--schema-name", schema))
        for step in steps:
            code, said = await self._run(
                self.sql_tool, "--plugin", "postgres12", "--database", database, *step
            )
            if code:
                raise _failed(f"le schéma de {database}", f"the schema of {database}", said)

    async def _serves_namespace(self) -> bool:
        there = ("--namespace", NAMESPACE, "--address", self.address, "--command-timeout", "5s")
        await self._run(self.temporal, "operator", "namespace", "create", "--retention", "72h", *there)
        code, _ = await self._run(self.temporal, "workflow", "count", *there)
        return code == 0

    async def _run(self, *command: str | Path) -> tuple[int | None, str]:
        process = await asyncio.create_subprocess_exec(
            *command,
            env=self.environment,
            stdin=subprocess.DEVNULL,
            stdout=subprocess.PIPE,
            stderr=subprocess.STDOUT,
        )
        said, _ = await process.communicate()
        return process.returncode, said.decode()

    def _end_of_log(self) -> str:
        return self.log.read_text(errors="replace")[-800:]


def obtain_server(on_progress: Progress) -> list[Path]:
    """Find Temporal's server and the tool that makes its schema, else build them; cached for next time.

    Raises StackError when they cannot be built.
    """
    found = []
    for name, package in (("temporal-server", SERVER), ("temporal-sql-tool", SQL_TOOL)):
        program = cache_directory() / f"{name}-{VERSION}"
        if not program.exists():
            program.parent.mkdir(parents=True, exist_ok=True)
            build(package, VERSION, program, on_progress)
        found.append(program)
    return found


def _environment(postgres_port: int) -> dict[str, str]:
    ports = free_ports(2 * len(SERVICES))
    names = [f"{service.upper()}{kind}_PORT" for service in SERVICES for kind in ("", "_MEMBERSHIP")]
    inherited = {name: value for name, value in os.environ.items() if not name.startswith("TEMPORAL_")}
    return {
        **inherited,
        **{name: str(port) for name, port in zip(names, ports, strict=True)},
        "SQL_HOST": LOOPBACK,
        "SQL_PORT": str(postgres_port),
        "SQL_USER": "temporal",
        "SQL_PASSWORD": secrets.token_urlsafe(24),
        "DYNAMIC_CONFIG": str(MODULE / "dynamic-config.yaml"),
    }


def _failed(what_fr: str, what_en: str, said: str) -> StackError:
    return StackError(
        "temporal-on-postgres",
        Text(
            f"Temporal sur PostgreSQL : {what_fr} : {said}",
            f"Temporal on PostgreSQL: {what_en}: {said}",
        ),
    )
