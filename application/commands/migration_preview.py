"""What moving a file to another rulebook would change, judged by the rules themselves. Reads only."""

from datetime import datetime

from application.commands.decider import Decider
from application.files import Files, entry_of
from application.ports import Rulebooks
from domain.cooperations.commands.lifecycle import MigrateCooperation
from domain.cooperations.migration import Migration, Ruled, migration
from domain.cooperations.state import Cooperation
from domain.files.setting import foreseen
from domain.kernel.ids import ORGANISATION_STREAM, cooperation_stream
from domain.kernel.refusal import Refusal, refuse
from domain.people.state import Organisation
from domain.registry.folding import next_state


class Migrations:
    """Shows beforehand what a migration would do."""

    def __init__(self, files: Files, rulebooks: Rulebooks) -> None:
        self._files = files
        self._decider = Decider(rulebooks)

    async def preview(
        self, organisation: str, command: MigrateCooperation, now: datetime
    ) -> Migration | Refusal:
        """What the command would change for its file at ``now``, or why it would be refused."""
        stream = cooperation_stream(command.cooperation)
        states = dict(await self._files.fresh(organisation, [stream, ORGANISATION_STREAM]))
        states |= await self._files.fresh(organisation, self._decider.beside(command, states, now))
        decision = self._decider.decide(command, states, now)
        if isinstance(decision, Refusal):
            return decision
        file, people = states[stream], states[ORGANISATION_STREAM]
        own = [one for one in decision if one.stream == stream]
        news = [foreseen(one, entry, command) for entry, one in enumerate(own, start=entry_of(file) + 1)]
        moved = next_state(stream, file, news)
        if not (isinstance(file, Cooperation) and isinstance(moved, Cooperation)):
            return refuse("unknown_cooperation", cooperation=command.cooperation)
        known = people if isinstance(people, Organisation) else Organisation()
        before, after = (self._decider.known(known, one.rulebook) for one in (file, moved))
        if before is None or after is None:
            return refuse("unknown_rulebook", rulebook=command.to)
        return migration(Ruled(file, before), Ruled(moved, after), now)
