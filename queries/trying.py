"""Several commands tried by the rules that record, on states that are read together: nothing is recorded."""

from collections.abc import Sequence

from application.commands.trial import Trials, Tried
from domain.files.setting import State
from domain.kernel.ids import ORGANISATION_STREAM
from domain.registry.commands import AnyCommand
from language import Text
from queries.visit import Visit
from wording.naming import Naming
from wording.offers import lacking, not_yours


async def tried(visit: Visit, commands: Sequence[AnyCommand]) -> Sequence[Tried]:
    """What each would meet, in their order; each is judged as if the others were not given.

    Reads as often as commands rest on what others lead to, however many they are. Raises LedgerUnavailable.
    """
    trials = Trials(visit.service.rulebooks)
    read = await visit.states(one.stream for one in commands)
    states: dict[str, State] = {**read, ORGANISATION_STREAM: visit.people}
    while True:
        found = [trials.tried(one, states, visit.now) for one in commands]
        unread = [stream for one in found for stream in one.unread]
        if not unread:
            return found
        states |= await visit.states(unread)


def why_not(found: Tried, naming: Naming) -> Text | None:
    """Why a command would not be recorded, or whose it is; None where it would be."""
    if found.refusal is None:
        return None
    return (lacking if found.theirs else not_yours)(found.refusal, naming)[0]
