"""Bringing import files in: an answer for each person, role and cooperation of each file."""

import json
from collections.abc import Iterator
from pathlib import Path

from pydantic import ValidationError

from application.commands.answer import Answer
from application.commands.import_files import Item, read_import
from application.commands.import_people import Aliases, known_already
from application.commands.parsing import read_command
from application.rulebooks.safe_yaml import LARGEST_FILE, UnreadableFile
from cli.giving.answers import record, told_of_fault
from cli.terminal.content import content_of
from cli.terminal.exit_codes import ExitCode, code_of_outcome, worst
from cli.terminal.output import tell, write_json
from cli.terminal.session import visiting
from domain.registry.commands import COMMANDS
from language import Text, say, t
from queries.refused import Failure, invalid
from queries.visit import Visit, reached
from wording import headings
from wording.from_files import item_words
from wording.punctuation import labelled

KINDS = {
    "person": Text("personne", "person"),
    "role": headings.ROLE,
    "cooperation": Text("coopération", "cooperation"),
}


async def bring(files: list[Path], person: str, organisation: str, *, as_json: bool) -> ExitCode:
    """Send in what the files hold, in order; every item is tried, whatever became of those before it."""
    contents = [(path, content_of(path, LARGEST_FILE)) for path in files]
    async with visiting(organisation, person) as visit:
        items = [item for path, content in contents for item in items_of(path, content, visit.person)]
        codes, aliases = [], Aliases(visit.service.ledger, visit.service.vault, visit.organisation)
        for number, item in enumerate(items, start=1):
            try:
                answer = await bring_item(visit, aliases, item)
            except Failure as failure:
                codes.append(told_of_fault(failure, as_json=as_json))
                continue
            known = known_already(item, answer)
            codes.append(ExitCode.RECORDED if known else code_of_outcome(answer.outcome))
            if as_json:
                write_json({"kind": item.kind, "name": item.name} | answer.model_dump(mode="json"))
            else:
                kind = say(KINDS[item.kind])
                tell(labelled(f"[{number}/{len(items)}] {kind} {item.name}", _said(item, answer)))
    return worst(codes)


async def bring_item(visit: Visit, aliases: Aliases, item: Item) -> Answer:
    """Send one item in, about whom its aliases mean. Raises Failure when the store is out of reach."""
    async with reached():
        item = await aliases.in_place(item)
    command = read_command(json.dumps(item.command), visit.person)
    return command if isinstance(command, Answer) else await record(visit, command)


def items_of(path: Path, content: bytes, actor: str) -> Iterator[Item]:
    """What a file brings. Raises Failure."""
    try:
        yield from read_import(content, actor)
    except UnreadableFile as error:
        raise invalid(
            "import-not-readable",
            Text(f"{path}, {error.why.fr}", f"{path}, {error.why.en}"),
            Text("docs/import.md décrit ces fichiers.", "docs/import.md describes these files."),
        ) from None


def _said(item: Item, answer: Answer) -> str:
    if answer.refusal is None:
        return say(item_words(len(answer.events), None, already=answer.repeated))
    message: str = say(answer.refusal.message)
    if known_already(item, answer):
        return t("déjà là. ", "already there. ") + message
    remedy: str = say(answer.refusal.remedy)
    line, column = item.place(_mistake(item) if answer.outcome == "invalid" else ())
    return t(f"ligne {line}, colonne {column} : ", f"line {line}, column {column}: ") + f"{message} {remedy}"


def _mistake(item: Item) -> tuple[str | int, ...]:
    """Where in the command the first mistake is."""
    try:
        COMMANDS.validate_json(json.dumps(item.command))
    except ValidationError as mistakes:
        return mistakes.errors(include_input=False, include_url=False)[0]["loc"][1:]
    return ()
