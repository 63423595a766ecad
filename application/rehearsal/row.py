"""One line of what a rehearsal tells."""

from dataclasses import dataclass
from datetime import date, datetime
from typing import Literal

from application.rehearsal.scenario import FILE
from domain.kernel.event import Event
from domain.kernel.values import Role
from domain.rulebook import Names
from domain.rulebook.deadlines import Managers, Owing
from language import Text

Kind = Literal[
    "step", "act", "reminder", "escalation", "due", "silence", "review", "funding", "payment", "told"
]


@dataclass(frozen=True, slots=True)
class Recipient:
    """Somebody who is told, and in which role; nobody in particular where a date concerns a role as such."""

    role: Role | Managers | Owing | Literal["presiding"]
    person: str | None = None
    reached: bool = True
    """False where the message was refused."""


@dataclass(frozen=True, slots=True)
class Row:
    """Something that happens on a day: what, to whom, and why not on the day that one would expect."""

    at: datetime
    kind: Kind
    name: Names | None = None
    """What it is about, as the rulebook calls it; None for what ``event`` tells."""
    file: str = FILE
    """The key of the file that it happens in: the cooperation, ``review:<id>`` or ``funding:<id>``."""
    about: Names | None = None
    """What the rulebook calls the question of that review, or the instrument of that funding."""
    occurrence: str = ""
    rung: str = ""
    ladder: str = ""
    due_on: date | None = None
    to: tuple[Recipient, ...] = ()
    why: tuple[Text, ...] = ()
    late: bool = False
    overtakes: tuple[str, ...] = ()
    settled_on: date | None = None
    event: Event | None = None
