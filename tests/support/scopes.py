"""What somebody may read, and what a list shows them of it from end to end."""

from typing import Protocol, TypeVar

from domain.registry.reading_scope import EVERYWHERE, ReadingScope
from projections.pages import ACursor, AFilter, ARow, Asking
from projections.tasks import TaskFilter
from tests.projections.making import ORGANISATION

EVERYTHING = ReadingScope(in_full=EVERYWHERE, bank_details=True, organisation=True, member=True)
"""Whoever reads all there is."""


class OfAFile(Protocol):
    """A row that tells of one file."""

    @property
    def file(self) -> str:
        """The key of the file."""


AnOf = TypeVar("AnOf", bound=OfAFile)


async def rows(
    ask: Asking[AFilter, ACursor, ARow], scope: ReadingScope, where: AFilter, limit: int
) -> list[ARow]:
    """A list read to its end in pages of so many rows."""
    found: list[ARow] = []
    page = await ask(ORGANISATION, scope, where, None, limit)
    found += page.rows
    while page.after is not None:
        assert len(page.rows) <= limit or where.__class__ is TaskFilter
        page = await ask(ORGANISATION, scope, where, page.after, limit)
        found += page.rows
    return found
