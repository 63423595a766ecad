"""Panels and reviews: who gives an opinion or decides, by which rule."""

from typing import Annotated, Literal

from pydantic import Field

from domain.kernel.calendar import Duration
from domain.kernel.model import Model
from domain.kernel.values import Key, Role
from domain.rulebook.base import Count, Names, Percentage
from domain.rulebook.deadlines import Moved


class Seat(Model):
    """Members of a panel: the holders of a role, of the file's region or of any."""

    role: Role
    of: Literal["region", "organisation"] = "region"
    members: Count | None = None
    """How many of them sit; all, if missing."""


class Quorum(Model):
    """How many opinions a conclusion needs: a number, or a share of those who sit and are not recused."""

    at_least: Count = 1
    share: Percentage | None = None


class Score(Model):
    """A line of a panel's grid: points from 0 to ``most``, and its weight."""

    name: Names
    most: Annotated[int, Field(ge=1, le=100)] = 4
    weight: Count = 1


class Panel(Model):
    """A body that is asked for its opinion (advisory) or decides (decisive)."""

    panel: Key
    name: Names
    mode: Literal["advisory", "decisive"]
    members: tuple[Seat, ...]
    named: bool = False
    """Whether people are named for each review: of those who hold a seat's role, only they sit."""
    chair: Role | None = None
    quorum: Quorum = Quorum()
    concludes: Literal["majority", "unanimity", "threshold", "chair"] = "majority"
    threshold: Percentage | None = None
    """The share of favourable opinions among those expressed, where ``concludes`` says threshold."""
    within: Duration
    ladder: Key
    pause: Moved = "continue"
    """What a pause of the cooperation does to the deadline: *ignore* exempts the panel from it."""
    silence: Literal["favourable", "unfavourable", "abstention"] | None = None
    """What no opinion by the deadline counts as."""
    grid: dict[Key, Score] = {}
    points: dict[Key, Names] = {}
    """The usual reasons of an unfavourable opinion, each of which a new submission answers; others may be written."""


class Review(Model):
    """A question put to a panel, and what about."""

    review: Key
    name: Names
    panel: Key
    about: Literal["gate", "call", "funding", "amendment", "evaluation"]
