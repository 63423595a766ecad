"""A sheet as it is kept: taken in once, tried again whenever its columns are read otherwise."""

import asyncio
from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property
from uuid import uuid4

from fastapi import Request

from domain.kernel.folded import folded
from imports.sheets import Sheet, read_again, read_sheet, written
from queries.importing.headings import Columns, headings, recognised
from queries.importing.plan import Plan, plan_of
from queries.importing.registry import KINDS
from queries.importing.shape import Column, Kind
from queries.importing.trying import Foretold, foretold
from queries.reserved import needs_one_of
from queries.visit import Visit, reached
from web.failures import NoSuchPage
from web.site import site_of
from workspace.sheets import KeptSheet, Sheets, TakenIn


@dataclass(frozen=True)
class Sent:
    """A sheet, what it is, and what would become of each row as of when it was tried."""

    kept: KeptSheet
    kind: Kind
    sheet: Sheet

    @property
    def job(self) -> str:
        """Its id."""
        return self.kept.sent.job

    @cached_property
    def rows(self) -> Sequence[Foretold]:
        """Every row and every mistake in it, in the order of the sheet."""
        return [Foretold.of(one) for one in self.kept.tried]

    @cached_property
    def first(self) -> Mapping[int, Foretold]:
        """What would become of each row: of several mistakes the first."""
        found: dict[int, Foretold] = {}
        for one in self.rows:
            found.setdefault(one.row, one)
        return found

    @cached_property
    def counts(self) -> Counter[str]:
        """How many rows would become what."""
        return Counter(one.state for one in self.first.values())

    @property
    def units(self) -> Sequence[str]:
        """The first rows of what would be recorded, in order."""
        found = (str(one.unit) for one in self.first.values() if one.state == "possible")
        return list(dict.fromkeys(found))

    @cached_property
    def sizes(self) -> Counter[str]:
        """How many rows each of these has."""
        return Counter(str(one.unit) for one in self.first.values() if one.state == "possible")

    @property
    def missing(self) -> Sequence[Column]:
        """Columns that the kind needs and the sheet does not have."""
        there = set(self.kept.columns.values())
        return [one for one in self.kind.columns if one.required and one.field not in there]


def sheets_of(request: Request) -> Sheets:
    """Where sheets are kept."""
    return Sheets(site_of(request).service.pool)


async def taken_in(request: Request, visit: Visit, kind: Kind, name: str, content: bytes) -> str:
    """Read a file, keep it, try it; its id. Raises SheetNotRead, Failure."""
    sheet = await asyncio.to_thread(read_sheet, content)
    sheets, job = sheets_of(request), str(uuid4())
    async with reached():
        remembered = await sheets.remembered(visit.organisation, kind.key)
        columns = recognised(kind, sheet.heading, remembered)
        whose = (visit.organisation, visit.person, job)
        await sheets.make(*whose, TakenIn(kind.key, name, content, written(sheet)), columns)
    await try_again(request, visit, await sent_as(request, visit, job), columns, zeros=False)
    return job


async def sent_as(request: Request, visit: Visit, job: str) -> Sent:
    """A sheet of this person, of a kind that they may bring in. Raises NoSuchPage, Failure."""
    async with reached():
        kept = await sheets_of(request).find(visit.organisation, visit.person, job.replace("\0", ""))
    if kept is None or kept.sent.kind not in KINDS:
        raise NoSuchPage
    kind = KINDS[kept.sent.kind]
    needs_one_of(visit, kind.roles)
    return Sent(kept, kind, await asyncio.to_thread(read_again, kept.cells))


async def try_again(request: Request, visit: Visit, sent: Sent, columns: Columns, *, zeros: bool) -> Sent:
    """Try every row with these columns and keep what would become of it. Raises Failure."""
    there = set(columns.values())
    tried: Sequence[Foretold] = ()
    if all(one.field in there for one in sent.kind.columns if one.required):
        tried = await foretold(visit, await plan_for(visit, sent, columns, zeros=zeros))
    async with reached():
        await sheets_of(request).read_as(
            visit.organisation,
            visit.person,
            sent.job,
            columns,
            zeros=zeros,
            tried=[one.as_json() for one in tried],
        )
    return await sent_as(request, visit, sent.job)


async def plan_for(visit: Visit, sent: Sent, columns: Columns, *, zeros: bool) -> Plan:
    """What the rows come to now. Raises Failure."""
    return await plan_of(visit, sent.kind, sent.sheet, columns, sent.job, zeros=zeros)


async def remember(request: Request, visit: Visit, sent: Sent, columns: Columns) -> None:
    """Take the headings of a sheet for these fields from now on. Raises Failure."""
    said = {
        folded(heading): columns.get(number, "")
        for number, heading in enumerate(headings(sent.sheet.heading))
        if folded(heading)
    }
    async with reached():
        await sheets_of(request).remember(visit.organisation, visit.person, sent.kind.key, said)
