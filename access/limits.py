"""How often something may be tried: counted in the database, so that several processes count together.

Whoever tries is kept as a keyed digest. A block of network addresses is what one subscriber has: 256 addresses of IPv4,
a /64 of IPv6.
"""

from datetime import timedelta
from ipaddress import IPv6Address, ip_address, ip_network
from pathlib import Path
from typing import Literal, NamedTuple

import asyncpg

from access.secret import Secret
from eventstore.pool import connected
from eventstore.queries import load_queries

_QUERIES = load_queries(Path(__file__).with_name("limits.sql"))

WITHIN = timedelta(minutes=15)
"""The time in which tries are counted, from the first of them on."""

Kind = Literal["password", "letter", "block", "founding"]
"""A password for an address; a letter to it; anything from a block; a code of the first run."""


class Most(NamedTuple):
    """How many tries of each kind there may be."""

    password: int = 5
    letter: int = 5
    block: int = 30
    founding: int = 30


class Limits:
    """What may still be tried. Every method raises LedgerUnavailable while the store is away."""

    def __init__(self, pool: asyncpg.Pool, secret: Secret, most: Most | None = None) -> None:
        self._pool = pool
        self._secret = secret
        self._most = most or Most()

    async def allows(self, kind: Kind, who: bytes | str) -> bool:
        """Count one more try; whether it is within what is allowed. ``who``: a digest, or a text to make one of."""
        async with connected(self._pool) as connection:
            tries = await connection.fetchval(_QUERIES["try"], kind, self._digest(who), WITHIN)
        return int(tries) <= int(getattr(self._most, kind))

    async def give_back(self, kind: Kind, who: bytes | str) -> None:
        """Uncount a try that was a good one."""
        async with connected(self._pool) as connection:
            await connection.execute(_QUERIES["give_back"], kind, self._digest(who))

    async def clear(self, kind: Kind, who: bytes | str) -> None:
        """Forget the tries of somebody who has come in."""
        async with connected(self._pool) as connection:
            await connection.execute(_QUERIES["clear"], kind, self._digest(who))

    async def sweep(self) -> None:
        """Delete what counts no more."""
        async with connected(self._pool) as connection:
            await connection.execute(_QUERIES["sweep"], WITHIN)

    def _digest(self, who: bytes | str) -> bytes:
        return who if isinstance(who, bytes) else self._secret.digest("attempts", who)


def block_of(address: str) -> str:
    """The block that a network address lies in; what is none stands for itself."""
    try:
        found = ip_address(address.partition("%")[0])
    except ValueError:
        return address
    if isinstance(found, IPv6Address) and found.ipv4_mapped:
        found = found.ipv4_mapped
    return str(ip_network((found, 24 if found.version == 4 else 64), strict=False))  # noqa: PLR2004 - IPv4
