"""What stands before and after a cooperation in the list that one came from."""

from dataclasses import dataclass

from queries.portfolio_query import read_text
from queries.visit import Visit, reached


@dataclass(frozen=True, slots=True)
class Neighbours:
    """The files before and after (None: there is none), by key and name; the number of this one, and of how many."""

    previous: str | None
    previous_name: str | None
    next: str | None
    next_name: str | None
    number: int
    files: int
    text: str
    """The question of the list, as addresses carry it."""


async def neighbours(visit: Visit, text: str, key: str) -> Neighbours | None:
    """Beside a cooperation in the list of a question; None where it does not stand in it. Raises Failure."""
    query = read_text(text).at(None)
    async with reached():
        names = await visit.names() if "q" in query.filters else {}
        where = query.where(visit, names)
        found = await visit.service.read_models.portfolio_neighbours(
            visit.organisation, visit.scope, where, key
        )
    return Neighbours(*found, query.text) if found else None
