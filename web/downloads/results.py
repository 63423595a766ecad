"""What came of an act for several files, as a sheet."""

from fastapi import Request

from exports.list_table import Column
from language import locale, say
from queries.bulk import BULK_COMMANDS, chosen
from queries.visit import Visit, reached
from web.downloads.table import Table
from web.failures import NoSuchPage
from web.forms.bulk import jobs_of
from wording.commands import COMMANDS
from wording.pages import bulk as bulk_words
from wording.pages import downloads as words


async def results(visit: Visit, request: Request) -> Table:
    """File by file, of the job that is named in ``lot``. Raises NoSuchPage for one that is not the person's."""
    key = request.query_params.get("lot", "").replace("\0", "")
    async with reached():
        job = await jobs_of(request).find(visit.organisation, visit.person, key)
    if job is None or job.command not in BULK_COMMANDS:
        raise NoSuchPage
    names = {one.file: one.name for one in await chosen(visit, [one.file for one in job.items], "")}
    said = {
        "recorded": say(bulk_words.RECORDED), "refused": say(bulk_words.REFUSED), None: say(bulk_words.TO_DO)
    }  # fmt: skip
    columns = (
        Column(say(bulk_words.FILE), width=40),
        Column(say(words.RESULT), width=16),
        Column(say(words.WHY), width=80),
    )
    rows = [
        (
            names.get(one.file) or say(bulk_words.NOT_NAMED),
            said[one.outcome],
            one.said[1 if locale() == "en" else 0] if one.said and one.file in names else None,
        )
        for one in job.items
    ]
    return Table(say(COMMANDS[job.command]), columns, rows)
