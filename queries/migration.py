"""What moving files to another rulebook would change, file by file, before anything is moved."""

import json
from collections.abc import AsyncIterator, Sequence
from dataclasses import dataclass

from application.commands.answer import Answer
from application.commands.parsing import read_command
from domain.cooperations.commands.lifecycle import MigrateCooperation
from domain.cooperations.migration import Migration
from domain.kernel.refusal import Refusal
from domain.registry.commands import AnyCommand
from domain.rulebook import Rulebook
from language import Text, text_of
from projections.portfolio_pages import PortfolioFilter
from queries.lists import listed
from queries.refused import invalid
from queries.visit import Visit, reached
from wording.migration import migration_words
from wording.naming import Naming
from wording.refusals import Explained, explain


@dataclass(frozen=True, slots=True)
class Wish:
    """Which files somebody wants moved where: those named, or all open ones of a programme."""

    files: tuple[str, ...]
    every: bool
    programme: str
    to: str
    phase: str
    reason: str


@dataclass(frozen=True, slots=True)
class Planned:
    """A file with the command that moves it and what that changes, or why it stays where it is."""

    file: str
    command: MigrateCooperation | None
    seen: Migration | Refusal
    rulebook: Rulebook | None
    """The one under which it runs."""

    @property
    def words(self) -> Explained | None:
        """Why it stays where it is."""
        return explain(self.seen, Naming(self.rulebook)) if isinstance(self.seen, Refusal) else None


async def planned_migrations(visit: Visit, wish: Wish) -> AsyncIterator[Planned]:
    """What would become of each file, in the order named or by name. Raises Failure for one that may not be read."""
    files: Sequence[str] = wish.files or await _all_of(visit, wish.programme or wish.to.partition("@")[0])
    for file in files:
        async with reached():
            present = await visit.file(file)
            command = _command(visit, wish, file, present.entry, phase="")
            seen = await visit.service.migrations.preview(visit.organisation, command, visit.now)
            if isinstance(seen, Refusal) and seen.code == "phase_not_used" and wish.phase:
                command = _command(visit, wish, file, present.entry, phase=wish.phase)
                seen = await visit.service.migrations.preview(visit.organisation, command, visit.now)
        rulebook = visit.rulebook(present.rulebook)
        yield Planned(file, None if isinstance(seen, Refusal) else command, seen, rulebook)


async def _all_of(visit: Visit, programme: str) -> list[str]:
    """The open files of a programme that the person may read, by name."""
    where = PortfolioFilter(programme=programme, open=True)
    found = await listed(visit, visit.service.read_models.portfolio, where)
    return sorted(one.file for one in found.rows)


async def moved_words(visit: Visit, command: AnyCommand) -> Sequence[Text]:
    """What a command that moves a file changes for it, in words; nothing of others. Raises LedgerUnavailable."""
    if not isinstance(command, MigrateCooperation):
        return ()
    seen = await visit.service.migrations.preview(visit.organisation, command, visit.now)
    return tuple(migration_words(seen)) if isinstance(seen, Migration) else ()


def _command(visit: Visit, wish: Wish, file: str, entry: int, phase: str) -> MigrateCooperation:
    """The command; its id says what it moves and from where, so that a repeat does nothing twice."""
    form = {
        "type": "MigrateCooperation",
        "command_id": f"migrate/{file}/{wish.to.replace('@', ':')}/{entry}",
        "cooperation": file,
        "to": wish.to,
        "reason": wish.reason or "–",
    }
    command = read_command(json.dumps(form | ({"phase": phase} if phase else {})), visit.person)
    if isinstance(command, MigrateCooperation):
        return command
    refusal = command.refusal if isinstance(command, Answer) else None
    raise invalid(
        "bad-usage",
        text_of(refusal.message) if refusal else Text("?", "?"),
        text_of(refusal.remedy) if refusal else Text("?", "?"),
    )
