"""``python -m stack.migrate``, the one-shot job that prepares a given database."""

import os
import subprocess
import sys

import asyncpg
import pytest

from tests.support.postgres import PostgresForTests


def _migrate(**environment: str) -> subprocess.CompletedProcess[str]:
    inherited = {name: value for name, value in os.environ.items() if not name.startswith("ESCALE_")}
    command = [sys.executable, "-m", "stack.migrate"]
    return subprocess.run(
        command, env={**inherited, **environment}, capture_output=True, text=True, check=False
    )


async def test_an_empty_database_is_migrated_once_and_the_service_may_log_in(
    postgres: PostgresForTests,
) -> None:
    """The first run applies everything, the second nothing; the password comes from the service's URL."""
    await postgres.server.run_sql("CREATE DATABASE empty OWNER escale_owner")
    urls = {
        "ESCALE_DATABASE_OWNER_URL": postgres.owner_dsn("empty"),
        "ESCALE_DATABASE_URL": postgres.service_dsn("empty"),
    }

    first, second = _migrate(**urls), _migrate(**urls)

    assert (first.returncode, second.returncode) == (0, 0), first.stderr + second.stderr
    assert first.stdout.startswith("Migrations applied: 1, 2")
    assert second.stdout == "Migrations applied: none, it was up to date.\n"
    service = await asyncpg.connect(postgres.service_dsn("empty"))
    await service.close()


@pytest.mark.parametrize(
    ("environment", "said"),
    [
        ({}, "ESCALE_DATABASE_OWNER_URL and ESCALE_DATABASE_URL must both be set."),
        (
            {
                "ESCALE_DATABASE_OWNER_URL": "postgresql://o:p@127.0.0.1:9/d",
                "ESCALE_DATABASE_URL": "postgresql://s:p@127.0.0.1:9/d",
            },
            "Not migrated:",
        ),
    ],
)
def test_without_a_database_the_job_fails_with_one_sentence(environment: dict[str, str], said: str) -> None:
    """No trace, no password, exit code 1."""
    done = _migrate(**environment)

    assert done.returncode == 1
    assert done.stderr.startswith(said)
    assert len(done.stderr.splitlines()) == 1
