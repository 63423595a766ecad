"""A file as a Markdown document: sections in the order of a template, each told from the file's own entries."""

import sys
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import Any

from cli.failures import invalid
from cli.file_views import file_then, sheet_then
from cli.history_words import said, when
from cli.language import locale, say, t
from cli.moments import end_of
from cli.revealing import is_reference, reveal
from cli.visit import reached, visiting
from cli.words.events import EVENTS
from cli.words.subjects import TITLES
from cli.words.values import word
from domain.publication import ENTRIES, SUBJECTS, public_subjects
from domain.rulebook import Rulebook, Subject, Template
from projections.sheet import Sheet
from projections.timeline import TimelineEntry
from stack.texts import Text


@dataclass(frozen=True, slots=True)
class _Told:
    """What a document is made of: the sheet, and the entries with their content and the names in it."""

    sheet: Sheet
    rulebook: Rulebook
    entries: Sequence[tuple[TimelineEntry, dict[str, Any]]]
    names: dict[str, str]


async def write(
    file: str, template: str, as_of: str, person: str, organisation: str, *, public: bool
) -> None:
    """Write a document to standard output. ``public`` leaves out every private text and person."""
    then = end_of(as_of)
    async with visiting(organisation, person) as visit, reached():
        state = await file_then(visit, file, then, None)
        rulebook = visit.service.rulebooks.get(visit.people, state.rulebook)
        sections = _sections(template, rulebook)
        models = visit.service.read_models
        head = await visit.service.ledger.head(visit.organisation)
        await models.wait_for(visit.organisation, head.position)
        beside = await models.timeline(visit.organisation, file, then, None)
        entries = [one for one in beside if one.file == file]
        contents = [one.model_dump(mode="json")["details"] for one in entries]
        contents = [_without_private(one) for one in contents] if public else await reveal(visit, contents)
        told = _Told(
            sheet=sheet_then(visit, state, then or visit.now),
            rulebook=rulebook,
            entries=[pair for pair in zip(entries, contents, strict=True) if not pair[0].void],
            names={} if public else await visit.names(),
        )
    shown = public_subjects(state, rulebook) if public else frozenset(SUBJECTS)
    if public and not shown:
        raise invalid(
            "nothing-public",
            Text(
                "le règlement ne publie rien de ce dossier à ce jour",
                "the rulebook publishes nothing of it yet",
            ),
            Text("Voyez `publication` dans le règlement.", "See `publication` in the rulebook."),
        )
    lines = [f"# {sheet_title(told.sheet)}", "", *_body(told, [one for one in sections if one in shown])]
    sys.stdout.write("\n".join(lines).rstrip() + "\n")


def sheet_title(sheet: Sheet) -> str:
    """A document's first line."""
    return f"{sheet.name} — {sheet.territory.name}"


def _sections(key: str, rulebook: Rulebook) -> Sequence[Subject]:
    if not key:
        return SUBJECTS
    found: Template | None = next((one for one in rulebook.documents if one.document == key), None)
    if found is None:
        known = ", ".join(one.document for one in rulebook.documents) or "–"
        raise invalid(
            "unknown-template",
            Text(f"aucun modèle {key} dans {rulebook.id}", f"no template {key} in {rulebook.id}"),
            Text(f"Les modèles : {known}.", f"The templates: {known}."),
        )
    return found.sections


def _body(told: _Told, sections: Sequence[Subject]) -> Iterator[str]:
    for subject in sections:
        if lines := list(_section(told, subject)):
            yield from (f"## {say(TITLES[subject])}", "", *lines, "")


def _section(told: _Told, subject: Subject) -> Iterator[str]:
    sheet = told.sheet
    match subject:
        case "sheet":
            yield f"- {t('Objet', 'Object')} : {sheet.object}"
            yield f"- {t('Programme', 'Programme')} : {getattr(told.rulebook.name, locale())} ({sheet.rulebook})"
            yield f"- {t('État', 'Status')} : {word(sheet.status)}"
        case "territory":
            codes = ", ".join(sheet.territory.insee_codes)
            yield f"- {sheet.territory.name}" + (f" ({codes})" if codes else "")
            yield from (
                f"- {one.zoning} ({one.source}, {one.source_date})" for one in sheet.territory.zonings
            )
        case "stage":
            name = getattr(sheet.phase_name, locale()) if sheet.phase_name else word(sheet.phase)
            yield f"- {name}, {t('depuis', 'since')} {when(sheet.passes[-1].entered_at)}"
            yield from (f"- {getattr(one.name, locale())} : {word(one.held)}" for one in sheet.gate)
        case "horizon":
            yield from (f"- {one.due_on} : {getattr(one.name, locale())}" for one in sheet.deadlines)
        case _:
            yield from _told_by_entries(told, subject)


def _told_by_entries(told: _Told, subject: Subject) -> Iterator[str]:
    for entry, content in told.entries:
        if entry.type in ENTRIES.get(subject, ()):
            details = said(content, told.names, told.rulebook)
            what = say(EVENTS[entry.type])
            yield f"- {when(entry.effective_at)} : {what}" + (f" – {details}" if details else "")


def _without_private(content: dict[str, Any]) -> dict[str, Any]:
    """What an entry says without private text and without persons."""
    return {
        key: _without_private(value) if isinstance(value, dict) else value
        for key, value in content.items()
        if key != "managers" and not (isinstance(value, dict) and is_reference(value))
    }
