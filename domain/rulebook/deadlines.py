"""Deadlines, their ladders, and what silence counts as."""

from typing import Annotated, Literal, Self

from pydantic import StringConstraints, model_validator

from domain.kernel.calendar import Duration
from domain.kernel.model import Model
from domain.kernel.values import Day, Key, Phase, Role
from domain.rulebook.base import Names, contradiction

Managers = Literal["managers"]
"""Those in charge of the file, as recipients."""

Owing = Literal["owing"]
"""Those who owe the next step when the reminder goes out: of a review an opinion, of a funding what is due."""

DayOfYear = Annotated[str, StringConstraints(pattern=r"^(0[1-9]|1[0-2])-(0[1-9]|[12][0-9]|3[01])$")]
"""A day of every year, month first: ``11-01``; 29 February is the 28th in common years."""

After = Literal[
    "phase-entry",
    "last-contact",
    "last-evaluation",
    "last-occasion",
    "last-deliverable",
    "last-review",
    "gate-item",
    "experiment-start",
    "stakeholder-term",
    "charter-term",
    "abandonment-request",
    "completion-request",
    "application",
    "date",
    "each-year",
]

Moved = Literal["continue", "restart", "ignore"]
"""What an interruption does to a clock: go on with what remained, begin again at its end, or nothing."""

COMPANIONS = {
    "last-occasion": "occasion",
    "last-deliverable": "deliverable",
    "last-review": "review",
    "gate-item": "item",
    "date": "date",
    "each-year": "day",
}
"""The field that says what exactly a deadline counts from."""

TERMS = frozenset({"stakeholder-term", "charter-term"})
"""Ends of what people agreed on: another term is agreed on, it is not extended."""
FIXED_TERMS = TERMS | {"date", "each-year"}
"""What stands in the calendar: no interruption moves it unless its rule says so."""


class Rung(Model):
    """A step of a ladder: a reminder some time before (negative) or after the due date, to whom."""

    rung: Key
    name: Names | None = None
    offset: Duration
    to: Managers | Owing | Role


class Silence(Model):
    """No answer by the due date counts as one.

    ``met`` holds the item that the deadline waits for; ``granted`` and ``refused`` settle the request to abandon;
    ``withdrawn`` closes a request for completion or an application without answer; ``paused`` lets the file sleep.
    The forecast is shown from ``forecast`` before it bites.
    """

    counts_as: Literal["met", "granted", "refused", "withdrawn", "paused"]
    forecast: Duration = "P14D"


class DeadlineRule(Model):
    """When something is due and who is reminded. Met as soon as ``until`` holds (a gate item of the phase).

    ``after`` says from when it counts: entering the phase, the last contact, evaluation, occasion or deliverable of a
    kind, or review of a question, or else entering the phase (recurrent), a gate item met, the start of an experiment,
    the term of each stakeholder's role, of the charter, the request to abandon or for completion, the application to a
    call, a date, or a day of each year (recurrent; met by the ``deliverable`` or ``occasion`` of that window).
    """

    deadline: Key
    name: Names
    after: After
    occasion: Key | None = None
    deliverable: Key | None = None
    review: Key | None = None
    counting: Literal["asked", "answered"] | None = None
    """Of *last-review*: whether it counts from the last asking, or else from the last answer; *asked* if missing."""
    item: Key | None = None
    date: Day | None = None
    day: DayOfYear | None = None
    within: Duration
    phases: tuple[Phase, ...] = tuple(Phase)
    until: Key | None = None
    ladder: Key
    pause: Moved = "continue"
    completion: Moved = "ignore"
    silence: Silence | None = None

    @model_validator(mode="after")
    def _says_what_it_counts_from(self) -> Self:
        wanted = COMPANIONS.get(self.after)
        if wanted and getattr(self, wanted) is None:
            raise contradiction(
                f"after: {self.after} demande {wanted}", f"after: {self.after} needs {wanted}"
            )
        allowed = {wanted} | ({"occasion", "deliverable"} if self.after == "each-year" else set())
        if extra := [one for one in COMPANIONS.values() if one not in allowed and getattr(self, one)]:
            named = ", ".join(extra)
            raise contradiction(
                f"after: {self.after} ne compte pas à partir de {named}",
                f"after: {self.after} does not count from {named}",
            )
        if self.counting and self.after != "last-review":
            raise contradiction(
                f"after: {self.after} ne compte ni demandes ni réponses",
                f"after: {self.after} counts neither askings nor answers",
            )
        return self

    @property
    def pause_rule(self) -> Moved:
        """What a pause does: a term of the calendar moves only if its rule says *restart*."""
        return "ignore" if self.after in FIXED_TERMS and self.pause == "continue" else self.pause
