"""Tables, headings and the banner of a simulation, for people."""

from collections.abc import Container, Sequence

from rich import box
from rich.markup import escape
from rich.table import Table

from cli.language import t
from cli.output import console, tell
from cli.visit import Visit


def headed(text: str) -> str:
    """A heading."""
    return f"\n[bold]{escape(text)}[/bold]"


def write_table(
    heads: Sequence[str], rows: Sequence[Sequence[str]], amounts: Container[int] = frozenset()
) -> None:
    """A table without lines, to be read aloud, searched and cut. Columns of ``amounts`` end on the right.

    Nothing is cut off. Where there are heads, the first column is what people copy: it stays on one line.
    """
    if not rows:
        console().print(t("Rien.", "Nothing."))
        return
    table = Table(box=box.SIMPLE_HEAD if heads else None, show_header=bool(heads), pad_edge=False)
    for number in range(len(rows[0])):
        right = number in amounts
        head = heads[number] if heads else ""
        whole = right or (number == 0 and bool(heads))
        table.add_column(head, justify="right" if right else "left", no_wrap=whole, overflow="fold")
    for row in rows:
        table.add_row(*(escape(cell) for cell in row))
    console().print(table)


def write_facts(facts: Sequence[tuple[str, str]]) -> None:
    """A label and what it says, line by line."""
    width = max((len(label) for label, _ in facts), default=0)
    for label, value in facts:
        console().print(f"{label:<{width + 2}}{value}", markup=False)


def note_simulation(visit: Visit, behind: int = 0) -> None:
    """Say that nothing here is real, and what its clock shows; and how far behind what is shown is."""
    if visit.simulation:
        clock = f"{visit.now:%Y-%m-%d %H:%M}"
        tell(
            t(f"SIMULATION : l’horloge marque {clock} (UTC).", f"SIMULATION: its clock shows {clock} (UTC).")
        )
    if behind:
        tell(
            t(
                f"Il manque les {behind} dernières entrées : l’ouvrier a du retard (escale status).",
                f"The last {behind} entries are missing: the worker is behind (escale status).",
            )
        )
