"""What an audit looks at: commands that were refused, in their sentences."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from domain.kernel.values import Role
from queries.refusals import RefusedCommand, theirs
from queries.visit import Visit, reached

AUDITED_FOR = (Role.AUDITOR, Role.ADMINISTRATOR, Role.BOARD)
"""Who looks at it."""


@dataclass(frozen=True, slots=True)
class RefusedCommands:
    """The latest first. ``after``: where the next page begins, by number; None if the list ends here."""

    rows: Sequence[RefusedCommand]
    after: int | None
    names: Mapping[str, str]


async def refused_commands(visit: Visit, before: int | None, limit: int) -> RefusedCommands:
    """A page of them, of those that the person may look up. Raises Failure."""
    async with reached():
        found = await visit.service.ledger.refused(visit.organisation, before, limit + 1)
        shown = found[:limit]
        refusals = await theirs(visit, shown)
    after = shown[-1].number if len(found) > limit else None
    return RefusedCommands(refusals.rows, after, refusals.names)
