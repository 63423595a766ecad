"""Letters about decisions on money, made from what was recorded: read, printed, signed and sent by people."""

from collections.abc import Mapping
from datetime import date
from typing import Any

from fastapi import APIRouter, Request
from starlette.responses import Response

import links
from domain.kernel.moments import day_of, earliest
from language import locale, say
from queries.as_of import Then
from queries.funding import FundingInFull, funding_in_full
from queries.visit import reached
from web.failures import NoSuchPage
from web.page import page
from web.visiting import Visiting
from wording.pages import decision_letter as words
from wording.pages import funding as funding_words
from wording.pages import printed
from wording.pages.decision_letter import Decision
from wording.pages.history import version
from wording.quantities import long_day, short_day

router = APIRouter()


@router.get("/o/{organisation}/financements/{key}/lettres/{entry}")
async def letter(request: Request, visit: Visiting, key: str, entry: int) -> Response:
    """The letter about the decision that an entry recorded, for who may read the funding."""
    async with reached():
        found = await funding_in_full(visit, key, Then())
    told = next((one for one in _decisions(found) if one["entry"] == entry), None)
    if told is None:
        raise NoSuchPage
    decision = _told(found, told)
    today = day_of(visit.now, found.view.zone)
    return page(
        request,
        "funding/letter.html",
        words=words,
        decision=decision,
        beneficiary=found.view.file.request.beneficiary.name,
        today=long_day(today, locale()),
        back=links.file(visit.organisation, found.view.file.key),
        print_foot=printed.foot(found.cooperation.name, short_day(today, locale()), found.view.file.entry),
    )


def _decisions(found: FundingInFull) -> list[Mapping[str, Any]]:
    """The decisions on the request and on its amendments, as JSON has them."""
    amended = (one["decision"] for one in found.content["amendments"])
    every = [*found.content["decisions"], *(one for one in amended if one)]
    return [one for one in every if words.kind_of(one)]


def _told(found: FundingInFull, told: Mapping[str, Any]) -> Decision:
    keys, rulebook = funding_words.keys_of(found.rulebook), found.rulebook
    instrument = rulebook.instrument(found.view.file.instrument)
    named = {one.tranche: say(one.name) for one in instrument.tranches} if instrument else {}
    zone = found.view.zone
    return Decision(
        kind=words.kind_of(told) or "",
        on=day_of(earliest(told["at"], zone), zone),
        body=funding_words.body(keys, told),
        cooperation=found.cooperation.name,
        instrument=say(instrument.name) if instrument else found.view.file.instrument,
        rules=version(say(rulebook.name), rulebook.version),
        cents=told.get("amount_cents"),
        points=[funding_words.key(keys, one) for one in told.get("points") or ()],
        reasons=told.get("reasons") or "",
        would_change=told.get("would_change") or "",
        conditions=[
            (one["label"], long_day(date.fromisoformat(one["due"]), locale()))
            for one in told.get("conditions") or ()
        ],
        schedule=[
            (named.get(one["tranche"], funding_words.key(keys, one["tranche"])), one["cents"])
            for one in told.get("schedule") or ()
        ],
    )
