"""What auditors look at, as sheets: whole, however many pages it fills."""

from fastapi import Request

from access.readings import Reading
from access.sign_ins import SignInOfPerson
from exports.list_table import Column
from language import say
from queries.audit import AUDITED_FOR, refused_commands
from queries.refusals import RefusedCommand
from queries.reserved import needs_one_of
from queries.visit import Visit, reached
from web.audited import files_by_name, subject_of
from web.downloads.table import Table
from web.site import site_of
from wording.details import called
from wording.pages import audit as words
from wording.pages import refusals as refusal_words

AT_ONCE = 500
"""Lines that are read together."""


async def refused(visit: Visit, _request: Request) -> Table:
    """The commands that were refused, each with its sentence, the latest first. Raises Failure."""
    needs_one_of(visit, AUDITED_FOR)
    found: list[RefusedCommand] = []
    names: dict[str, str] = {}
    after: int | None = None
    while True:
        part = await refused_commands(visit, after, AT_ONCE)
        found += part.rows
        names |= part.names
        after = part.after
        if after is None:
            break
    about = await files_by_name(visit, {one.file for one in found if one.file})
    columns = (
        Column(say(words.WHEN), "moment"),
        Column(say(words.WHO), width=32),
        Column(say(words.TRIED), width=36),
        Column(say(words.ABOUT), width=36),
        Column(say(words.WHY), width=60),
        Column(say(words.TO_DO), width=60),
        Column(say(words.ID), width=36),
    )
    rows = [
        (
            one.at.astimezone(visit.zone),
            called(one.actor, names),
            refusal_words.tried(one.type),
            about.get(one.file or "") or say(words.THE_ORGANISATION),
            say(one.message),
            say(one.remedy),
            one.command_id,
        )
        for one in found
    ]
    return Table(say(words.REFUSED), columns, rows)


async def sign_ins(visit: Visit, request: Request) -> Table:
    """Who came in, or tried to, the latest first. Raises Failure."""
    needs_one_of(visit, AUDITED_FOR)
    log = site_of(request).access.sign_ins
    found: list[SignInOfPerson] = []
    async with reached():
        while part := await log.of_organisation(visit.organisation, found[-1].id if found else None, AT_ONCE):
            found += part
        names = await visit.names({one.person for one in found})
    columns = (
        Column(say(words.WHEN), "moment"),
        Column(say(words.WHO), width=32),
        Column(say(words.HOW), width=36),
        Column(say(words.RESULT), width=24),
    )
    rows = [
        (
            one.at.astimezone(visit.zone),
            called(one.person, names),
            say(words.WAYS[one.way]),
            say(words.RESULTS[one.result]),
        )
        for one in found
    ]
    return Table(say(words.SIGN_INS), columns, rows)


async def readings(visit: Visit, request: Request) -> Table:
    """Who read what is private, the latest first. Raises Failure."""
    needs_one_of(visit, AUDITED_FOR)
    log = site_of(request).access.readings
    found: list[Reading] = []
    async with reached():
        while part := await log.latest(visit.organisation, AT_ONCE, found[-1].id if found else None):
            found += part
        names = await visit.names({one.person for one in found} | {one.file for one in found})
    about = await files_by_name(visit, {one.file for one in found if one.what == "document"})
    columns = (
        Column(say(words.WHEN), "moment"),
        Column(say(words.WHO), width=32),
        Column(say(words.WHAT), width=32),
        Column(say(words.ABOUT), width=36),
    )
    rows = [
        (
            one.at.astimezone(visit.zone),
            called(one.person, names),
            say(words.KINDS[one.what]),
            subject_of(one, about, names),
        )
        for one in found
    ]
    return Table(say(words.READINGS), columns, rows)
