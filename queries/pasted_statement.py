"""Lines of a statement that somebody pastes: the same movements as a file of the bank has, and which lines are none."""

import re
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from decimal import Decimal

from imports.bank_statement import MOST, Movement
from queries.forms.typed import Unreadable, day_of, euros_of

_BETWEEN = re.compile(r"[\t;]")
_FEWEST, _MOST_COLUMNS = 3, 4


@dataclass(frozen=True, slots=True)
class Pasted:
    """What was read, and the numbers of the lines that could not be, from 1."""

    movements: Sequence[Movement]
    unread: Sequence[int]


def pasted(text: str) -> Pasted:
    """A payment a line: our reference, amount, day, the bank's reference, between tabs or semicolons."""
    movements, unread = [], []
    lines = [(number, one) for number, one in enumerate(text.splitlines(), start=1) if one.strip()]
    for number, line in lines[:MOST]:
        found = _movement(number, [one.strip() for one in _BETWEEN.split(line)])
        if found is None:
            unread.append(number)
        else:
            movements.append(found)
    return Pasted(movements, unread)


def _movement(number: int, columns: Sequence[str]) -> Movement | None:
    if not _FEWEST <= len(columns) <= _MOST_COLUMNS or not columns[0]:
        return None
    try:
        cents, day = euros_of(columns[1].lstrip("-−")), date.fromisoformat(day_of(columns[2]))
    except (Unreadable, ValueError):
        return None
    bank = columns[3] if len(columns) == _MOST_COLUMNS else ""
    return Movement(
        entry=number,
        reference=columns[0],
        cents=cents,
        amount=Decimal(cents) / 100,
        currency="EUR",
        credit=False,
        booked=True,
        on=day,
        bank_reference=bank or None,
    )
