"""Refusals as answers: their sentences, made with the names that whoever asks may know."""

from collections.abc import Mapping, Sequence
from contextlib import suppress
from typing import Literal

from application.addresses import Addresses
from application.commands.answer import Answer, RefusalAnswer
from application.commands.decider import Decider
from application.files import Files
from application.ports import Clock, RulebookDiffers
from domain.files.file import KeptFile
from domain.kernel.ids import ORGANISATION_STREAM, SERVICE, envelope_stream
from domain.kernel.refusal import Refusal
from domain.kernel.text import Sentence
from domain.people.state import Organisation
from domain.registry.reading_scope import reading_scope
from domain.rulebook import Rulebook
from wording.naming import Naming
from wording.refusals import NOBODY, explain

_ENVELOPE = envelope_stream("")


class Refusals:
    """Puts refusals into words: names come from the rulebook, the file and the vault, never from the outcome."""

    def __init__(self, files: Files, decider: Decider, addresses: Addresses, clock: Clock) -> None:
        self._files = files
        self._clock = clock
        self._decider = decider
        self._addresses = addresses

    async def refused(
        self,
        organisation: str,
        command_id: str,
        stream: str,
        refusal: Refusal,
        *,
        under: str | None,
        reader: str,
    ) -> Answer:
        """What the rules refused about a stream; ``under``: by which rulebook.

        Names of people and of what a file consists of are for a reader who reads the file in full.
        """
        states = await self._states(organisation, (stream, ORGANISATION_STREAM))
        file, people = states
        known = people if isinstance(people, Organisation) else Organisation()
        rulebook = self._rulebook(stream, file, under, known)
        kept = file if isinstance(file, KeptFile) else None
        region = kept.region if kept else None
        zone = rulebook.zone_of(region) if rulebook and region else known.zone_of(region)
        home = known.zone_of(None)
        if await self._reads(organisation, known, reader, kept):
            names = await self._names(organisation, refusal, known)
            naming = Naming(rulebook, names, kept, zone, home, known.regions)
        else:
            naming = Naming(rulebook, {}, None, zone, home, known.regions)
        return answered(command_id, refusal, "refused", naming)

    async def _reads(
        self, organisation: str, people: Organisation, reader: str, file: KeptFile | None
    ) -> bool:
        """Whether names may be told: the service notes its refusals for those who look at the file."""
        if file is None or reader == SERVICE:
            return True
        return reading_scope(people, reader, await self._clock.now(organisation)).reads(file)

    async def _states(self, organisation: str, streams: Sequence[str]) -> list[object]:
        """As they are kept; read from the ledger where they are not."""
        if absent := [one for one in streams if not self._files.holds(organisation, one)]:
            await self._files.fresh(organisation, absent)
        return [self._files.kept(organisation, one) for one in streams]

    def _rulebook(
        self, stream: str, file: object, under: str | None, people: Organisation
    ) -> Rulebook | None:
        """The rulebook that it was refused under; where that was not kept, the file's, or the one in force."""
        with suppress(RulebookDiffers):  # names of other rules are none of this file's
            if under is not None:
                return self._decider.known(people, under)
            if isinstance(file, KeptFile):
                return self._decider.known(people, file.rulebook)
            if stream.startswith(_ENVELOPE):
                return self._decider.current(people, stream.removeprefix(_ENVELOPE).partition("/")[0])
        return None

    async def _names(self, organisation: str, refusal: Refusal, people: Organisation) -> Mapping[str, str]:
        """The names of those whom the refusal speaks of; nothing is asked of the vault for most refusals."""
        listed = {one for value in refusal.params.values() for one in value.split(", ")}
        return await self._addresses.names(organisation, people, listed & people.people.keys())


def invalid(command_id: str, refusal: Refusal) -> Answer:
    """A command that the rules were not asked about, and what is wrong with it."""
    return answered(command_id, refusal, "invalid", NOBODY)


def answered(
    command_id: str, refusal: Refusal, outcome: Literal["refused", "invalid"], naming: Naming
) -> Answer:
    """The answer in words, with the code and the parameters for programs."""
    words = explain(refusal, naming)
    return Answer(
        command_id=command_id,
        outcome=outcome,
        refusal=RefusalAnswer(
            code=refusal.code,
            params=dict(refusal.params),
            message=Sentence.of(words.message),
            remedy=Sentence.of(words.remedy),
        ),
    )
