"""The open deadlines of the files that somebody may read, and how many there are."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime
from zoneinfo import ZoneInfo

from domain.files.file import KeptFile
from domain.kernel.ids import review_stream, stream_of
from domain.kernel.moments import day_of
from domain.reminders.silence import silences
from language import Text
from projections.agenda import AgendaCounts, AgendaCursor, AgendaFilter, AgendaLine
from queries.lists import Listed, Part, listed
from queries.visit import Visit, reached
from wording.naming import Naming

Files = Mapping[str, KeptFile]


@dataclass(frozen=True, slots=True)
class Agenda(Listed[AgendaLine, AgendaCursor]):
    """Deadlines, soonest first. ``subjects`` are what those about a part of a file are about, by occurrence."""

    subjects: Mapping[str, Text]


async def list_agenda(
    visit: Visit,
    until: datetime,
    part: Part[AgendaCursor] | None = None,
    *,
    region: str | None = None,
    in_charge: str | None = None,
    programme: str | None = None,
) -> Agenda:
    """The deadlines due up to ``until`` of files that the person may read; None: of any. Raises Failure."""
    where = AgendaFilter(until, visit.now, region, in_charge, programme)
    found = await listed(visit, visit.service.read_models.agenda, where, part)
    files = await _files(visit, found.rows)
    lines = [_put_off(visit, one, files) for one in found.rows]
    subjects = {one.occurrence: _subject(visit, one, files) for one in lines if one.subject}
    return Agenda(lines, found.after, found.behind, subjects)


async def count_agenda(visit: Visit, where: AgendaFilter) -> AgendaCounts:
    """How many deadlines there are, and how many have passed. Raises Failure."""
    async with reached():
        models = visit.service.read_models
        return await models.agenda_counts(visit.organisation, visit.scope, where, visit.now)


async def _files(visit: Visit, lines: Sequence[AgendaLine]) -> Files:
    """The files of lines that tell more than their row has, by key, read together."""
    keys = {one.file: stream_of(one.file) for one in lines if one.subject or _may_be_put_off(visit, one)}
    async with reached():
        states = await visit.states(keys.values()) if keys else {}
    found = {key: states[stream] for key, stream in keys.items()}
    return {key: state for key, state in found.items() if isinstance(state, KeptFile)}


def _subject(visit: Visit, line: AgendaLine, files: Files) -> Text:
    """What a deadline is about, by its name in the file or the rulebook."""
    naming = Naming(visit.rulebook(line.rulebook), file=files.get(line.file))
    return Text(*naming.said("subject", line.subject or ""))


def _may_be_put_off(visit: Visit, line: AgendaLine) -> bool:
    """Whether read models may not know when silence counts: they know neither outages nor who lost a role.

    The role is that of a seat: for other files nothing is read again where there was no outage.
    """
    announced = line.silence_from is not None and line.silence_from <= visit.now
    return announced and bool(line.file.startswith(review_stream("")) or visit.people.outages)


def _put_off(visit: Visit, line: AgendaLine, files: Files) -> AgendaLine:
    """A line whose silence is announced as the ledger has it."""
    file = files.get(line.file)
    if file is None or not _may_be_put_off(visit, line):
        return line
    rulebook = visit.service.rulebooks.get(visit.people, file.rulebook)
    for one in silences(file, rulebook, visit.people, visit.now):
        if one.occurrence == line.occurrence:
            later = {"silence_at": one.bites_at, "silence_on": day_of(one.bites_at, ZoneInfo(line.zone))}
            return line.model_copy(update=later | {"silence_held_back": one.held_back})
    return line
