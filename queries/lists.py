"""What all lists do: wait for the read models, ask for page after page, answer in JSON."""

from collections.abc import Mapping, Sequence
from typing import Any, Protocol, TypeVar

from cli.terminal.output import write_json
from domain.kernel.model import Model
from projections.pages import ACursor, AFilter, ARow, Asking, every_row
from queries.readable import readable
from queries.visit import Visit, simulated


class Line(Protocol):
    """A row that tells of one file."""

    @property
    def file(self) -> str:
        """The key of the file."""


ALine = TypeVar("ALine", bound=Line)


async def caught_up(visit: Visit) -> int:
    """Wait a moment for the read models; how many entries they still lack."""
    head = await visit.service.ledger.head(visit.organisation)
    return (await visit.service.read_models.wait_for(visit.organisation, head.position)).behind


async def whole(visit: Visit, ask: Asking[AFilter, ACursor, ARow], where: AFilter) -> list[ARow]:
    """What the person may read of a list, page after page to its end."""
    return [row async for row in every_row(ask, visit.organisation, visit.scope, where)]


async def theirs(visit: Visit, lines: Sequence[ALine]) -> list[ALine]:
    """The lines of files that the person may read, of a list that was folded from the ledger."""
    names = await readable(visit, {line.file for line in lines})
    return [line for line in lines if line.file in names]


def write_rows(
    visit: Visit, behind: int, lines: Sequence[Model], then: Mapping[str, Any] | None = None
) -> None:
    """Lines as JSON; ``then`` says as of which date, as known on which."""
    rows = [line.model_dump(mode="json") for line in lines]
    write_json(simulated(visit) | dict(then or {}) | {"behind": behind, "rows": rows})
