"""Rows of read models and their checkpoints, written together."""

from collections.abc import Iterable

import asyncpg

from eventstore.pool import Connection, connected
from projections.checkpoints import QUERIES
from projections.model import Batch, Change

LIVE, SHADOW = "read_models", "read_models_shadow"


async def advance(
    pool: asyncpg.Pool, model: str, after: int, batch: Batch, changes: Iterable[Change]
) -> bool:
    """Write what ``batch`` changes in a read model that stood at ``after``, and that it has moved on.

    One transaction: both or nothing. False, and nothing written, if another process was faster.
    Raises LedgerUnavailable if the database is.
    """
    last = batch.events[-1]
    async with connected(pool) as connection, connection.transaction():
        moved = await connection.execute(
            QUERIES["advance"], batch.organisation, model, after, last.position, last.recorded_at
        )
        if moved != "UPDATE 1":
            return False
        await write(connection, LIVE, batch.organisation, changes)
        return True


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
