"""Text as text in a Markdown document: whatever people wrote, it makes no heading, list, table, link or HTML.

By CommonMark 0.31, in which a backslash before ASCII punctuation makes it text, and by the extensions that are common:
tables, strikethrough, footnotes, formulas, citations, templates, links that are made of bare addresses.
"""

import re

from wording.plain import plain

_SIGNS = re.compile(r"[\\`*_{}\[\]<>&|~^$#@]|:(?=//)|(?<=www)\.", re.IGNORECASE)
_BEGINS = re.compile(r"^([-+=:!%]|[0-9]{1,9}(?=[.)]))")
"""What makes a line more than text where it begins with it: list, underline of a heading, definition, number."""
_BLANKS = re.compile(r"\s+")


def inline(text: str) -> str:
    """A text on one line, within a line of ours."""
    return _escaped(" ".join(plain(text).split()))


def block(text: str, indent: str = "") -> str:
    """A text of several lines that stays one of several lines; those after its first are indented.

    An empty line begins a new paragraph.
    """
    lines = [_BLANKS.sub(" ", line).strip() for line in plain(text).strip().split("\n")]
    told = []
    for number, line in enumerate(lines):
        goes_on = line and number + 1 < len(lines) and lines[number + 1]
        start = indent if number and line else ""
        told.append(start + _begun(_escaped(line)) + ("\\" if goes_on else ""))
    return "\n".join(told)


def _escaped(text: str) -> str:
    return _SIGNS.sub(r"\\\g<0>", text)


def _begun(line: str) -> str:
    """A line of its own, its first sign made text: a number by the sign after it."""
    return _BEGINS.sub(lambda found: found[0] + "\\" if found[0].isdigit() else "\\" + found[0], line)
