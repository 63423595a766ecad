"""A funding: what was asked for, found, decided, agreed, paid; its history."""

from collections.abc import Iterator, Mapping, Sequence
from typing import Annotated, Any

from fastapi import APIRouter, Depends, Request
from starlette.responses import Response

from domain.fundings.state import Funding
from domain.kernel.ids import funding_stream
from domain.kernel.moments import day_of
from language import locale, say
from queries.as_of import Then
from queries.findings import findings_told
from queries.funding import FundingInFull, funding_in_full
from queries.funding_acts import SECTIONS, acts_by_section
from queries.funding_course import course_of
from queries.history import LookedUp, entries_of
from queries.history_part import HistoryFilter, Place, history_part, part_of
from queries.sheet import deadline_sheet
from queries.tranche_awaits import awaits_of
from queries.visit import Visit, reached
from web.entries import entries_shown
from web.page import page
from web.pages.history import Asked
from web.visiting import Visiting
from wording.commands import COMMANDS
from wording.details import called
from wording.distances import moment_in_words
from wording.pages import amended as amended_words
from wording.pages import cooperation as file_words
from wording.pages import expected as expected_words
from wording.pages import funding as words
from wording.pages import funding_course as course_words
from wording.pages import history as history_words
from wording.pages import printed
from wording.pages.amended import Changed
from wording.quantities import short_day

router = APIRouter()
_LAST_ENTRIES = 5


@router.get("/o/{organisation}/financements/{key}")
async def funding(request: Request, visit: Visiting, key: str, au: str = "", connu: str = "") -> Response:
    """Now, or as it was on a day."""
    then = Then(au, connu)
    async with reached():
        found = await funding_in_full(visit, key, then)
        file = LookedUp(found.view.file, [found.cooperation], {})
        entries, read = await entries_of(visit, found.view.file, then)
        recent = await part_of(visit, file, entries, read, HistoryFilter(), Place(), _LAST_ENTRIES)
        acts = {} if then else await acts_by_section(visit, found.view.file.key)
    view = found.view
    today = day_of(view.recorded_at, view.zone)
    keys = words.keys_of(found.rulebook)
    return page(
        request,
        "funding/funding.html",
        words=words,
        file_words=file_words,
        expected_words=expected_words,
        history_words=history_words,
        found=found,
        then=then,
        zone=view.zone,
        today=today,
        told=found.content,
        keys=keys,
        file=view.file,
        course_words=course_words,
        amended_words=amended_words,
        commands=COMMANDS,
        acts={section: acts.get(section, ()) for section in SECTIONS},
        course=course_of(view),
        findings=findings_told(
            view.file.findings, found.rulebook, view.file.instrument, found.cooperation, found.judged_on
        ),
        awaits=awaits_of(view),
        amendments=list(_amendments(found, keys)),
        deadlines=[deadline_sheet(view, one, view.silences.get(one.occurrence)) for one in view.deadlines],
        person=lambda one: called(one, found.names),
        recent=entries_shown(visit, recent),
        print_foot=printed.foot(found.cooperation.name, short_day(today, locale()), read.position),
    )


def _amendments(
    found: FundingInFull, keys: Mapping[str, str]
) -> Iterator[tuple[Mapping[str, Any], Sequence[Changed], Sequence[Changed]]]:
    """Each amendment with what it changes, and the schedule before and after; as it was decided, if it was."""
    zone, tranches = found.view.zone, {one["tranche"]: one["name"] for one in found.content["tranches"]}

    def named(tranche: str) -> str:
        known = tranches.get(tranche)
        return say((known["fr"], known["en"])) if known else called(tranche, keys)

    for one in found.content["amendments"]:
        decided = (one["decision"] or {}).get("schedule") or one["schedule"]
        yield (
            one,
            amended_words.changes(one["before"], one, lambda day: moment_in_words(day, zone, locale())),
            amended_words.schedule(one["before"], decided, named),
        )


@router.get("/o/{organisation}/financements/{key}/historique")
async def history(
    request: Request, visit: Visiting, key: str, asked: Annotated[Asked, Depends()]
) -> Response:
    """What happened to it, the last entries first."""
    stream = funding_stream(key)
    async with reached():
        part = await history_part(visit, stream, asked.then, asked.where, Place(asked.apres, asked.entree))
        name = await _name(visit, stream)
        shown = await asked.shown(visit, stream, part)
    return page(
        request,
        "funding/history.html",
        file_key=stream,
        name=name,
        file_words=file_words,
        **shown,
    )


async def _name(visit: Visit, key: str) -> str:
    """The name of its cooperation."""
    file = await visit.kept(key)
    return (await visit.file(file.cooperation)).name if isinstance(file, Funding) else ""
