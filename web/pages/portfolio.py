"""The cooperations that somebody may read, as a table or a board, narrowed down by what the address asks."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from fastapi import APIRouter, Request
from starlette.responses import Response

import links
from domain.kernel.values import Role
from domain.people.roles import roles_anywhere
from language import Text, locale, say
from queries.beginning import may_open, still_beginning
from queries.portfolio_page import BoardColumn, PortfolioPage, portfolio_page
from queries.portfolio_query import (
    LATE,
    OPEN,
    SLEEPING,
    SORTS,
    STATUSES,
    FilterName,
    PortfolioQuery,
    read_pairs,
    read_text,
)
from queries.reserved import holds_one_of
from queries.training import TRAINED_BY
from queries.visit import Visit, reached
from web.page import found_at, page
from web.posted import Posting
from web.site import site_of
from web.visiting import Visiting
from wording.pages import beginning as beginning_words
from wording.pages import portfolio as words
from wording.pages import printed
from wording.quantities import short_day
from workspace.views import LONGEST_NAME, LONGEST_QUESTION, View

router = APIRouter()
_BOARD = "phases"
_ACT = frozenset({Role.ADMINISTRATOR, Role.PROGRAMME_MANAGER})
"""Roles whose holders act on several files at once."""


@dataclass(frozen=True, slots=True)
class KeptView:
    """A list that was kept, read again: what it asks and nobody knows any more is dropped when it is opened."""

    name: str
    query: PortfolioQuery


@router.get("/o/{organisation}/dossiers")
async def portfolio(request: Request, visit: Visiting) -> Response:
    """A page of the list, or the board."""
    query = read_pairs(request.query_params.multi_items())
    found, board = await portfolio_page(visit, query)
    kept = site_of(request).service.views
    async with reached():
        views = [
            KeptView(one.name, read_text(one.question))
            for one in await kept.of(visit.organisation, visit.person)
        ]
        looked = await kept.looked(visit.organisation, visit.person, _BOARD) if board else None

    def address(asked: PortfolioQuery) -> str:
        return links.portfolio(visit.organisation, asked.pairs)

    def column_query(column: BoardColumn) -> PortfolioQuery:
        of_phase: Mapping[FilterName, str] = {"phase": column.phase or "", "etat": "active"}
        return query.as_board(board=False).narrowed(of_phase if column.phase else {"etat": SLEEPING})

    return page(
        request,
        "portfolio/page.html",
        words=words,
        found=found,
        query=query,
        board=board,
        looked=looked,
        views=views,
        leads=holds_one_of(visit, TRAINED_BY),
        beginning=still_beginning(visit),
        opens=may_open(visit),
        beginning_words=beginning_words,
        usual_views=_usual_views(visit, found),
        statuses=STATUSES,
        sorts=SORTS,
        print_foot=printed.foot(say(words.TITLE), short_day(found.today, locale()), found.extent.read_to),
        acts=bool(roles_anywhere(visit.people, visit.person, visit.now) & _ACT),
        address=address,
        column_query=column_query,
    )


def _usual_views(visit: Visit, found: PortfolioPage) -> Sequence[tuple[Text, PortfolioQuery]]:
    """What everybody looks for now and then; one's own where one is in charge of any."""
    mine = PortfolioQuery({"charge": visit.person, "etat": OPEN})
    in_charge = visit.person in dict(found.choices["charge"])
    return [
        *(((words.MINE, mine),) if in_charge else ()),
        (words.LATE, PortfolioQuery({"echeance": LATE})),
        (words.NO_NEWS, PortfolioQuery({"etat": OPEN, "contact": "P6M"})),
    ]


@router.post("/o/{organisation}/vues")
async def keep(request: Request, visit: Visiting, posted: Posting) -> Response:
    """Keep the list under a name, throw such a view away, or mark the board as seen; then show the list again."""
    kept, question = site_of(request).service.views, read_text(posted.one("question")[:LONGEST_QUESTION])
    name = posted.one("name").replace("\0", "").strip()[:LONGEST_NAME]
    async with reached():
        if posted.one("seen"):
            await kept.look(visit.organisation, visit.person, _BOARD, visit.now)
        elif posted.one("drop"):
            await kept.drop(visit.organisation, visit.person, posted.one("drop").replace("\0", ""))
        elif name:
            await kept.keep(visit.organisation, visit.person, View(name, question.kept))
    return found_at(request, links.portfolio(visit.organisation, question.pairs))
