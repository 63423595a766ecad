"""The collective of a cooperation: stakeholders over time, charter, commitments, contributions."""

from fastapi import APIRouter, Request
from starlette.responses import Response

from language import say
from queries.as_of import Then
from queries.cooperation import CooperationInFull, cooperation_in_full
from queries.history_part import HistoryFilter
from queries.visit import reached
from web.entries import entries_shown
from web.pages.cooperation import entries_among
from web.pages.cooperation_head import file_page, head_of
from web.visiting import Visiting
from wording.pages import collective as words
from wording.pages import cooperation as file_words
from wording.pages import history as history_words

router = APIRouter()
_SHOWN = HistoryFilter(frozenset({"collective"}))


@router.get("/o/{organisation}/dossiers/{key}/collectif")
async def collective(request: Request, visit: Visiting, key: str, au: str = "", connu: str = "") -> Response:
    """As it is, and below how it came to be so."""
    then = Then(au, connu)
    async with reached():
        found = await cooperation_in_full(visit, key, then)
        part = await entries_among(visit, found, then, _SHOWN)
    own, charter = {one.id: one.name for one in found.sheet.stakeholders}, found.sheet.charter
    return file_page(
        request,
        visit,
        "cooperation/collective.html",
        head_of(visit, found.view.file, then, "collectif"),
        part.history.extent.position,
        words=words,
        history_words=history_words,
        sheet=found.sheet,
        signatories=", ".join(own.get(one, one) for one in charter.signatories) if charter else "",
        commitments=_commitments(found),
        shown=entries_shown(visit, part),
    )


def _commitments(found: CooperationInFull) -> list[tuple[str, str, str, str]]:
    """Who, toward whom, what they expect and what they bring."""
    own, erased = {one.id: one.name for one in found.sheet.stakeholders}, say(file_words.ERASED)
    return [
        (
            own.get(one.party, one.party),
            own.get(one.toward, one.toward) if one.toward else say(words.EVERYBODY),
            found.private.of(one.expects) or erased,
            found.private.of(one.brings) or erased,
        )
        for one in found.sheet.commitments
    ]
