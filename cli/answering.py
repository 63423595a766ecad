"""Sending commands in and telling what became of each: JSON, one object per command, and an exit code."""

import sys
from collections.abc import Iterable, Iterator

from application.answer import Answer
from application.reading import read_command
from cli.failures import ExitCode, Failure
from cli.language import locale, say, t
from cli.noting import note_on
from cli.output import tell, write_json
from cli.visit import Visit, reached
from domain.commands import AnyCommand
from stack.texts import Text


def write_answer(answer: Answer) -> ExitCode:
    """Print an answer; people at a terminal are told in a sentence too."""
    write_json(answer.model_dump(mode="json"))
    if sys.stdout.isatty():
        tell(_sentence(answer))
    return ExitCode[answer.outcome.upper()]


def worst(codes: Iterable[ExitCode]) -> ExitCode:
    """The exit code of several commands: the highest, for what is in doubt or unreadable needs a look first."""
    return max(codes, default=ExitCode.RECORDED)


async def send(visit: Visit, texts: Iterable[str | bytes]) -> ExitCode:
    """Read each text as a command and send it in, in order.

    Raises Failure when the store goes out of reach: what came before is told, what comes after is not sent.
    """
    codes = []
    for text in texts:
        command = read_command(text, visit.person or None)
        answer = command if isinstance(command, Answer) else await record(visit, command)
        codes.append(write_answer(answer))
        if not isinstance(command, Answer) and (note := await note_on(visit, command, answer)):
            tell(say(note))
    return worst(codes)


async def record(visit: Visit, command: AnyCommand) -> Answer:
    """Send one command in. Raises Failure when the store is out of reach."""
    async with reached(command.command_id):
        return await visit.service.one_way_in.handle(visit.organisation, command)


def lines_of(content: bytes) -> Iterator[bytes]:
    """The commands of a file: the one object it is, or one object per line."""
    lines = [line for line in content.splitlines() if line.strip()]
    if len(lines) > 1 and lines[0].strip().startswith(b"{") and lines[0].strip().endswith(b"}"):
        yield from lines
    else:
        yield content


def _sentence(answer: Answer) -> str:
    if answer.refusal:
        message = getattr(answer.refusal.message, locale())
        remedy = getattr(answer.refusal.remedy, locale())
        return f"{message}\n{remedy}"
    again = t(" (déjà fait)", " (already done)") if answer.repeated else ""
    return t(f"Enregistré en position {answer.position}{again}.", f"Recorded at {answer.position}{again}.")


def unreadable(path: str, why: str) -> Failure:
    """A file that cannot be opened."""
    return Failure(
        ExitCode.INVALID,
        "file-not-readable",
        Text(f"{path} ne se lit pas : {why}", f"{path} cannot be read: {why}"),
        Text("Vérifiez le chemin ; `-` lit l’entrée standard.", "Check the path; `-` reads standard input."),
    )
