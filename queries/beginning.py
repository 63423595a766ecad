"""What an organisation needs before it works: people, somebody who may be in charge, a first file; and what helps."""

from dataclasses import dataclass
from typing import Literal

from domain.kernel.values import Role
from domain.people.roles import holds_now
from projections.portfolio_pages import PortfolioFilter
from queries.lists import Part, listed
from queries.reserved import holds_one_of
from queries.visit import Visit

Step = Literal["people", "roles", "file", "regions", "rulebook"]


@dataclass(frozen=True, slots=True)
class BeginningStep:
    """A step, and whether it is done. ``optional``: one works without it, too."""

    step: Step
    done: bool
    optional: bool = False


@dataclass(frozen=True, slots=True)
class Beginning:
    """The steps in their order. ``opens``: whether the reader may open a file somewhere."""

    opens: bool
    steps: tuple[BeginningStep, ...]

    @property
    def is_over(self) -> bool:
        """Whether all are done but those without which one works, too."""
        return all(one.done or one.optional for one in self.steps)


async def beginning(visit: Visit) -> Beginning:
    """How far it has come. Raises Failure."""
    files = await listed(visit, visit.service.read_models.portfolio, PortfolioFilter(), Part(limit=1))
    return _beginning(visit, has_file=bool(files.rows))


def still_beginning(visit: Visit) -> Beginning | None:
    """The same for administrators as long as no rulebook is in use; None from then on, and for all others."""
    in_use = visit.people.adopted or visit.people.rulebooks
    if in_use or not holds_one_of(visit, (Role.ADMINISTRATOR,)):
        return None
    return _beginning(visit, has_file=False)


def may_open(visit: Visit) -> bool:
    """Whether somebody may open a file in some region."""
    return holds_one_of(visit, (Role.PROGRAMME_MANAGER,))


def _beginning(visit: Visit, *, has_file: bool) -> Beginning:
    people = visit.people
    held = {one.role for one in people.grants.values() if holds_now(people, one, visit.now)}
    return Beginning(
        may_open(visit),
        (
            BeginningStep("people", done=len(people.people) > 1),
            BeginningStep("roles", done=Role.PROGRAMME_MANAGER in held),
            BeginningStep("file", done=has_file),
            BeginningStep("regions", done=bool(people.regions), optional=True),
            BeginningStep("rulebook", done=bool(people.rulebooks), optional=True),
        ),
    )
