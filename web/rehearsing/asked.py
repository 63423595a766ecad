"""What the process of a rehearsal is asked, and what it answers: JSON over its standard input and output."""

from datetime import date
from typing import Any, Literal

from domain.kernel.model import Model
from language import Locale

Form = Literal["page", "ics", "xlsx"]


class Asked(Model):
    """A life to rehearse under a rulebook (as it was written), and the form in which it is wanted."""

    rulebook: dict[str, Any]
    scenario: str
    """One of the built-in ones."""
    region: str
    since: date | None
    """The first day; None: ``today``, or the first day on which a file may be opened."""
    today: date
    years: int
    form: Form
    language: Locale


class Line(Model):
    """Something that happens: when, of which kind, what, to whom, and why that day."""

    day: str
    kind: str
    what: str
    to: str
    why: str


class Refused(Model):
    """Something that the rules refused: when, the act, and why."""

    day: str
    what: str
    why: str


class Strange(Model):
    """Something that makes no sense: since when, in words, how often."""

    day: str
    what: str
    times: int


class Shown(Model):
    """A rehearsal as its page shows it, in the reader's language; days as ISO 8601 has them."""

    scenario: str
    beginning: str
    until: str
    status: str
    lines: tuple[Line, ...]
    refused: tuple[Refused, ...]
    strange: tuple[Strange, ...]
