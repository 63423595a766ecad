"""What a reminder is about, as far as it depends on the kind of file: a cooperation, a review or a funding."""

from dataclasses import dataclass
from typing import Literal

from domain.rulebook import Names
from domain.tasks.prefilled import Prefilled
from language import Text
from mail.missing import Missing

Opening = Literal["invitation", "revised", "handed_up", "announced", "asked", "refused", "put"]
"""The rungs with which the deadlines of a review begin, those of what the service does by itself, and decisions."""
Capacity = Literal["member", "delegate", "chair"]
"""As what somebody owes an answer."""


@dataclass(frozen=True, slots=True)
class Page:
    """A page to look at: of a file, by its key; of all people and their roles where it names none."""

    file: str | None = None


@dataclass(frozen=True, slots=True)
class Proposal:
    """Something to do, and the key of the words that say what for: a command to give, or a page to look at."""

    what: Prefilled | Page
    purpose: str


@dataclass(frozen=True, slots=True)
class Topic:
    """The facts of one kind of file. ``cooperation``: the name of the one that it is, or is about.

    ``about``: the question put to ``panel``, or the instrument that is asked for. ``opening``: the rung with which a
    deadline of a review or of an act begins, of a refused act whatever rung; ``deed``: what the service will do, or
    asks for; ``refusal``: why it could not. ``owes``: in which capacity the recipient owes an answer, or the
    conclusion. ``whose``: the stakeholder, report, condition or tranche that the deadline is about. Integer euro cents.
    """

    kind: Literal["cooperation", "review", "funding"]
    cooperation: str
    proposals: tuple[Proposal, ...]
    phase: Names | None = None
    about: Names | None = None
    panel: Names | None = None
    decisive: bool = False
    opening: Opening | None = None
    owes: Capacity | None = None
    deed: Text | None = None
    refusal: Text | None = None
    whose: Text | None = None
    amount_cents: int | None = None
    missing: Missing | None = None
    """What the deadline waits for, where that is a panel's opinion or a funding."""
    stranded: bool = False
    """Whether it goes to administrators, for nobody is left who can act."""
