"""Lists in pages: some rows in the order of the list, and after which of them the next page begins.

A page goes on after a row, not at a number, so that it costs the same however far down the list it is, and rows that
come or go above it move nothing.
"""

from collections.abc import AsyncIterator, Awaitable, Callable, Sequence
from dataclasses import dataclass
from typing import Any, Generic, TypeAlias, TypeVar

import asyncpg

from domain.kernel.model import Model
from domain.registry.reading_scope import ReadingScope

PAGE = 50
"""Rows of a page, if nothing else is asked for."""
LONG_PAGE = 500
"""Rows of a page for somebody who reads the whole list."""

ARow = TypeVar("ARow")
ALine = TypeVar("ALine", bound=Model)
ACursor = TypeVar("ACursor")
AFilter = TypeVar("AFilter")
Arguments: TypeAlias = tuple[Any, ...]


@dataclass(frozen=True, slots=True)
class Page(Generic[ARow, ACursor]):
    """Some rows of a list. ``after`` is the sort key of the last one if the list goes on, None if it ends here.

    ``before`` is where the page before ends, in lists that are read backwards too; None if this is the first.
    """

    rows: tuple[ARow, ...]
    after: ACursor | None
    before: ACursor | None = None


def page_of(
    records: Sequence[asyncpg.Record], limit: int, line: type[ALine], key: Callable[[ALine], ACursor]
) -> Page[ALine, ACursor]:
    """The page that ``limit`` + 1 records make: the last one only tells that the list goes on."""
    rows = tuple(line.model_validate(dict(one), strict=False) for one in records[:limit])
    return Page(rows, key(rows[-1]) if len(records) > limit else None)


Asking: TypeAlias = Callable[
    [str, ReadingScope, AFilter, ACursor | None, int], Awaitable[Page[ARow, ACursor]]
]
"""What answers a page of a list: of an organisation, in a scope, filtered, after a row, of so many rows."""


async def every_row(
    ask: Asking[AFilter, ACursor, ARow], organisation: str, scope: ReadingScope, where: AFilter
) -> AsyncIterator[ARow]:
    """The rows of a whole list; each page is asked for when the rows of the one before were taken."""
    after: ACursor | None = None
    while True:
        page = await ask(organisation, scope, where, after, LONG_PAGE)
        for row in page.rows:
            yield row
        if page.after is None:
            return
        after = page.after


def by_file(scope: ReadingScope) -> Arguments:
    """A scope as statements take it: where every file is read, where those in whose charge these ids are; the ids.

    Regions are arrays of names: ``(region = ANY (names)) <> ('*' = ANY (names))`` is ``Regions.__contains__``. Where
    reviews are among what is asked for, the ids are also those under which somebody may be involved in one.
    """
    return sorted(scope.in_full.names), sorted(scope.own.names), sorted(scope.ids)


def by_file_or_sheet(scope: ReadingScope) -> Arguments:
    """The same, and where public sheets are read."""
    return *by_file(scope), sorted(scope.sheets.names)
