"""Trying a command on states that were read, by the very rules that record: nothing is recorded, nothing kept."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime

from application.commands.decider import Decider
from application.ports import RulebookDiffers, Rulebooks
from domain.decide.access import may
from domain.decide.decide import decide, streams_beside
from domain.files.setting import State
from domain.kernel.refusal import Refusal
from domain.registry.commands import AnyCommand


@dataclass(frozen=True, slots=True)
class Tried:
    """What the rules would say: why not, if anything; ``theirs`` is False where it is not its actor's to give."""

    refusal: Refusal | None
    theirs: bool = True
    unread: Sequence[str] = ()
    """The streams that it rests on besides those that were read: with them it has to be tried again."""


class Trials:
    """Tries commands under the rulebooks that there are."""

    def __init__(self, rulebooks: Rulebooks) -> None:
        self._decider = Decider(rulebooks)

    def tried(self, command: AnyCommand, states: Mapping[str, State], now: datetime) -> Tried:
        """What a command would meet on these states; the organisation's is among them."""
        try:
            setting = self._decider.setting(command, states, now)
        except RulebookDiffers as differs:
            return Tried(differs.refusal)
        unread = [one for one in streams_beside(command, setting) if one not in states]
        if unread:
            return Tried(None, unread=tuple(dict.fromkeys(unread)))
        subject = states.get(command.stream)
        if refusal := may(command, subject, setting):
            return Tried(refusal, theirs=False)
        decided = decide(command, subject, setting)
        return Tried(decided if isinstance(decided, Refusal) else None)
