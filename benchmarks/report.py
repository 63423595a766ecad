"""What a benchmark says, on the terminal and in ``benchmarks/results.json``."""

import json
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

from rich.console import Console
from rich.table import Table

from benchmarks.paired import Ratio

RESULTS = Path(__file__).with_name("results.json")


@dataclass(frozen=True, slots=True)
class Row:
    """One figure. ``bar`` is None for a figure that is only stated; ``detail`` is for the reader at the terminal."""

    name: str
    value: float
    bar: float | None
    holds: bool
    detail: str = ""


def at_least(name: str, bar: float, ratio: Ratio, detail: str = "") -> Row:
    """A ratio that must reach ``bar``."""
    return Row(name, round(ratio.middle, 3), bar, ratio.middle >= bar, _spread(ratio, detail))


def at_most(name: str, bar: float, ratio: Ratio, detail: str = "") -> Row:
    """A ratio that must not exceed ``bar``."""
    return Row(name, round(ratio.middle, 3), bar, ratio.middle <= bar, _spread(ratio, detail))


def stated(name: str, value: float, detail: str = "") -> Row:
    """A figure without a bar."""
    return Row(name, round(value, 3), None, holds=True, detail=detail)


def publish(rows: Sequence[Row], path: Path = RESULTS) -> None:
    """Show ``rows`` and merge them by name into the results; what was not measured now keeps its last figure."""
    table = Table("", "value", "bar", "holds", "min–max and figures", title="Benchmarks")
    for row in rows:
        bar = "–" if row.bar is None else f"{row.bar:g}"
        table.add_row(row.name, f"{row.value:.2f}", bar, "yes" if row.holds else "no", row.detail)
    Console().print(table)
    kept = json.loads(path.read_text(encoding="utf-8")) if path.exists() else []
    merged = {row["name"]: row for row in kept}
    for row in rows:
        merged[row.name] = {"name": row.name, "value": row.value, "bar": row.bar, "holds": row.holds}
    path.write_text(json.dumps(list(merged.values()), indent=2, ensure_ascii=False) + "\n", encoding="utf-8")


def _spread(ratio: Ratio, detail: str) -> str:
    return f"{ratio.least:.2f}–{ratio.greatest:.2f}" + (f"; {detail}" if detail else "")
