"""Which cooperations are asked for, in which order and columns, as the address of the list says it.

The address is the question: it can be sent to somebody, kept as a view, and carried along to the page of a file, so
that one comes back to where one was. Of what it says and nobody knows (any more), the rest is asked all the same.
"""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date
from typing import Literal, get_args
from urllib.parse import parse_qsl, quote, urlencode

from domain.kernel.calendar import plus
from domain.kernel.moments import day_of
from domain.kernel.values import Phase
from projections.portfolio_pages import PortfolioCursor, PortfolioFilter, SortKey
from projections.searching import looked_for
from queries.funnel import stages_from
from queries.visit import Visit
from wording.codes import CODES

FilterName = Literal[
    "q",
    "region",
    "programme",
    "reglement",
    "phase",
    "etat",
    "charge",
    "echeance",
    "contact",
    "avant_le",
    "appel",
    "etape",
    "atteint",
]
FILTERS: tuple[FilterName, ...] = get_args(FilterName)
Column = Literal[
    "territoire", "region", "programme", "phase", "etat", "echeance", "contact", "charge", "objet", "appel"
]
COLUMNS: tuple[Column, ...] = get_args(Column)
USUAL: tuple[Column, ...] = ("territoire", "phase", "etat", "echeance", "contact", "charge")
SORTS: Mapping[str, SortKey] = {"nom": "name", "echeance": "due", "contact": "contact", "phase": "entry"}
"""The orders, by the name of the column that has them."""
LATE = "retard"
"""A due date that has passed; others are how far ahead it may be."""
DUE_WITHIN = (LATE, "P1M", "P3M")
NO_CONTACT_FOR = ("P3M", "P6M", "P1Y")
OPEN, SLEEPING = "ouverts", "en-sommeil"
"""Statuses that several have: whatever is not closed; whatever stands still."""
STATUSES = (OPEN, SLEEPING, *CODES["cooperation"])
_FIXED: Mapping[str, Iterable[str]] = {
    "phase": [one.value for one in Phase],
    "etat": STATUSES,
    "echeance": DUE_WITHIN,
    "contact": NO_CONTACT_FOR,
}
"""Filters of which all values are known beforehand."""
_FILTERS: Mapping[str, FilterName] = {one: one for one in FILTERS}
_COLUMNS: Mapping[str, Column] = {one: one for one in COLUMNS}
_BESIDE = frozenset({"tri", "vue", "apres", "avant"})
LONGEST = 200
"""Characters of a value; what people look for is shorter."""


@dataclass(frozen=True, slots=True)
class PortfolioQuery:
    """``filters`` are what was chosen, by name; ``dropped`` the names of what was not understood."""

    filters: Mapping[FilterName, str]
    sort: str = "nom"
    descending: bool = False
    columns: Sequence[Column] = USUAL
    board: bool = False
    place: PortfolioCursor | None = None
    dropped: Sequence[str] = ()

    def without(self, *names: str) -> "PortfolioQuery":
        """The same without some filters, from its beginning."""
        return replace(
            self, filters={name: one for name, one in self.filters.items() if name not in names}, place=None
        )

    def sorted_by(self, column: str) -> "PortfolioQuery":
        """The same in the order of a column; once more, the other way round."""
        return replace(self, sort=column, descending=self.sort == column and not self.descending, place=None)

    def at(self, place: PortfolioCursor | None) -> "PortfolioQuery":
        """The same from a place on."""
        return replace(self, place=place)

    def narrowed(self, filters: Mapping[FilterName, str]) -> "PortfolioQuery":
        """The same with more filters, from its beginning."""
        return replace(self, filters={**self.filters, **filters}, place=None)

    def as_board(self, *, board: bool) -> "PortfolioQuery":
        """The same as a board, or as a table."""
        return replace(self, board=board, place=None)

    @property
    def order(self) -> str:
        """The column that it is sorted by, after a minus where that is downwards."""
        return f"{'-' if self.descending else ''}{self.sort}"

    @property
    def pairs(self) -> list[tuple[str, str]]:
        """What the address says, without what goes without saying."""
        said: list[tuple[str, str]] = [(name, self.filters[name]) for name in FILTERS if name in self.filters]
        if self.order != "nom":
            said.append(("tri", self.order))
        if tuple(self.columns) != USUAL:
            said += [("col", one) for one in self.columns]
        if self.board:
            said.append(("vue", "phases"))
        if self.place:
            said.append(("avant" if self.place.backwards else "apres", f"{self.place.key}~{self.place.file}"))
        return said

    @property
    def text(self) -> str:
        """The same as one text, as addresses have it."""
        return urlencode(self.pairs, quote_via=quote)

    @property
    def kept(self) -> str:
        """The same from the beginning of the list: what is worth keeping as a view."""
        return self.at(None).text

    def where(self, visit: Visit, names: Mapping[str, str]) -> PortfolioFilter:
        """What read models are asked, given what people are called."""
        given = self.filters
        status, due, contact = given.get("etat"), given.get("echeance"), given.get("contact")
        words, either = looked_for(given.get("q", ""), names)
        return PortfolioFilter(
            region=given.get("region"),
            programme=given.get("programme"),
            phase=given.get("phase"),
            status=None if status in (OPEN, SLEEPING) else status,
            in_charge=given.get("charge"),
            due_by=_day(visit, due) if due and due != LATE else None,
            open=True if status == OPEN else None,
            asleep=True if status == SLEEPING else None,
            rulebook=given.get("reglement"),
            overdue_at=visit.now if due == LATE else None,
            contact_before=date.fromisoformat(given["avant_le"]) if "avant_le" in given else None,
            no_contact_since=_day(visit, f"-{contact}") if contact else None,
            call=given.get("appel"),
            stages=_stages(visit, given),
            words=words,
            words_or_people=either,
            sort=SORTS[self.sort],
            descending=self.descending,
        )


def read_text(text: str) -> PortfolioQuery:
    """The question of an address or of a view that was kept."""
    return read_pairs(parse_qsl(text, max_num_fields=100))


def read_pairs(pairs: Iterable[tuple[str, str]]) -> PortfolioQuery:
    """The question that an address asks; what says nothing is as if it were not there."""
    found: dict[FilterName, str] = {}
    said: dict[str, str] = {}
    columns: list[Column] = []
    dropped: list[str] = []
    for name, typed in pairs:
        text = typed.replace("\0", "").strip()[:LONGEST]
        if text and name in _FILTERS and _is_valid(_FILTERS[name], text):
            found[_FILTERS[name]] = text
        elif name == "col" and text in _COLUMNS:
            columns.append(_COLUMNS[text])
        elif name in _BESIDE:
            said[name] = text
        elif text:
            dropped.append(name)
    sort = said.get("tri", "nom")
    if sort.removeprefix("-") not in SORTS:
        sort = "nom"
        dropped.append("tri")
    key = SORTS[sort.removeprefix("-")]
    return PortfolioQuery(
        filters=found,
        sort=sort.removeprefix("-"),
        descending=sort.startswith("-"),
        columns=tuple(dict.fromkeys(columns)) or USUAL,
        board=said.get("vue") == "phases",
        place=_place(said.get("apres", ""), key) or _place(said.get("avant", ""), key, backwards=True),
        dropped=tuple(dict.fromkeys(dropped)),
    )


def _place(text: str, sort: SortKey, *, backwards: bool = False) -> PortfolioCursor | None:
    """A row of the list as its address names it: what it is sorted by, and its key; None for what is none."""
    key, tilde, file = text.rpartition("~")
    if not tilde:
        return None
    if sort == "name":
        return PortfolioCursor(key, file, backwards)
    return PortfolioCursor(date.fromisoformat(key), file, backwards) if _is_day(key) else None


def _is_valid(name: FilterName, text: str) -> bool:
    if name == "avant_le":
        return _is_day(text)
    return name not in _FIXED or text in _FIXED[name]


def _is_day(text: str) -> bool:
    try:
        return bool(date.fromisoformat(text))
    except ValueError:
        return False


def _stages(visit: Visit, given: Mapping[FilterName, str]) -> tuple[str, ...] | None:
    """The stage that is asked for; every one from it on, where it is asked for as reached."""
    stage, reached = given.get("etape"), given.get("atteint")
    if reached is None:
        return (stage,) if stage else None
    found = stages_from(visit, reached, given.get("programme"))
    return tuple(one for one in found if stage in (None, one))


def _day(visit: Visit, duration: str) -> date:
    """So far from today, in the calendar of the organisation."""
    return day_of(plus(visit.now.astimezone(visit.zone), duration, exact=True).at, visit.zone)
