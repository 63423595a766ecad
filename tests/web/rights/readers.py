"""Readers of every role, for every region, and what each may read: said here once more, not asked of the rules."""

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Literal

from domain.kernel.values import Role

Level = Literal["nothing", "sheet", "full"]
HERE, THERE, ELSEWHERE = "paca-corse", "hauts-de-france", "occitanie"

FILES = {"noailles": HERE, "epicerie": HERE, "filature": THERE, "halle": THERE}
"""The cooperations of the story, with their regions."""
FUNDINGS = {"epicerie-2027": "epicerie", "filature-2027": "filature", "halle-2027": "halle"}
REVIEWS = {"noailles-avis": "noailles", "epicerie-etude": "epicerie"}
SEATS = {"noailles-avis": (Role.JURY, None), "epicerie-etude": (Role.REGIONAL_COMMISSION, HERE)}
"""Whose holders were invited, and for which region: None, wherever they hold it."""
NAMES = {"noailles": "Noailles", "epicerie": "Épicerie", "filature": "Filature", "halle": "Halle"}
"""A word of each name that stands in no other place."""
LEFT, SETTLING = "noailles", Role.JURY
"""The cooperation that is to be abandoned, and the role that settles that: it waits for whoever holds it there."""
NAMED_ON = "epicerie"
"""The cooperation on which an accompanying organisation and a facilitator are named."""


@dataclass(frozen=True)
class Reader:
    """Somebody with one role, for a region or for all; ``named`` on one cooperation, or not."""

    role: Role | None
    region: str | None
    named: bool = False

    @property
    def alias(self) -> str:
        """What the import calls them."""
        return f"r-{self.role or 'nobody'}-{self.region or 'all'}{'-named' if self.named else ''}"

    def level(self, cooperation: str) -> Level:
        """How much they read of a cooperation."""
        if self.role in {Role.ADMINISTRATOR, Role.AUDITOR, Role.BOARD}:
            return "full"
        if self.role is None or self.region not in (None, FILES.get(cooperation)):
            return "nothing"
        if self.role in {Role.PROGRAMME_MANAGER, Role.ELECTED_REPRESENTATIVE, Role.FINANCE_OFFICER}:
            return "full"
        if self.role is SETTLING and cooperation == LEFT:
            return "full"
        if self.role in {Role.REGIONAL_COMMISSION, Role.JURY, Role.STEERING_COMMITTEE}:
            return "sheet"
        return "full" if self.named and cooperation == NAMED_ON else "nothing"

    def sits_on(self, review: str) -> bool:
        """Whether they were invited when it was opened: those who held the role of a seat then."""
        role, region = SEATS[review]
        return self.role is role and region in (None, self.region or region)


def readers() -> Iterator[Reader]:
    """Everybody: each role for each region and for all, those who are named on a file, somebody without a role."""
    for role in Role:
        for region in (HERE, THERE, ELSEWHERE, None):
            yield Reader(role, region)
    for role in (Role.ACCOMPANYING_ORGANISATION, Role.FACILITATOR):
        yield Reader(role, HERE, named=True)
    yield Reader(None, None)
