"""The cooperations as they are listed: filtered, in their order, with the columns that are shown."""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import replace

from fastapi import Request

from domain.kernel.values import Phase
from exports.list_table import Cell, Column
from language import say
from projections.portfolio import PortfolioLine
from queries.portfolio_choices import Choice
from queries.portfolio_page import PortfolioPage, portfolio_whole
from queries.portfolio_query import Column as Shown
from queries.portfolio_query import read_pairs
from queries.visit import Visit
from web.downloads.table import Table
from wording.pages import downloads as words
from wording.pages import portfolio as list_words

Cells = Callable[[Visit, PortfolioPage, PortfolioLine], Sequence[Cell]]
_NOT_ON_SHEET = frozenset({"echeance", "contact", "charge", "objet", "appel"})
"""What is not told of a cooperation of which the public sheet alone is read."""


def _said(name: Shown) -> Column:
    return Column(say(list_words.COLUMNS[name]))


def _deadline(_visit: Visit, _found: PortfolioPage, line: PortfolioLine) -> Sequence[Cell]:
    name = say(line.next_deadline_name) if line.next_deadline_name else None
    return name, line.next_due_on


def _managers(_visit: Visit, found: PortfolioPage, line: PortfolioLine) -> Sequence[Cell]:
    return (", ".join(found.names[one] for one in line.managers if one in found.names),)


def _call(_visit: Visit, found: PortfolioPage, line: PortfolioLine) -> Sequence[Cell]:
    return (list_words.call(line.call, line.stage, _choices(found)) if line.call else None,)


def _choices(found: PortfolioPage) -> Mapping[str, Sequence[Choice]]:
    return {str(name): one for name, one in found.choices.items()}


_CELLS: Mapping[Shown, Cells] = {
    "territoire": lambda _visit, _found, line: (line.territory,),
    "region": lambda _visit, found, line: (say(found.regions[line.region]),),
    "programme": lambda _visit, found, line: (say(found.programmes[line.programme]),),
    "phase": lambda _visit, found, line: (Phase(line.phase).number, say(found.phases[line.file])),
    "etat": lambda _visit, _found, line: (list_words.status(line.status),),
    "echeance": _deadline,
    "contact": lambda visit, _found, line: (
        words.known_day(line.last_contact_at, visit.zone_in(line.region, line.rulebook)),
    ),
    "charge": _managers,
    "objet": lambda _visit, _found, line: (line.object,),
    "appel": _call,
}


def _heads(name: Shown) -> Sequence[Column]:
    if name == "phase":
        return Column(say(words.PHASE_NUMBER), "number"), _said(name)
    if name == "echeance":
        return _said(name), Column(say(words.DUE), "day")
    if name == "contact":
        return (replace(_said(name), kind="day"),)
    return (_said(name),)


async def table(visit: Visit, request: Request) -> Table:
    """All lines of the list that the address asks for. Raises Failure."""
    query = read_pairs(
        pair
        for pair in request.query_params.multi_items()
        if pair[0] not in ("format", "vue", "apres", "avant")
    )
    found = await portfolio_whole(visit, query)
    heads = [one for name in query.columns for one in _heads(name)]

    def cells(line: PortfolioLine) -> Sequence[Cell]:
        told: list[Cell] = [line.name]
        for name in query.columns:
            hidden = not line.whole and name in _NOT_ON_SHEET
            told += [None] * len(_heads(name)) if hidden else _CELLS[name](visit, found, line)
        return told

    return Table(
        title=say(list_words.TITLE),
        columns=[Column(say(list_words.FILE), width=40), *heads],
        rows=[cells(one) for one in found.lines],
        filters=[list_words.chosen(name, one, _choices(found)) for name, one in query.filters.items()],
        position=found.extent.read_to,
    )
