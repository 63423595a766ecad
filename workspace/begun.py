"""What somebody has begun and not finished: forms that are kept, jobs that stopped before their last item."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path

import asyncpg

from eventstore.pool import connected
from eventstore.queries import load_queries
from workspace.drafts import LIFE

_QUERIES = load_queries(Path(__file__).with_name("begun.sql"))


@dataclass(frozen=True, slots=True)
class BegunForm:
    """A form of a command, kept under its id at ``since`` (UTC)."""

    key: str
    command: str
    since: datetime


@dataclass(frozen=True, slots=True)
class BegunJob:
    """A job that was made at ``since`` (UTC): so many of its items are settled, of so many."""

    key: str
    command: str
    since: datetime
    settled: int
    items: int


@dataclass(frozen=True, slots=True)
class Begun:
    """Both, the last touched first."""

    forms: Sequence[BegunForm]
    jobs: Sequence[BegunJob]


async def begun(pool: asyncpg.Pool, organisation: str, person: str) -> Begun:
    """What somebody has begun within the last thirty days. Raises LedgerUnavailable."""
    async with connected(pool) as connection:
        rows = await connection.fetch(_QUERIES["begun"], organisation, person, LIFE)
    return Begun(
        [BegunForm(one["key"], one["command"], one["since"]) for one in rows if one["items"] is None],
        [BegunJob(*one.values()) for one in rows if one["items"] is not None],
    )
