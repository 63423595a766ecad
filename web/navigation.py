"""What the head of every page offers: the pages of the organisation, and which of them is open."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from fastapi import Request

import links.organisation
from language import Text
from queries.audit import AUDITED_FOR
from queries.payments_by_step import reads_payments
from queries.reserved import SETTLED_FOR, holds_one_of
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


@dataclass(frozen=True, slots=True)
class Navigation:
    """What is looked at daily, and what is one step further so that the head stays within two lines."""

    first: Sequence[Entry] = ()
    more: Sequence[Entry] = ()

    @property
    def within_more(self) -> bool:
        """Whether the page that is open is one of those further away."""
        return any(one.current for one in self.more)


def navigation(request: Request, visit: Visit | None) -> Navigation:
    """The pages of the organisation that is visited; none where none is, or only one file is open."""
    session = getattr(request.state, "session", None)
    if visit is None or (session and session.kind == "link"):
        return Navigation()
    waiting: int | None = getattr(request.state, "waiting", None)

    def entries(pages: Iterator[tuple[Text, str]]) -> tuple[Entry, ...]:
        return tuple(
            Entry(name, address, request.url.path == address, waiting if name == words.TASKS else None)
            for name, address in pages
        )

    return Navigation(entries(_daily(visit)), entries(_further(visit)))


def _daily(visit: Visit) -> Iterator[tuple[Text, str]]:
    yield words.TASKS, links.tasks(visit.organisation)
    yield words.FILES, links.portfolio(visit.organisation)
    yield words.REVIEWS, links.reviews(visit.organisation)
    yield words.FUNDINGS, links.fundings(visit.organisation)
    if visit.scope.member:
        yield words.ENVELOPES, links.envelopes(visit.organisation)
    if reads_payments(visit):
        yield words.PAYMENTS, links.payments(visit.organisation)
    yield words.PROGRAMMES, links.programmes(visit.organisation)
    yield words.AGENDA, links.agenda(visit.organisation)


def _further(visit: Visit) -> Iterator[tuple[Text, str]]:
    if visit.scope.member:
        yield words.PEOPLE, links.people(visit.organisation)
    yield words.MESSAGES, links.messages(visit.organisation)
    if holds_one_of(visit, SETTLED_FOR):
        yield words.ORGANISATION, links.organisation.settings(visit.organisation)
    if holds_one_of(visit, AUDITED_FOR):
        yield words.AUDIT, links.organisation.audit(visit.organisation)
