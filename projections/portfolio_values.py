"""What the lines of the portfolio have in their columns: what filters offer to choose from."""

from dataclasses import dataclass

from domain.registry.reading_scope import ReadingScope
from eventstore.pool import Connection
from projections.pages import by_file_or_sheet
from projections.portfolio_pages import reads_sheets, whole

_VALUES = {sheets: whole("values", sheets=sheets) for sheets in (False, True)}


@dataclass(frozen=True, slots=True)
class PortfolioValues:
    """Of the lines that somebody may read: regions, rulebooks, managers by id, and stages with their call."""

    regions: tuple[str, ...]
    rulebooks: tuple[str, ...]
    managers: tuple[str, ...]
    stages: tuple[tuple[str, str], ...]


async def read_portfolio_values(
    connection: Connection, organisation: str, scope: ReadingScope
) -> PortfolioValues:
    """All of them, in one statement."""
    rows = await connection.fetch(_VALUES[reads_sheets(scope)], organisation, *by_file_or_sheet(scope))

    def each(column: str) -> tuple[str, ...]:
        return tuple(sorted({row[column] for row in rows} - {None}))

    stages = sorted({(row["call"], row["stage"]) for row in rows} - {(None, None)})
    return PortfolioValues(each("region"), each("rulebook"), each("manager"), tuple(stages))
