"""The criteria of an item of the gate, judged together: a command for each that changes, the same press never twice."""

import re
from collections.abc import Sequence
from uuid import uuid4

from fastapi import APIRouter, Request
from pydantic import ValidationError
from starlette.responses import Response

import links
from domain.cooperations.commands.record import JudgeCriterion
from language import Text, say
from queries.criteria import Criteria, Criterion, criteria_of
from queries.forms.sending import noted, send
from queries.visit import Visit, reached
from web.failures import NoSuchPage
from web.forms.recorded import tell
from web.page import found_at, page
from web.posted import Posted, Posting
from web.site import site_of
from web.visiting import Visiting
from wording.pages import criteria as words
from wording.pages.forms import recorded_words

router = APIRouter()
_FORM = re.compile(r"[0-9a-f]{32}")
_SAID = {"yes": True, "no": False}


@router.get("/o/{organisation}/dossiers/{key}/passage/{item}")
async def criteria(request: Request, visit: Visiting, key: str, item: str) -> Response:
    """Each with how it was judged."""
    async with reached():
        found = await criteria_of(visit, key, item)
    return _drawn(request, found)


@router.post("/o/{organisation}/dossiers/{key}/passage/{item}")
async def judge(request: Request, visit: Visiting, key: str, item: str, posted: Posting) -> Response:
    """Record what changes; what the rules refuse stays, with the reason."""
    async with reached():
        found = await criteria_of(visit, key, item)
    if found.judging is None or found.judging.state != "possible":
        raise NoSuchPage
    changed = [one for one in found.criteria if _SAID.get(posted.one(one.key), one.met) is not one.met]
    if not changed and not await _pressed_before(visit, found, posted):
        return _drawn(request, found, 422, notice=words.NOTHING_CHANGED)
    if not _FORM.fullmatch(posted.one("form")):
        raise NoSuchPage
    try:
        commands = {one: _command(visit, found, one, posted) for one in changed}
    except ValidationError:
        return _drawn(request, found, 422, notice=words.NOTE_NOT_TAKEN)
    refused = [one for one, command in commands.items() if (await send(visit, [command])).refusal]
    if refused:
        async with reached():
            again = await criteria_of(visit, key, item)
        return _drawn(request, again, 409, refused=refused, notice=words.SOME_REFUSED)
    gate = found_at(request, links.section(visit.organisation, found.file.key, "passage"))
    said = recorded_words("JudgeCriterion", "CriterionJudged", repeated=not changed)
    return tell(gate, site_of(request), said)


async def _pressed_before(visit: Visit, found: Criteria, posted: Posted) -> bool:
    """Whether this very form recorded something already."""
    return any([await noted(visit, f"{posted.one('form')}/{one.key}") for one in found.criteria])


def _command(visit: Visit, found: Criteria, one: Criterion, posted: Posted) -> JudgeCriterion:
    """Raises ValidationError for a note that is none."""
    note = posted.one("note").strip()
    fields = {
        "type": "JudgeCriterion",
        "command_id": f"{posted.one('form')}/{one.key}",
        "actor": visit.person,
        "cooperation": found.file.key,
        "item": found.item,
        "criterion": one.key,
        "met": _SAID[posted.one(one.key)],
    }
    return JudgeCriterion.model_validate(fields | ({"note": note} if note else {}), strict=False)


def _drawn(
    request: Request,
    found: Criteria,
    status: int = 200,
    *,
    refused: Sequence[Criterion] = (),
    notice: Text | None = None,
) -> Response:
    return page(
        request,
        "cooperation/criteria.html",
        status,
        words=words,
        found=found,
        wanted=words.wanted(found.at_least, len(found.criteria)),
        refused=[say(one.name) for one in refused],
        notice=notice,
        form=uuid4().hex,
    )
