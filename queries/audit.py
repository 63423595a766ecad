"""What an audit looks at: commands that were refused, in their sentences."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime

from domain.kernel.ids import file_of
from domain.kernel.ledger import Outcome
from domain.kernel.values import Role
from language import Text
from queries.outcomes import is_theirs
from queries.visit import Visit, reached

AUDITED_FOR = (Role.AUDITOR, Role.ADMINISTRATOR, Role.BOARD)
"""Who looks at it."""


@dataclass(frozen=True, slots=True)
class RefusedCommand:
    """Somebody's command: about which file (None: the organisation, or what is no file), why it was refused."""

    at: datetime
    actor: str
    command_id: str
    file: str | None
    message: Text
    remedy: Text


@dataclass(frozen=True, slots=True)
class RefusedCommands:
    """The latest first. ``after``: where the next page begins, None if the list ends here."""

    rows: Sequence[RefusedCommand]
    after: tuple[datetime, str] | None
    names: Mapping[str, str]


async def refused_commands(visit: Visit, before: tuple[datetime, str] | None, limit: int) -> RefusedCommands:
    """A page of them, of those that the person may look up. Raises Failure."""
    async with reached():
        found = await visit.service.ledger.refused(visit.organisation, before, limit + 1)
        shown = found[:limit]
        rows = [await _told(visit, one) for one in shown if await is_theirs(visit, one)]
        names = await visit.names({one.actor for one in rows})
    after = (shown[-1].recorded_at, shown[-1].command_id) if len(found) > limit else None
    return RefusedCommands(rows, after, names)


async def _told(visit: Visit, outcome: Outcome) -> RefusedCommand:
    answer = await visit.service.one_way_in.recall(visit.organisation, outcome, visit.person)
    refusal = answer.refusal
    message = Text(refusal.message.fr, refusal.message.en) if refusal else Text("–", "–")
    remedy = Text(refusal.remedy.fr, refusal.remedy.en) if refusal else Text("–", "–")
    return RefusedCommand(
        outcome.recorded_at, outcome.actor, outcome.command_id, file_of(outcome.stream), message, remedy
    )
