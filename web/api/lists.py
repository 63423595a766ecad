"""Lists of the API: what the person of the token may read, filtered as in pages, in parts."""

from collections.abc import Awaitable, Iterable
from functools import partial
from typing import Annotated, Any

from fastapi import APIRouter, Query, Request
from pydantic import Field
from starlette.responses import Response

from domain.kernel.values import Phase
from projections.agenda import AgendaCursor, AgendaFilter
from projections.envelopes import EnvelopeCursor, EnvelopeFilter
from projections.fundings import FundingCursor, FundingFilter
from projections.portfolio_pages import PortfolioCursor
from projections.reviews import ReviewCursor, ReviewFilter
from projections.tasks import TaskCursor
from queries import in_json
from queries.agenda import count_agenda, list_agenda
from queries.envelopes import list_envelopes, list_envelopes_then
from queries.fundings import count_fundings, list_fundings, list_fundings_then
from queries.lists import Part
from queries.payments import list_payments, list_payments_then
from queries.people import list_people
from queries.portfolio import count_portfolio, list_portfolio
from queries.portfolio_query import DUE_WITHIN, LATE, NO_CONTACT_FOR, SORTS, STATUSES, read_pairs
from queries.portfolio_then import list_portfolio_then
from queries.programmes import list_programmes
from queries.reviews import count_reviews, list_reviews, list_reviews_then
from queries.tasks import Tasks as ListedTasks
from queries.tasks import list_tasks
from queries.typed import later
from queries.visit import reached
from web.api import answers
from web.api.caller import Reading
from web.api.described import BASE, answering
from web.api.paging import Asked, Counted, PartAsked, Past, listed, whole_list
from web.api.problems import Mistake, invalid
from web.personal import note_addresses
from wording import api as words

router = APIRouter(prefix=BASE)


def _one_of(values: Iterable[str], description: str | None = None) -> Any:
    """A filter of which all values are known."""
    return Field(None, description=description, json_schema_extra={"enum": list(values)})


class Portfolio(Past):
    """The filters of the portfolio, named as in the address of its page."""

    q: Asked | None = Field(
        None, description="Words of the name, the territory, the object, the people in charge."
    )
    region: Asked | None = None
    programme: Asked | None = None
    phase: Asked | None = _one_of(one.value for one in Phase)
    etat: Asked | None = _one_of(STATUSES)
    charge: Asked | None = Field(None, description="The id of a manager.")
    echeance: Asked | None = _one_of(DUE_WITHIN, f"`{LATE}`: the soonest deadline has passed.")
    contact: Asked | None = _one_of(NO_CONTACT_FOR, "No contact for so long.")
    avant_le: Asked | None = Field(None, description="The last contact lies before this day.")
    appel: Asked | None = Field(None, description="The call that it applied to.")
    etape: Asked | None = None
    tri: Asked | None = _one_of(sign + name for name in SORTS for sign in ("", "-"))


_FILTERS = tuple(one for one in Portfolio.model_fields if one not in Past.model_fields)


@router.get("/cooperations", **answering("cooperations", answers.Cooperations, "The portfolio."))
async def cooperations(request: Request, visit: Reading, asked: Annotated[Portfolio, Query()]) -> Response:
    """The cooperations that the person may read; of sheets a few fields only (`whole` is false), and now alone."""
    said = asked.model_dump(include=set(_FILTERS), exclude_none=True)
    query = read_pairs(said.items())
    if query.dropped:
        raise invalid(*(Mistake(one, words.NOT_A_FILTER) for one in query.dropped))
    if asked.then:
        found = await list_portfolio_then(visit, query, asked.then)
        return whole_list(request, asked, in_json.rows(visit, found, asked.then), "rows")
    async with reached():
        where = query.where(visit, await visit.names())

    async def count() -> int:
        return sum(one.files for one in await count_portfolio(visit, where))

    return await listed(request, visit, asked, PortfolioCursor, partial(list_portfolio, visit, where), count)


class Reviews(Past):
    """Filters of reviews."""

    region: Asked | None = None
    status: Asked | None = None
    panel: Asked | None = None
    open: bool | None = Field(None, description="Whether they are not concluded yet.")


@router.get("/reviews", **answering("reviews", answers.Reviews, "Reviews by panels."))
async def reviews(request: Request, visit: Reading, asked: Annotated[Reviews, Query()]) -> Response:
    """The reviews that the person may look up, the last asked first."""
    where = ReviewFilter(asked.region, asked.status, asked.panel, asked.open)
    if asked.then:
        found = await list_reviews_then(visit, where, asked.then)
        return whole_list(request, asked, in_json.rows(visit, found, asked.then), "rows")

    async def count() -> int:
        return sum((await count_reviews(visit, where)).values())

    return await listed(request, visit, asked, ReviewCursor, partial(list_reviews, visit, where), count)


class Fundings(Past):
    """Filters of fundings."""

    region: Asked | None = None
    status: Asked | None = None
    instrument: Asked | None = None


@router.get(
    "/fundings", **answering("fundings", answers.Fundings, "Requests for money and what became of them.")
)
async def fundings(request: Request, visit: Reading, asked: Annotated[Fundings, Query()]) -> Response:
    """The fundings that the person may read, by the name of their cooperation. Amounts are integer euro cents."""
    where = FundingFilter(asked.region, asked.status, asked.instrument)
    if asked.then:
        found = await list_fundings_then(visit, where, asked.then)
        return whole_list(request, asked, in_json.rows(visit, found, asked.then), "rows")

    async def count() -> int:
        return sum(one.fundings for one in await count_fundings(visit, where))

    return await listed(request, visit, asked, FundingCursor, partial(list_fundings, visit, where), count)


class Envelopes(Past):
    """Filters of envelopes."""

    programme: Asked | None = None
    year: Asked | None = None


@router.get("/envelopes", **answering("envelopes", answers.Envelopes, "What may still be promised."))
async def envelopes(request: Request, visit: Reading, asked: Annotated[Envelopes, Query()]) -> Response:
    """The envelopes, by programme and instrument, the latest year first."""
    where = EnvelopeFilter(asked.programme, asked.year)
    if asked.then or asked.count:
        found = await (
            list_envelopes_then(visit, where, asked.then) if asked.then else list_envelopes(visit, where)
        )
        return whole_list(request, asked, in_json.rows(visit, found, asked.then), "rows")
    return await listed(request, visit, asked, EnvelopeCursor, partial(list_envelopes, visit, where))


@router.get(
    "/payments", **answering("payments", answers.Payments, "Payments: amounts and stages, never an account.")
)
async def payments(request: Request, visit: Reading, asked: Annotated[Past, Query()]) -> Response:
    """The payments of the fundings that the person may read."""
    found = await (list_payments_then(visit, asked.then) if asked.then else list_payments(visit))
    return whole_list(request, asked, in_json.payments(visit, found, asked.then), "payments")


class Tasks(PartAsked):
    """Filters of tasks."""

    everybody: bool = Field(default=False, description="What waits for anybody, not for the person alone.")
    kind: Asked | None = None
    programme: Asked | None = None
    region: Asked | None = None


@router.get("/tasks", **answering("tasks", answers.Tasks, "What waits for somebody."))
async def tasks(request: Request, visit: Reading, asked: Annotated[Tasks, Query()]) -> Response:
    """What waits for the person, the longest first, with the commands that answer it."""

    def ask(part: Part[TaskCursor]) -> Awaitable[ListedTasks]:
        return list_tasks(
            visit,
            everybody=asked.everybody,
            kind=asked.kind,
            programme=asked.programme,
            region=asked.region,
            part=part,
        )

    return await listed(request, visit, asked, TaskCursor, ask)


class Agenda(Counted):
    """Filters of deadlines."""

    within: Asked = Field("P1Y", description="How far ahead: P6M, P14D.")
    region: Asked | None = None
    in_charge: Asked | None = None
    programme: Asked | None = None


@router.get("/agenda", **answering("agenda", answers.Agenda, "Open deadlines."))
async def agenda(request: Request, visit: Reading, asked: Annotated[Agenda, Query()]) -> Response:
    """The deadlines of the files that the person may read, the soonest first."""
    until = later(visit.now, asked.within, visit.zone)
    where = AgendaFilter(until, visit.now, asked.region, asked.in_charge, asked.programme)
    ask = partial(
        list_agenda, visit, until, region=where.region, in_charge=where.in_charge, programme=where.programme
    )

    async def count() -> int:
        return (await count_agenda(visit, where)).deadlines

    return await listed(request, visit, asked, AgendaCursor, ask, count)


@router.get("/people", **answering("people", answers.People, "Who is known, with the roles that they hold."))
async def people(request: Request, visit: Reading, asked: Annotated[Counted, Query()]) -> Response:
    """Names and roles; mail addresses for administrators only, which is noted."""
    found = await list_people(visit)
    if found.with_addresses:
        await note_addresses(request, visit)
    return whole_list(request, asked, in_json.people(visit, found), "people")


@router.get("/rulebooks", **answering("rulebooks", answers.Rulebooks, "The versions of every programme."))
async def rulebooks(request: Request, visit: Reading, asked: Annotated[Counted, Query()]) -> Response:
    """Every version, and how many open files that the person may read run under it."""
    return whole_list(request, asked, in_json.rulebooks(visit, await list_programmes(visit)), "rulebooks")
