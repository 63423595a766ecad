"""The programmes that an organisation has: every version, and how many files run under each."""

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any, Literal

from domain.rulebook import Rulebook
from projections.portfolio_pages import PortfolioFilter
from queries.portfolio import count_portfolio
from queries.visit import Visit


@dataclass(frozen=True, slots=True)
class ProgrammeVersion:
    """A version of a programme's rulebook; ``open_files`` counts those that the person may read."""

    rulebook: Rulebook
    origin: Literal["published", "shipped"]
    in_force: bool
    open_files: int

    def as_json(self) -> dict[str, Any]:
        """What identifies it, and how much it is used."""
        return {
            "programme": self.rulebook.programme,
            "version": self.rulebook.version,
            "rulebook": self.rulebook.id,
            "name": self.rulebook.name.model_dump(),
            "digest": self.rulebook.digest,
            "from": self.origin,
            "in_force": self.in_force,
            "open_files": self.open_files,
        }


async def list_programmes(visit: Visit) -> Sequence[ProgrammeVersion]:
    """Every version of every programme. Raises Failure."""
    rulebooks = visit.service.rulebooks
    counts = await _open_files(visit)
    return [
        ProgrammeVersion(
            one,
            "published" if one.id in visit.people.rulebooks else "shipped",
            one == rulebooks.current(visit.people, one.programme),
            counts[one.id],
        )
        for one in rulebooks.versions(visit.people)
    ]


async def _open_files(visit: Visit) -> Counter[str]:
    """How many open files run under each rulebook."""
    found = Counter[str]()
    for one in await count_portfolio(visit, PortfolioFilter(open=True)):
        found[one.rulebook] += one.files
    return found
