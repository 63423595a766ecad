"""A list to be taken away, whole: as it was asked for, all of its lines."""

from collections.abc import Sequence
from dataclasses import dataclass

from exports.list_table import Cell, Column


@dataclass(frozen=True, slots=True)
class Table:
    """``filters`` are what narrows it down, in words; ``position``: how far the ledger had been read.

    ``personal``: whether addresses of people are in it, so that its reading is noted.
    """

    title: str
    columns: Sequence[Column]
    rows: Sequence[Sequence[Cell]]
    filters: Sequence[str] = ()
    position: int | None = None
    personal: bool = False
