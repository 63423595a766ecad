"""A sheet that goes back as it came, with what became of each of its rows."""

import asyncio
from collections.abc import Mapping
from contextvars import copy_context

from fastapi import Request
from starlette.responses import Response

from exports import list_csv, list_xlsx
from imports.results import Format, format_of, with_results
from language import Text
from queries.importing.headings import headings, is_ours
from queries.visit import Visit, reached
from web.downloads.answer import given_out
from web.failures import NoSuchPage
from web.sheets.kept import Sent, sheets_of
from wording.importing.result import row_said
from wording.pages import importing as words
from workspace.jobs import Job

_KINDS: Mapping[Format, str] = {
    "xlsx": list_xlsx.MEDIA_TYPE,
    "ods": "application/vnd.oasis.opendocument.spreadsheet",
    "csv": list_csv.MEDIA_TYPE,
}


async def given_back(request: Request, visit: Visit, sent: Sent, job: Job | None) -> Response:
    """The file: what was recorded, where recording began; else what would be. Raises NoSuchPage, Failure."""
    async with reached():
        content = await sheets_of(request).content(visit.organisation, visit.person, sent.job)
    if content is None:
        raise NoSuchPage
    name = sent.kept.sent.name

    def written() -> Response:
        back = with_results(
            content, sent.sheet.place, _results(sent, job), _column(sent), sent.sheet.heading.number
        )
        kind = format_of(content)
        return given_out(back, words.result_name(name.rpartition(".")[0] or name, kind), _KINDS[kind])

    return await asyncio.to_thread(copy_context().run, written)


def _column(sent: Sent) -> int:
    """Where results are written: over those of before, else behind all cells."""
    said = headings(sent.sheet.heading)
    ours = next((number for number, one in enumerate(said) if is_ours(one)), None)
    behind = max(len(one.cells) for one in (sent.sheet.heading, *sent.sheet.rows))
    return behind if ours is None else ours


def _results(sent: Sent, job: Job | None) -> Mapping[int, str]:
    became = {one.file: one for one in job.items} if job else {}
    found = {sent.sheet.heading.number: words.result_heading()}
    for row, one in sent.first.items():
        state, cell, message, remedy = one.state, one.cell, one.message, one.remedy
        item = became.get(str(one.unit)) if one.state == "possible" else None
        if item is not None:
            said = Text(*item.said) if item.said else None
            found[row] = row_said(item.outcome or "waiting", "", said, None)
        else:
            found[row] = row_said(state, cell, message, remedy)
    return found
