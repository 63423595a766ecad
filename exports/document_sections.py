"""The sections of a document that tell of the file itself, as lines of Markdown; what people wrote is text in them."""

from collections.abc import Iterable, Iterator

from application.document import Document, EntryTold, Section
from exports.document_money import convention_lines
from exports.markdown import block, inline
from language import say, t, text_of
from wording import headings
from wording.events import EVENTS
from wording.history import said
from wording.local_hours import moment_words
from wording.punctuation import labelled
from wording.rulebook.versions import version_words
from wording.values import word


def section_lines(document: Document, section: Section) -> Iterator[str]:
    """What the document says of a subject; nothing where there is nothing to say."""
    sheet = document.sheet
    match section.subject:
        case "sheet":
            programme = say(version_words(text_of(document.rulebook.name), sheet.rulebook))
            yield _fact(t("Objet", "Object"), sheet.object)
            yield _fact(t("Programme", "Programme"), programme)
            yield _fact(say(headings.STATUS_LINE), word(sheet.status, "cooperation"))
        case "territory":
            codes = ", ".join(sheet.territory.insee_codes)
            yield f"- {inline(sheet.territory.name)}" + (f" ({codes})" if codes else "")
            for one in sheet.territory.zonings:
                yield f"- {inline(one.zoning)} ({inline(one.source)}, {moment_words(str(one.source_date))})"
        case "stage":
            name = say(sheet.phase_name) if sheet.phase_name else word(sheet.phase, "phase")
            yield f"- {inline(name)}, {t('depuis', 'since')} {moment_words(sheet.since)}"
            yield from (_fact(say(one.name), word(one.held, "gate-item")) for one in sheet.gate)
        case "horizon":
            yield from (_fact(moment_words(str(one.due.day)), say(one.name)) for one in sheet.deadlines)
        case "conventions":
            yield from convention_lines(document)
        case _:
            yield from entry_lines(document, section.entries)


def entry_lines(document: Document, entries: Iterable[EntryTold]) -> Iterator[str]:
    """Entries, in order. A text of several lines goes on below, as lines of its item."""
    for entry in entries:
        own = document.own.get(entry.file, {})
        details = said(entry.details, document.names, document.rulebook, entry.type, own)
        what = say(EVENTS[entry.type])
        line = f"- {labelled(moment_words(entry.effective_at), inline(what))}"
        yield line + (f" – {block(details, '  ')}" if details else "")


def _fact(label: str, value: str) -> str:
    return f"- {labelled(inline(label), inline(value))}"
