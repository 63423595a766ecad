"""The cooperations that somebody may read, as they were on a date, folded from the ledger and filtered as the list is.

Who reads the public sheet of one alone is told nothing of what it was: a sheet tells of the present.
"""

import re
from collections.abc import Iterable, Mapping
from dataclasses import replace
from datetime import date

from domain.cooperations.state import Cooperation
from domain.kernel.values import ASLEEP
from projections.portfolio import PortfolioLine, PortfolioRow, portfolio_row
from projections.portfolio_pages import PortfolioFilter, SortKey
from queries.as_of import Then
from queries.lists import caught_up, theirs
from queries.portfolio import Portfolio, phases_of
from queries.portfolio_query import PortfolioQuery
from queries.visit import Visit, reached

_UNSTORED = frozenset(PortfolioRow.model_fields) - frozenset(PortfolioLine.model_fields)
"""What a row is sorted and found by, which a line does not tell."""


async def list_portfolio_then(visit: Visit, query: PortfolioQuery, then: Then) -> Portfolio:
    """All of them, in the order that is asked for; what is due or late is so as seen from then. Raises Failure."""
    async with reached():
        behind = await caught_up(visit)
        names = await visit.names()
    where = query.where(replace(visit, now=then.at(visit, visit.zone)), names)
    found = [portfolio_row(one) async for one in then.views(visit, Cooperation, "cooperation")]
    async with reached():
        rows = await theirs(visit, (one for one in found if _wanted(one, where)))
    rows.sort(key=lambda one: (_key(one, where.sort), one.file), reverse=where.descending)
    lines = [_line(one) for one in rows]
    return Portfolio(lines, None, behind, phases_of(visit, lines))


def _line(row: PortfolioRow) -> PortfolioLine:
    return PortfolioLine(whole=True, **{name: one for name, one in row if name not in _UNSTORED})


def _wanted(row: PortfolioRow, where: PortfolioFilter) -> bool:
    """What *wanted* of ``projections/portfolio.sql`` lets pass."""
    return _is_of(row, where) and _is_due(row, where) and _is_found(row.search, where)


def _is_of(row: PortfolioRow, where: PortfolioFilter) -> bool:
    equal: Iterable[tuple[str | None, str | None]] = (
        (where.region, row.region),
        (where.programme, row.programme),
        (where.rulebook, row.rulebook),
        (where.phase, row.phase),
        (where.status, row.status),
        (where.call, row.call),
    )
    return (
        all(wanted in (None, value) for wanted, value in equal)
        and (where.in_charge is None or where.in_charge in row.managers)
        and where.open in (None, row.status != "closed")
        and where.asleep in (None, row.status in ASLEEP)
        and (where.stages is None or row.stage in where.stages)
    )


def _is_due(row: PortfolioRow, where: PortfolioFilter) -> bool:
    due, passes, contact = row.next_due_on, row.next_overdue_from, row.last_contact_on
    return (
        (where.due_by is None or (due is not None and due <= where.due_by))
        and (where.overdue_at is None or (passes is not None and passes <= where.overdue_at))
        and (where.contact_before is None or (contact is not None and contact < where.contact_before))
        and (where.no_contact_since is None or contact is None or contact < where.no_contact_since)
    )


def _is_found(search: str, where: PortfolioFilter) -> bool:
    patterns = (one.strip("%") for one in where.words or ())
    return all(one in search for one in patterns) and all(
        re.search(one, search) for one in where.words_or_people or ()
    )


def _key(row: PortfolioRow, sort: SortKey) -> str | date:
    keys: Mapping[SortKey, str | date] = {
        "name": row.sort_name,
        "due": row.next_due_on or date.max,
        "contact": row.last_contact_on or date.min,
        "entry": row.entered_on,
    }
    return keys[sort]
