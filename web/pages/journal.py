"""The journal of a file, taken away as a workbook: with the question of the page of its history."""

import asyncio
from contextvars import copy_context
from typing import Annotated

import structlog
from fastapi import APIRouter, Depends
from starlette.responses import Response

from exports.journal_xlsx import journal_as_xlsx
from exports.list_xlsx import MEDIA_TYPE
from queries.journal import journal_of
from queries.visit import reached
from web.downloads.answer import given_out
from web.pages.history import Asked
from web.visiting import Visiting
from wording.journal import file_name

router = APIRouter()
log = structlog.get_logger("web.exports")


@router.get("/o/{organisation}/dossiers/{key}/journal")
async def journal(visit: Visiting, key: str, asked: Annotated[Asked, Depends()]) -> Response:
    """A row for each entry, and what was refused; what the person may read and nothing else."""
    async with reached():
        found = await journal_of(visit, key, asked.then, asked.narrowing)

    def written() -> bytes:
        return journal_as_xlsx(found.title, found.entries, found.refused, found.about)

    content = await asyncio.to_thread(copy_context().run, written)
    log.info(
        "journal_taken_out",
        organisation=visit.organisation,
        person=visit.person,
        file=key,
        rows=len(found.entries),
    )
    return given_out(content, file_name(key), MEDIA_TYPE)
