"""Tokens by which other systems act as a person: ``esc_`` and 46 letters and digits, of which a digest is kept.

A token says who somebody is and what it was made for, and no more: what they may do is judged at each request by the
roles of that moment. The last six characters check the others, so that a mistyped one is told without asking the
database, and scanners of source code recognise what leaked.
"""

import secrets
import string
import zlib
from dataclasses import dataclass, fields
from datetime import datetime, timedelta
from pathlib import Path

import asyncpg

from access.digests import digest_of
from eventstore.pool import connected
from eventstore.queries import load_queries

_QUERIES = load_queries(Path(__file__).with_name("tokens.sql"))
_ALPHABET = string.digits + string.ascii_uppercase + string.ascii_lowercase
_PREFIX = "esc_"
_RANDOM, _CHECK = 40, 6
LONGEST = timedelta(days=365)
"""How long a token lasts at most."""
LONGEST_NAME = 80
"""Characters of what its owner calls it."""


@dataclass(frozen=True, slots=True, kw_only=True)
class NewToken:
    """What a token is made for. ``id`` is chosen beforehand: the same once more makes no second one.

    ``account`` is whose it stays; None in a simulation in which somebody looks around.
    """

    id: str
    organisation: str
    person: str
    account: str | None
    name: str
    scopes: tuple[str, ...]
    lasts: timedelta = LONGEST


@dataclass(frozen=True, slots=True, kw_only=True)
class Token:
    """A token that holds at this moment; times are the database's."""

    id: str
    organisation: str
    person: str
    account: str | None
    name: str
    scopes: frozenset[str]
    made_at: datetime
    ends_at: datetime
    used_at: datetime | None
    """When it was last used before, to the minute; None: never."""


_COLUMNS = tuple(one.name for one in fields(Token))


class Tokens:
    """Makes, finds and ends tokens. Every call raises LedgerUnavailable while the store is away."""

    def __init__(self, pool: asyncpg.Pool) -> None:
        self._pool = pool

    async def make(self, new: NewToken) -> str | None:
        """The text of a new token, which is kept nowhere; None where one of that id was made before."""
        held = new_text()
        async with connected(self._pool) as connection:
            made = await connection.fetchval(
                _QUERIES["make"], new.id, digest_of(held), new.organisation, new.person, new.account,
                new.name[:LONGEST_NAME], list(new.scopes), min(new.lasts, LONGEST),
            )  # fmt: skip
        return held if made else None

    async def find(self, held: str) -> Token | None:
        """The token of a text, which counts as used now; None if it is none, or holds no more."""
        if not is_text(held):
            return None
        async with connected(self._pool) as connection:
            row = await connection.fetchrow(_QUERIES["find"], digest_of(held))
        return _token(row) if row else None

    async def of_person(self, organisation: str, person: str) -> list[Token]:
        """Those of a person, the newest first."""
        async with connected(self._pool) as connection:
            rows = await connection.fetch(_QUERIES["of_person"], organisation, person)
        return [_token(row) for row in rows]

    async def of_organisation(self, organisation: str) -> list[Token]:
        """Those of everybody in an organisation, the newest first."""
        async with connected(self._pool) as connection:
            return [_token(row) for row in await connection.fetch(_QUERIES["of_organisation"], organisation)]

    async def end(self, token: str, organisation: str, person: str | None = None) -> bool:
        """End a token by its id; False where the organisation, or the person if one is named, has none of that id."""
        async with connected(self._pool) as connection:
            return bool(await connection.fetchval(_QUERIES["end"], token, organisation, person))

    async def sweep(self) -> None:
        """Delete those that are over."""
        async with connected(self._pool) as connection:
            await connection.execute(_QUERIES["sweep"])


def new_text() -> str:
    """The text of a token: 238 random bits, and their check."""
    drawn = "".join(secrets.choice(_ALPHABET) for _ in range(_RANDOM))
    return f"{_PREFIX}{drawn}{_check(drawn)}"


def is_text(held: str) -> bool:
    """Whether a text could be a token: its last characters check the others."""
    drawn, check = held[len(_PREFIX) : -_CHECK], held[-_CHECK:]
    right = held.startswith(_PREFIX) and len(drawn) == _RANDOM and set(drawn) <= set(_ALPHABET)
    return right and check == _check(drawn)


def _check(drawn: str) -> str:
    """The CRC-32 of what was drawn, in the digits of the alphabet."""
    rest, said = zlib.crc32(drawn.encode()), ""
    for _ in range(_CHECK):
        rest, digit = divmod(rest, len(_ALPHABET))
        said = _ALPHABET[digit] + said
    return said


def _token(row: asyncpg.Record) -> Token:
    return Token(**{name: row[name] for name in _COLUMNS} | {"scopes": frozenset(row["scopes"])})
