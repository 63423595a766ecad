"""A document as Markdown: its sections in order; what people wrote is text in it."""

from collections.abc import Iterator

from application.document import Document
from exports.document_annexes import decided_and_paid
from exports.document_sections import section_lines
from exports.markdown import inline
from language import say
from wording.subjects import title


def markdown(document: Document) -> str:
    """The whole text, ended by a line break."""
    return "\n".join(_lines(document)).rstrip() + "\n"


def sections_of(document: Document) -> str:
    """Its sections alone, ended by a line break."""
    return "\n".join(_section_lines(document)).rstrip() + "\n"


def _lines(document: Document) -> Iterator[str]:
    sheet = document.sheet
    yield from (f"# {inline(f'{sheet.name} — {sheet.territory.name}')}", "")
    yield from _section_lines(document)
    if document.annexes:
        yield from decided_and_paid(document, document.annexes)


def _section_lines(document: Document) -> Iterator[str]:
    for section in document.sections:
        if lines := list(section_lines(document, section)):
            yield from (f"## {say(title(section.subject))}", "", *lines, "")
