"""Which tables of a database still name an organisation."""

import asyncpg

_TABLES = """
SELECT table_schema || '.' || table_name,
    format('SELECT count(*) FROM %I.%I WHERE organisation = $1', table_schema, table_name)
FROM information_schema.columns WHERE column_name = 'organisation' AND table_schema !~ '^pg_'
"""
_AT_LEAST = 40
"""So many tables have such a column: fewer were not all that there are."""


async def tables_naming(owner_dsn: str, organisation: str) -> list[str]:
    """Their names, with the schema, sorted."""
    connection = await asyncpg.connect(owner_dsn)
    try:
        tables = await connection.fetch(_TABLES)
        counts = {one[0]: await connection.fetchval(one[1], organisation) for one in tables}
    finally:
        await connection.close()
    assert len(counts) > _AT_LEAST
    return sorted(name for name, rows in counts.items() if rows)
