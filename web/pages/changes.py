"""What changed on a cooperation’s sheet between two days, as a page."""

from collections.abc import Iterator

from fastapi import APIRouter, Request
from starlette.responses import Response

import links
from domain.cooperations.state import Cooperation
from language import say
from queries.as_of import Then
from queries.changes_between import ChangesBetween, changes_between
from queries.history import looked_up
from queries.visit import Visit, reached
from web.failures import NoSuchPage
from web.pages.cooperation_head import file_page, head_of, position_of
from web.visiting import Visiting
from wording import sheet_facts as words
from wording.history import what_happened

router = APIRouter()


@router.get("/o/{organisation}/dossiers/{key}/changements")
async def changes(
    request: Request, visit: Visiting, key: str, depuis: str = "", jusque: str = "", connu: str = ""
) -> Response:
    """Before, after, and the entries that did it; without two days, the form that asks for them."""
    async with reached():
        file = (await looked_up(visit, key)).file
        found = await changes_between(visit, key, depuis, jusque, connu) if depuis and jusque else None
        position = await position_of(visit)
    if not isinstance(file, Cooperation):
        raise NoSuchPage
    return file_page(
        request,
        visit,
        "cooperation/changes.html",
        head_of(visit, file, Then(), "historique"),
        position,
        words=words,
        since=depuis,
        until=jusque,
        known_on=connu,
        found=found,
        rows=list(_rows(visit, found)) if found else [],
        history=links.section(visit.organisation, key, "historique"),
    )


def _rows(visit: Visit, found: ChangesBetween) -> Iterator[tuple[str, str, str, list[tuple[str, str]]]]:
    """The aspect, before, after, and the entries with where they are told."""
    for one in found.changes:
        before, after = (fact.said if fact else say(words.NOTHING) for fact in (one.before, one.after))
        entries = [
            (
                what_happened(entry.type, entry.details),
                links.entry(visit.organisation, entry.file, entry.entry),
            )
            for entry in one.entries
        ]
        yield one.what, before, after, entries
