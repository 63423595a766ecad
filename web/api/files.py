"""One file of the API in full: a cooperation, a review, a funding, an envelope; its timeline, offers."""

import re
from typing import Annotated

from fastapi import APIRouter, Depends, Path, Query, Request
from pydantic import BaseModel, ConfigDict, Field
from starlette.responses import Response

from domain.kernel.ids import ORGANISATION_STREAM, envelope_stream, funding_stream, review_stream
from queries import in_json
from queries.as_of import Then
from queries.envelopes import envelope_in_full
from queries.families import FAMILIES
from queries.funding import funding_in_full
from queries.history_part import HistoryFilter, Place, history_part
from queries.offers import offers_on
from queries.public_sheet import cooperation_or_sheet
from queries.review import review_in_full
from queries.visit import Visit, reached
from web.api import answers, answers_in_full
from web.api.answering import answered
from web.api.caller import Reading
from web.api.described import BASE, answering
from web.api.paging import Asked, PartAsked, onward, place
from web.api.problems import not_there

router = APIRouter(prefix=BASE)
_ID = re.compile(r"[a-z0-9][a-z0-9_/-]{0,199}")


def key_of(key: Annotated[str, Path(description="Its id.")]) -> str:
    """What is asked for by its id. Raises Problem for what is none: nothing can be there."""
    if not _ID.fullmatch(key) or key == ORGANISATION_STREAM:
        raise not_there()
    return key


Key = Annotated[str, Depends(key_of)]


class PastAsked(BaseModel):
    """A file as it was on a date, as known on another."""

    model_config = ConfigDict(extra="forbid")

    as_of: Asked = Field("", description="As of this date: 2026, 2026-11, 2026-11-22.")
    known_on: Asked = Field("", description="As far as was known on this date.")

    @property
    def then(self) -> Then:
        """The dates."""
        return Then(self.as_of, self.known_on)


class TimelineAsked(PastAsked, PartAsked):
    """A part of a history."""


Past = Annotated[PastAsked, Query()]


@router.get(
    "/cooperations/{key}", **answering("cooperation", answers_in_full.Cooperation, "A cooperation in full.")
)
async def cooperation(request: Request, visit: Reading, key: Key, asked: Past) -> Response:
    """Where it stands, with its reviews and fundings; to those who read no more of it, its public sheet."""
    async with reached():
        found = await cooperation_or_sheet(visit, key, asked.then)
        entry = await _entry(visit, key, asked)
    return answered(request, in_json.cooperation(visit, found, asked.then), entry)


@router.get("/cooperations/{key}/timeline", **answering("timeline", answers.Timeline, "What happened to it."))
async def timeline(
    request: Request, visit: Reading, key: Key, asked: Annotated[TimelineAsked, Query()]
) -> Response:
    """Its entries and those of its reviews and fundings, the last first, corrections applied and named."""
    return await _timeline(request, visit, key, asked)


@router.get(
    "/cooperations/{key}/offers", **answering("offers", answers.Offers, "What may be done about it now.")
)
async def offers(request: Request, visit: Reading, key: Key) -> Response:
    """Each command that concerns it: possible now, or why not, or whose it is. Nothing is recorded."""
    return await _offers(request, visit, key)


@router.get("/reviews/{key}", **answering("review", answers_in_full.Review, "A review in full."))
async def review(request: Request, visit: Reading, key: Key, asked: Past) -> Response:
    """Who sits, who owes what, how the votes stand; the dossier for those who may read it."""
    async with reached():
        found = await review_in_full(visit, key, asked.then)
        entry = await _entry(visit, review_stream(key), asked)
    return answered(request, in_json.whole(visit, found.as_json(), asked.then), entry)


@router.get(
    "/reviews/{key}/offers", **answering("review_offers", answers.Offers, "What may be done about it now.")
)
async def review_offers(request: Request, visit: Reading, key: Key) -> Response:
    """As of a cooperation."""
    return await _offers(request, visit, review_stream(key))


@router.get("/fundings/{key}", **answering("funding", answers_in_full.Funding, "A funding in full."))
async def funding(request: Request, visit: Reading, key: Key, asked: Past) -> Response:
    """What was asked for, found, decided, agreed, paid and reported. Amounts are integer euro cents."""
    async with reached():
        found = await funding_in_full(visit, key, asked.then)
        entry = await _entry(visit, funding_stream(key), asked)
    return answered(request, in_json.whole(visit, found.as_json(), asked.then), entry)


@router.get(
    "/fundings/{key}/offers", **answering("funding_offers", answers.Offers, "What may be done about it now.")
)
async def funding_offers(request: Request, visit: Reading, key: Key) -> Response:
    """As of a cooperation."""
    return await _offers(request, visit, funding_stream(key))


@router.get(
    "/envelopes/{key:path}", **answering("envelope", answers_in_full.Envelope, "An envelope in full.")
)
async def envelope(request: Request, visit: Reading, key: Key, asked: Past) -> Response:
    """What fundings have of it, and what came and went: `programme/instrument/year`."""
    async with reached():
        found = await envelope_in_full(visit, envelope_stream(key), asked.then)
    return answered(request, in_json.whole(visit, found.as_json(), asked.then))


async def _entry(visit: Visit, key: str, asked: PastAsked) -> int | None:
    """The last entry of a file; None of what it was: nothing is decided on that."""
    file = None if asked.then else await visit.looked_up(key)
    return file.entry if file else None


async def _timeline(request: Request, visit: Visit, key: str, asked: TimelineAsked) -> Response:
    after = place(request, asked, int)
    async with reached():
        part = await history_part(
            visit, key, asked.then, HistoryFilter(frozenset(FAMILIES)), Place(after), asked.limit
        )
    cursor, headers = onward(request, part.after)
    told = in_json.whole(visit, part.history.as_json(), asked.then) | {"next": cursor}
    return answered(request, told, headers=headers)


async def _offers(request: Request, visit: Visit, key: str) -> Response:
    async with reached():
        found = await offers_on(visit, key)
    told = {"offers": [one.as_json() for one in found]}
    return answered(request, in_json.whole(visit, told))
