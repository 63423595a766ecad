"""Results in a sheet of OpenDocument: a cell in some rows; every other byte stays as it was."""

import re
from collections.abc import Mapping
from dataclasses import dataclass, field

from imports.markup import Edit, Element, edited, in_one_byte_units, text_bytes, walk

_NAMES = frozenset({"table", "table-row", "table-cell", "covered-table-cell"})
_REPEATED = re.compile(rb"\s+[\w.-]*:?number-(?:columns|rows)-repeated=(\"[^\"]*\"|'[^']*')")
_OFFICE = b"urn:oasis:names:tc:opendocument:xmlns:office:1.0"
_TEXT = b"urn:oasis:names:tc:opendocument:xmlns:text:1.0"


def with_results(part: bytes, sheet: int, results: Mapping[int, str], column: int, heading: int) -> bytes:
    """The sheets; ``sheet`` from 0, ``results`` by the number of their row, from 1; ``column`` from 0."""
    content = in_one_byte_units(part)
    told = _Sheets(content, sheet, results, column, heading)
    walk(content, _NAMES, told.begun, told.ended)
    return edited(content, told.edits)


@dataclass(slots=True)
class _Sheets:
    content: bytes
    sheet: int
    results: Mapping[int, str]
    column: int
    heading: int
    edits: list[Edit] = field(default_factory=list)
    tables: int = 0
    wanted: Element | None = None
    """The sheet, while it is being told."""
    row: int = 1
    cells: list[Element] = field(default_factory=list)

    def begun(self, one: Element) -> None:
        """Find the sheet."""
        if one.name == "table":
            if self.tables == self.sheet:
                self.wanted = one
            self.tables += 1

    def ended(self, one: Element) -> None:
        """What an element comes to, once it is known where it ends."""
        if one is self.wanted:
            self.wanted = None
        if self.wanted is None:
            return
        if one.name in ("table-cell", "covered-table-cell"):
            self.cells.append(one)
        elif one.name == "table-row":
            rows = range(self.row, self.row + _times(one, "number-rows-repeated"))
            if not one.empty and any(number in self.results for number in rows):
                self.edits.append((one.start, one.end, b"".join(self._row(one, number) for number in rows)))
            self.row = rows.stop
            self.cells.clear()

    def _row(self, row: Element, number: int) -> bytes:
        """The row once, with its result if it has one."""
        tag = _REPEATED.sub(b"", self.content[row.start : row.inside])
        ending = self.content[row.closing : row.end]
        if number not in self.results:
            return tag + self.content[row.inside : row.closing] + ending
        begins = 0
        for one in self.cells:
            ends = begins + _times(one, "number-columns-repeated")
            if begins <= self.column < ends:
                cells = self._copies(one, self.column - begins) + self._cell(row, number)
                cells += self._copies(one, ends - self.column - 1)
                before, after = self.content[row.inside : one.start], self.content[one.end : row.closing]
                return tag + before + cells + after + ending
            begins = ends
        gap = b"".join(b"<%stable-cell/>" % row.prefix.encode() for _ in range(self.column - begins))
        return tag + self.content[row.inside : row.closing] + gap + self._cell(row, number) + ending

    def _copies(self, cell: Element, times: int) -> bytes:
        if not times:
            return b""
        said = self.content[cell.start : cell.end]
        tag = _REPEATED.sub(b"", self.content[cell.start : cell.inside])
        if times > 1:
            name = f"<{cell.prefix}{cell.name}".encode()
            repeated = f' {cell.prefix}number-columns-repeated="{times}"'.encode()
            tag = name + repeated + tag[len(name) :]
        return tag + said[cell.inside - cell.start :]

    def _cell(self, row: Element, number: int) -> bytes:
        p, style = row.prefix.encode(), b""
        drawn = [one.said("style-name") for one in self.cells[: self.column]]
        if number == self.heading and drawn and drawn[-1]:
            style = b' %sstyle-name="%s"' % (p, text_bytes(drawn[-1]))
        return (
            b'<%stable-cell xmlns:office="%s" xmlns:text="%s"%s office:value-type="string"><text:p>'
            % (p, _OFFICE, _TEXT, style)
            + text_bytes(self.results[number])
            + b"</text:p></%stable-cell>" % p
        )


def _times(one: Element, name: str) -> int:
    return int(one.said(name) or 1)
