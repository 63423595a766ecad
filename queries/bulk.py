"""One act for several files: which are meant, what would become of each, and doing it, file by file.

Each file is judged alone by the one way in. The id of its command is made of the job and the file, so that a job that
was interrupted goes on where it stopped, and nothing is done twice.
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Literal

from application.commands.refusals import answered
from domain.cooperations.state import Cooperation
from domain.files.reading import Reading
from domain.kernel.command import Command
from language import Text, text_of
from queries.forms.about import About, about
from queries.forms.made import Made, command_of
from queries.forms.sending import send
from queries.lists import whole
from queries.migration import moved_words
from queries.portfolio_query import read_text
from queries.visit import Visit, reached
from wording.bulk import NOT_FOR_THIS_FILE

BULK_COMMANDS = (
    "RecordContact",
    "HandOverManagers",
    "PauseCooperation",
    "ResumeCooperation",
    "ExtendDeadline",
    "MigrateCooperation",
    "SelectApplication",
    "DeclineApplication",
    "AskForCompletion",
    "OpenReview",
)
"""Commands that may be given for several cooperations at once."""
MOST_FILES = 1_000

Texts = Mapping[str, Sequence[str]]


@dataclass(frozen=True, slots=True)
class Meant:
    """A cooperation, by its key and name."""

    file: str
    name: str


@dataclass(frozen=True, slots=True)
class Foreseen:
    """A file, and why its command would not be recorded; None where it would. ``follows``: what it changes there."""

    meant: Meant
    why: Text | None
    follows: Sequence[Text] = ()


async def chosen(
    visit: Visit, files: Sequence[str], everything: str, *, sheets: bool = False
) -> Sequence[Meant]:
    """The cooperations that are meant, of those that are read in full: ticked, or all of a list by its question.

    ``sheets``: also those of which the person reads the public sheet alone.
    """
    if not everything:
        found = [await _of_key(visit, one, sheets=sheets) for one in dict.fromkeys(files[:MOST_FILES])]
        return [one for one in found if one]
    names = await visit.names()
    async with reached():
        lines = await whole(
            visit, visit.service.read_models.portfolio, read_text(everything).where(visit, names)
        )
    return [Meant(one.file, one.name) for one in lines if one.whole or sheets][:MOST_FILES]


async def _of_key(visit: Visit, key: str, *, sheets: bool) -> Meant | None:
    async with reached():
        file = await visit.service.files.file(visit.organisation, key)
    if not isinstance(file, Cooperation):
        return None
    level = visit.scope.reading(file)
    theirs = level is Reading.IN_FULL or (sheets and level is Reading.PUBLIC_SHEET)
    return Meant(file.id, file.name) if theirs else None


def item_id(job: str, file: str) -> str:
    """The id of the command for a file of a job."""
    return f"lot/{job}/{file}"


async def of_file(
    visit: Visit, command: type[Command], typed: Texts, job: str, file: str
) -> tuple[About, Made]:
    """The command of a job for one of its files, made as its form makes it. Raises Failure."""
    known = await about(visit, command, {**typed, "cooperation": [file]})
    return known, await command_of(known, item_id(job, file))


async def foreseen(
    visit: Visit, command: type[Command], typed: Texts, job: str, files: Sequence[Meant]
) -> Sequence[Foreseen]:
    """What would become of each file now; nothing is recorded. Raises Failure."""
    return [await _foreseen(visit, command, typed, job, one) for one in files]


async def _foreseen(visit: Visit, command: type[Command], typed: Texts, job: str, meant: Meant) -> Foreseen:
    known, made = await of_file(visit, command, typed, job, meant.file)
    if made.mistakes:
        return Foreseen(meant, next(iter(made.mistakes.values()), NOT_FOR_THIS_FILE))
    async with reached():
        refusal = await visit.service.one_way_in.judge(visit.organisation, made.commands[0])
        follows = await moved_words(visit, made.commands[0]) if refusal is None else ()
    if refusal is None:
        return Foreseen(meant, None, follows)
    said = answered(made.commands[0].command_id, refusal, "refused", known.naming).refusal
    return Foreseen(meant, text_of(said.message) if said else NOT_FOR_THIS_FILE)


async def tried(
    visit: Visit, command: type[Command], typed: Texts, job: str, file: str
) -> tuple[Literal["recorded", "refused"], Text | None]:
    """Give the command of a file; whether it is recorded, and why not. Raises Failure where nobody knows."""
    _, made = await of_file(visit, command, typed, job, file)
    if made.mistakes:
        return "refused", next(iter(made.mistakes.values()), NOT_FOR_THIS_FILE)
    answer = await send(visit, made.commands)
    if answer.refusal is None:
        return "recorded", None
    return "refused", text_of(answer.refusal.message)
