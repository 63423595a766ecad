"""Sending commands in and telling what became of each: JSON, one object per command, and an exit code."""

import sys
from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from application.commands.answer import Answer
from application.commands.parsing import read_command
from application.plain_text import NotText, read_json
from cli.giving.notes import note_on
from cli.terminal.exit_codes import ExitCode, code_of_failure, code_of_outcome, worst
from cli.terminal.output import tell, write_failure, write_json
from cli.terminal.recorded import note
from domain.registry.commands import AnyCommand
from language import Text, say, t
from queries.refused import Failure, FailureKind, unforeseen
from queries.services import Services
from queries.visit import Visit, reached


def write_answer(answer: Answer) -> ExitCode:
    """Print an answer; people at a terminal are told in a sentence too."""
    write_json(answer.model_dump(mode="json"))
    if sys.stdout.isatty():
        tell(_sentence(answer))
    return code_of_outcome(answer.outcome)


@dataclass(frozen=True, slots=True)
class Line:
    """A command as it was written, and the line of its file at which it begins."""

    number: int
    text: bytes | str


async def send(visit: Visit, lines: Iterable[Line]) -> ExitCode:
    """Read each as a command and send it in, in order; a fault that one meets keeps none of the others.

    Raises Failure when the store goes out of reach: what came before is told, what comes after is not sent.
    """
    return worst([await _sent(visit, one) for one in lines])


async def _sent(visit: Visit, line: Line) -> ExitCode:
    command = read_command(line.text, visit.person or None, line.number)
    if isinstance(command, Answer):
        return write_answer(command)
    try:
        answer = await record(visit, command)
    except Failure as failure:
        return told_of_fault(failure, as_json=True)
    code = write_answer(answer)
    if remark := await note_on(visit, command, answer):
        tell(say(remark))
    return code


def told_of_fault(failure: Failure, *, as_json: bool) -> ExitCode:
    """Tell of a fault that concerns one command of several. Raises the failure if it is of another kind."""
    if failure.kind is not FailureKind.UNFORESEEN:
        raise failure
    write_failure(failure, as_json=as_json)
    return code_of_failure(failure.kind)


async def record(visit: Visit, command: AnyCommand) -> Answer:
    """Send one command in. Raises Failure when the store is out of reach, or for a fault."""
    answer = await noted(visit.service, visit.organisation, command)
    visit.look_again()
    return answer


async def noted(service: Services, organisation: str, command: AnyCommand) -> Answer:
    """Send a command in and note what is recorded. Raises Failure as ``record`` does."""
    try:
        async with reached(command.command_id):
            return note(await service.one_way_in.handle(organisation, command))
    except Failure:
        raise
    except Exception as error:
        raise await _fault(service, organisation, command, error) from error


async def _fault(service: Services, organisation: str, command: AnyCommand, error: Exception) -> Failure:
    """What is known of a command that met a fault: the fault may have come before or after it was recorded."""
    async with reached(command.command_id):
        outcome = await service.ledger.outcome(organisation, command.command_id)
    known = Text(" Rien n’en est enregistré.", " Nothing of it is recorded.")
    if outcome and outcome.last_position:
        at = outcome.last_position
        note(Answer(command_id=command.command_id, outcome="recorded", position=at))
        known = Text(f" Elle est enregistrée en position {at}.", f" It is recorded at position {at}.")
    return unforeseen(error, command.command_id, known)


def lines_of(content: bytes) -> Iterator[Line]:
    """The commands of a file: the one object it is, or one per line if one line is an object by itself."""
    lines = [Line(number, line) for number, line in enumerate(content.splitlines(), 1) if line.strip()]
    if not _is_object(content) and any(_is_object(one.text) for one in lines):
        yield from lines
    else:
        yield Line(1, content)


def _is_object(text: bytes | str) -> bool:
    try:
        return isinstance(read_json(text), dict)
    except NotText:
        return False


def _sentence(answer: Answer) -> str:
    if answer.refusal:
        message = say(answer.refusal.message)
        remedy = say(answer.refusal.remedy)
        return f"{message}\n{remedy}"
    again = t(" (déjà fait)", " (already done)") if answer.repeated else ""
    return t(f"Enregistré en position {answer.position}{again}.", f"Recorded at {answer.position}{again}.")
