"""What all lists do: wait for the read models, then ask for a page, or for page after page to the end."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from typing import Generic, Protocol, TypeVar

from projections.pages import PAGE, ACursor, AFilter, ARow, Asking, every_row
from queries.readable import readable
from queries.visit import Visit, reached


class Line(Protocol):
    """A row that tells of one file."""

    @property
    def file(self) -> str:
        """The key of the file."""


ALine = TypeVar("ALine", bound=Line)


@dataclass(frozen=True, slots=True)
class Part(Generic[ACursor]):
    """Which part of a list is wanted: at most ``limit`` rows, after a row (None: from the beginning)."""

    after: ACursor | None = None
    limit: int = PAGE


@dataclass(frozen=True, slots=True)
class Listed(Generic[ARow, ACursor]):
    """Rows of a list, all of files that the person may read.

    ``after`` is where the next page begins, None if the list ends here; ``behind`` is how many entries of the ledger
    the read models still lack.
    """

    rows: Sequence[ARow]
    after: ACursor | None
    behind: int


@dataclass(frozen=True, slots=True)
class Extent:
    """How far the ledger has come, and how many of its entries the read models still lack."""

    position: int
    behind: int

    @property
    def read_to(self) -> int:
        """The position of the ledger that the read models have come to."""
        return self.position - self.behind


async def extent(visit: Visit) -> Extent:
    """Wait a moment for the read models; how far they have come."""
    fresh = await visit.service.read_models.wait_for(visit.organisation)
    return Extent(fresh.position + fresh.behind, fresh.behind)


async def caught_up(visit: Visit) -> int:
    """Wait a moment for the read models; how many entries they still lack."""
    return (await extent(visit)).behind


async def listed(
    visit: Visit,
    ask: Asking[AFilter, ACursor, ARow],
    where: AFilter,
    part: Part[ACursor] | None = None,
) -> Listed[ARow, ACursor]:
    """A part of a list, or all of it. Raises Failure where the store is out of reach."""
    async with reached():
        behind = await caught_up(visit)
        if part is None:
            return Listed(await whole(visit, ask, where), None, behind)
        page = await ask(visit.organisation, visit.scope, where, part.after, part.limit)
        return Listed(page.rows, page.after, behind)


async def whole(visit: Visit, ask: Asking[AFilter, ACursor, ARow], where: AFilter) -> list[ARow]:
    """What the person may read of a list, page after page to its end."""
    return [row async for row in every_row(ask, visit.organisation, visit.scope, where)]


async def theirs(visit: Visit, lines: Iterable[ALine]) -> list[ALine]:
    """The lines of files that the person may read, of a list that was folded from the ledger."""
    found = list(lines)
    names = await readable(visit, {line.file for line in found})
    return [line for line in found if line.file in names]
