"""Recording what a form stands for, and what became of it: where it is seen, and what is said of it."""

from collections.abc import Sequence
from dataclasses import dataclass

from application.commands.answer import Answer
from domain.kernel.ids import file_of
from domain.kernel.ledger import Outcome
from domain.people.events import RulebookAdopted
from domain.registry.codec import decode
from domain.registry.commands import AnyCommand
from queries.outcomes import outcome_of
from queries.refused import invalid
from queries.visit import Visit, reached
from wording.pages.forms import OUTCOME_NOTHING, OUTCOME_NOTHING_TEXT

_REUSED = "id_reused"


@dataclass(frozen=True, slots=True)
class Noted:
    """What was recorded: in which stream, at which entry, as what."""

    stream: str
    entry: int
    event: str

    @property
    def file(self) -> str | None:
        """The key of the file that it is about, if it is about one."""
        return file_of(self.stream)


async def send(visit: Visit, commands: Sequence[AnyCommand]) -> Answer:
    """Record the first; where its id is known already, find which of them it was. Raises Failure."""
    first, *others = commands
    answer = await _given(visit, first)
    for other in others:
        if answer.refusal is None or answer.refusal.code != _REUSED:
            break
        again = await _given(visit, other)
        if again.refusal is None or again.refusal.code != _REUSED:
            answer = again
    return answer


async def _given(visit: Visit, command: AnyCommand) -> Answer:
    async with reached(command.command_id):
        answer = await visit.service.one_way_in.handle(visit.organisation, command)
    visit.look_again()
    return answer


async def noted(visit: Visit, command_id: str) -> Noted | None:
    """Where what was recorded under an id stands; None if nothing was."""
    async with reached():
        outcome = await visit.service.ledger.outcome(visit.organisation, command_id)
        return await _noted(visit, outcome) if outcome else None


async def became(visit: Visit, command_id: str) -> tuple[Answer, Noted | None]:
    """What became of a command, for its actor and for whoever may read what it is about. Raises Failure."""
    async with reached():
        outcome = await outcome_of(visit, command_id)
        if outcome is None:
            raise invalid("unknown-command-id", OUTCOME_NOTHING, OUTCOME_NOTHING_TEXT)
        return await visit.service.one_way_in.recall(visit.organisation, outcome, visit.person), await _noted(
            visit, outcome
        )


async def _noted(visit: Visit, outcome: Outcome) -> Noted | None:
    """Its first event in the stream that it is about; that rules were adopted for it is not what it is about."""
    if outcome.first_position is None or outcome.last_position is None:
        return None
    much = outcome.last_position - outcome.first_position + 1
    stored = await visit.service.ledger.read(visit.organisation, outcome.first_position - 1, much)
    said = [(one, event) for one in stored if not isinstance(event := decode(one).event, RulebookAdopted)]
    own, event = next((one for one in said if one[0].stream == outcome.stream), said[0])
    return Noted(own.stream, own.entry, event.type)
