"""People and pasts that are brought in from a file."""

import json
from collections.abc import AsyncIterator, Sequence
from dataclasses import dataclass

from application.commands.answer import Answer
from application.commands.import_files import Item, read_import
from application.commands.import_people import Aliases, known_already
from application.commands.parsing import read_command
from application.rulebooks.safe_yaml import UnreadableFile
from language import Text, text_of
from queries.forms.sending import send
from queries.visit import Visit, reached
from wording.from_files import item_words


@dataclass(frozen=True, slots=True)
class Brought:
    """What became of one item of an import file."""

    item: str
    said: Text
    recorded: bool


def items_in(content: bytes, actor: str) -> Sequence[Item] | Text:
    """What an import file brings, or why it cannot be read."""
    try:
        return read_import(content, actor)
    except UnreadableFile as unreadable:
        return unreadable.why


async def bring(visit: Visit, items: Sequence[Item]) -> AsyncIterator[Brought]:
    """Send each item in, in order, whatever became of those before it. Raises Failure."""
    aliases = Aliases(visit.service.ledger, visit.service.vault, visit.organisation)
    for one in items:
        async with reached():
            item = await aliases.in_place(one)
        read = read_command(json.dumps(item.command), visit.person)
        answer = read if isinstance(read, Answer) else await send(visit, [read])
        done = answer.refusal is None or known_already(item, answer)
        refusal = answer.refusal
        why = text_of(refusal.message) if refusal else None
        already = answer.repeated or (done and why is not None)
        yield Brought(item.name, item_words(len(answer.events), why, already=already), done)
