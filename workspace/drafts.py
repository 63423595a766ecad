"""Forms that somebody has begun to fill in, kept until recorded, thrown away, too old, or the person is erased."""

import json
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta
from pathlib import Path
from typing import Any

import asyncpg
from pydantic import TypeAdapter, ValidationError

from domain.kernel.values import CommandId
from eventstore.pool import connected
from eventstore.queries import load_queries

LIFE = timedelta(days=30)
"""How long a draft is kept after it was last touched."""

_QUERIES = load_queries(Path(__file__).with_name("drafts.sql"))
_COMMAND_ID: TypeAdapter[str] = TypeAdapter(CommandId)


@dataclass(frozen=True, slots=True)
class Draft:
    """A form as it was left at ``kept_at`` (UTC, by the database's clock): what stood under each of its names."""

    command_id: str
    command: str
    values: Mapping[str, Any]
    kept_at: datetime


class Drafts:
    """The drafts of all organisations. A draft is its person's alone. Every call raises LedgerUnavailable."""

    def __init__(self, pool: asyncpg.Pool) -> None:
        self._pool = pool

    async def keep(
        self, organisation: str, person: str, command_id: str, command: str, values: Mapping[str, Any]
    ) -> None:
        """Keep ``values`` (as JSON has them); they replace what was kept under the id. Raises ValueError for no id."""
        typed = json.dumps(values)  # escapes what PostgreSQL takes in no text
        known = _COMMAND_ID.validate_python(command_id)
        async with connected(self._pool) as connection:
            await connection.execute(_QUERIES["expire"], LIFE)
            await connection.execute(_QUERIES["keep"], organisation, person, known, command, typed)

    async def of(self, organisation: str, person: str) -> Sequence[Draft]:
        """What somebody has begun, the last touched first."""
        async with connected(self._pool) as connection:
            rows = await connection.fetch(_QUERIES["of"], organisation, person, LIFE)
        return [_draft(row) for row in rows]

    async def find(self, organisation: str, person: str, command_id: str) -> Draft | None:
        """The draft under an id; None if this person has none, whoever else may have."""
        if not _is_id(command_id):
            return None
        async with connected(self._pool) as connection:
            row = await connection.fetchrow(_QUERIES["find"], organisation, person, command_id, LIFE)
        return _draft(row) if row else None

    async def drop(self, organisation: str, person: str, command_id: str) -> None:
        """It was recorded, or thrown away; nothing, if there is none."""
        if not _is_id(command_id):
            return
        async with connected(self._pool) as connection:
            await connection.execute(_QUERIES["drop"], organisation, person, command_id)


def _draft(row: asyncpg.Record) -> Draft:
    return Draft(row["command_id"], row["command"], json.loads(row["typed"]), row["kept_at"])


def _is_id(command_id: str) -> bool:
    try:
        _COMMAND_ID.validate_python(command_id)
    except ValidationError:
        return False
    return True
