"""Reviews and fundings as sheets."""

from fastapi import Request

from exports.list_table import Column
from language import say
from projections.fundings import FundingFilter
from projections.reviews import ReviewFilter
from queries.fundings import list_fundings
from queries.lists import extent
from queries.reviews import list_reviews
from queries.visit import Visit, reached
from web.downloads.table import Table
from wording.naming import Naming
from wording.pages import downloads as words
from wording.pages import lists as funding_words
from wording.pages import reviews as review_words
from wording.values import word


async def reviews(visit: Visit, request: Request) -> Table:
    """What panels are asked: what is open, or all that was. Raises Failure."""
    every = bool(request.query_params.get("tous"))
    found = await list_reviews(visit, ReviewFilter(open=None if every else True))
    columns = (
        Column(say(review_words.QUESTION), width=40),
        Column(say(review_words.FILE), width=36),
        Column(say(words.REGION)),
        Column(say(review_words.PANEL)),
        Column(say(review_words.STATE)),
        Column(say(words.ASKED_ON), "day"),
        Column(say(review_words.DUE), "day"),
        Column(say(words.ENDED_ON), "day"),
        Column(say(review_words.OPINIONS), "number"),
        Column(say(words.SEATS), "number"),
    )
    rows = []
    for one in found.rows:
        zone = visit.zone_in(one.region, one.rulebook)
        rows.append(
            (
                say(one.question_name),
                one.name,
                region_said(visit, one.region),
                say(one.panel_name),
                word(one.status, "review"),
                words.known_day(one.opened_at, zone),
                one.next_due_on,
                words.known_day(one.ended_at, zone),
                one.present,
                one.effective,
            )
        )
    shown = say(review_words.EVERY if every else review_words.OPEN)
    filters = (words.filter_said(say(review_words.SHOWN), shown),)
    return Table(say(review_words.TITLE), columns, rows, filters, await _position(visit))


async def fundings(visit: Visit, _request: Request) -> Table:
    """What money was asked for, granted and paid. Raises Failure."""
    found = await list_fundings(visit, FundingFilter())
    columns = (
        Column(say(funding_words.COOPERATION), width=36),
        Column(say(funding_words.INSTRUMENT)),
        Column(say(words.REGION)),
        Column(say(words.BENEFICIARY), width=36),
        Column(say(funding_words.STATE)),
        Column(say(words.REQUESTED_ON), "day"),
        Column(say(words.REQUESTED), "euros"),
        Column(say(words.DECIDED_ON), "day"),
        Column(say(words.GRANTED), "euros"),
        Column(say(words.END), "day"),
        Column(say(funding_words.PAID), "euros"),
        Column(say(funding_words.DUE), "day"),
    )
    rows = []
    for one in found.rows:
        zone = visit.zone_in(one.region, one.rulebook)
        rows.append(
            (
                one.name,
                say(one.instrument_name),
                region_said(visit, one.region),
                one.beneficiary,
                funding_words.funding_status(one.status),
                words.known_day(one.requested_at, zone),
                one.requested_cents,
                words.known_day(one.decided_at, zone),
                one.granted_cents,
                one.until,
                one.paid_cents,
                one.next_due_on,
            )
        )
    return Table(say(funding_words.FUNDINGS), columns, rows, (), await _position(visit))


def region_said(visit: Visit, region: str) -> str:
    """What a region is called."""
    return say(Naming(regions=visit.people.regions).said("region", region))


async def _position(visit: Visit) -> int:
    async with reached():
        return (await extent(visit)).read_to
