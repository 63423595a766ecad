"""The journal of a file as a workbook: a row for each entry, a sheet for what was refused, one that says what it is."""

from collections.abc import Mapping, Sequence

from exports.list_table import About, Cell, Column, Kind
from exports.list_xlsx import lists_as_xlsx
from language import say
from wording import journal as words

_KINDS: Mapping[str, Kind] = {
    "position": "number",
    "entry": "number",
    "number": "number",
    "recorded": "moment",
    "effective": "moment",
    "cents_before": "euros",
    "cents_after": "euros",
}
"""What is no text."""
_WIDTHS = {"details": 60, "reason": 60, "why": 60, "what": 36, "digest": 20, "command_id": 28}


def journal_as_xlsx(
    title: str, entries: Sequence[Mapping[str, Cell]], refused: Sequence[Mapping[str, Cell]], about: About
) -> bytes:
    """The workbook. Rows hold cells by the names of their columns (``wording.journal``)."""
    lists = [
        (say(name), _columns(columns), [[row.get(one) for one in columns] for row in rows])
        for name, columns, rows in (
            (words.ENTRIES, words.COLUMNS, entries),
            (words.REFUSED, words.COLUMNS_OF_REFUSED, refused),
        )
    ]
    return lists_as_xlsx(title, lists, about)


def _columns(names: Mapping[str, object]) -> Sequence[Column]:
    headings = {**words.COLUMNS, **words.COLUMNS_OF_REFUSED}
    return [Column(say(headings[one]), _KINDS.get(one, "text"), _WIDTHS.get(one, 0)) for one in names]
