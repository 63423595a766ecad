"""What a command is answered: from what became of it now, or from the outcome that was kept of it."""

import json
from contextlib import suppress
from typing import Literal

from application.answer import Answer, RefusalAnswer, Sentence
from application.deciding import Decider
from application.digests import repeats
from application.drafting import Draft, streams_of
from application.files import Files
from application.ports import RulebookDiffers
from domain.codec import decode
from domain.commands import AnyCommand
from domain.ids import ORGANISATION_STREAM
from domain.kept import KeptFile
from domain.ledger import Appended, Known, Ledger, Outcome, Unstorable
from domain.refusals import Refusal, explain, refuse
from domain.rulebook import Rulebook
from domain.state import Organisation


class Answering:
    """Makes answers, with the names that the rulebook of the file gives to what they speak of."""

    def __init__(self, ledger: Ledger, files: Files, decider: Decider) -> None:
        self._ledger = ledger
        self._files = files
        self._decider = decider

    async def in_words(
        self, organisation: str, command: AnyCommand, draft: Draft, result: Appended | Known | Unstorable
    ) -> Answer:
        """The answer to a command that was drafted, from what the ledger says of it."""
        match result:
            case Unstorable():
                return refused(command.command_id, refuse("unstorable"), outcome="invalid")
            case Known(outcome=outcome) if repeats(command, result):
                return await self.recall(organisation, outcome)
            case Known():
                return refused(command.command_id, refuse("id_reused"), outcome="invalid")
            case Appended(outcome=outcome) if draft.refusal is None:
                return Answer(
                    command_id=command.command_id,
                    outcome="recorded",
                    position=outcome.last_position,
                    events=draft.events,
                )
        rulebook = await self._rulebook(organisation, streams_of(command)[0])
        refusal = draft.refusal or refuse("unstorable")
        return refused(command.command_id, refusal, rulebook, outcome="refused")

    async def recall(self, organisation: str, outcome: Outcome) -> Answer:
        """The answer that a command was given, made again from its stored outcome."""
        if outcome.refusal is not None:
            kept = json.loads(outcome.refusal)
            refusal = Refusal(kept["code"], kept["params"])
            rulebook = await self._rulebook(organisation, outcome.stream)
            answer = refused(outcome.command_id, refusal, rulebook, outcome="refused")
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

    async def _rulebook(self, organisation: str, stream: str) -> Rulebook | None:
        """The rulebook that names what a refusal about a file speaks of."""
        streams = (stream, ORGANISATION_STREAM)
        if absent := [one for one in streams if not self._files.holds(organisation, one)]:
            await self._files.fresh(organisation, absent)
        file, people = (self._files.kept(organisation, one) for one in streams)
        if isinstance(file, KeptFile) and isinstance(people, Organisation):
            with suppress(RulebookDiffers):  # names of other rules are none of this file's
                return self._decider.known(people, file.rulebook)
        return None


def refused(
    command_id: str,
    refusal: Refusal,
    rulebook: Rulebook | None = None,
    *,
    outcome: Literal["refused", "invalid"],
) -> Answer:
    """The answer that refuses, in both languages; what is invalid leaves nothing in the ledger."""
    words = explain(refusal, rulebook)
    return Answer(
        command_id=command_id,
        outcome=outcome,
        refusal=RefusalAnswer(
            code=refusal.code,
            message=Sentence(fr=words.message_fr, en=words.message_en),
            remedy=Sentence(fr=words.remedy_fr, en=words.remedy_en),
        ),
    )
