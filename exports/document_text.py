"""A file as a Markdown document: sections in the order of a template, each told from the file's own entries."""

import sys
from collections.abc import Iterator, Sequence
from datetime import datetime
from typing import Any

from cli.terminal.session import visiting
from domain.cooperations.publication import SUBJECTS, public_subjects
from domain.cooperations.state import Cooperation
from domain.fundings.publication import public_grant
from domain.rulebook import Rulebook, Subject, Template
from exports.document_annexes import decided_and_paid
from exports.document_money import grants
from exports.document_sections import Told, section
from exports.markdown import inline
from language import Text, say
from projections.sheet import Sheet
from queries.cooperation import cooperation_then, sheet_then
from queries.dossiers import closed_files
from queries.own_names import own_names
from queries.private_text import is_reference, reveal
from queries.refused import invalid
from queries.related_files import related_files
from queries.typed import end_of
from queries.visit import Visit, reached
from wording.subjects import title


async def write(
    file: str, template: str, as_of: str, person: str, organisation: str, *, public: bool
) -> None:
    """Write a document to standard output. ``public`` leaves out every private text and person."""
    async with visiting(organisation, person) as visit, reached():
        present = await visit.file(file)
        then = end_of(as_of, visit.zone_of(present))
        state = await cooperation_then(visit, present, then, None)
        visit.shows(state)
        rulebook = visit.service.rulebooks.get(visit.people, state.rulebook)
        sections = _sections(template, rulebook)
        told = await _told(visit, state, rulebook, then, public=public)
    shown = _public(state, told) if public else frozenset(SUBJECTS)
    if public and not shown:
        raise invalid(
            "nothing-public",
            Text(
                "le règlement ne publie rien de ce dossier à ce jour",
                "the rulebook publishes nothing of it yet",
            ),
            Text("Voyez `publication` dans le règlement.", "See `publication` in the rulebook."),
        )
    lines = [f"# {inline(sheet_title(told.sheet))}", ""]
    lines += _body(told, [one for one in sections if one in shown])
    if not public and not template:
        lines += decided_and_paid(told)
    sys.stdout.write("\n".join(lines).rstrip() + "\n")


def sheet_title(sheet: Sheet) -> str:
    """A document's first line."""
    return f"{sheet.name} — {sheet.territory.name}"


async def _told(
    visit: Visit, state: Cooperation, rulebook: Rulebook, then: datetime | None, *, public: bool
) -> Told:
    """All that the document is made of, as of ``then``: for the public, without private texts and persons."""
    models = visit.service.read_models
    head = await visit.service.ledger.head(visit.organisation)
    await models.wait_for(visit.organisation, head.position)
    entries = [
        one
        for one in await models.timeline(visit.organisation, state.key, visit.zone_of(state), then, None)
        if not one.void
    ]
    closed = await closed_files(visit, state)
    shown = [one.model_dump(mode="json")["details"] if one.file not in closed else {} for one in entries]
    beside = await related_files(visit, state, then, None)
    contents = [_without_private(one) for one in shown] if public else await reveal(visit, shown)
    return Told(
        sheet=sheet_then(visit, state, then or visit.now),
        rulebook=rulebook,
        entries=list(zip(entries, contents, strict=True)),
        names={} if public else await visit.names(),
        own={} if public else own_names([state, *beside.states.values()]),
        beside=beside,
        closed=closed,
        public=public,
    )


def _public(state: Cooperation, told: Told) -> frozenset[Subject]:
    """What the rulebook publishes, and the grants that are public by law."""
    granted = any(public_grant(one, told.rulebook) for one in grants(told.beside))
    return public_subjects(state, told.rulebook) | (frozenset({"conventions"}) if granted else frozenset())


def _sections(key: str, rulebook: Rulebook) -> Sequence[Subject]:
    if not key:
        return SUBJECTS
    found: Template | None = next((one for one in rulebook.documents if one.document == key), None)
    if found is None:
        known = ", ".join(one.document for one in rulebook.documents) or "–"
        raise invalid(
            "unknown-template",
            Text(f"aucun modèle {key} dans {rulebook.id}", f"no template {key} in {rulebook.id}"),
            Text(f"Les modèles : {known}.", f"The templates: {known}."),
        )
    return found.sections


def _body(told: Told, sections: Sequence[Subject]) -> Iterator[str]:
    for subject in sections:
        if lines := list(section(told, subject)):
            yield from (f"## {say(title(subject))}", "", *lines, "")


def _without_private(content: dict[str, Any]) -> dict[str, Any]:
    """What an entry says without private text and without persons."""
    return {
        key: _without_private(value) if isinstance(value, dict) else value
        for key, value in content.items()
        if key != "managers" and not (isinstance(value, dict) and is_reference(value))
    }
