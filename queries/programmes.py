"""The programmes that an organisation has: every version, and how many files run under each."""

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any, Literal

from domain.kernel.values import Role
from domain.people.roles import roles_anywhere
from domain.rulebook import Rulebook
from language import Text
from projections.portfolio_pages import PortfolioFilter
from queries.portfolio import count_portfolio
from queries.refused import Failure, FailureKind
from queries.visit import Visit

_WORK_ON_RULES = frozenset({Role.ADMINISTRATOR, Role.PROGRAMME_MANAGER, Role.AUDITOR})


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


async def list_programmes(visit: Visit, programme: str | None = None) -> Sequence[ProgrammeVersion]:
    """Every version of every programme, or of one. Raises Failure."""
    rulebooks = visit.service.rulebooks
    counts = await _open_files(visit, programme)
    return [
        ProgrammeVersion(
            one,
            "published" if one.id in visit.people.rulebooks else "shipped",
            one == rulebooks.current(visit.people, one.programme),
            counts[one.id],
        )
        for one in rulebooks.versions(visit.people)
        if programme in (None, one.programme)
    ]


def version_of(visit: Visit, rulebook: str) -> Rulebook | None:
    """A version by its id; None if the organisation has none of it."""
    found = (one for one in visit.service.rulebooks.versions(visit.people) if one.id == rulebook)
    return next(found, None)


def works_on_rules(visit: Visit) -> bool:
    """Whether somebody checks rulebooks and asks what other rules would have made of the past."""
    return bool(_WORK_ON_RULES & roles_anywhere(visit.people, visit.person, visit.now))


def needs_to_work_on_rules(visit: Visit) -> None:
    """Refuse whoever does not. Raises Failure."""
    visit.needs_a_role()
    if not works_on_rules(visit):
        raise Failure(
            FailureKind.REFUSED,
            "not-entitled",
            Text(
                "Réservé à l’administration, aux chargés de programme et à l’audit.",
                "For administrators, programme managers and auditors.",
            ),
            Text("Demandez à l’une de ces personnes.", "Ask one of them."),
        )


async def _open_files(visit: Visit, programme: str | None) -> Counter[str]:
    """How many open files run under each rulebook."""
    found = Counter[str]()
    for one in await count_portfolio(visit, PortfolioFilter(open=True, programme=programme)):
        found[one.rulebook] += one.files
    return found
