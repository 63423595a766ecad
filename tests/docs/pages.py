"""The pages of the documentation, and what they quote."""

import re
from collections.abc import Iterator
from pathlib import Path

ROOT = Path(__file__).parents[2]
PAGES = (ROOT / "README.md", ROOT / "CHANGELOG.md", *sorted((ROOT / "docs").rglob("*.md")))

_FENCE = re.compile(r"^```.*?^```", re.DOTALL | re.MULTILINE)
_CODE = re.compile(r"(?<!`)`([^`\n]+)`(?!`)")
_LINK = re.compile(r"\]\(([^)\s]+)\)|(?:src|href)=\"([^\"]+)\"")
_HEADING = re.compile(r"^#{1,6} +(.+?) *$", re.MULTILINE)


def links(page: str) -> list[str]:
    """What the page links to, code left aside."""
    prose = _CODE.sub("", _FENCE.sub("", page))
    return [one or other for one, other in _LINK.findall(prose)]


def anchors(page: str) -> set[str]:
    """The anchors that a forge gives to the headings of a page."""
    headings = _HEADING.findall(_FENCE.sub("", page))
    return {re.sub(r"[^\w\- ]", "", heading).strip().lower().replace(" ", "-") for heading in headings}


def quoted(page: str) -> list[str]:
    """What stands in code within sentences."""
    return _CODE.findall(_FENCE.sub("", page))


def lines_of_code(page: str) -> Iterator[str]:
    """Each line that the page shows as something to type: in code within sentences, or in a block."""
    yield from quoted(page)
    for block in _FENCE.findall(page):
        joined = block.replace("\\\n", " ")
        yield from (line.strip().removeprefix("$ ") for line in joined.splitlines()[1:-1])


def tables(page: str, first_heading: str) -> list[list[str]]:
    """The cells of the rows of every table whose first column is headed so."""
    rows: list[list[str]] = []
    reading = False
    for line in page.splitlines():
        cells = [cell.strip() for cell in line.strip().strip("|").split("|")] if line.startswith("|") else []
        if not cells:
            reading = False
        elif cells[0] == first_heading:
            reading = True
        elif reading and set(line) - set("|-: "):
            rows.append(cells)
    return rows
