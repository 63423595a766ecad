"""The picture of the demonstration: ``LANG=en_GB.UTF-8 make demo | python -m tests.docs.demo_cast``.

Reads what the demonstration said and draws an excerpt of it as ``docs/demo.svg``: three of its files.
"""

import re
import sys
from collections.abc import Iterator

from rich.console import Console
from rich.terminal_theme import TerminalTheme

from tests.docs.pages import ROOT

WIDTH = 124
FILES = re.compile(
    r"noailles|filature|halle|jury|\bmill\b|market hall|committee grants|agreement|bank|paid",
    re.IGNORECASE,
)
"""The lines of two years that are shown."""
ENDS = ("Noailles", "Filature")
"""The files of which the end is shown."""

_STYLES = {"»": "bold cyan", "★": "bold yellow", "■": "bold green", "‖": "magenta", "▶": "magenta"}
_COLOURS = [
    (90, 90, 90),
    (176, 0, 32),
    (0, 110, 60),
    (150, 100, 0),
    (0, 80, 160),
    (130, 50, 130),
    (0, 105, 120),
]
_PAPER = TerminalTheme((250, 250, 247), (38, 44, 52), [*_COLOURS, (0, 0, 0)], [*_COLOURS, (0, 0, 0)])


def excerpt(lines: list[str]) -> Iterator[str]:
    """The lines to show."""
    heading, began = "", False
    for line in lines:
        if re.match(r"\d{4}-", line):
            began = True
            if FILES.search(line):
                yield line
        elif not began:
            yield line
        else:
            if line and not line.startswith(" "):
                heading = line
            if heading.startswith((*ENDS, "Told")):
                yield line


def main() -> None:
    """Draw what standard input says."""
    console = Console(record=True, width=WIDTH, file=sys.stderr, force_terminal=True, highlight=False)
    console.print("$ make demo", style="bold")
    for line in excerpt(sys.stdin.read().splitlines()):
        style = next((style for mark, style in _STYLES.items() if f" {mark} " in line), None)
        console.print(
            line,
            style="bold" if line.startswith(ENDS) else style,
            markup=False,
            no_wrap=True,
            overflow="ellipsis",
        )
    drawn = console.export_svg(title="escale demo", theme=_PAPER, unique_id="demo")
    drawn = re.sub(r"@font-face \{.*?\}\s*", "", drawn, flags=re.DOTALL)
    (ROOT / "docs" / "demo.svg").write_text(drawn.replace("Fira Code, monospace", "ui-monospace, monospace"))


if __name__ == "__main__":
    main()
