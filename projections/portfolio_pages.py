"""Pages of the portfolio, in any order, forwards and backwards; how many lines there are; what stands beside one."""

from collections.abc import Mapping, Sequence
from datetime import date, datetime
from itertools import product
from pathlib import Path
from types import MappingProxyType
from typing import Literal, NamedTuple, TypeAlias

from pydantic import Field

from domain.registry.reading_scope import ReadingScope
from eventstore.pool import Connection
from eventstore.queries import load_queries
from projections.pages import Arguments, Page, by_file_or_sheet
from projections.portfolio import PortfolioLine

_PARTS = load_queries(Path(__file__).with_name("portfolio.sql"))

SortKey = Literal["name", "due", "contact", "entry"]
"""The name, the soonest deadline, the last contact, or when the phase was entered."""
Key: TypeAlias = str | date


class PortfolioFilter(NamedTuple):
    """Which lines are wanted; None wants any."""

    region: str | None = None
    programme: str | None = None
    phase: str | None = None
    status: str | None = None
    in_charge: str | None = None
    """The id of a manager."""
    due_by: date | None = None
    """The last day on which the soonest deadline may fall."""
    open: bool | None = None
    """Whether the file is not closed."""
    overdue_at: datetime | None = None
    """An instant at which the soonest deadline has passed."""
    contact_before: date | None = None
    """The last contact lies before that day."""
    no_contact_since: date | None = None
    """The same, and where there never was any."""
    call: str | None = None
    stages: tuple[str, ...] | None = None
    """How far it may have come in a call."""
    words: tuple[str, ...] | None = None
    """Patterns of words (``searching.looked_for``), all of which it matches."""
    words_or_people: tuple[str, ...] | None = None
    """Regular expressions of words that people are called by, too."""
    asleep: bool | None = None
    """Whether the file stands still."""
    rulebook: str | None = None
    """The version of a programme that it runs under."""
    sort: SortKey = "name"
    descending: bool = False


class PortfolioCursor(NamedTuple):
    """The line after which a page begins; before which it ends, if ``backwards``."""

    key: Key
    file: str
    backwards: bool = False


class Counted(NamedTuple):
    """How many files of a rulebook are in a phase, with a status."""

    rulebook: str
    phase: str
    status: str
    files: int


class StageCounted(NamedTuple):
    """How many files of a call stand at a stage of its funnel."""

    call: str
    stage: str
    files: int


class Neighbours(NamedTuple):
    """What stands before and after a file in a list (None: nothing), its number there, and of how many."""

    previous: str | None
    previous_name: str | None
    next: str | None
    next_name: str | None
    number: int
    files: int


class _Sorted(PortfolioLine):
    """A line with what it is sorted by; where it has none, that is before or after all days."""

    sort_key: Key = Field(exclude=True)


_FIRST: Mapping[SortKey, tuple[Key, str]] = MappingProxyType(
    {"name": ("", ""), "due": (date.min, ""), "contact": (date.min, ""), "entry": (date.min, "")}
)
"""What comes before every line; asyncpg takes the first and last day as the database's infinities."""
_GREATEST = "\U0010ffff"
_LAST: Mapping[SortKey, tuple[Key, str]] = MappingProxyType(
    {key: (date.max if isinstance(one, date) else _GREATEST, _GREATEST) for key, (one, _) in _FIRST.items()}
)


def whole(name: str, sort: SortKey = "due", *, descending: bool = False, sheets: bool) -> str:
    """A statement of the portfolio, put together of its parts: what is wanted is said once, for all of them.

    ``sheets``: for those who read public sheets, too. Others are spared it, so that indexes serve them.
    """
    ways = (("<", "DESC"), (">", "ASC"))
    (beyond, way), (beyond_back, way_back) = ways if descending else reversed(ways)
    statement = _PARTS[name]
    parts = {
        "columns": _PARTS["columns"],
        "seen": _PARTS["with_sheets" if sheets else "in_full"],
        "wanted": _PARTS["wanted"],
        "beyond_back": beyond_back,
        "beyond": beyond,
        "way_back": way_back,
        "way": way,
        "key": _PARTS[f"by_{sort}"],
    }
    for part, text in parts.items():
        statement = statement.replace(f":{part}", f"\n{text}\n")
    return statement


def asked(organisation: str, scope: ReadingScope, where: PortfolioFilter) -> Arguments:
    """The organisation, what may be read of it, and the filters, as every statement of the portfolio takes them."""
    return organisation, *by_file_or_sheet(scope), *where[: where._fields.index("sort")]


def reads_sheets(scope: ReadingScope) -> bool:
    """Whether somebody reads public sheets anywhere."""
    return bool(scope.sheets.names)


_BOTH = (False, True)
_PAGES = {
    (sort, descending, sheets): whole("page", sort, descending=descending, sheets=sheets)
    for sort, descending, sheets in product(_FIRST, _BOTH, _BOTH)
}
_NEIGHBOURS = {
    (sort, descending, sheets): whole("neighbours", sort, descending=descending, sheets=sheets)
    for sort, descending, sheets in product(_FIRST, _BOTH, _BOTH)
}
_COUNTS = {sheets: whole("counts", sheets=sheets) for sheets in _BOTH}
_STAGES = {sheets: whole("stages", sheets=sheets) for sheets in _BOTH}


async def read_portfolio(
    connection: Connection,
    organisation: str,
    scope: ReadingScope,
    where: PortfolioFilter,
    after: PortfolioCursor | None,
    limit: int,
) -> Page[PortfolioLine, PortfolioCursor]:
    """The lines that somebody may read, in the order that is wanted."""
    backwards = after is not None and after.backwards
    descending = where.descending is not backwards
    beginning = (_LAST if descending else _FIRST)[where.sort]
    place = after[:2] if after else beginning
    statement = _PAGES[where.sort, descending, reads_sheets(scope)]
    rows = await connection.fetch(statement, *asked(organisation, scope, where), *place, limit + 1)
    lines = [_Sorted.model_validate(dict(one), strict=False) for one in rows[:limit]]
    return _page(lines, after, goes_on=len(rows) > limit)


def _page(
    lines: Sequence[_Sorted], after: PortfolioCursor | None, *, goes_on: bool
) -> Page[PortfolioLine, PortfolioCursor]:
    """The lines as they stand in the list: those that were asked for backwards come in reverse.

    Whoever comes from a line finds the way back to it.
    """
    if not lines:
        return Page((), None)
    backwards = after is not None and after.backwards
    shown = tuple(reversed(lines)) if backwards else tuple(lines)
    end, start = PortfolioCursor(shown[-1].sort_key, shown[-1].file), shown[0]
    forwards_on, goes_back = (True, goes_on) if backwards else (goes_on, after is not None)
    before = PortfolioCursor(start.sort_key, start.file, backwards=True) if goes_back else None
    return Page(shown, end if forwards_on else None, before)


async def count_portfolio(
    connection: Connection, organisation: str, scope: ReadingScope, where: PortfolioFilter
) -> tuple[Counted, ...]:
    """How many lines there are in all pages of the same question, by rulebook, phase and status."""
    rows = await connection.fetch(_COUNTS[reads_sheets(scope)], *asked(organisation, scope, where))
    return tuple(Counted(*row) for row in rows)


async def count_stages(
    connection: Connection, organisation: str, scope: ReadingScope, where: PortfolioFilter
) -> tuple[StageCounted, ...]:
    """How many of them applied to a call, by call and by the stage that they stand at; sheets tell of neither."""
    rows = await connection.fetch(_STAGES[reads_sheets(scope)], *asked(organisation, scope, where))
    return tuple(StageCounted(*row) for row in rows)


async def read_neighbours(
    connection: Connection, organisation: str, scope: ReadingScope, where: PortfolioFilter, file: str
) -> Neighbours | None:
    """What stands before and after a file among the lines of a question; None where it is not among them."""
    statement = _NEIGHBOURS[where.sort, where.descending, reads_sheets(scope)]
    row = await connection.fetchrow(statement, *asked(organisation, scope, where), file)
    return Neighbours(*row) if row else None
