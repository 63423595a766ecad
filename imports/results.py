"""The same file back with a column more: what became of its rows. All else is as it came."""

import zipfile
from collections.abc import Mapping
from io import BytesIO
from typing import Literal

from imports import results_office, results_opendocument, results_text
from imports.texts import read_text
from imports.workbook_parts import Parts

Format = Literal["xlsx", "ods", "csv"]


def format_of(content: bytes) -> Format:
    """What kind of file a sheet is that was read."""
    if not content.startswith(b"PK"):
        return "csv"
    return "ods" if Parts(content).opendocument else "xlsx"


def with_results(content: bytes, sheet: int, results: Mapping[int, str], column: int, heading: int) -> bytes:
    """The file; the ``sheet`` of a workbook from 0, ``results`` by row from 1 into a ``column`` from 0."""
    if not content.startswith(b"PK"):
        return results_text.with_results(read_text(content), results, column)
    parts = Parts(content)
    name = parts.name_of(sheet)
    part = parts.part(name)
    if parts.opendocument:
        return _replaced(
            content, name, results_opendocument.with_results(part, sheet, results, column, heading)
        )
    return _replaced(content, name, results_office.with_results(part, results, column, heading))


def _replaced(content: bytes, name: str, part: bytes) -> bytes:
    """A zip with one other part; the rest in its order, packed as it was."""
    made = BytesIO()
    with zipfile.ZipFile(BytesIO(content)) as packed, zipfile.ZipFile(made, "w") as repacked:
        for one in packed.infolist():
            repacked.writestr(one, part if one.filename == name else packed.read(one))
    return made.getvalue()
