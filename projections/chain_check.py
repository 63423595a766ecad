"""Checking a ledger's hash chain in the database, while its events are folded here."""

from pathlib import Path

import asyncpg

from domain.kernel.ledger import GENESIS, BrokenChain, Head
from eventstore.chain import chain_tag
from eventstore.pool import connected
from eventstore.queries import load_queries
from eventstore.verify import Break

STRETCH = 20_000
"""Events checked by one query."""

_QUERIES = load_queries(Path(__file__).with_name("rebuild.sql"))


async def first_break(pool: asyncpg.Pool, head: Head) -> BrokenChain | None:
    """The first position up to ``head`` at which the chain does not hold.

    That the columns beside the bodies tell the same as the bodies is left to ``verify``.
    """
    tag, previous, after = chain_tag(head.organisation), GENESIS, 0
    while after < head.position:
        until = min(after + STRETCH, head.position)
        async with connected(pool) as connection:
            [row] = await connection.fetch(_QUERIES["chain"], head.organisation, after, until, previous, tag)
        if row["broken"] is not None:
            return BrokenChain(row["broken"], Break.HASH_DIFFERS)
        if row["events"] < until - after:
            return BrokenChain(after + row["events"] + 1, Break.POSITION_MISSING)
        previous, after = row["last"], until
    return None if previous == head.hash else BrokenChain(head.position, Break.HEAD_DIFFERS)
