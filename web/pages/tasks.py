"""What waits for whoever looks: the first page of an organisation."""

from collections.abc import Sequence

from fastapi import APIRouter, Request
from starlette.responses import Response

import links
import links.deposits
from domain.kernel.ids import stream_of
from language import Text, say
from queries.beginning import still_beginning
from queries.deposits import may_take
from queries.portfolio_choices import programme_choices, region_choices, values_of
from queries.visit import Visit, reached
from queries.waiting import SPANS, WaitingFilter, what_waits
from web.forms.unfinished import unfinished
from web.page import page
from web.site import site_of
from web.visiting import Visiting
from wording.commands import COMMANDS
from wording.pages import beginning as beginning_words
from wording.pages import deposits as deposit_words
from wording.pages import expected as expected_words
from wording.pages import tasks as words
from wording.punctuation import capitalised
from workspace.begun import begun

router = APIRouter()


@router.get("/o/{organisation}/")
async def tasks(
    request: Request,
    visit: Visiting,
    genre: str = "",
    programme: str = "",
    region: str = "",
    autres: str = "",
) -> Response:
    """By how soon it is due, what is overdue first; what was begun and not finished stands below."""
    asked = WaitingFilter(_text(genre), _text(programme), _text(region), bool(autres))
    found = await what_waits(visit, asked)
    if asked == WaitingFilter() and not found.more:
        request.state.waiting = found.total
    async with reached():
        left = await begun(site_of(request).service.pool, visit.organisation, visit.person)
        values = await values_of(visit)
        deposits = await _deposits(request, visit)
    kinds = dict.fromkeys((*found.kinds, *(one for one in words.KINDS if one == asked.kind)))
    return page(
        request,
        "tasks/waiting.html",
        words=words,
        expected_words=expected_words,
        found=found,
        spans=SPANS,
        asked=asked,
        narrowed=asked != WaitingFilter(),
        kinds=sorted(((one, words.KINDS[one]) for one in kinds), key=lambda one: say(one[1])),
        programmes=programme_choices(visit, values),
        regions=region_choices(visit, values),
        beginning=still_beginning(visit),
        beginning_words=beginning_words,
        deposits=deposits,
        deposit_words=deposit_words,
        drafts=[one for one in left.forms if one.command in COMMANDS],
        unfinished=unfinished(visit.organisation, left.jobs),
        commands=COMMANDS,
    )


async def _deposits(request: Request, visit: Visit) -> Sequence[tuple[str, Text]]:
    """What came by links and is the reader's to take in, and letters with one that did not arrive: where, and what."""
    came = await site_of(request).deposits.waiting(visit.organisation)
    if came:
        await visit.states(stream_of(one.file) for one in came)  # all at once: each is looked up below
    theirs = [(link, await may_take(visit, link)) for link in came]
    return [
        (
            links.deposits.of_file(visit.organisation, link.file),
            capitalised(one.name if link.came else deposit_words.not_arrived(one.name)),
        )
        for link, one in theirs
        if one
    ]


def _text(value: str) -> str | None:
    """What was chosen; nothing, where any is wanted."""
    return value.replace("\0", "").strip() or None
