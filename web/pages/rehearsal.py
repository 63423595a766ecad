"""A life rehearsed under a version of a programme: what makes no sense first; as a calendar and a spreadsheet too."""

from datetime import date

from fastapi import APIRouter, Request
from starlette.responses import Response

import links
from application.rehearsal.builtin import TITLES
from domain.rulebook import Rulebook
from language import Text
from queries.rehearsals import LONGEST, Life, life_asked, region_choices_of
from queries.visit import Visit
from web.page import page
from web.pages.programmes import known_version
from web.rehearsing.asked import Shown
from web.rehearsing.running import CameToNothing, TookTooLong, life_rehearsed
from web.visiting import Visiting
from wording.pages import programmes as programme_words
from wording.pages import rehearsal as words

router = APIRouter()
_TYPES = {
    "ics": "text/calendar; charset=utf-8",
    "xlsx": "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
}


@router.get("/o/{organisation}/programmes/{rulebook}/repetition")
async def rehearsal(request: Request, visit: Visiting, rulebook: str, forme: str = "page") -> Response:
    """The form; with a scenario in the address, what it comes to."""
    visit.needs_a_role()
    rules, asked = known_version(visit, rulebook), request.query_params
    life = life_asked(visit, rules, dict(asked))
    if "scenario" not in asked or life.mistake:
        return _drawn(request, visit, rules, life, mistake=life.mistake, status=422 if life.mistake else 200)
    try:
        if forme in _TYPES:
            return _given_out(rules, life, forme, await life_rehearsed(rules, life, forme))
        content = await life_rehearsed(rules, life)
    except TookTooLong:
        return _drawn(request, visit, rules, life, mistake=words.TOO_LONG, status=503)
    except CameToNothing:
        return _drawn(request, visit, rules, life, mistake=words.NOTHING_CAME, status=500)
    return _drawn(request, visit, rules, life, Shown.model_validate_json(content))


def _given_out(rules: Rulebook, life: Life, form: str, content: bytes) -> Response:
    named = f'attachment; filename="{rules.programme}-{rules.version}-{life.scenario}.{form}"'
    return Response(
        content,
        media_type=_TYPES[form],
        headers={"Content-Disposition": named, "Cache-Control": "private, no-cache"},
    )


def _drawn(
    request: Request,
    visit: Visit,
    rules: Rulebook,
    life: Life,
    shown: Shown | None = None,
    *,
    mistake: Text | None = None,
    status: int = 200,
) -> Response:
    known = {"scenario": life.scenario, "region": life.region, "annees": str(life.years)}
    if life.since:
        known["de"] = life.since.isoformat()

    def address(form: str) -> str:
        return links.programme(visit.organisation, rules.id, "repetition", **known, forme=form)

    return page(
        request,
        "programmes/rehearsal.html",
        status,
        words=words,
        programme_words=programme_words,
        rulebook=rules,
        life=life,
        shown=shown,
        mistake=mistake,
        scenarios=TITLES.items(),
        regions=region_choices_of(visit, rules),
        longest=LONGEST,
        today=date.isoformat(life.today),
        address=address,
    )
