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

    def of(what: str) -> tuple[str, ...]:
        return tuple(row["value"] for row in rows if row["what"] == what)

    stages = tuple((row["call"], row["value"]) for row in rows if row["what"] == "stage")
    return PortfolioValues(of("region"), of("rulebook"), of("manager"), stages)
