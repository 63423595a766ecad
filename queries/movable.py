"""The files that may be moved to a version of a programme: open ones, under earlier versions of it."""

from collections.abc import Sequence
from dataclasses import dataclass

from domain.rulebook import Rulebook
from language import Text
from projections.portfolio import PortfolioLine
from projections.portfolio_pages import PortfolioFilter
from queries.lists import Part
from queries.portfolio import list_portfolio
from queries.programmes import ProgrammeVersion, list_programmes
from queries.visit import Visit

MOST = 100
"""Files of a version that are listed; of more, all are moved together or found in the list of files."""


@dataclass(frozen=True, slots=True)
class Movable:
    """A version with files under it: the first of those that are read in full, and what their phases are called."""

    version: ProgrammeVersion
    files: Sequence[PortfolioLine]
    phases: Sequence[Text]


async def movable_to(visit: Visit, rulebook: Rulebook) -> Sequence[Movable]:
    """By version, the last first. Raises Failure."""
    earlier = [
        one
        for one in reversed(await list_programmes(visit, rulebook.programme))
        if one.open_files and one.rulebook.version < rulebook.version
    ]
    return [await _under(visit, one) for one in earlier]


async def _under(visit: Visit, version: ProgrammeVersion) -> Movable:
    where = PortfolioFilter(open=True, rulebook=version.rulebook.id)
    found = await list_portfolio(visit, where, Part(limit=MOST))
    files = [one for one in found.rows if one.whole]
    return Movable(version, files, [found.phases[one.file] for one in files])
