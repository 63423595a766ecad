"""The cooperations of a question as pages show them: a table in parts, or a board; with what could be asked else."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date, datetime

from domain.kernel.moments import day_of
from domain.kernel.values import ASLEEP, Phase
from language import Text
from projections.portfolio import PortfolioLine
from projections.portfolio_pages import Counted, PortfolioFilter
from projections.portfolio_values import PortfolioValues
from queries.lists import Extent, extent, whole
from queries.portfolio import phases_of
from queries.portfolio_choices import (
    Choice,
    call_choices,
    manager_choices,
    phase_choices,
    programme_choices,
    region_choices,
    stage_choices,
    values_of,
    version_choices,
)
from queries.portfolio_query import FilterName, PortfolioQuery
from queries.visit import Visit, reached

ROWS = 50
"""Lines of a page."""


@dataclass(frozen=True, slots=True)
class PortfolioPage:
    """Part of the cooperations of a question, all of them readable. ``total`` is how many there are in all parts."""

    query: PortfolioQuery
    lines: Sequence[PortfolioLine]
    total: int
    choices: Mapping[FilterName, Sequence[Choice]]
    names: Mapping[str, str]
    """What people are called, by id."""
    phases: Mapping[str, Text]
    """What the phase of each line is called in its own programme, by file."""
    regions: Mapping[str, Text]
    programmes: Mapping[str, Text]
    extent: Extent
    now: datetime
    today: date
    before: PortfolioQuery | None = None
    """The question of the part before, and of the one after."""
    after: PortfolioQuery | None = None

    def overdue(self, line: PortfolioLine) -> bool:
        """Whether the soonest deadline of a cooperation has passed."""
        return line.next_overdue_from is not None and line.next_overdue_from <= self.now


@dataclass(frozen=True, slots=True)
class BoardColumn:
    """A phase (None: asleep), how many cooperations are in it under the filters, and the first of them."""

    phase: str | None
    name: Text | None
    files: int
    cards: Sequence[PortfolioLine]

    @property
    def others(self) -> int:
        """How many are not shown."""
        return self.files - len(self.cards)


@dataclass(frozen=True, slots=True)
class Board:
    """The cooperations of a question by phase, then those that are asleep."""

    columns: Sequence[BoardColumn]


async def portfolio_page(visit: Visit, query: PortfolioQuery) -> tuple[PortfolioPage, Board | None]:
    """A part of the table; where a board is asked for, that, and no lines. Raises Failure."""
    async with reached():
        reach, names = await extent(visit), await visit.names()
        values = await values_of(visit)
        where = query.where(visit, names)
        models = visit.service.read_models
        counted = await models.portfolio_counts(visit.organisation, visit.scope, where)
        base = _Base(visit, query, values, names, counted, reach)
        if query.board:
            cards = await models.board(visit.organisation, visit.scope, where)
            return base.page(()), base.board(cards, where)
        found = await models.portfolio(visit.organisation, visit.scope, where, query.place, ROWS)
    before, after = (query.at(one) if one else None for one in (found.before, found.after))
    return base.page(found.rows, before, after), None


async def portfolio_whole(visit: Visit, query: PortfolioQuery) -> PortfolioPage:
    """All lines of the table, in its order. Raises Failure."""
    async with reached():
        reach, names = await extent(visit), await visit.names()
        values = await values_of(visit)
        lines = await whole(visit, visit.service.read_models.portfolio, query.where(visit, names))
    return _Base(visit, query, values, names, (), reach).page(lines)


@dataclass(frozen=True, slots=True)
class _Base:
    """What table and board have in common."""

    visit: Visit
    query: PortfolioQuery
    values: PortfolioValues
    names: Mapping[str, str]
    counted: Sequence[Counted]
    extent: Extent

    def page(
        self,
        lines: Sequence[PortfolioLine],
        before: PortfolioQuery | None = None,
        after: PortfolioQuery | None = None,
    ) -> PortfolioPage:
        """The table, or what stands around a board."""
        choices = self._choices()
        return PortfolioPage(
            query=self.query,
            lines=lines,
            total=sum(one.files for one in self.counted),
            choices=choices,
            names=self.names,
            phases=phases_of(self.visit, lines),
            regions=dict(choices["region"]),
            programmes=dict(choices["programme"]),
            extent=self.extent,
            now=self.visit.now,
            today=day_of(self.visit.now, self.visit.zone),
            before=before,
            after=after,
        )

    def _choices(self) -> Mapping[FilterName, Sequence[Choice]]:
        visit, values, asked = self.visit, self.values, self.query.filters
        return {
            "region": region_choices(visit, values),
            "programme": programme_choices(visit, values),
            "phase": phase_choices(visit, values, asked.get("programme")),
            "charge": manager_choices(values, self.names),
            "appel": call_choices(visit, values),
            "etape": stage_choices(visit, values, asked.get("appel")),
            "atteint": stage_choices(visit, values, asked.get("appel")),
            "reglement": version_choices(visit, values),
        }

    def board(self, cards: Sequence[PortfolioLine], where: PortfolioFilter) -> Board:
        """A column for each phase, and one for what is asleep; empty ones too."""
        names = dict(phase_choices(self.visit, self.values, where.programme))
        columns = [
            BoardColumn(
                phase=phase.value,
                name=names[phase.value],
                files=sum(
                    one.files for one in self.counted if (one.phase, one.status) == (phase.value, "active")
                ),
                cards=[one for one in cards if (one.phase, one.status) == (phase.value, "active")],
            )
            for phase in Phase
        ]
        asleep = BoardColumn(
            phase=None,
            name=None,
            files=sum(one.files for one in self.counted if one.status in ASLEEP),
            cards=[one for one in cards if one.status in ASLEEP],
        )
        return Board((*columns, asleep))
