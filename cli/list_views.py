"""Lists over several files, cut down to what the person may read."""

from collections.abc import Sequence
from typing import Any, TypeVar

from cli.deadline_words import line_notes
from cli.drawing import note_simulation, write_table
from cli.language import locale, t
from cli.moments import later
from cli.output import write_json
from cli.readable import readable
from cli.visit import Visit, reached, simulated, visiting
from cli.words.values import word
from domain.directory import in_force
from domain.silence import silences
from projections.agenda import AgendaLine
from projections.portfolio import PortfolioLine
from projections.task_line import Task

Line = TypeVar("Line", AgendaLine, PortfolioLine, Task)
"""A row that tells of one file."""


async def portfolio(region: str, person: str, organisation: str, *, as_json: bool) -> None:
    """The cooperations at a glance."""
    async with visiting(organisation, person) as visit, reached():
        behind = await _caught_up(visit)
        lines = await visit.service.read_models.portfolio(visit.organisation, region or None)
        shown = await _readable(visit, lines)
    if as_json:
        _write(visit, behind, shown)
        return
    note_simulation(visit, behind)
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
            word(one.phase),
            word(one.status),
            _named(one.next_deadline_fr, one.next_deadline_en),
            str(one.next_due_on or "–"),
        )
        for one in shown
    ]
    write_table(heads, rows)


async def tasks(person: str, organisation: str, *, everybody: bool, as_json: bool) -> None:
    """What waits for a person, or for anybody."""
    async with visiting(organisation, person) as visit, reached():
        behind = await _caught_up(visit)
        whose = None if everybody else visit.person
        waiting = await visit.service.read_models.tasks(visit.organisation, visit.now, whose)
        shown = await _readable(visit, waiting)
        names = await visit.names()
    if as_json:
        _write(visit, behind, shown)
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
            f"{one.since:%Y-%m-%d}",
            one.file,
            task_said(one),
            (str(one.due_on or "–")) + (t(" en retard", " overdue") if one.overdue else ""),
            ", ".join(names.get(who, who) for who in one.waits_for),
        )
        for one in shown
    ]
    write_table(heads, rows)


async def agenda(within: str, person: str, organisation: str, *, as_json: bool) -> None:
    """The open deadlines, soonest first."""
    async with visiting(organisation, person) as visit, reached():
        behind = await _caught_up(visit)
        until = later(visit.now, within)
        lines = await visit.service.read_models.agenda(visit.organisation, until)
        open_now = [one for one in lines if one.ends_at is None or one.ends_at > visit.now]
        shown = [await _put_off(visit, one) for one in await _readable(visit, open_now)]
    if as_json:
        _write(visit, behind, shown)
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
            _named(one.name_fr, one.name_en),
            _next(one),
            line_notes(one, visit.now),
        )
        for one in shown
    ]
    write_table(heads, rows)


async def _put_off(visit: Visit, line: AgendaLine) -> AgendaLine:
    """A line whose silence is announced as the ledger has it: an outage puts it off, and no read model knows."""
    announced = line.silence_from is not None and line.silence_from <= visit.now
    if not announced or not visit.people.outages:
        return line
    ruled = await visit.service.files.ruled(visit.organisation, line.file)
    found = silences(ruled.file, ruled.rulebook, visit.people, visit.now) if ruled else ()
    for one in found:
        if one.occurrence == line.occurrence:
            later = {"silence_at": one.bites_at, "silence_on": one.bites_at.date()}
            return line.model_copy(update=later | {"silence_held_back": one.held_back})
    return line


async def people(person: str, organisation: str, *, as_json: bool) -> None:
    """The people known here with the roles they hold at present, for those who hold one."""
    async with visiting(organisation, person) as visit, reached():
        visit.needs_a_role()
        names = await visit.names()
    shown: list[dict[str, Any]] = [
        {
            "person": one.id,
            "name": names.get(one.id),
            "roles": [
                {"role": grant.role.value, "region": grant.region, "grant": grant.id}
                for grant in visit.people.grants.values()
                if grant.person == one.id and in_force(grant, visit.now)
            ],
        }
        for one in visit.people.people.values()
    ]
    if as_json:
        write_json(simulated(visit) | {"people": shown})
        return
    note_simulation(visit)
    rows = [
        (
            str(one["person"]),
            str(one["name"] or "–"),
            ", ".join(f"{word(role['role'])} ({role['region'] or '*'})" for role in one["roles"]),
        )
        for one in shown
    ]
    write_table((t("personne", "person"), t("nom", "name"), t("rôles", "roles")), rows)


async def _caught_up(visit: Visit) -> int:
    """Wait a moment for the read models; how many entries they still lack."""
    head = await visit.service.ledger.head(visit.organisation)
    return (await visit.service.read_models.wait_for(visit.organisation, head.position)).behind


async def _readable(visit: Visit, lines: Sequence[Line]) -> list[Line]:
    """The lines of files that the person may read."""
    theirs = await readable(visit, {line.file for line in lines})
    return [line for line in lines if line.file in theirs]


def _write(visit: Visit, behind: int, lines: Sequence[Line]) -> None:
    rows = [line.model_dump(mode="json") for line in lines]
    write_json(simulated(visit) | {"behind": behind, "rows": rows})


def task_said(task: Task) -> str:
    """A task in words."""
    name = _named(task.name_fr, task.name_en)
    kinds = {
        "gate-item": t("à remplir : ", "to be met: "),
        "deadline": t("échéance : ", "deadline: "),
        "escalation": t("relance pour vous : ", "escalated to you: "),
        "abandonment": t("demande d’abandon à trancher", "request to abandon to settle"),
        "delivery-unknown": t("message en doute ", "message in doubt "),
        "delivery-failed": t("message refusé ", "message failed "),
        "flagged-decision": t("décision à revoir, entrée ", "decision to look at again, entry "),
    }
    return kinds[task.kind] + (name if name != "–" else task.subject if "abandon" not in task.kind else "")


def _next(line: AgendaLine) -> str:
    if line.silent:
        return t("silencieux", "silent")
    return f"{line.next_rung_at:%Y-%m-%d}" if line.next_rung_at else "–"


def _named(french: str | None, english: str | None) -> str:
    return (french if locale() == "fr" else english) or "–"
