"""The parts of a workbook, which is a zip of XML: unpacked within limits, without entities, and where formulas are."""

import zipfile
import zlib
from collections.abc import Iterator
from io import BytesIO
from typing import Any, Literal
from xml.etree.ElementTree import Element, ParseError

from defusedxml import DefusedXmlException
from defusedxml.ElementTree import fromstring, iterparse

from imports.cell_names import cell_name

MOST_PARTS = 2_000
LARGEST_UNPACKED = 60_000_000
"""Bytes of all parts together."""
_ENCRYPTED = 0x1
_MOST_REPEATED = 20_000
"""Repetitions of a cell or row in OpenDocument that are counted one by one."""


class PartsNotRead(Exception):
    """Why it is not taken."""

    def __init__(
        self, reason: Literal["empty", "too-heavy", "too-many-rows", "not-a-sheet", "protected"]
    ) -> None:
        super().__init__(reason)
        self.reason = reason


class Parts:
    """What a zip holds. Raises PartsNotRead for one that is none, or that unpacks to too much."""

    def __init__(self, content: bytes) -> None:
        self._parts: dict[str, bytes] = {}
        left = LARGEST_UNPACKED
        try:
            with zipfile.ZipFile(BytesIO(content)) as packed:
                if len(packed.infolist()) > MOST_PARTS:
                    raise PartsNotRead("too-heavy")
                for one in packed.infolist():
                    if one.flag_bits & _ENCRYPTED:
                        raise PartsNotRead("protected")
                    with packed.open(one) as part:
                        unpacked = part.read(left + 1)
                    left -= len(unpacked)
                    if left < 0:
                        raise PartsNotRead("too-heavy")
                    self._parts[one.filename] = unpacked
        except (zipfile.BadZipFile, zlib.error, NotImplementedError, EOFError, ValueError, OSError):
            raise PartsNotRead("not-a-sheet") from None
        if any(b"<!DOCTYPE" in part or b"<!ENTITY" in part for part in self._parts.values()):
            raise PartsNotRead("not-a-sheet")

    @property
    def opendocument(self) -> bool:
        """Whether it is of OpenDocument, not of Office Open XML."""
        return "content.xml" in self._parts

    def repacked(self) -> bytes:
        """The same zip without compression: whoever reads it unpacks nothing more than was unpacked here."""
        content = BytesIO()
        with zipfile.ZipFile(content, "w", zipfile.ZIP_STORED) as packed:
            for name, part in self._parts.items():
                packed.writestr(zipfile.ZipInfo(name), part)
        return content.getvalue()

    def name_of(self, sheet: int) -> str:
        """The part that holds a sheet, by its number from 0."""
        return "content.xml" if self.opendocument else self._office_sheet(sheet)

    def part(self, name: str) -> bytes:
        """A part by its name."""
        return self._parts[name]

    def formulas(self, sheet: int) -> frozenset[str]:
        """The cells that hold one, in a sheet by its number from 0."""
        try:
            found = self._opendocument(sheet) if self.opendocument else self._office(sheet)
            return frozenset(found)
        except (ParseError, DefusedXmlException, KeyError, ValueError, IndexError):
            raise PartsNotRead("not-a-sheet") from None

    def _office(self, sheet: int) -> Iterator[str]:
        part = self._parts[self._office_sheet(sheet)]
        row = 0
        for _, element in iterparse(BytesIO(part)):
            if _local(element) != "row":
                continue
            row = int(element.get("r") or row + 1)
            for column, cell in enumerate(element):
                if any(_local(one) == "f" for one in cell):
                    yield cell.get("r") or cell_name(row, column)
            element.clear()

    def _office_sheet(self, sheet: int) -> str:
        """Where a sheet lies in the zip."""
        book = fromstring(self._parts["xl/workbook.xml"])
        sheets = [one for one in book.iter() if _local(one) == "sheet"]
        (relation,) = [value for name, value in sheets[sheet].items() if name.endswith("}id")]
        relations = fromstring(self._parts["xl/_rels/workbook.xml.rels"])
        target: str = next(one.attrib["Target"] for one in relations if one.get("Id") == relation)
        return target.removeprefix("/") if target.startswith("/") else f"xl/{target}"

    def _opendocument(self, sheet: int) -> Iterator[str]:
        content = fromstring(self._parts["content.xml"])
        table = [one for one in content.iter() if _local(one) == "table"][sheet]
        number = 1
        for row in (one for one in table.iter() if _local(one) == "table-row"):
            column = 0
            for cell in row:
                if _attribute(cell, "formula") is not None:
                    yield cell_name(number, column)
                column += _repeated(cell, "number-columns-repeated")
            number += _repeated(row, "number-rows-repeated")


def _local(element: Any) -> str:
    return str(element.tag).rpartition("}")[2]


def _attribute(element: Element, name: str) -> str | None:
    return next((value for key, value in element.items() if key.endswith(f"}}{name}")), None)


def _repeated(element: Element, name: str) -> int:
    return min(int(_attribute(element, name) or 1), _MOST_REPEATED)
