"""The process that reads a workbook from its input and writes the first sheet as JSON: small, short-lived, alone."""

import json
import resource
import sys
from datetime import date, datetime, time, timedelta
from io import BytesIO
from typing import Any

from python_calamine import CalamineError, CalamineWorkbook, PasswordError, SheetVisibleEnum

from imports.workbook_parts import Parts, PartsNotRead

MEMORY = 1_000_000_000
"""Bytes of addresses that the process may have; five thousand rows of two hundred columns take a quarter of it."""
SECONDS = 15
"""Of computing."""
_MOST_ROWS = 20_000
"""Rows with blank ones between; how many that are filled are taken is counted by whoever asks."""


def main() -> None:
    """Read, and say what there is, or why nothing is."""
    resource.setrlimit(resource.RLIMIT_CPU, (SECONDS, SECONDS))
    resource.setrlimit(resource.RLIMIT_AS, (MEMORY, MEMORY))
    resource.setrlimit(resource.RLIMIT_CORE, (0, 0))
    try:
        told = told_of(sys.stdin.buffer.read())
    except PartsNotRead as failure:
        told = {"reason": failure.reason}
    except PasswordError:
        told = {"reason": "protected"}
    except CalamineError:
        told = {"reason": "not-a-sheet"}
    json.dump(told, sys.stdout)


def told_of(content: bytes) -> dict[str, Any]:
    """The rows of the first sheet that is seen, and its cells with formulas. Raises PartsNotRead, CalamineError."""
    parts = Parts(content)
    with CalamineWorkbook.from_filelike(BytesIO(parts.repacked())) as book:
        seen = [
            number
            for number, one in enumerate(book.sheets_metadata)
            if one.visible is SheetVisibleEnum.Visible
        ]
        if not seen:
            raise PartsNotRead("empty")
        sheet = book.get_sheet_by_index(seen[0])
        if sheet.total_height > _MOST_ROWS:
            raise PartsNotRead("too-many-rows")
        rows = sheet.to_python(skip_empty_area=False)
    return {
        "rows": [[_cell(one) for one in row] for row in rows],
        "formulas": sorted(parts.formulas(seen[0])),
        "place": seen[0],
    }


def _cell(value: Any) -> Any:
    match value:
        case "":
            return None
        case datetime():
            return {"moment": value.isoformat()}
        case date():
            return {"day": value.isoformat()}
        case time() | timedelta():
            return str(value)
    return value


if __name__ == "__main__":
    main()
