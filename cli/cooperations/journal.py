"""The journal of a file, written where it is wanted."""

from pathlib import Path

from cli.terminal.drawing import note_simulation
from cli.terminal.output import tell
from cli.terminal.session import visiting
from exports.journal_xlsx import journal_as_xlsx
from language import t
from queries.as_of import Then
from queries.history_narrowed import Narrowing
from queries.journal import journal_of
from queries.refused import not_written
from queries.visit import reached


async def write_journal(
    file: str, then: Then, asked: Narrowing, person: str, organisation: str, path: Path
) -> None:
    """A workbook with a row for each entry, and what was refused. Raises Failure where it cannot be written."""
    async with visiting(organisation, person) as visit, reached():
        found = await journal_of(visit, file, then, asked)
    note_simulation(visit)
    _write(path, journal_as_xlsx(found.title, found.entries, found.refused, found.about))


def _write(path: Path, content: bytes) -> None:
    try:
        path.write_bytes(content)
    except OSError as error:
        raise not_written(path, error) from None
    tell(t(f"écrit : {path}", f"written: {path}"))
