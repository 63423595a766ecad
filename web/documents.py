"""A document as pages show it: the parts of the Markdown that ``exports`` writes, and no other."""

import re
from collections.abc import Iterator
from dataclasses import dataclass, field
from typing import Literal

_ESCAPED = re.compile(r"\\([!-/:-@\[-`{-~])")
_HEADING = re.compile(r"(#{1,3}) (.*)")


@dataclass(slots=True)
class Block:
    """A heading of a level, or a list of items, each with its lines."""

    kind: Literal["heading", "list", "text"]
    level: int = 0
    lines: list[list[str]] = field(default_factory=list)


def blocks(markdown: str) -> list[Block]:
    """The headings, lists and paragraphs of a document, in order; signs that were made text are text."""
    return list(_blocks(markdown))


def _blocks(markdown: str) -> Iterator[Block]:
    current: Block | None = None
    for line in markdown.splitlines():
        heading, item = _HEADING.fullmatch(line), line.startswith("- ")
        goes_on = current is not None and current.kind == "list" and line.startswith("  ")
        if current is not None and (heading or not (item or goes_on or not line.strip())):
            yield current
            current = None
        if heading:
            yield Block("heading", len(heading[1]), [[_plain(heading[2])]])
        elif item:
            if current is None:
                current = Block("list")
            current.lines.append([_plain(line[2:])])
        elif goes_on and current is not None:
            current.lines[-1].append(_plain(line.strip()))
        elif line.strip():
            yield Block("text", 0, [[_plain(line)]])
    if current is not None:
        yield current


def _plain(text: str) -> str:
    return _ESCAPED.sub(r"\1", text.removesuffix("\\"))
