"""The portfolio as a board: the first files of each phase, and those that are asleep."""

from collections.abc import Sequence

from domain.kernel.values import ASLEEP, Phase
from domain.registry.reading_scope import ReadingScope
from eventstore.pool import Connection
from projections.portfolio import PortfolioLine
from projections.portfolio_pages import PortfolioFilter, asked, reads_sheets, whole

CARDS = 30
"""The most that a column shows."""
_BOARD = {sheets: whole("board", sheets=sheets) for sheets in (False, True)}


async def read_board(
    connection: Connection, organisation: str, scope: ReadingScope, where: PortfolioFilter
) -> Sequence[PortfolioLine]:
    """The first cards of every column, by their soonest deadline: each limited by itself, all at once."""
    columns = [one.value for one in Phase], sorted(ASLEEP)
    rows = await connection.fetch(
        _BOARD[reads_sheets(scope)], *asked(organisation, scope, where), *columns, CARDS
    )
    return [PortfolioLine.model_validate(dict(one), strict=False) for one in rows]
