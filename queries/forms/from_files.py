"""Commands that are read from a file: a rulebook to publish, people and pasts to bring in."""

import json
from collections.abc import AsyncIterator, Sequence
from dataclasses import dataclass

from application.commands.answer import Answer
from application.commands.import_files import Item, read_import
from application.commands.import_people import Aliases, known_already
from application.commands.parsing import read_command
from application.rulebooks.parsing import PlacedFinding, RulebookInvalid, check_rulebook, read_rulebook
from application.rulebooks.safe_yaml import UnreadableFile
from domain.registry.commands import AnyCommand
from language import Text
from queries.forms.sending import send
from queries.visit import Visit, reached
from wording.from_files import finding_words, item_words
from wording.rulebook.difference import differences


@dataclass(frozen=True, slots=True)
class Publishing:
    """A rulebook that was read: what is wrong or strange in it, what it changes, and its command if it has one."""

    findings: Sequence[Text]
    changes: Sequence[Text] = ()
    title: str = ""
    command: AnyCommand | None = None
    refused: Answer | None = None


@dataclass(frozen=True, slots=True)
class Brought:
    """What became of one item of an import file."""

    item: str
    said: Text
    recorded: bool


def publishing(visit: Visit, content: bytes, command_id: str) -> Publishing:
    """What publishing a rulebook would bring; with a mistake in it nothing can be sent."""
    found = tuple(map(_finding, check_rulebook(content)))
    try:
        rulebook = read_rulebook(content)
    except RulebookInvalid:
        return Publishing(found)
    in_force = visit.service.rulebooks.current(visit.people, rulebook.programme)
    changes = [Text(one.fr, one.en) for one in differences(in_force, rulebook)] if in_force else []
    form = {"type": "PublishRulebook", "command_id": command_id, "rulebook": rulebook.written()}
    read = read_command(json.dumps(form), visit.person)
    if isinstance(read, Answer):
        return Publishing(found, changes, rulebook.id, refused=read)
    return Publishing(found, changes, rulebook.id, command=read)


def items_in(content: bytes, actor: str) -> Sequence[Item] | Text:
    """What an import file brings, or why it cannot be read."""
    try:
        return read_import(content, actor)
    except UnreadableFile as unreadable:
        return unreadable.why


async def bring(visit: Visit, items: Sequence[Item]) -> AsyncIterator[Brought]:
    """Send each item in, in order, whatever became of those before it. Raises Failure."""
    aliases = Aliases(visit.service.ledger, visit.organisation)
    for one in items:
        async with reached():
            item = await aliases.in_place(one)
        read = read_command(json.dumps(item.command), visit.person)
        answer = read if isinstance(read, Answer) else await send(visit, [read])
        done = answer.refusal is None or known_already(item, answer)
        refusal = answer.refusal
        why = Text(refusal.message.fr, refusal.message.en) if refusal else None
        already = answer.repeated or (done and why is not None)
        yield Brought(item.name, item_words(len(answer.events), why, already=already), done)


def _finding(found: PlacedFinding) -> Text:
    return finding_words(found.line, found.message, found.expected)
