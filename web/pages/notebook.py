"""The notebook of a cooperation: experiments, quick wins, lessons, problems and solutions, evaluations, meetings."""

from collections.abc import Mapping

from fastapi import APIRouter, Request
from starlette.responses import Response

from queries.as_of import Then
from queries.cooperation import cooperation_in_full
from queries.history_part import HistoryFilter
from queries.visit import reached
from web.entries import EntryShown, entries_shown
from web.pages.cooperation import entries_among
from web.pages.cooperation_head import file_page, head_of
from web.visiting import Visiting
from wording.pages import history as history_words
from wording.pages import notebook as words

router = APIRouter()
_SHOWN = HistoryFilter(frozenset({"notebook", "meetings"}))
_KINDS: Mapping[str, str] = {
    "ExperimentStarted": "experiments",
    "ExperimentClosed": "experiments",
    "QuickWinRecorded": "wins",
    "LessonRecorded": "lessons",
    "ProblemRecorded": "problems",
    "SolutionRecorded": "problems",
    "EvaluationRecorded": "evaluations",
    "ContactRecorded": "meetings",
}
"""The part of the notebook that a kind of entry stands in."""


@router.get("/o/{organisation}/dossiers/{key}/carnet")
async def notebook(request: Request, visit: Visiting, key: str, au: str = "", connu: str = "") -> Response:
    """Part by part, the last first."""
    then = Then(au, connu)
    async with reached():
        found = await cooperation_in_full(visit, key, then)
        part = await entries_among(visit, found, then, _SHOWN)
    shown = zip(part.history.entries, entries_shown(visit, part), strict=True)
    parts: dict[str, list[EntryShown]] = {one: [] for one in words.SECTIONS}
    for entry, told in shown:
        parts[_KINDS[entry.type]].append(told)
    return file_page(
        request,
        visit,
        "cooperation/notebook.html",
        head_of(visit, found.view.file, then, "carnet"),
        part.history.extent.position,
        words=words,
        history_words=history_words,
        parts=[(one, entries) for one, entries in parts.items() if entries],
    )
