"""What somebody outside hands in by a link, until a manager takes it in: nothing of it is recorded before.

The link is the right to hand something in, and no other: it shows nothing of the file.
"""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import datetime
from pathlib import Path
from secrets import token_urlsafe

import asyncpg

from access.digests import digest_of
from eventstore.pool import Connection, connected
from eventstore.queries import load_queries

_QUERIES = load_queries(Path(__file__).with_name("deposits.sql"))


@dataclass(frozen=True, slots=True)
class Deposited:
    """A document that came; ``size`` in bytes, ``at`` by the organisation's clock."""

    digest: str
    name: str
    size: int
    note: str
    at: datetime


@dataclass(frozen=True, slots=True, kw_only=True)
class DepositLink:
    """What a link is for: a file by its key, what of it (report, signature, completion), asked by whom.

    Times are by the organisation's clock. ``letter``: how the letter stands that brings it; None where none does.
    """

    organisation: str
    deposit: str
    file: str
    kind: str
    part: str
    asked_by: str
    asked_at: datetime
    ends_at: datetime
    taken_by: str | None = None
    letter: str | None = None
    came: Sequence[Deposited] = ()

    def open_at(self, now: datetime) -> bool:
        """Whether something may still be handed in."""
        return self.taken_by is None and now < self.ends_at

    @property
    def not_brought(self) -> bool:
        """Whether its letter did not arrive, or perhaps not."""
        return self.letter in ("failed", "unknown")


class Deposits:
    """The links of all organisations. Every method raises LedgerUnavailable while the store is away."""

    def __init__(self, pool: asyncpg.Pool) -> None:
        self._pool = pool

    async def ask(self, link: DepositLink) -> None:
        """Keep a link, which opens nothing until a token of it is drawn."""
        whose = (link.organisation, link.deposit, link.file, link.kind, link.part, link.asked_by)
        async with connected(self._pool) as connection:
            await connection.execute(_QUERIES["ask"], *whose, link.asked_at, link.ends_at)

    async def draw(self, organisation: str, deposit: str) -> str:
        """A token of a link, which is kept nowhere; those drawn before stay good."""
        token = token_urlsafe(32)
        async with connected(self._pool) as connection:
            await connection.execute(_QUERIES["draw"], digest_of(token), organisation, deposit)
        return token

    async def by_token(self, token: str) -> DepositLink | None:
        """What a token is for, with what came by it; None if it is none."""
        async with connected(self._pool) as connection:
            row = await connection.fetchrow(_QUERIES["by_token"], digest_of(token))
            return (await _with_what_came(connection, [DepositLink(**row)]))[0] if row else None

    async def of_files(self, organisation: str, files: Sequence[str]) -> Sequence[DepositLink]:
        """The links of some files, by their keys, the oldest first."""
        return await self._links("links", organisation, list(files))

    async def one(self, organisation: str, deposit: str) -> DepositLink | None:
        """A link by its id; None if there is none."""
        return next(iter(await self._links("one", organisation, deposit)), None)

    async def waiting(self, organisation: str) -> Sequence[DepositLink]:
        """Those by which something came that nobody has taken in, and those whose letter did not arrive."""
        return await self._links("waiting", organisation)

    async def hand_in(self, link: DepositLink, document: Deposited) -> None:
        """Note a document that came; the same twice is one."""
        async with connected(self._pool) as connection, connection.transaction():
            await connection.fetchval(_QUERIES["lock"], link.organisation, link.deposit)
            told = (document.digest, document.name, document.size, document.note, document.at)
            await connection.execute(_QUERIES["hand_in"], link.organisation, link.deposit, *told)

    async def take(self, organisation: str, deposit: str, by: str) -> None:
        """Close a link: what came is taken in, or no more is wanted."""
        async with connected(self._pool) as connection:
            await connection.execute(_QUERIES["take"], organisation, deposit, by)

    async def _links(self, query: str, *asked: object) -> Sequence[DepositLink]:
        async with connected(self._pool) as connection:
            rows = await connection.fetch(_QUERIES[query], *asked)
            return await _with_what_came(connection, [DepositLink(**row) for row in rows])


async def _with_what_came(connection: Connection, found: Sequence[DepositLink]) -> Sequence[DepositLink]:
    if not found:
        return []
    rows = await connection.fetch(_QUERIES["came"], found[0].organisation, [one.deposit for one in found])
    came = [(row["deposit"], Deposited(*(row[name] for name in Deposited.__slots__))) for row in rows]
    return [replace(one, came=[each for of, each in came if of == one.deposit]) for one in found]
