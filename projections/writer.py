"""Rows of read models and their checkpoints, written together."""

from collections.abc import Iterable, Mapping
from contextlib import suppress
from itertools import chain

import asyncpg

from eventstore.pool import Connection, connected
from projections.checkpoints import QUERIES
from projections.model import Batch, Change

LIVE, SHADOW = "read_models", "read_models_shadow"


class _Overtaken(Exception):
    """Another process has moved these read models on."""


async def advance(
    pool: asyncpg.Pool, after: int, batch: Batch, changes: Mapping[str, Iterable[Change]], last_hash: bytes
) -> None:
    """Write what ``batch`` changes in read models that all stood at ``after``, and that they have moved on.

    ``last_hash`` is that of its last event in the ledger.

    One transaction: all or nothing. Nothing is written if another process was faster.
    Raises LedgerUnavailable if the database is.
    """
    last = batch.events[-1]
    with suppress(_Overtaken):
        async with connected(pool) as connection, connection.transaction():
            to = (last.position, last.recorded_at, last_hash)
            moved = await connection.fetch(QUERIES["advance"], batch.organisation, list(changes), after, *to)
            if len(moved) < len(changes):
                raise _Overtaken
            await write(connection, LIVE, batch.organisation, chain.from_iterable(changes.values()))


async def write(connection: Connection, schema: str, organisation: str, changes: Iterable[Change]) -> None:
    """Write rows into the tables of a schema, within the transaction that is under way."""
    await connection.execute(QUERIES["aim"], schema)
    for change in changes:
        if change.forget and change.keys:
            await connection.execute(change.forget, organisation, change.keys)
        if change.rows:
            await connection.copy_records_to_table(
                change.table,
                schema_name=schema,
                columns=("organisation", *change.columns),
                records=((organisation, *row) for row in change.rows),
            )
