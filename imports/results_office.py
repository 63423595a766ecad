"""Results in a sheet of Office Open XML: a cell in some rows; every other byte stays as it was."""

import re
from collections.abc import Mapping
from dataclasses import dataclass, field

from imports.cell_names import cell_name, column_of
from imports.markup import Edit, Element, edited, in_one_byte_units, text_bytes, walk

_NAMES = frozenset({"dimension", "cols", "col", "sheetData", "row", "c"})
_SPANS = re.compile(rb"\s+spans=(\"[^\"]*\"|'[^']*')")
_WIDTH = 80
"""Of the column of results, in characters, where the sheet says nothing of it."""


def with_results(part: bytes, results: Mapping[int, str], column: int, heading: int) -> bytes:
    """The sheet; ``results`` by the number of their row, from 1; ``column`` from 0."""
    content = in_one_byte_units(part)
    sheet = _Sheet(content, results, column, heading)
    walk(content, _NAMES, lambda _: None, sheet.ended)
    return edited(content, sheet.edits)


@dataclass(slots=True)
class _Sheet:
    content: bytes
    results: Mapping[int, str]
    column: int
    heading: int
    edits: list[Edit] = field(default_factory=list)
    row: int = 0
    cells: list[tuple[int, Element]] = field(default_factory=list)
    columns: list[Element] = field(default_factory=list)
    wide: bool = False
    """Whether the sheet says how wide columns are."""

    def ended(self, one: Element) -> None:
        """What an element comes to, once it is known where it ends."""
        match one.name:
            case "dimension":  # how far the sheet goes: optional, and it goes further now
                self.edits.append((one.start, one.end, b""))
            case "col":
                self.columns.append(one)
            case "cols":
                self.wide = True
                self._widen(one)
            case "sheetData" if not self.wide:
                self.edits.append((one.start, one.start, self._cols(one.prefix)))
            case "c":
                before = self.cells[-1][0] if self.cells else -1
                at = one.said("r")
                self.cells.append((column_of(at) if at else before + 1, one))
            case "row":
                self.row = int(one.said("r") or self.row + 1)
                if self.row in self.results:
                    self._write(one)
                self.cells.clear()

    def _write(self, row: Element) -> None:
        if row.empty:
            return
        tag = self.content[row.start : row.inside]
        self.edits.append((row.start, row.inside, _SPANS.sub(b"", tag)))
        there = next((cell for number, cell in self.cells if number == self.column), None)
        after = next((cell for number, cell in self.cells if number > self.column), None)
        if there:
            place = (there.start, there.end)
        else:
            place = (after.start, after.start) if after else (row.closing, row.closing)
        self.edits.append((*place, self._cell(row.prefix, there)))

    def _cell(self, prefix: str, there: Element | None) -> bytes:
        """As the cell that was there is drawn; the heading as the heading beside it."""
        style = there.said("s") if there else None
        if self.row == self.heading and style is None:
            drawn = [one.said("s") for number, one in self.cells if number < self.column]
            style = drawn[-1] if drawn else None
        p, s = prefix.encode(), f' s="{int(style)}"'.encode() if style else b""
        said = text_bytes(self.results[self.row])
        at = cell_name(self.row, self.column).encode()
        return (
            b'<%sc r="%s"%s t="inlineStr"><%sis><%st xml:space="preserve">' % (p, at, s, p, p)
            + said
            + b"</%st></%sis></%sc>" % (p, p, p)
        )

    def _widen(self, cols: Element) -> None:
        number = self.column + 1
        spans = [(int(one.said("min") or 0), int(one.said("max") or 0), one) for one in self.columns]
        if any(first <= number <= last for first, last, _ in spans):
            return
        place = next((one.start for first, _, one in spans if first > number), cols.closing)
        self.edits.append((place, place, self._col(cols.prefix)))

    def _col(self, prefix: str) -> bytes:
        number = self.column + 1
        said = f'<{prefix}col min="{number}" max="{number}" width="{_WIDTH}" customWidth="1"/>'
        return said.encode()

    def _cols(self, prefix: str) -> bytes:
        p = prefix.encode()
        return b"<%scols>" % p + self._col(prefix) + b"</%scols>" % p
