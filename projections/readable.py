"""Which of some files somebody may read, where a list does not come from a read model."""

from collections.abc import Iterable, Mapping
from pathlib import Path

from domain.registry.reading_scope import ReadingScope
from eventstore.pool import Connection
from eventstore.queries import load_queries
from projections.conflicts import closing
from projections.pages import by_file

_KNOWN = closing(load_queries(Path(__file__).with_name("readable.sql"))["known"], "$6")


async def read_readable(
    connection: Connection, organisation: str, scope: ReadingScope, files: Iterable[str]
) -> Mapping[str, bool]:
    """Of cooperations, reviews and fundings, by key, whether they may be read; those not folded yet are missing."""
    asked = (*by_file(scope), sorted(set(files)), scope.at)
    rows = await connection.fetch(_KNOWN, organisation, *asked)
    return {row["file"]: row["readable"] for row in rows}
