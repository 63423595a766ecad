"""Verifications of a ledger that somebody had made: how far each has come, and what was found."""

import json
from collections.abc import Sequence
from dataclasses import dataclass, field
from datetime import datetime
from pathlib import Path
from typing import Literal
from uuid import uuid4

import asyncpg

from eventstore.pool import connected
from eventstore.queries import load_queries

_QUERIES = load_queries(Path(__file__).with_name("verifications.sql"))

Ending = Literal["holds", "fails", "stopped"]
Told = tuple[str, str]
"""A sentence, French and English."""


@dataclass(frozen=True, slots=True)
class Verification:
    """One of them. ``alive``: somebody works at it now; ``outcome`` is None as long as it has not ended.

    ``position`` and ``hash`` are where the ledger ended. ``findings`` are sentences with what to do.
    """

    run: str
    person: str
    begun_at: datetime
    done: int
    total: int
    alive: bool
    ended_at: datetime | None = None
    outcome: Ending | None = None
    position: int | None = None
    hash: bytes | None = None
    findings: Sequence[tuple[Told, Told]] = field(default_factory=tuple)


class Verifications:
    """Those of all organisations. Every method raises LedgerUnavailable while the store is away."""

    def __init__(self, pool: asyncpg.Pool) -> None:
        self._pool = pool

    async def begin(self, organisation: str, person: str) -> str | None:
        """Its key; None where somebody works at one already."""
        async with connected(self._pool) as connection:
            found: str | None = await connection.fetchval(
                _QUERIES["begin"], organisation, person, uuid4().hex
            )
        return found

    async def note(self, organisation: str, run: str, done: int, total: int) -> bool:
        """How far it has come, and that somebody works at it; whether it is to stop, for it is not wanted any more."""
        async with connected(self._pool) as connection:
            go_on = await connection.fetchval(_QUERIES["note"], organisation, run, done, total)
        return not go_on

    async def stop(self, organisation: str) -> None:
        """Let those that are under way stop."""
        async with connected(self._pool) as connection:
            await connection.execute(_QUERIES["stop"], organisation)

    async def end(
        self,
        organisation: str,
        run: str,
        outcome: Ending,
        head: tuple[int, bytes] | None = None,
        findings: Sequence[tuple[Told, Told]] = (),
    ) -> None:
        """What came of it."""
        position, digest = head or (None, None)
        said = json.dumps(findings, ensure_ascii=False)
        async with connected(self._pool) as connection:
            await connection.execute(_QUERIES["end"], organisation, run, outcome, position, digest, said)

    async def latest(self, organisation: str) -> Verification | None:
        """The last one that was begun."""
        return await self._found("latest", organisation)

    async def last_through(self, organisation: str) -> Verification | None:
        """The last one that came to its end."""
        return await self._found("last_through", organisation)

    async def _found(self, query: str, organisation: str) -> Verification | None:
        async with connected(self._pool) as connection:
            row = await connection.fetchrow(_QUERIES[query], organisation)
        if row is None:
            return None
        said = [(tuple(what), tuple(to_do)) for what, to_do in json.loads(row["findings"] or "[]")]
        return Verification(**dict(row) | {"findings": said})
