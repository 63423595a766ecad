"""Results in a text with separators: written behind the lines as they are, in the encoding that they came in."""

import csv
from collections.abc import Iterator, Mapping, Sequence
from io import StringIO

from imports.texts import TextSheet


def with_results(sheet: TextSheet, results: Mapping[int, str], column: int) -> bytes:
    """The text; ``results`` by the number of their row, from 1; ``column`` from 0."""
    written = []
    for number, (row, said) in enumerate(_rows(sheet), start=1):
        if number not in results:
            written.append(said)
        elif column < len(row):
            written.append(_line([*row[:column], results[number], *row[column + 1 :]], sheet) + _ending(said))
        else:
            bare = said.removesuffix(_ending(said))
            gap = sheet.delimiter * (column + 1 - max(len(row), 1))
            written.append(bare + gap + _line([results[number]], sheet) + _ending(said))
    return sheet.encoded("".join(written))


def _rows(sheet: TextSheet) -> Iterator[tuple[Sequence[str], str]]:
    """Each row with the lines that it takes."""
    lines: list[str] = []

    def read() -> Iterator[str]:
        for one in StringIO(sheet.text, newline=""):
            lines.append(one)
            yield one

    for row in csv.reader(read(), delimiter=sheet.delimiter, strict=True):
        yield row, "".join(lines)
        lines.clear()


def _line(cells: Sequence[str], sheet: TextSheet) -> str:
    written = StringIO()
    csv.writer(written, delimiter=sheet.delimiter, lineterminator="").writerow(cells)
    return written.getvalue()


def _ending(line: str) -> str:
    return next((one for one in ("\r\n", "\n", "\r") if line.endswith(one)), "")
