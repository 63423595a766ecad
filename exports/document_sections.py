"""The sections of a document that tell of the file itself, as lines of Markdown; what people wrote is text in them."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from domain.cooperations.publication import ENTRIES
from domain.rulebook import Rulebook, Subject
from exports.document_money import convention_lines
from exports.markdown import block, inline
from language import Text, say, t
from projections.sheet import Sheet
from projections.timeline import TimelineEntry
from queries.own_names import OwnNames
from queries.related_files import RelatedFiles
from wording.events import EVENTS
from wording.history import said
from wording.local_hours import when
from wording.values import word

Entries = Sequence[tuple[TimelineEntry, dict[str, Any]]]


@dataclass(frozen=True, slots=True)
class Told:
    """What a document is made of: the sheet, the entries with their content and the names in it, what lies beside."""

    sheet: Sheet
    rulebook: Rulebook
    entries: Entries
    """Of the file, and of its reviews and fundings where those are told."""
    names: Mapping[str, str]
    own: OwnNames
    """What the files call their own parts."""
    beside: RelatedFiles
    closed: Mapping[str, Text]
    """The reviews and fundings whose content is not shown to the reader, and why."""
    public: bool


def section(told: Told, subject: Subject) -> Iterator[str]:
    """What the file says of a subject; nothing where it says nothing."""
    sheet = told.sheet
    match subject:
        case "sheet":
            programme = f"{say(told.rulebook.name)} ({sheet.rulebook})"
            yield _fact(t("Objet", "Object"), sheet.object)
            yield _fact(t("Programme", "Programme"), programme)
            yield _fact(t("État", "Status"), word(sheet.status, "cooperation"))
        case "territory":
            codes = ", ".join(sheet.territory.insee_codes)
            yield f"- {inline(sheet.territory.name)}" + (f" ({codes})" if codes else "")
            for one in sheet.territory.zonings:
                yield f"- {inline(one.zoning)} ({inline(one.source)}, {one.source_date})"
        case "stage":
            name = say(sheet.phase_name) if sheet.phase_name else word(sheet.phase, "phase")
            yield f"- {inline(name)}, {t('depuis', 'since')} {when(sheet.passes[-1].entered_at)}"
            yield from (_fact(say(one.name), word(one.held, "gate-item")) for one in sheet.gate)
        case "horizon":
            yield from (_fact(str(one.due_on), say(one.name)) for one in sheet.deadlines)
        case "conventions":
            yield from convention_lines(told.beside, told.rulebook, public=told.public)
        case _:
            yield from entry_lines(told, sheet.file, ENTRIES.get(subject, frozenset()))


def entry_lines(told: Told, file: str, kinds: frozenset[str]) -> Iterator[str]:
    """The entries of a file of these kinds, in order. A text of several lines goes on below, as lines of its item."""
    for entry, content in told.entries:
        if entry.file == file and entry.type in kinds:
            details = said(content, told.names, told.rulebook, entry.type, told.own.get(file, {}))
            what = say(EVENTS[entry.type])
            line = f"- {when(entry.effective_at)} : {inline(what)}"
            yield line + (f" – {block(details, '  ')}" if details else "")


def _fact(label: str, value: str) -> str:
    return f"- {inline(label)} : {inline(value)}"
