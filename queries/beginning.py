"""What an organisation needs before it works: people with roles, regions, a rulebook, a first file."""

from dataclasses import dataclass
from typing import Literal

from domain.people.roles import holds_now
from projections.portfolio_pages import PortfolioFilter
from queries.lists import Part, listed
from queries.visit import Visit

Step = Literal["people", "roles", "regions", "rulebook", "file"]


@dataclass(frozen=True, slots=True)
class Beginning:
    """The steps in their order, each with whether it is done."""

    steps: tuple[tuple[Step, bool], ...]

    @property
    def is_over(self) -> bool:
        """Whether all of them are."""
        return all(done for _, done in self.steps)


async def beginning(visit: Visit) -> Beginning:
    """How far it has come. Raises Failure."""
    people = visit.people
    holders = {one.person for one in people.grants.values() if holds_now(people, one, visit.now)}
    files = await listed(visit, visit.service.read_models.portfolio, PortfolioFilter(), Part(limit=1))
    return Beginning(
        (
            ("people", len(people.people) > 1),
            ("roles", len(holders) > 1),
            ("regions", bool(people.regions)),
            ("rulebook", bool(people.rulebooks or people.adopted)),
            ("file", bool(files.rows)),
        )
    )
