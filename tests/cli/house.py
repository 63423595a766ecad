"""Running ``escale`` as a process of its own, in an environment of its own."""

import json
import os
import sys
from collections.abc import Iterator, Mapping, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from pydantic import SecretStr

from bootstrap import open_service
from bootstrap_temporal import runner_of
from config import Settings
from tests.cli import forked
from tests.support.imported import know_import_secret, person_of
from tests.support.postgres import Database, PostgresForTests
from tests.support.waiting import run_apart

ESCALE = Path(sys.executable).with_name("escale")
ADMINISTRATOR = "ada.exemple@example.org"
NOUR, CAMILLE, CHARLIE = person_of("nour"), person_of("camille"), person_of("charlie")
"""Nour and Camille are in charge in paca-corse and occitanie; Charlie is of the national jury."""

EXAMPLES = Path(__file__).parents[2] / "examples"

LONGEST_RUN = 300
"""Seconds after which a run counts as hanging."""


@dataclass(frozen=True)
class Result:
    """How a run ended and what it wrote."""

    code: int
    out: str
    err: str

    @property
    def json(self) -> Any:
        """The one JSON value on standard output."""
        return json.loads(self.out)

    @property
    def answers(self) -> list[dict[str, Any]]:
        """The JSON values on standard output, one per line."""
        return [json.loads(line) for line in self.out.splitlines()]


@dataclass(frozen=True)
class House:
    """A data directory without an embedded stack, and the database that stands instead."""

    home: Path
    database: Database

    def environment(self, **more: str) -> dict[str, str]:
        """What a run of ours sees: nothing of the settings of whoever runs the tests."""
        clean = {
            name: value
            for name, value in os.environ.items()
            if not name.startswith(
                ("ESCALE_", "LC_", "LANG", "TEMPORAL_", "COLUMNS", "NO_COLOR", "FORCE_COLOR")
            )
        }
        own = {"ESCALE_HOME": str(self.home), "ESCALE_DATABASE_URL": self.database.service_dsn}
        return {**clean, **own, **more}

    def run(self, *arguments: str | bytes, stdin: str | bytes = b"", **environment: str) -> Result:
        """Run ``escale`` to its end."""
        given = stdin.encode() if isinstance(stdin, str) else stdin
        return self._run(arguments, given, None, environment)

    def run_into(self, output: int, *arguments: str, **environment: str) -> Result:
        """Run ``escale`` to its end with a descriptor as its standard output, of which the result knows nothing."""
        return self._run(arguments, b"", output, environment)

    def _run(
        self,
        arguments: Sequence[str | bytes],
        given: bytes,
        output: int | None,
        environment: Mapping[str, str],
    ) -> Result:
        seen = self.environment(**environment)
        code, out, err = forked.run(arguments, given, seen, LONGEST_RUN, output)
        return Result(code, out.decode(), err.decode())

    def found(self, organisation: str, kind: str, *more: str) -> Result:
        """Found an organisation with the usual administrator."""
        named = ("--name", "Essai", "--administrator-name", "Ada Exemple", "--email", ADMINISTRATOR)
        result = self.run("found", organisation, "--kind", kind, *named, *more)
        assert result.code == 0, result.err
        run_apart(_know_import_secret(self.settings(), organisation))
        return result

    def do(self, *commands: dict[str, Any], person: str) -> Result:
        """Send commands in as JSON, one per line."""
        lines = "\n".join(json.dumps(one) for one in commands)
        return self.run("do", "--file", "-", "--as", person, stdin=lines)

    def fold(self, organisations: Sequence[str] = ("demo",)) -> None:
        """Bring the read models up to the ledger, as a worker would."""
        run_apart(_fold(self.settings(), organisations))

    def head(self, organisation: str = "demo") -> int:
        """Where the ledger ends."""
        return run_apart(_head(self.settings(), organisation))

    def settings(self) -> Settings:
        """The settings of a run of ours."""
        return Settings(home=self.home, database_url=SecretStr(self.database.service_dsn))


@contextmanager
def house_of_examples(postgres: PostgresForTests, home: Path) -> Iterator[House]:
    """A simulation on 23 November 2026, with the people and two cooperations of the examples, read models folded."""

    def tell(database: Database) -> None:
        made = House(home, database)
        made.found("demo", "simulation", "--clock", "2026-11-23")
        files = [str(EXAMPLES / f"{name}.yaml") for name in ("people", "noailles", "citees")]
        imported = made.run("import", *files, "--as", ADMINISTRATOR)
        assert imported.code == 0, imported.err
        made.fold()

    database = run_apart(postgres.like("examples", tell))
    yield House(home, database)
    run_apart(postgres.drop(database))


async def _fold(settings: Settings, organisations: Sequence[str]) -> None:
    async with open_service(settings) as service:
        for organisation in organisations:
            await runner_of(service).catch_up(organisation)


async def _know_import_secret(settings: Settings, organisation: str) -> None:
    async with open_service(settings) as service:
        await know_import_secret(service.pool, organisation)


async def _head(settings: Settings, organisation: str) -> int:
    async with open_service(settings) as service:
        return (await service.ledger.head(organisation)).position
