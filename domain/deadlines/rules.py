"""What a clock runs by: a deadline of the rulebook, or one that a review or a funding brings with it."""

from dataclasses import dataclass, field
from datetime import date
from typing import Literal, Protocol

from domain.kernel.values import Role
from domain.rulebook import Moved, Names

CountsAs = Literal[
    "met", "granted", "refused", "withdrawn", "paused", "favourable", "unfavourable", "abstention"
]
"""What silence may count as."""


class SilenceRule(Protocol):
    """What no answer by the due date counts as, and how long before that is announced."""

    @property
    def counts_as(self) -> CountsAs:
        """As what."""

    @property
    def forecast(self) -> str:
        """An ISO 8601 duration."""


class TimeRule(Protocol):
    """What a deadline follows: how long, by which ladder, and what interruptions do to it."""

    @property
    def deadline(self) -> str:
        """Its key."""

    @property
    def name(self) -> Names:
        """What it is called."""

    @property
    def after(self) -> str:
        """What it counts from."""

    @property
    def within(self) -> str:
        """How long, an ISO 8601 duration."""

    @property
    def ladder(self) -> str:
        """The rulebook's ladder."""

    @property
    def pause_rule(self) -> Moved:
        """What a pause does to it."""

    @property
    def completion(self) -> Moved:
        """What a request for completion does to it."""

    @property
    def silence(self) -> SilenceRule | None:
        """What silence counts as, if it counts."""


@dataclass(frozen=True, slots=True)
class OwnSilence:
    """Silence about an opinion or a request."""

    counts_as: CountsAs
    forecast: str = "P7D"


@dataclass(frozen=True, slots=True)
class OwnRule:
    """A deadline that a review or a funding brings with it.

    ``opening`` is a rung of its own, at the moment it begins: an invitation, or word of a new version. ``fixed`` stands
    in the calendar: while its cooperation sleeps it is silent, and moves no more than its ``pause_rule`` says.
    """

    deadline: str
    name: Names
    after: str
    within: str
    ladder: str
    silence: SilenceRule | None = None
    pause_rule: Moved = "continue"
    completion: Moved = "ignore"
    opening: str | None = None
    opening_to: str = "owing"
    """Whom its opening tells: those who owe, or those in charge."""
    fixed: bool = False
    on_working_days: bool = False
    """Whether it is due until the end of a day on which people work: the next one, if it falls on another."""


@dataclass(frozen=True, slots=True)
class Owing:
    """Somebody who owes an answer, in ``member``’s seat and role; a delegate until a day (inclusive, of its region)."""

    person: str
    role: Role
    member: str
    since: date | None = None
    until: date | None = None

    def owes_on(self, day: date) -> bool:
        """Whether they owe it on that day."""
        return (self.since is None or self.since <= day) and (self.until is None or day <= self.until)


@dataclass(frozen=True, slots=True)
class Addressed:
    """Who is reminded where a rung names those who owe, or one of the panel's ``roles``: who owes, or the chair."""

    owing: tuple[Owing, ...] = ()
    roles: frozenset[Role] = field(default_factory=frozenset)
    chair: bool = False


NOBODY = Addressed()
"""A clock whose rungs all name their recipients themselves."""
