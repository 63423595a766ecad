"""The little world of a rehearsal: an organisation, its files, a clock; what decides are the service’s own rules."""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import replace
from datetime import datetime
from typing import TypeVar

from application.commands.decider import Decider
from application.commands.draft import files_looked_for, streams_of
from application.files import RuledFile, entry_of
from application.lives.assessment import has_to_tell
from application.ports import Rulebooks
from application.rehearsal.scenario import FILE
from domain.cooperations.state import Cooperation
from domain.deadlines.deadline import Deadline
from domain.files.file import KeptFile
from domain.files.setting import Happening, State, foreseen
from domain.fundings.state import Funding
from domain.kernel.ids import ORGANISATION_STREAM, cooperation_stream
from domain.kernel.recorded import Recorded
from domain.kernel.refusal import Refusal
from domain.people.state import Organisation
from domain.registry.commands import AnyCommand
from domain.registry.folding import beginning, next_state
from domain.reminders.any_file import deadlines
from domain.reviews.state import Review
from domain.rulebook import Rulebook

STREAM = cooperation_stream(FILE)

Kind = TypeVar("Kind", Review, Funding)


class World:
    """What has become of the organisation and of the files by ``now``; everything told, in order."""

    def __init__(self, rulebooks: Rulebooks, rulebook: Rulebook, now: datetime) -> None:
        self._rulebooks = rulebooks
        self._decider = Decider(rulebooks)
        self._opening = rulebook
        self.now = now
        self.states: dict[str, State] = {ORGANISATION_STREAM: Organisation()}
        self.told: list[Recorded] = []

    @property
    def organisation(self) -> Organisation:
        """The organisation by now."""
        state = self.states[ORGANISATION_STREAM]
        return state if isinstance(state, Organisation) else Organisation()

    @property
    def file(self) -> Cooperation | None:
        """The cooperation by now; None before its opening."""
        state = self.states.get(STREAM)
        return state if isinstance(state, Cooperation) else None

    @property
    def rulebook(self) -> Rulebook:
        """The rulebook under which the cooperation runs now."""
        return self.rulebook_of(self.file) if self.file else self._opening

    def rulebook_of(self, file: KeptFile) -> Rulebook:
        """The rulebook under which a file runs now: a review or a funding keeps the one that it began under."""
        if file.rulebook == self._opening.id:
            return self._opening
        return self._rulebooks.get(self.organisation, file.rulebook)

    def all_of(self, kind: type[Kind]) -> tuple[Kind, ...]:
        """The reviews, or the fundings, in the order in which they began."""
        return tuple(one for one in self.states.values() if isinstance(one, kind))

    def living(self) -> Iterator[RuledFile]:
        """The files that have not ended, or have still to tell how: the cooperation, its reviews, its fundings."""
        for state in tuple(self.states.values()):
            if isinstance(state, KeptFile):
                ruled = RuledFile(state, self.organisation, self.rulebook_of(state))
                if not state.ended or has_to_tell(ruled, self.now):
                    yield ruled

    def deadlines_of(self, file: KeptFile) -> tuple[Deadline, ...]:
        """A file's open deadlines, but for those whose place another occurrence has taken."""
        return tuple(one for one in deadlines(file, self.rulebook_of(file)) if not one.over(self.now))

    def deadlines(self) -> tuple[Deadline, ...]:
        """The cooperation's open deadlines."""
        return self.deadlines_of(self.file) if self.file else ()

    def judge(self, command: AnyCommand) -> tuple[Happening, ...] | Refusal:
        """What the command would give now."""
        return self._decider.decide(command, self._read(command), self.now)

    def first_who_may(self, command: AnyCommand, people: Iterable[str]) -> str | None:
        """The first of these people who may give the command now."""
        states = self._read(command)
        given = (by(command, one) for one in people)
        return next((one.actor for one in given if self._decider.allows(one, states, self.now)), None)

    def give(self, command: AnyCommand) -> tuple[Recorded, ...] | Refusal:
        """Have the rules decide, and live on with what happened."""
        decision = self.judge(command)
        if isinstance(decision, Refusal):
            return decision
        return tuple(self._record(command, happening) for happening in decision)

    def _read(self, command: AnyCommand) -> Mapping[str, State]:
        """The states of the streams that the one way in would read for the command, and no others."""
        if files_looked_for(command):
            return self.states
        states = {one: self._state(one) for one in streams_of(command)}
        while more := [one for one in self._decider.beside(command, states, self.now) if one not in states]:
            states |= {one: self._state(one) for one in more}
        return states

    def _state(self, stream: str) -> State:
        return self.states[stream] if stream in self.states else beginning(stream)

    def _record(self, command: AnyCommand, happening: Happening) -> Recorded:
        state = self.states.get(happening.stream)
        recorded = replace(
            foreseen(happening, entry_of(state) + 1, command),
            rulebook=state.rulebook if isinstance(state, KeptFile) else None,
            position=len(self.told) + 1,
            recorded_at=self.now,
        )
        self.states[happening.stream] = next_state(happening.stream, state, [recorded])
        self.told.append(recorded)
        return recorded


def by(command: AnyCommand, actor: str) -> AnyCommand:
    """The command as somebody gives it."""
    given: AnyCommand = command.model_copy(update={"actor": actor})
    return given
