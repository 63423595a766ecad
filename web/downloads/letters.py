"""Letters as a sheet."""

from collections.abc import Sequence

from fastapi import Request

from domain.kernel.moments import day_of
from exports.list_table import Column
from language import say
from mail.messages import Letter
from queries.lists import Part
from queries.messages import MESSAGES, LetterFilter, letters_asked, list_messages
from queries.visit import Visit, reached
from web.downloads.table import Table
from web.letters_about import letters_about
from wording.details import called
from wording.pages import downloads as words
from wording.pages import messages as message_words
from wording.values import word


async def messages(visit: Visit, request: Request) -> Table:
    """The letters of the files that one reads, as their page is asked, however many. Raises Failure."""
    where = letters_asked(request.query_params)
    found, names = await _all(visit, where)
    async with reached():
        names |= await visit.names({where.recipient} - {""})
    about = await letters_about(visit, {one.file for one in found})
    columns = (
        Column(say(message_words.SUBJECT), width=60),
        Column(say(message_words.ABOUT), width=36),
        Column(say(message_words.TO)),
        Column(say(message_words.ON), "day"),
        Column(say(message_words.STATE)),
        Column(say(message_words.ATTEMPTS), "number"),
    )
    rows = [
        (
            one.subject,
            about[one.file],
            called(one.recipient, names),
            day_of(one.created_at, visit.zone),
            word(one.state, "delivery"),
            one.attempts,
        )
        for one in found
    ]
    filters = [
        *((words.FILE, about[one]) for one in (where.file,) if one in about),
        *((message_words.STATE, word(one, "delivery")) for one in where.states),
        *((message_words.RECIPIENT, called(one, names)) for one in (where.recipient,) if one),
    ]
    said = [words.filter_said(say(label), value) for label, value in filters]
    return Table(say(message_words.TITLE), columns, rows, said)


async def _all(visit: Visit, where: LetterFilter) -> tuple[Sequence[Letter], dict[str, str]]:
    """Part after part to the end, and what their recipients are called."""
    found: list[Letter] = []
    names: dict[str, str] = {}
    after = None
    while True:
        part = await list_messages(visit, where, Part(after, MESSAGES))
        found += part.rows
        names |= part.names
        after = part.after
        if after is None:
            return found, names
