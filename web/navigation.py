"""What the head of every page offers: the pages of the organisation, and which of them is open."""

from dataclasses import dataclass

from fastapi import Request

import links
from language import Text
from queries.visit import Visit
from wording.pages import layout as words


@dataclass(frozen=True, slots=True)
class Entry:
    """One way on."""

    name: Text
    address: str
    current: bool
    waiting: int | None = None
    """How many things wait there; None where that is not counted."""


def navigation(request: Request, visit: Visit | None) -> tuple[Entry, ...]:
    """The pages of the organisation that is visited; none where none is, or only one file is open."""
    session = getattr(request.state, "session", None)
    if visit is None or (session and session.kind == "link"):
        return ()
    pages = (
        (words.TASKS, links.tasks(visit.organisation)),
        (words.FILES, links.portfolio(visit.organisation)),
        (words.REVIEWS, links.reviews(visit.organisation)),
        (words.FUNDINGS, links.fundings(visit.organisation)),
        (words.PROGRAMMES, links.programmes(visit.organisation)),
        (words.AGENDA, links.agenda(visit.organisation)),
        *(_of_members(visit) if visit.scope.member else ()),
    )
    waiting: int | None = getattr(request.state, "waiting", None)
    return tuple(
        Entry(name, address, request.url.path == address, waiting if name == words.TASKS else None)
        for name, address in pages
    )


def _of_members(visit: Visit) -> tuple[tuple[Text, str], ...]:
    """What is for those who hold a role."""
    return (
        (words.ENVELOPES, links.envelopes(visit.organisation)),
        (words.PEOPLE, links.people(visit.organisation)),
    )
