"""Rows as lines of text: columns where they fit, else a block for each row. No figure, date or key is ever broken.

A word ends at a line break, or at a space that is not within a figure (``30 000 €``) nor before or after French
punctuation that no line begins or ends with; the no-break spaces within an amount hold it together.
Widths are those of a terminal, where a character may take two columns or none.
"""

import re
from collections.abc import Container, Iterator, Sequence

from rich.cells import cell_len

Row = Sequence[str]
_BREAKS = re.compile(r"(?<![«]) (?![»;:!?€%])(?!(?<=[0-9] )[0-9])")
_GAP = 2
_NARROWEST = 14
"""A column that may fold keeps so many columns, or what it needs: text in thinner strips is not read."""


def rows_as_lines(
    heads: Row,
    rows: Sequence[Row],
    ending_right: Container[int],
    width: int,
    below: Sequence[Sequence[str]] = (),
) -> list[str]:
    """The lines, each at most ``width`` wide unless one word is wider. Where there are heads, two lines of head.

    What stands in a column of ``ending_right``, and in the first where there are heads, stays on one line. The lines
    ``below`` a row, if any, are not folded: people copy them.
    """
    table = [heads, *rows] if any(heads) else list(rows)
    whole = [(bool(heads) and number == 0) or number in ending_right for number in range(len(rows[0]))]
    widths = _widths(table, whole, width - _GAP * (len(whole) - 1))
    if widths is None:
        return list(_blocks(heads, rows, width, below))
    right = [number in ending_right for number in range(len(widths))]
    lines = []
    for number, row in enumerate(rows):
        lines += [*_folded(row, widths, right), *_indented(below, number)]
    if table[0] is heads:
        line = "─" * (sum(widths) + _GAP * (len(widths) - 1))
        lines = [*_folded(heads, widths, right), line, *lines]
    return lines


def wrapped(text: str, width: int) -> list[str]:
    """The lines of a text; its own line breaks stay, a word that is too wide has a line to itself."""
    return [line for part in text.split("\n") for line in _wrapped_part(part, width)]


def labelled(label: str, width: int, text: str, all_columns: int) -> Iterator[str]:
    """A label in ``width`` columns and what it says beside it, or below it where there is no room."""
    beside = all_columns - width
    if label and _longest_word(text) <= beside:
        lines = wrapped(text, beside)
        yield f"{_padded(label, width)}{lines[0]}".rstrip()
        yield from ((" " * width + line).rstrip() for line in lines[1:])
    else:
        if label:
            yield label
        yield from (f"  {line}" for line in wrapped(text, all_columns - 2))


def _widths(table: Sequence[Row], whole: Sequence[bool], room: int) -> list[int] | None:
    """How wide each column is, wide ones giving way first; None where the least that they need does not fit."""
    columns = list(zip(*table, strict=True))
    full = [max(cell_len(line) for cell in column for line in cell.split("\n")) for column in columns]
    least = [
        widest if stays else max(min(widest, _NARROWEST), *map(_longest_word, column))
        for widest, stays, column in zip(full, whole, columns, strict=True)
    ]
    if sum(least) > room:
        return None
    level, fitting = 0, least
    while fitting != full:
        level += 1
        wider = [min(most, max(few, level)) for most, few in zip(full, least, strict=True)]
        if sum(wider) > room:
            break
        fitting = wider
    return fitting


def _folded(row: Row, widths: Sequence[int], right: Sequence[bool]) -> Iterator[str]:
    cells = [wrapped(cell, width) for cell, width in zip(row, widths, strict=True)]
    for number in range(max(map(len, cells))):
        parts = (
            _padded(cell[number] if number < len(cell) else "", width, right=ends)
            for cell, width, ends in zip(cells, widths, right, strict=True)
        )
        yield (" " * _GAP).join(parts).rstrip()


def _indented(below: Sequence[Sequence[str]], number: int) -> list[str]:
    return [f"  {line}" for line in below[number]] if below else []


def _blocks(
    heads: Row, rows: Sequence[Row], width: int, below: Sequence[Sequence[str]] = ()
) -> Iterator[str]:
    """Each row as label and value, line by line; without heads, its first cell and the others below it."""
    label = max(map(cell_len, heads), default=0) + _GAP
    for number, row in enumerate(rows):
        if number:
            yield ""
        if any(heads):
            for head, cell in zip(heads, row, strict=True):
                yield from labelled(head, label, cell, width)
        else:
            yield from wrapped(row[0], width)
            for cell in row[1:]:
                yield from (f"  {line}" for line in wrapped(cell, width - 2) if line)
        yield from _indented(below, number)


def _wrapped_part(part: str, width: int) -> list[str]:
    lines = [""]
    for word in _BREAKS.split(part):
        longer = f"{lines[-1]} {word}" if lines[-1] else word
        if lines[-1] and cell_len(longer) > width:
            lines.append(word)
        else:
            lines[-1] = longer
    return lines


def _longest_word(text: str) -> int:
    return max(cell_len(word) for line in text.split("\n") for word in _BREAKS.split(line))


def _padded(text: str, width: int, *, right: bool = False) -> str:
    space = " " * (width - cell_len(text))
    return space + text if right else text + space
