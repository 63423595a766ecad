"""What other rules would have made of past decisions: asked by a form, replayed step by step, read anew when shown."""

from collections.abc import Mapping
from dataclasses import replace
from typing import Annotated
from uuid import uuid4

from fastapi import APIRouter, Query, Request
from starlette.responses import Response

import links
from application.what_if.question import Question
from domain.kernel.calendar import plus
from domain.kernel.moments import day_of
from language import Text, locale, say
from queries.programmes import list_programmes, needs_to_work_on_rules
from queries.visit import Visit, reached
from queries.what_if import FILES, differing_files, question_asked, replay_on
from web.failures import NoSuchPage
from web.page import found_at, page
from web.posted import Posting
from web.site import site_of
from web.visiting import Visiting
from wording.pages import what_if as words
from wording.quantities import short_day
from workspace.what_ifs import WhatIf, WhatIfs

router = APIRouter()
_ADDRESS = "/o/{organisation}/programmes/et-si"
_FIELDS = ("rules", "content", "programme", "since", "until")
SECONDS = 3.0
"""How long a request replays before it shows how far it has come."""
_LOOKS_BACK = "-P1Y"
_MOST_PAGES = 10_000

Page = Annotated[int, Query(alias="page", ge=1, le=_MOST_PAGES)]


@router.get(_ADDRESS)
async def form(request: Request, visit: Visiting) -> Response:
    """The question, over the last year."""
    needs_to_work_on_rules(visit)
    today = visit.now.astimezone(visit.zone)
    last_year = day_of(plus(today, _LOOKS_BACK, exact=True).at, visit.zone)
    return await _form(request, visit, {"since": f"{last_year}", "until": f"{today.date()}"}, {})


@router.post(_ADDRESS)
async def ask(request: Request, visit: Visiting, posted: Posting) -> Response:
    """Keep the question, and begin."""
    needs_to_work_on_rules(visit)
    typed = {name: posted.one(name).replace("\0", "") for name in _FIELDS}
    question = question_asked(visit, typed)
    if not isinstance(question, Question):
        return await _form(request, visit, typed, question, 422)
    key = str(uuid4())
    async with reached():
        await _kept(request).ask(visit.organisation, visit.person, key, typed)
    await _go_on(request, visit, question, await _found(request, visit, key))
    return found_at(request, links.programmes(visit.organisation, f"et-si/{key}"))


@router.get(_ADDRESS + "/{question}")
async def answer(request: Request, visit: Visiting, question: str, number: Page = 1) -> Response:
    """How far it has come, and what differs so far."""
    needs_to_work_on_rules(visit)
    found = await _found(request, visit, question)
    asked = _question(visit, found)
    first = (number - 1) * FILES
    shown = await differing_files(visit, asked, found.differing[first : first + FILES])
    return page(
        request,
        "programmes/what_if_answer.html",
        words=words,
        found=found,
        said=words.asked(
            words.version(say(asked.rulebook.name), asked.rulebook.version),
            _programme_name(visit, asked.programme),
            *(short_day(day, locale()) for day in (asked.since, asked.until)),
        ),
        shown=shown,
        number=number,
        more=len(found.differing) > first + FILES,
    )


@router.post(_ADDRESS + "/{question}")
async def go_on(request: Request, visit: Visiting, posted: Posting, question: str) -> Response:
    """Replay more, or stop."""
    needs_to_work_on_rules(visit)
    found = await _found(request, visit, question)
    if posted.one("do") == "stop":
        async with reached():
            await _kept(request).stop(visit.organisation, visit.person, question)
    elif not found.ended:
        await _go_on(request, visit, _question(visit, found), found)
    return found_at(request, links.programmes(visit.organisation, f"et-si/{question}"))


async def _go_on(request: Request, visit: Visit, question: Question, found: WhatIf) -> None:
    more = await replay_on(visit, question, found.last, SECONDS)
    further = replace(
        found,
        replayed=found.replayed + more.replayed,
        streams=more.streams,
        last=more.last,
        files=found.files + more.files,
        decisions=found.decisions + more.decisions,
        differing=(*found.differing, *more.differing),
        ended=more.ended,
    )
    async with reached():
        await _kept(request).note(visit.organisation, visit.person, found, further)


async def _found(request: Request, visit: Visit, question: str) -> WhatIf:
    """A question of whoever asks. Raises NoSuchPage."""
    async with reached():
        found = await _kept(request).find(visit.organisation, visit.person, question.replace("\0", ""))
    if found is None:
        raise NoSuchPage
    return found


def _question(visit: Visit, found: WhatIf) -> Question:
    """As it was typed; what was a question then and is none any more is not there. Raises NoSuchPage."""
    question = question_asked(visit, found.typed)
    if not isinstance(question, Question):
        raise NoSuchPage
    return question


def _kept(request: Request) -> WhatIfs:
    return WhatIfs(site_of(request).service.pool)


def _programme_name(visit: Visit, programme: str) -> str:
    current = visit.service.rulebooks.current(visit.people, programme)
    return say(current.name) if current else programme


async def _form(
    request: Request, visit: Visit, typed: Mapping[str, str], wrong: Mapping[str, Text], status: int = 200
) -> Response:
    versions = await list_programmes(visit)
    programmes = {one.rulebook.programme: one.rulebook.name for one in versions}
    return page(
        request,
        "programmes/what_if.html",
        status,
        words=words,
        typed={name: typed.get(name, "") for name in _FIELDS},
        wrong=wrong,
        versions=versions,
        programmes=programmes,
    )
