"""Cooperations found by words: of their name, place or object, or of the name of who is in charge."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from language import Text
from projections.portfolio import PortfolioLine
from projections.portfolio_pages import PortfolioFilter
from projections.searching import looked_for
from queries.portfolio import phases_of
from queries.visit import Visit, reached

MOST = 50
"""Files that are shown; whoever finds more, narrows the list of files down."""


@dataclass(frozen=True, slots=True)
class Found:
    """What was found, by name. ``more``: there is more than is shown."""

    lines: Sequence[PortfolioLine]
    more: bool
    names: Mapping[str, str]
    """What people are called, by id."""
    phases: Mapping[str, Text]
    """What the phase of each is called in its own programme, by file."""


async def search(visit: Visit, typed: str) -> Found:
    """The cooperations that the person may read in which every word is found; none for no word. Raises Failure."""
    async with reached():
        names = await visit.names()
        words, either = looked_for(typed, names)
        if words is None and either is None:
            return Found((), more=False, names=names, phases={})
        where, models = PortfolioFilter(words=words, words_or_people=either), visit.service.read_models
        page = await models.portfolio(visit.organisation, visit.scope, where, None, MOST)
    return Found(page.rows, page.after is not None, names, phases_of(visit, page.rows))
