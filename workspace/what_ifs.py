"""What people ask of the past under other rules, and how far the answer has come; each is its person's alone."""

import json
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import timedelta
from pathlib import Path

import asyncpg

from eventstore.pool import connected
from eventstore.queries import load_queries

LIFE = timedelta(days=30)
"""How long a question is kept."""

_QUERIES = load_queries(Path(__file__).with_name("what_ifs.sql"))


@dataclass(frozen=True, slots=True)
class WhatIf:
    """A question as it was typed, and of how many streams how many were replayed, up to which.

    ``files`` of these had decisions in question, so many in all; ``differing`` are the streams where one differs.
    """

    question: str
    typed: Mapping[str, str]
    replayed: int
    streams: int
    last: str
    files: int
    decisions: int
    differing: tuple[str, ...]
    ended: bool


class WhatIfs:
    """The questions of all organisations. Every call raises LedgerUnavailable."""

    def __init__(self, pool: asyncpg.Pool) -> None:
        self._pool = pool

    async def ask(self, organisation: str, person: str, question: str, typed: Mapping[str, str]) -> None:
        """Keep a question under an id; the same id again changes nothing."""
        async with connected(self._pool) as connection:
            await connection.execute(_QUERIES["expire"], LIFE)
            await connection.execute(_QUERIES["ask"], organisation, person, question, json.dumps(typed))

    async def find(self, organisation: str, person: str, question: str) -> WhatIf | None:
        """A question of this person by its id; None if there is none."""
        async with connected(self._pool) as connection:
            row = await connection.fetchrow(_QUERIES["find"], organisation, person, question)
        if row is None:
            return None
        known = {**row, "typed": json.loads(row["typed"]), "differing": tuple(row["differing"])}
        return WhatIf(**known)

    async def note(self, organisation: str, person: str, found: WhatIf, further: WhatIf) -> None:
        """It has come further than it was found; nothing, if somebody else brought it further meanwhile."""
        values = (
            further.replayed,
            further.streams,
            further.last,
            further.files,
            further.decisions,
            list(further.differing),
            further.ended,
        )
        async with connected(self._pool) as connection:
            await connection.execute(
                _QUERIES["note"], organisation, person, found.question, found.last, *values
            )

    async def stop(self, organisation: str, person: str, question: str) -> None:
        """Go no further with it."""
        async with connected(self._pool) as connection:
            await connection.execute(_QUERIES["stop"], organisation, person, question)
