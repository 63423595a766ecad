"""Which column is which: by its heading, as it was taken before, or as it is usually called."""

from collections.abc import Iterable, Mapping, Sequence

from domain.kernel.folded import folded
from imports.sheets import SheetRow
from queries.importing.cells import written
from queries.importing.shape import Kind
from wording.importing.columns import ALSO, HEADINGS
from wording.importing.result import RESULT

Columns = Mapping[int, str]
"""The field that a column is, by its number from 0; those that are left out are missing."""


def recognised(kind: Kind, heading: SheetRow, remembered: Mapping[str, str]) -> Columns:
    """The fields of a heading; the first column of a name counts."""
    known = {name: field for field, names in _names(kind) for name in names}
    known |= {heading: field for heading, field in remembered.items() if field == "" or kind.column(field)}
    found: dict[int, str] = {}
    for number, said in enumerate(headings(heading)):
        field = known.get(folded(said), "")
        if field and field not in found.values():
            found[number] = field
    return found


def headings(heading: SheetRow) -> Sequence[str]:
    """What stands in the heading, column by column."""
    return [written(one) for one in heading.cells]


def is_ours(heading: str) -> bool:
    """Whether a column is what was written beside a sheet that went back: it says nothing."""
    return folded(heading) in {folded(RESULT.fr), folded(RESULT.en)}


def _names(kind: Kind) -> Iterable[tuple[str, set[str]]]:
    """By field, what it is called; its own heading is nobody else's."""
    own = {one.field: {folded(said) for said in HEADINGS[one.field]} for one in kind.columns}
    taken = {name for names in own.values() for name in names}
    for one in kind.columns:
        others = {folded(said) for said in ALSO.get(one.field, ())} - taken
        yield one.field, own[one.field] | others
