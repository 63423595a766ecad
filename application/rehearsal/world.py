"""The little world of a rehearsal: an organisation, a file, a clock; commands go to the very rules of the service."""

from dataclasses import replace
from datetime import datetime

from application.deciding import Decider
from application.files import entry_of
from application.ports import Rulebooks
from application.rehearsal.scenario import FILE
from domain.access import may
from domain.commands import AnyCommand
from domain.deadlines import Deadline, deadlines
from domain.decide import Happening, Setting, State, foreseen
from domain.events.recorded import Recorded
from domain.folding import next_state
from domain.ids import ORGANISATION_STREAM, cooperation_stream
from domain.refusals import Refusal
from domain.rulebook import Rulebook
from domain.state import Cooperation, Organisation

STREAM = cooperation_stream(FILE)


class World:
    """What has become of the organisation and of the file by ``now``; everything told, in order."""

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
        """The rulebook under which the file runs now."""
        if self.file is None or self.file.rulebook == self._opening.id:
            return self._opening
        return self._rulebooks.get(self.organisation, self.file.rulebook)

    def deadlines(self) -> tuple[Deadline, ...]:
        """The file's open deadlines, but for those whose place another occurrence has taken."""
        if self.file is None:
            return ()
        return tuple(one for one in deadlines(self.file, self.rulebook) if not one.over(self.now))

    def judge(self, command: AnyCommand) -> tuple[Happening, ...] | Refusal:
        """What the command would give now."""
        return self._decider.decide(command, self.states, self.now)

    def may(self, command: AnyCommand) -> bool:
        """Whether its actor may give the command now."""
        setting = Setting(self.organisation, self.rulebook, self.now, beside=self.states)
        return may(command, self.states.get(command.stream), setting) is None

    def give(self, command: AnyCommand) -> tuple[Recorded, ...] | Refusal:
        """Have the rules decide, and live on with what happened."""
        decision = self.judge(command)
        if isinstance(decision, Refusal):
            return decision
        return tuple(self._record(command, happening) for happening in decision)

    def _record(self, command: AnyCommand, happening: Happening) -> Recorded:
        state = self.states.get(happening.stream)
        recorded = replace(
            foreseen(happening, entry_of(state) + 1, command),
            rulebook=self.file.rulebook if self.file else None,
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
