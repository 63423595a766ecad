"""All rows of the read models, for comparing."""

from typing import Any

import asyncpg

from tests.support.postgres import Database

TABLES = (
    "agenda",
    "calendar",
    "envelopes",
    "fundings",
    "grants",
    "people",
    "portfolio",
    "reviews",
    "tasks",
    "timeline",
)


async def dump(database: Database) -> dict[str, list[tuple[Any, ...]]]:
    """The rows of each table, and the checkpoints' positions, in an order of their own."""
    connection = await asyncpg.connect(database.superuser_dsn)
    found = {
        table: sorted(
            tuple(str(row[column]) for column in sorted(row.keys()))
            for row in await connection.fetch(f"SELECT * FROM read_models.{table}")  # noqa: S608
        )
        for table in TABLES
    }
    positions = await connection.fetch(
        "SELECT model, position, recorded_at, stopped_at FROM read_models.checkpoints ORDER BY model"
    )
    await connection.close()
    return {**found, "checkpoints": [tuple(row.values()) for row in positions]}
