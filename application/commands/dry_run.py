"""What would become of commands given one after the other: decided on states in memory, nothing recorded."""

from datetime import datetime

from application.commands.answer import Answer
from application.commands.answers import Answering
from application.commands.batch import Working
from application.commands.draft import Drafter
from domain.registry.commands import AnyCommand


class DryRun:
    """Decides each command on what those before it would leave."""

    def __init__(
        self, organisation: str, now: datetime, working: Working, drafter: Drafter, answering: Answering
    ) -> None:
        self._organisation = organisation
        self._now = now
        self._working = working
        self._drafter = drafter
        self._answering = answering

    async def foretell(self, command: AnyCommand) -> Answer:
        """The answer that it would be given now, after the others. Raises LedgerUnavailable, UnknownOrganisation."""
        states = await self._working.states(command)
        holder = await self._working.holder(command, states)
        draft = await self._drafter.draft(self._organisation, command, states, self._now, holder)
        if draft.refusal is None:
            self._working.reach(draft)
        return await self._answering.foretold(self._organisation, command, draft)
