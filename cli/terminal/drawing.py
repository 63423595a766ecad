"""Tables, headings and the banner of a simulation, for people."""

from collections.abc import Container, Sequence

from rich.markup import escape

from cli.terminal.columns import labelled, rows_as_lines
from cli.terminal.output import console, tell
from language import say, t
from queries.visit import Visit
from wording.hours import clock_words
from wording.plain import plain


def headed(text: str) -> str:
    """A heading."""
    return f"\n[bold]{escape(text)}[/bold]"


def write_table(
    heads: Sequence[str],
    rows: Sequence[Sequence[str]],
    amounts: Container[int] = frozenset(),
    below: Sequence[Sequence[str]] = (),
) -> None:
    """A table without lines, to be read aloud, searched and cut. Columns of ``amounts`` end on the right.

    Nothing is cut off: a table that is too wide for the terminal gives its rows as blocks. Where there are heads,
    the first column is what people copy: it stays on one line. So do the lines ``below`` each row, if there are any.
    """
    out = console()
    if not rows:
        out.print(t("Rien.", "Nothing."))
        return
    shown = [[plain(cell) for cell in row] for row in rows]
    lines = rows_as_lines(
        heads, shown, amounts, out.width, [[plain(line) for line in some] for some in below]
    )
    for line in lines:
        out.print(line, markup=False)


def write_facts(facts: Sequence[tuple[str, str]]) -> None:
    """A label and what it says, line by line."""
    out = console()
    width = max((len(label) for label, _ in facts), default=0)
    for label, value in facts:
        for line in labelled(label, width + 2, plain(value), out.width):
            out.print(line, markup=False)


def note_simulation(visit: Visit, behind: int = 0) -> None:
    """Say that nothing here is real, and what its clock shows; and how far behind what is shown is."""
    if visit.simulation:
        clock = say(clock_words(visit.now, visit.zone))
        tell(t(f"SIMULATION : l’horloge marque {clock}.", f"SIMULATION: its clock shows {clock}."))
    if behind:
        tell(
            t(
                f"Il manque les {behind} dernières entrées : l’ouvrier a du retard (escale status).",
                f"The last {behind} entries are missing: the worker is behind (escale status).",
            )
        )
