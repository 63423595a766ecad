"""What a scenario is: who plays, what they do and when, when the service is away, whose mail fails."""

from dataclasses import dataclass
from datetime import date, datetime, time
from typing import Annotated, Literal
from zoneinfo import ZoneInfo

from pydantic import AfterValidator, Field, TypeAdapter, ValidationError
from pydantic_core import PydanticCustomError

from domain.kernel.calendar import Duration, plus
from domain.kernel.model import Model
from domain.kernel.moments import Moment, earliest
from domain.kernel.values import Day, Region, Role, Slug
from domain.registry.commands import AnyCommand
from domain.rulebook import Names

FILE = "rehearsal"
"""The cooperation whose life is rehearsed."""
OFFICE_HOUR = time(10)
"""When people act on a day of which no hour is said: after that day's reminders."""

_DURATION: TypeAdapter[str] = TypeAdapter(Duration)
_MOMENT: TypeAdapter[str] = TypeAdapter(Moment)
_DAY_LENGTH = len("2027-03-01")


def _read_when(text: str) -> str:
    if len(text) >= _DAY_LENGTH or text.startswith("P"):
        try:
            return _DURATION.validate_python(text) if text.startswith("P") else _MOMENT.validate_python(text)
        except ValidationError:
            pass
    raise PydanticCustomError(
        "when_expected",
        "a day, an instant, or a time since the beginning: 2027-03-01, 2027-03-01T09:30:00+01:00, P9M",
    )


When = Annotated[str, AfterValidator(_read_when)]
"""A day, an instant, or a duration from the beginning of the rehearsal."""


class RoleHeld(Model):
    """A role that somebody holds, for a region or all, from a day to a day (inclusive)."""

    role: Role
    region: Region | None = None
    since: Day | None = None
    until: Day | None = None


class Player(Model):
    """Somebody who plays."""

    alias: Slug
    roles: tuple[RoleHeld, ...] = ()


class Outage(Model):
    """When the service is away: acts are recorded, nothing is reminded until it comes back."""

    since: When = Field(alias="from")
    until: When


class MailFailure(Model):
    """Whose mail is refused: of one person, or of all who are told in a role; for a time, or always."""

    to: Slug
    since: When | None = Field(default=None, alias="from")
    until: When | None = None


@dataclass(frozen=True, slots=True)
class Act:
    """Something done by somebody: by ``by``, else by the first who may."""

    at: str
    command: AnyCommand
    by: str | None = None


class Scenario(Model):
    """A life to rehearse. ``like`` says what people do besides the acts: all that is asked, or nothing."""

    scenario: Slug
    name: Names
    like: Literal["nominal", "forgotten"] = "forgotten"
    since: Day | None = Field(default=None, alias="from")
    region: Region | None = None
    people: tuple[Player, ...] = ()
    outages: tuple[Outage, ...] = ()
    mail_fails: tuple[MailFailure, ...] = ()


@dataclass(frozen=True, slots=True)
class Script:
    """A scenario with its acts, ready to be played."""

    scenario: Scenario
    acts: tuple[Act, ...] = ()


def instant(when: str, beginning: datetime, zone: ZoneInfo) -> datetime:
    """The instant that ``when`` means in a rehearsal that begins at ``beginning``; days are those of a zone."""
    if when.startswith("P"):
        return plus(beginning, when, exact="T" in when).at
    moment = earliest(when, zone)
    return moment.astimezone(beginning.tzinfo) if "T" in when else at_office_hour(moment.date(), beginning)


def at_office_hour(day: date, like: datetime) -> datetime:
    """The hour at which people act on ``day``, in the zone of ``like``."""
    return datetime.combine(day, OFFICE_HOUR, like.tzinfo)
