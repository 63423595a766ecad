"""Every address of the API that reads, with whether it is there for somebody; as of pages, said here once more."""

from collections.abc import Iterator, Mapping

from tests.web.rights.cells import DIGEST, ENVELOPE, NOWHERE, Cell, Cells
from tests.web.rights.readers import FILES, FUNDINGS, REVIEWS, Reader
from web.api.described import BASE

LISTS = tuple(
    f"{BASE}/{one}"
    for one in (
        *(
            "cooperations?limit=200&count=true",
            "cooperations?as_of=2027-03&limit=200&count=true",
            "reviews?count=true",
            "reviews?as_of=2027",
            "fundings?count=true",
        ),
        *(
            "fundings?as_of=2027",
            "envelopes",
            "payments?count=true",
            "payments?as_of=2027",
            "tasks?everybody=true&limit=200",
        ),
        *("agenda?within=P9Y&limit=200&count=true", "people", "rulebooks"),
    )
)
"""They never name a file of which somebody may read nothing, and count none."""


def _list(name: str) -> Cells:
    return lambda _reader: (
        Cell(one, there=True) for one in LISTS if one.partition("?")[0] == f"{BASE}/{name}"
    )


def _cooperations(rest: str, *, sheets: bool = False) -> Cells:
    def cells(reader: Reader) -> Iterator[Cell]:
        for key in FILES:
            there = reader.level(key) == "full" or (sheets and reader.level(key) == "sheet")
            nowhere = f"{BASE}/cooperations/{NOWHERE}{rest}"
            yield Cell(f"{BASE}/cooperations/{key}{rest}", there, nowhere)

    return cells


def _fundings(rest: str) -> Cells:
    def cells(reader: Reader) -> Iterator[Cell]:
        for key, cooperation in FUNDINGS.items():
            there = reader.level(cooperation) == "full"
            yield Cell(f"{BASE}/fundings/{key}{rest}", there, f"{BASE}/fundings/{NOWHERE}{rest}")

    return cells


def _reviews(rest: str) -> Cells:
    def cells(reader: Reader) -> Iterator[Cell]:
        for key, cooperation in REVIEWS.items():
            there = reader.level(cooperation) == "full" or reader.sits_on(key)
            yield Cell(f"{BASE}/reviews/{key}{rest}", there, f"{BASE}/reviews/{NOWHERE}{rest}")

    return cells


def _documents(_reader: Reader) -> Iterator[Cell]:
    for key in FILES:
        way = f"{BASE}/attachments/{DIGEST}?file="
        yield Cell(way + key, there=False, nowhere=way + NOWHERE)


ROUTES: Mapping[str, Cells] = {
    **{
        f"{BASE}/{one}": _list(one)
        for one in (
            *("cooperations", "reviews", "fundings", "envelopes", "payments"),
            *("tasks", "agenda", "people", "rulebooks"),
        )
    },
    f"{BASE}/cooperations/{{key}}": _cooperations("", sheets=True),
    f"{BASE}/cooperations/{{key}}/timeline": _cooperations("/timeline"),
    f"{BASE}/cooperations/{{key}}/offers": _cooperations("/offers", sheets=True),
    f"{BASE}/reviews/{{key}}": _reviews(""),
    f"{BASE}/reviews/{{key}}/offers": _reviews("/offers"),
    f"{BASE}/fundings/{{key}}": _fundings(""),
    f"{BASE}/fundings/{{key}}/offers": _fundings("/offers"),
    f"{BASE}/envelopes/{{key:path}}": lambda _reader: iter(
        (Cell(f"{BASE}/envelopes/{ENVELOPE}", there=True),)
    ),
    f"{BASE}/attachments/{{digest}}": _documents,
    f"{BASE}/outcomes/{{command_id:path}}": lambda _reader: iter(
        (Cell(f"{BASE}/outcomes/{NOWHERE}", there=False, nowhere=f"{BASE}/outcomes/rien"),)
    ),
}
"""By route. One that is added is added here, with who reads it."""


def api_cells_of(reader: Reader) -> Iterator[Cell]:
    """All of them for somebody."""
    for cells in ROUTES.values():
        yield from cells(reader)
