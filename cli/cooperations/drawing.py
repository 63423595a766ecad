"""A file as people and programs read it: its sheet and its history."""

from collections.abc import Mapping
from datetime import datetime
from typing import Any

from cli.terminal.drawing import headed, note_simulation, write_facts, write_table
from cli.terminal.output import console, tell, write_json
from cli.terminal.session import visiting
from domain.cooperations.state import Cooperation
from domain.files.file import KeptFile
from domain.fundings.state import Funding
from domain.kernel.ids import review_stream
from domain.reminders.view import FileView
from language import Text, say, t
from projections.sheet import Sheet, sheet_of
from projections.timeline import TimelineEntry
from queries.as_of import not_there_then
from queries.beside import beside_then
from queries.dossiers import closed_because, closed_files, review_of
from queries.lists import caught_up
from queries.own_names import own_names_of
from queries.private_text import reveal
from queries.typed import end_of
from queries.visit import Visit, reached, simulated
from wording.deadlines import coming, notes
from wording.details import called
from wording.events import EVENTS
from wording.history import said
from wording.local_hours import learned, when
from wording.values import word

_OF_THE_READ_MODEL = {"position", "recorded_at"}
"""What a sheet made from the ledger itself does not say."""


async def show(
    file: str, as_of: str, known_on: str, person: str, organisation: str, *, as_json: bool
) -> None:
    """Show a file at ``as_of`` as known on ``known_on``, folded from the ledger itself."""
    async with visiting(organisation, person) as visit, reached():
        zone = visit.zone_of(await visit.file(file))
        then, known = end_of(as_of, zone), end_of(known_on, zone)
        state = await file_then(visit, file, then, known)
        visit.shows(state)
        sheet = sheet_then(visit, state, then or known or visit.now)
        beside = await beside_then(visit, state, then, known)
        told = sheet.model_dump(mode="json", exclude=_OF_THE_READ_MODEL) | beside.as_json()
        content = await reveal(visit, told)
        names = await visit.names()
    if as_json:
        write_json(simulated(visit) | {"as_of": as_of or None, "known_on": known_on or None} | content)
        return
    note_simulation(visit)
    _draw(sheet, content, names, then or visit.now)
    beside.draw()


async def history(
    file: str, as_of: str, known_on: str, person: str, organisation: str, *, as_json: bool
) -> None:
    """Tell a file's entries, corrections applied and named."""
    async with visiting(organisation, person) as visit, reached():
        told, closed = await _closed(visit, file)
        visit.shows(told)
        key, zone = told.key, visit.zone_of(told)
        files = {told.cooperation} if isinstance(told, Funding) else {key}
        then, known = end_of(as_of, zone), end_of(known_on, zone)
        behind = await caught_up(visit)
        entries = await visit.service.read_models.timeline(visit.organisation, key, zone, then, known)
        shown = [one.model_copy(update={"details": {}}) if one.file in closed else one for one in entries]
        told = await reveal(visit, [one.model_dump(mode="json") for one in shown])
        names, own = await visit.names(), await own_names_of(visit, {*files, *(one.file for one in entries)})
    if as_json:
        write_json(simulated(visit) | {"behind": behind, "entries": told})
        return
    note_simulation(visit, behind)
    rows = [
        _row(visit, one, content, names, own.get(one.file, {}))
        for one, content in zip(shown, told, strict=True)
    ]
    heads: tuple[str, ...] = (
        t("n°", "no."),
        t("quand", "when"),
        t("quoi", "what"),
        t("détails", "details"),
        t("qui", "who"),
        t("règles", "rules"),
    )
    recorded = [learned(one.effective_at, one.recorded_at) for one in shown]
    if any(recorded):
        heads = (*heads[:2], t("enregistré", "recorded"), *heads[2:])
        rows = [(*row[:2], at, *row[2:]) for row, at in zip(rows, recorded, strict=True)]
    if any(one.file != key for one in shown):
        heads = (*heads, t("dossier", "file"))
        rows = [(*row, one.file) for row, one in zip(rows, shown, strict=True)]
    write_table(heads, rows)
    for reason in dict.fromkeys(closed[one] for one in {entry.file for entry in entries} & closed.keys()):
        tell(say(reason))


async def _closed(visit: Visit, name: str) -> tuple[KeptFile, Mapping[str, Text]]:
    """A file that the person may look up; the reviews and fundings whose content is not shown to them."""
    if name.startswith(review_stream("")):
        review = await review_of(visit, name)
        reason = closed_because(visit, review)
        return review, {review.key: reason} if reason else {}
    file = await visit.kept(name)
    cooperation = file.cooperation if isinstance(file, Funding) else file.key
    return file, await closed_files(visit, await visit.file(cooperation))


async def file_then(visit: Visit, file: str, then: datetime | None, known: datetime | None) -> Cooperation:
    """The file at ``then`` as known on ``known``. Raises Failure where it was not there yet."""
    present = await visit.file(file)
    if then is None and known is None:
        return present
    past = await visit.service.files.cooperation_at(
        visit.organisation, file, then, known, visit.zone_of(present)
    )
    if past is None:
        raise not_there_then()
    return past


def sheet_then(visit: Visit, file: Cooperation, at: datetime) -> Sheet:
    """The sheet of a file as it was."""
    rulebook = visit.service.rulebooks.get(visit.people, file.rulebook)
    view = FileView(file=file, rulebook=rulebook, position=0, recorded_at=at, organisation=visit.people)
    return sheet_of(view)


def _draw(sheet: Sheet, content: dict[str, Any], names: dict[str, str], now: datetime) -> None:
    managers = ", ".join(called(one, names) for one in sheet.managers)
    phase = say(sheet.phase_name) if sheet.phase_name else word(sheet.phase)
    console().print(headed(f"{sheet.name} — {sheet.territory.name}"))
    facts = (
        (t("objet", "object"), sheet.object),
        (t("programme", "programme"), sheet.rulebook),
        (t("état", "status"), word(sheet.status, "cooperation")),
        (t("phase", "phase"), f"{phase} ({t('passage', 'pass')} {sheet.passes[-1].number})"),
        (t("depuis", "since"), when(sheet.passes[-1].entered_at)),
        (t("dossier tenu par", "in charge"), managers),
        (t("dernier contact", "last contact"), when(sheet.last_contact_at) if sheet.last_contact_at else "–"),
    )
    write_facts([*facts, *_completion(content)])
    _draw_lists(sheet, content, now)


def _completion(content: dict[str, Any]) -> list[tuple[str, str]]:
    """What was asked for and has not come."""
    asked = content["completion"]
    if asked is None:
        return []
    said = t(f"{when(asked['since'])} : ", f"{when(asked['since'])}: ")
    return [(t("compléments attendus", "completion awaited"), said + _text(asked["what"]))]


def _draw_lists(sheet: Sheet, content: dict[str, Any], now: datetime) -> None:
    if sheet.gate:
        console().print(headed(t("Pour passer à la suite", "To go on")))
        write_table((), [(word(one.held, "gate-item"), say(one.name)) for one in sheet.gate])
    if sheet.deadlines:
        console().print(headed(t("Échéances", "Deadlines")))
        rows = [
            (str(one.due_on), say(one.name), coming(one), notes(one, now))
            for one in sheet.deadlines
            if one.ends_at is None or one.ends_at > now
        ]
        write_table((), rows)
    if sheet.stakeholders:
        console().print(headed(t("Le collectif", "The collective")))
        present = [one for one in sheet.stakeholders if not one.retired]
        write_table((), [(one.name, word(one.sector, "sector"), one.role) for one in present])
    if content["commitments"]:
        console().print(headed(t("Engagements", "Commitments")))
        everybody = t("tous", "all")
        own = {one.id: one.name for one in sheet.stakeholders}
        promises = [
            (
                f"{_member(one['party'], own)} → {_member(one['toward'], own) or everybody}",
                _text(one["expects"]),
                _text(one["brings"]),
            )
            for one in content["commitments"]
        ]
        heads = (t("qui", "who"), t("attend", "expects"), t("apporte", "brings"))
        write_table(heads, promises)


def _member(stakeholder: str | None, own: Mapping[str, str]) -> str:
    return own.get(stakeholder or "", stakeholder or "")


def _row(
    visit: Visit,
    entry: TimelineEntry,
    told: dict[str, Any],
    names: dict[str, str],
    own: Mapping[str, str],
) -> tuple[str, ...]:
    """An entry, in the words of the rulebook under which it was recorded."""
    what = say(EVENTS[entry.type]) + (t(" (n’a pas eu lieu)", " (never happened)") if entry.void else "")
    details = said(told["details"], names, visit.rulebook(entry.rulebook), entry.type, own)
    who = called(entry.actor, names)
    return (str(entry.entry), when(entry.effective_at), what, details, who, entry.rulebook or "–")


def _text(value: str | None) -> str:
    return t("[effacé]", "[erased]") if value is None else value
