"""What falls due, by month, as the address of the page asks for it."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date, datetime
from itertools import groupby
from urllib.parse import quote, urlencode

from domain.kernel.calendar import plus
from language import Text
from projections.agenda import AgendaCursor, AgendaLine
from queries.agenda import list_agenda
from queries.lists import Part
from queries.portfolio_choices import Choice, manager_choices, programme_choices, region_choices, values_of
from queries.visit import Visit, reached

HORIZONS = ("P1M", "P3M", "P1Y", "P5Y")
USUAL = "P3M"
ROWS = 50
_FILTERS = ("region", "programme", "charge")


@dataclass(frozen=True, slots=True)
class AgendaQuery:
    """How far ahead, of which files, after which line."""

    horizon: str = USUAL
    region: str = ""
    programme: str = ""
    charge: str = ""
    after: AgendaCursor | None = None

    def text(self, after: AgendaCursor | None) -> str:
        """What the address of the part after a line asks."""
        said = {name: getattr(self, name) for name in _FILTERS if getattr(self, name)}
        if self.horizon != USUAL:
            said["jusque"] = self.horizon
        if after:
            said["apres"] = f"{after.due_at.isoformat()}~{after.file}~{after.occurrence}"
        return urlencode(said, quote_via=quote)


@dataclass(frozen=True, slots=True)
class Month:
    """A month (its first day; None: what is overdue), and what falls due in it."""

    first: date | None
    lines: Sequence[AgendaLine]


@dataclass(frozen=True, slots=True)
class AgendaPage:
    """A part of the agenda. ``next`` asks for the part after it; None if it ends here."""

    months: Sequence[Month]
    subjects: Mapping[str, Text]
    """What deadlines about a part of a file are about, by occurrence."""
    names: Mapping[str, str]
    """What people are called, by id."""
    choices: Mapping[str, Sequence[Choice]]
    behind: int
    now: datetime
    next: str | None


def read_agenda_query(asked: Mapping[str, str]) -> AgendaQuery:
    """The question of an address; what nobody knows is as if it were not there."""
    said = {name: text.replace("\0", "").strip() for name, text in asked.items()}
    horizon = said.get("jusque", USUAL)
    return AgendaQuery(
        horizon=horizon if horizon in HORIZONS else USUAL,
        **{name: said.get(name, "") for name in _FILTERS},
        after=_place(said.get("apres", "")),
    )


async def agenda_page(visit: Visit, query: AgendaQuery) -> AgendaPage:
    """What is overdue, then month by month. Raises Failure."""
    until = plus(visit.now.astimezone(visit.zone), query.horizon, exact=True).at
    found = await list_agenda(
        visit,
        until,
        Part(query.after, ROWS),
        region=query.region or None,
        in_charge=query.charge or None,
        programme=query.programme or None,
    )
    async with reached():
        names = await visit.names()
    values = await values_of(visit)
    return AgendaPage(
        months=list(_months(found.rows, visit.now)),
        subjects=found.subjects,
        names=names,
        choices={
            "region": region_choices(visit, values),
            "programme": programme_choices(visit, values),
            "charge": manager_choices(values, names),
        },
        behind=found.behind,
        now=visit.now,
        next=query.text(found.after) if found.after else None,
    )


def _months(lines: Sequence[AgendaLine], now: datetime) -> Iterator[Month]:
    def month(line: AgendaLine) -> date | None:
        return None if line.overdue_from <= now else line.due_on.replace(day=1)

    for first, found in groupby(lines, month):
        yield Month(first, list(found))


def _place(text: str) -> AgendaCursor | None:
    due_at, _, rest = text.partition("~")
    file, tilde, occurrence = rest.partition("~")
    try:
        instant = datetime.fromisoformat(due_at)
    except ValueError:
        return None
    return AgendaCursor(instant, file, occurrence) if tilde and instant.tzinfo else None
