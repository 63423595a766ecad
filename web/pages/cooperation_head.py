"""What stands above the pages of a cooperation: what it is called, when it is looked at, the way to its parts."""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from fastapi import Request
from starlette.responses import Response

import links
from domain.cooperations.state import Cooperation
from domain.kernel.moments import day_of
from language import Text, locale
from queries.as_of import Then
from queries.typed import end_of
from queries.visit import Visit
from web.page import page
from wording import headings
from wording.pages import cooperation as words
from wording.pages import printed
from wording.quantities import short_day

PARTS: Mapping[str, Text] = {
    "": words.OVERVIEW,
    "passage": headings.TO_GO_ON,
    "collectif": words.COLLECTIVE,
    "carnet": words.NOTEBOOK,
    "echeances": headings.DEADLINES,
    "historique": words.HISTORY,
    "document": words.DOCUMENT,
}
"""The pages of a cooperation, by how their addresses end."""


@dataclass(frozen=True, slots=True)
class Head:
    """The cooperation that a page is about, and when it is looked at."""

    file: Cooperation
    then: Then
    asked: Mapping[str, str]
    """What is asked of each of its pages, so that all are looked at from the same day."""
    as_of: str
    known_on: str
    """Those days as people write them."""
    parts: tuple[tuple[Text, str, bool], ...]
    """Name, address, and whether it is this page."""
    name: Text | None
    """Of this page; None for the first one."""


def head_of(visit: Visit, file: Cooperation, then: Then, part: str = "") -> Head:
    """The head of a page of a cooperation. Raises Failure for what is no date."""
    asked = {"au": then.as_of, "connu": then.known_on}
    parts = tuple(
        (name, links.section(visit.organisation, file.key, one, **asked), one == part)
        for one, name in PARTS.items()
    )
    as_of, known_on = _day(visit, file, then.as_of), _day(visit, file, then.known_on)
    return Head(file, then, asked, as_of, known_on, parts, PARTS[part] if part else None)


def file_page(
    request: Request, visit: Visit, template: str, head: Head, position: int, **values: Any
) -> Response:
    """A page of a cooperation. ``position``: how far the ledger was read, for what is printed."""
    zone = visit.zone_of(head.file)
    at = head.as_of or head.known_on or short_day(day_of(visit.now, zone), locale())
    foot = printed.foot(head.file.name, at, position)
    return page(request, template, head=head, zone=zone, file_words=words, print_foot=foot, **values)


async def position_of(visit: Visit) -> int:
    """How far the ledger has come, for pages that read nothing but the ledger. Raises LedgerUnavailable."""
    return (await visit.service.ledger.head(visit.organisation)).position


def _day(visit: Visit, file: Cooperation, typed: str) -> str:
    """A day as people write it; an instant by its day; empty where none was asked for."""
    zone = visit.zone_of(file)
    end = end_of(typed, zone)
    return short_day(day_of(end, zone), locale()) if end else ""
