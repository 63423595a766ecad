"""A list as the file that a browser keeps: written apart from the loop, named, never kept on the way, and logged."""

import asyncio
from collections.abc import Sequence
from contextvars import copy_context
from urllib.parse import quote

import structlog
from starlette.responses import Response

from domain.kernel.moments import day_of
from exports import list_csv, list_xlsx
from exports.list_table import About, Cell
from language import say
from queries.visit import Visit, reached
from web.downloads.table import Table
from wording.pages import downloads as words

log = structlog.get_logger("web.exports")

GIVEN_OUT = {"Cache-Control": "no-store", "Content-Security-Policy": "sandbox; default-src 'none'"}
"""Of whatever leaves as a file: no cache on the way keeps it, no browser runs what is in it."""


async def table_given_out(visit: Visit, name: str, table: Table, suffix: str) -> Response:
    """The file; ``name`` of the list as addresses have it, ``suffix``: *csv*, else a workbook. Raises Failure."""
    about = await _about(visit, table)

    def written() -> bytes:
        if suffix == "csv":
            return list_csv.list_as_csv(table.columns, table.rows)
        return list_xlsx.list_as_xlsx(table.title, table.columns, table.rows, about)

    content = await asyncio.to_thread(copy_context().run, written)
    log.info(
        "list_taken_out",
        organisation=visit.organisation,
        person=visit.person,
        list=name,
        format=suffix,
        rows=len(table.rows),
    )
    kind = list_csv.MEDIA_TYPE if suffix == "csv" else list_xlsx.MEDIA_TYPE
    return given_out(content, words.file_name(name, day_of(visit.now, visit.zone), suffix), kind)


def given_out(content: bytes, named: str, kind: str) -> Response:
    """A file to be kept, never shown within a page of ours."""
    disposition = {"Content-Disposition": f"attachment; filename*=UTF-8''{quote(named, safe='')}"}
    return Response(content, media_type=kind, headers=GIVEN_OUT | disposition)


async def _about(visit: Visit, table: Table) -> About:
    """What the sheet *À propos* says."""
    async with reached():
        names = await visit.names({visit.person})
    filters: Sequence[tuple[str, Cell]] = [(say(words.FILTERS), one) for one in table.filters]
    return [
        (say(words.LIST), table.title),
        (say(words.ORGANISATION), visit.people.name),
        *(((say(words.SIMULATION), say(words.SIMULATED)),) if visit.simulation else ()),
        *(filters or [(say(words.FILTERS), say(words.NO_FILTER))]),
        (say(words.SCOPE), say(words.WHAT_ONE_READS)),
        (say(words.LINES), len(table.rows)),
        *(() if table.position is None else ((say(words.POSITION), table.position),)),
        (say(words.MADE_AT), visit.now.astimezone(visit.zone)),
        (say(words.MADE_BY), names.get(visit.person, visit.person)),
    ]
