"""Giving a command on behalf of a program: about a file that is not theirs to look up, it meets what is not there."""

from application.commands.answer import Answer, RefusalAnswer
from application.commands.trial import Trials
from domain.files.file import KeptFile
from domain.files.reading import Reading
from domain.files.setting import State
from domain.kernel.command import AboutFile
from domain.kernel.ids import ORGANISATION_STREAM, file_of
from domain.kernel.refusal import Refusal
from domain.kernel.text import Sentence
from domain.registry.commands import AnyCommand
from queries.dossiers import why_closed
from queries.forms.sending import send
from queries.visit import Visit, reached
from wording.refusals import explain


async def give(visit: Visit, command: AnyCommand) -> Answer:
    """Record a command or refuse it; one that was given before is answered as then. Raises Failure.

    A command about a file that the person may not look up is answered as if there were no such file, and nothing is
    written down: neither the answer nor what is asked afterwards tells that there is one.
    """
    async with reached(command.command_id):
        absent = await _as_if_absent(visit, command)
    if absent is None:
        return await send(visit, (command,))
    words = explain(absent)
    return Answer(
        command_id=command.command_id,
        outcome="refused",
        refusal=RefusalAnswer(
            code=absent.code,
            params=absent.params,
            message=Sentence.of(words.message),
            remedy=Sentence.of(words.remedy),
        ),
    )


async def _as_if_absent(visit: Visit, command: AnyCommand) -> Refusal | None:
    """What the rules say where the file is not there, if it is none that the person may look up."""
    about = command.rests_on if isinstance(command, AboutFile) else command.stream
    key = file_of(about)
    if key is None or key == ORGANISATION_STREAM or await _may_look_up(visit, key):
        return None
    states: dict[str, State] = {about: None, ORGANISATION_STREAM: visit.people}
    trials = Trials(visit.service.rulebooks)
    while (tried := trials.tried(command, states, visit.now)).unread:
        states |= await visit.states(tried.unread)
    return tried.refusal


async def _may_look_up(visit: Visit, key: str) -> bool:
    file = await visit.looked_up(key)
    if not isinstance(file, KeptFile) or visit.scope.reading(file) is Reading.NOTHING:
        return False
    return await why_closed(visit, file) is None
