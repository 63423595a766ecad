"""What a command is answered: from what became of it now, or from the outcome that was kept of it."""

import json

from application.commands.answer import Answer
from application.commands.digests import repeats
from application.commands.draft import Draft
from application.commands.refusals import Refusals, invalid
from domain.kernel.ledger import Appended, Known, Ledger, Outcome, Unstorable
from domain.kernel.refusal import Refusal, refuse
from domain.registry.codec import decode
from domain.registry.commands import AnyCommand


class Answering:
    """Makes answers, with the names that whoever asks may know."""

    def __init__(self, ledger: Ledger, refusals: Refusals) -> None:
        self._ledger = ledger
        self._refusals = refusals

    async def in_words(
        self, organisation: str, command: AnyCommand, draft: Draft, result: Appended | Known | Unstorable
    ) -> Answer:
        """The answer to a command that was drafted, from what the ledger says of it."""
        match result:
            case Unstorable():
                return invalid(command.command_id, refuse("unstorable"))
            case Known(outcome=outcome) if repeats(command, result):
                return await self.recall(organisation, outcome, command.actor)
            case Known():
                return invalid(command.command_id, refuse("id_reused"))
            case Appended(outcome=outcome) if draft.refusal is None:
                return Answer(
                    command_id=command.command_id,
                    outcome="recorded",
                    position=outcome.last_position,
                    events=draft.events,
                )
        refusal = draft.refusal or refuse("unstorable")
        return await self._refusals.refused(
            organisation,
            command.command_id,
            command.stream,
            refusal,
            under=draft.rulebook,
            reader=command.actor,
        )

    async def foretold(self, organisation: str, command: AnyCommand, draft: Draft) -> Answer:
        """The answer that a command would be given, if it were recorded now."""
        if draft.refusal is None:
            return Answer(command_id=command.command_id, outcome="recorded", events=draft.events)
        return await self._refusals.refused(
            organisation,
            command.command_id,
            command.stream,
            draft.refusal,
            under=draft.rulebook,
            reader=command.actor,
        )

    async def recall(self, organisation: str, outcome: Outcome, reader: str) -> Answer:
        """The answer that a command was given, made again from its stored outcome for whoever looks it up."""
        if outcome.refusal is not None:
            kept = json.loads(outcome.refusal)
            refusal = Refusal(kept["code"], kept["params"])
            under = kept.get("rulebook")
            answer = await self._refusals.refused(
                organisation, outcome.command_id, outcome.stream, refusal, under=under, reader=reader
            )
            return answer.model_copy(update={"repeated": True})
        first, last = outcome.first_position or 0, outcome.last_position or 0
        stored = await self._ledger.read(organisation, first - 1, last - first + 1)
        return Answer(
            command_id=outcome.command_id,
            outcome="recorded",
            repeated=True,
            position=outcome.last_position,
            events=tuple(decode(one).event.type for one in stored),
        )
