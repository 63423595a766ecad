"""Lists over several files, of what the person may read."""

import shlex
from typing import NamedTuple
from zoneinfo import ZoneInfo

from cli.terminal.drawing import note_simulation, write_table
from cli.terminal.output import write_json
from cli.terminal.session import visiting
from domain.kernel.moments import day_of
from language import named, say, t
from mail.ways import line_giving
from projections.portfolio_pages import PortfolioFilter
from queries import in_json
from queries.agenda import list_agenda
from queries.portfolio import list_portfolio
from queries.tasks import list_tasks
from queries.typed import code_of, later
from wording import headings
from wording.deadlines import line_coming, line_name, line_notes
from wording.details import called
from wording.tasks import task_said
from wording.values import word


class Wanted(NamedTuple):
    """Which cooperations are wanted, as typed; an empty text wants any."""

    region: str = ""
    phase: str = ""
    status: str = ""

    def filter(self) -> PortfolioFilter:
        """The same as codes. Raises Failure for a phase or a status that is none."""
        phase, status = code_of(self.phase, "phase"), code_of(self.status, "cooperation")
        return PortfolioFilter(region=self.region or None, phase=phase, status=status)


async def portfolio(wanted: Wanted, person: str, organisation: str, *, as_json: bool) -> None:
    """The cooperations at a glance. Raises Failure."""
    where = wanted.filter()
    async with visiting(organisation, person) as visit:
        found = await list_portfolio(visit, where)
    if as_json:
        write_json(in_json.rows(visit, found))
        return
    note_simulation(visit, found.behind)
    heads = (
        t("dossier", "file"),
        t("nom", "name"),
        t("phase", "phase"),
        say(headings.STATUS),
        say(headings.DEADLINE),
        t("le", "on"),
    )
    rows = [
        (
            one.file,
            one.name,
            say(found.phases[one.file]),
            word(one.status, "cooperation"),
            named(one.next_deadline_name),
            str(one.next_due_on or "–"),
        )
        for one in found.rows
    ]
    write_table(heads, rows)


async def tasks(person: str, organisation: str, *, everybody: bool, as_json: bool) -> None:
    """What waits for a person, or for anybody."""
    async with visiting(organisation, person) as visit:
        found = await list_tasks(visit, everybody=everybody)
    if as_json:
        write_json(in_json.rows(visit, found))
        return
    note_simulation(visit, found.behind)
    heads = (
        t("depuis", "since"),
        t("dossier", "file"),
        t("quoi", "what"),
        say(headings.DUE),
        t("attend", "waits for"),
    )
    rows = [
        (
            str(day_of(one.since, ZoneInfo(one.zone))),
            one.file,
            task_said(one, found.names),
            (str(one.due_on or "–")) + (t(" en retard", " overdue") if one.overdue else ""),
            ", ".join(called(who, found.names) for who in one.waits_for),
        )
        for one in found.rows
    ]
    as_whom = "".join(
        f" {option} {shlex.quote(given)}"
        for option, given in (("--as", person), ("-o", organisation))
        if given
    )
    lines = [
        [f"escale {line_giving(way.command, way.fields)}{as_whom}" for way in one.offers]
        for one in found.rows
    ]
    write_table(heads, rows, below=() if everybody else lines)


async def agenda(within: str, person: str, organisation: str, *, as_json: bool) -> None:
    """The open deadlines, soonest first."""
    async with visiting(organisation, person) as visit:
        found = await list_agenda(visit, later(visit.now, within, visit.zone))
    if as_json:
        write_json(in_json.rows(visit, found))
        return
    note_simulation(visit, found.behind)
    heads = (
        t("le", "on"),
        t("dossier", "file"),
        say(headings.DEADLINE),
        t("prochain rappel", "next reminder"),
        say(headings.TO_KNOW),
    )
    rows = [
        (
            str(one.due_on),
            one.file,
            line_name(one) + (f" ({say(found.subjects[one.occurrence])})" if one.subject else ""),
            line_coming(one),
            line_notes(one, visit.now),
        )
        for one in found.rows
    ]
    write_table(heads, rows)
