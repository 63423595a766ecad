"""What a file holds besides its course: its application, what it must complete, its experiments, those it awaits."""

from dataclasses import dataclass
from datetime import date

from domain.prose import Prose
from domain.values import Phase

RECEIVED = "received"
"""The first stage of every funnel."""
UNANSWERED = "unanswered"
"""The reason for which an application counts as refused when silence withdraws it."""


@dataclass(frozen=True, slots=True)
class Application:
    """An application to a call: its stage, since when it counts as received, why it was refused if it was."""

    call: str
    stage: str
    declined: tuple[str, ...]
    since: str
    entry: int
    selected: int | None = None
    """The entry that took it to its stage."""


@dataclass(frozen=True, slots=True)
class Completion:
    """A request for completion; ``until`` is None while it is pending."""

    entry: int
    since: str
    until: str | None = None
    what: Prose | None = None
    """What was asked for."""


@dataclass(frozen=True, slots=True)
class Experiment:
    """An experiment, by the entries that began and closed it."""

    id: str
    title: str
    until: date
    pass_number: int
    started: int
    closed: int | None = None


@dataclass(frozen=True, slots=True)
class Judgement:
    """How a criterion was judged last."""

    met: bool
    entry: int
    replaces: "Judgement | None" = None
    """The judgement before it: it holds again should this one never have been."""


@dataclass(frozen=True, slots=True)
class Awaited:
    """A file that this one waits for, as far as it has come."""

    phase: Phase | None
    completed: bool
    entry: int


@dataclass(frozen=True, slots=True)
class ReviewSeen:
    """A review of a cooperation, as it heard of it: ``outcome`` and ``answered`` (an entry) once it has ended."""

    question: str
    pass_number: int
    funding: str | None
    outcome: str | None = None
    answered: int | None = None


@dataclass(frozen=True, slots=True)
class FundingSeen:
    """A funding of a cooperation, as it heard of it: its last known stage, and the entry that granted it."""

    instrument: str
    stage: str
    granted: int | None = None

    @property
    def over(self) -> bool:
        """Whether it hears nothing of its cooperation any more; what was refused or deferred may be asked for again."""
        return self.stage in ("withdrawn", "closed")
