"""Lists over several files, of what the person may read."""

from zoneinfo import ZoneInfo

from cli.terminal.drawing import note_simulation, write_table
from cli.terminal.session import visiting
from domain.kernel.ids import review_stream
from domain.kernel.moments import day_of
from domain.reminders.silence import silences
from language import named, say, t
from projections.agenda import AgendaFilter, AgendaLine
from projections.portfolio import PortfolioFilter
from projections.tasks import TaskFilter
from queries.lists import caught_up, whole, write_rows
from queries.typed import later
from queries.visit import Visit, reached
from wording.deadlines import line_coming, line_notes
from wording.details import called
from wording.naming import Naming
from wording.tasks import task_said
from wording.values import word


async def portfolio(region: str, person: str, organisation: str, *, as_json: bool) -> None:
    """The cooperations at a glance."""
    async with visiting(organisation, person) as visit, reached():
        behind = await caught_up(visit)
        shown = await whole(
            visit, visit.service.read_models.portfolio, PortfolioFilter(region=region or None)
        )
    if as_json:
        write_rows(visit, behind, shown)
        return
    note_simulation(visit, behind)
    naming = {one: Naming(visit.rulebook(one)) for one in {line.rulebook for line in shown}}
    phases = {one.file: say(naming[one.rulebook].said("phase", one.phase)) for one in shown}
    heads = (
        t("dossier", "file"),
        t("nom", "name"),
        t("phase", "phase"),
        t("état", "status"),
        t("échéance", "deadline"),
        t("le", "on"),
    )
    rows = [
        (
            one.file,
            one.name,
            phases[one.file],
            word(one.status, "cooperation"),
            named(one.next_deadline_name),
            str(one.next_due_on or "–"),
        )
        for one in shown
    ]
    write_table(heads, rows)


async def tasks(person: str, organisation: str, *, everybody: bool, as_json: bool) -> None:
    """What waits for a person, or for anybody."""
    async with visiting(organisation, person) as visit, reached():
        behind = await caught_up(visit)
        whose = None if everybody else visit.person
        shown = await whole(
            visit, visit.service.read_models.tasks, TaskFilter(visit.now, whose, visit.people.twins)
        )
        names = await visit.names()
    if as_json:
        write_rows(visit, behind, shown)
        return
    note_simulation(visit, behind)
    heads = (
        t("depuis", "since"),
        t("dossier", "file"),
        t("quoi", "what"),
        t("pour le", "due"),
        t("attend", "waits for"),
    )
    rows = [
        (
            str(day_of(one.since, ZoneInfo(one.zone))),
            one.file,
            task_said(one, names),
            (str(one.due_on or "–")) + (t(" en retard", " overdue") if one.overdue else ""),
            ", ".join(called(who, names) for who in one.waits_for),
        )
        for one in shown
    ]
    write_table(heads, rows)


async def agenda(within: str, person: str, organisation: str, *, as_json: bool) -> None:
    """The open deadlines, soonest first."""
    async with visiting(organisation, person) as visit, reached():
        behind = await caught_up(visit)
        until = later(visit.now, within, visit.zone)
        lines = await whole(visit, visit.service.read_models.agenda, AgendaFilter(until, visit.now))
        shown = [await _put_off(visit, one) for one in lines]
        subjects = {one.occurrence: await _subject(visit, one) for one in shown if one.subject}
    if as_json:
        write_rows(visit, behind, shown)
        return
    note_simulation(visit, behind)
    heads = (
        t("le", "on"),
        t("dossier", "file"),
        t("échéance", "deadline"),
        t("prochain rappel", "next reminder"),
        t("à savoir", "to know"),
    )
    rows = [
        (
            str(one.due_on),
            one.file,
            say(one.name) + subjects.get(one.occurrence, ""),
            line_coming(one),
            line_notes(one, visit.now),
        )
        for one in shown
    ]
    write_table(heads, rows)


async def _subject(visit: Visit, line: AgendaLine) -> str:
    """What a deadline is about, by its name in the file or the rulebook."""
    file = await visit.service.files.file(visit.organisation, line.file)
    naming = Naming(visit.rulebook(line.rulebook), file=file)
    return f" ({say(naming.said('subject', line.subject or ''))})"


async def _put_off(visit: Visit, line: AgendaLine) -> AgendaLine:
    """A line whose silence is announced as the ledger has it: read models know neither outages nor who lost a role.

    The role is that of a seat: for other files nothing is read again where there was no outage.
    """
    announced = line.silence_from is not None and line.silence_from <= visit.now
    seats = line.file.startswith(review_stream(""))
    if not announced or not (seats or visit.people.outages):
        return line
    ruled = await visit.service.files.ruled(visit.organisation, line.file)
    found = silences(ruled.file, ruled.rulebook, visit.people, visit.now) if ruled else ()
    for one in found:
        if one.occurrence == line.occurrence:
            later = {"silence_at": one.bites_at, "silence_on": day_of(one.bites_at, ZoneInfo(line.zone))}
            return line.model_copy(update=later | {"silence_held_back": one.held_back})
    return line
