"""A list that leaves as a sheet: which columns it has, of which kinds, and what a cell may hold."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, datetime
from typing import Literal

Kind = Literal["text", "day", "moment", "euros", "number", "percentage"]
Cell = str | int | float | date | datetime | None
"""Of *euros* integer cents, of *percentage* the share (0.6 is 60 %), of *moment* the hour that people read on a clock.

A text may stand in any column: a day that is known to the month only.
"""
About = Sequence[tuple[str, Cell]]
"""What a list is, a label with what is said of it: filters, position, when, by whom."""

_WIDTHS: dict[Kind, int] = {"text": 28, "day": 12, "moment": 17, "euros": 16, "number": 10, "percentage": 10}


@dataclass(frozen=True, slots=True)
class Column:
    """``heading`` in the reader's language; ``width`` in characters, 0: as usual for its kind."""

    heading: str
    kind: Kind = "text"
    width: int = 0

    @property
    def characters(self) -> int:
        """How wide it is drawn."""
        return self.width or _WIDTHS[self.kind]
