"""How cooperations come in: by outreach, by a permanent call, by dated calls; and the funnel of a call."""

from datetime import date
from typing import Literal, Self
from zoneinfo import ZoneInfo

from pydantic import model_validator

from domain.kernel.model import Model
from domain.kernel.moments import may_lie_within
from domain.kernel.values import Key, Phase, Role, Slug
from domain.rulebook.base import Names, contradiction

RECEIVED = "received"
"""The first stage of every funnel."""


class Call(Model):
    """A call for projects: permanent, or open from a day to a day (both inclusive, Paris)."""

    call: Key
    name: Names
    kind: Literal["permanent", "dated"]
    opens: date | None = None
    closes: date | None = None
    fast_track: bool = False
    """Whether its applications take the accelerated circuit: straight to the funnel's last stage."""

    @model_validator(mode="after")
    def _dated_or_not(self) -> Self:
        if self.kind == "dated" and (self.opens is None or self.closes is None):
            raise contradiction("un appel daté a opens et closes", "a dated call has opens and closes")
        if self.kind == "permanent" and self.closes is not None:
            raise contradiction(
                "un appel permanent ne ferme pas : retirez closes",
                "a permanent call does not close: remove closes",
            )
        if self.opens and self.closes and self.closes < self.opens:
            raise contradiction("closes est avant opens", "closes is before opens")
        return self

    def is_open(self, at: str, zone: ZoneInfo) -> bool:
        """Whether applications are, or may have been, received at a moment, where days are those of a zone."""
        return may_lie_within(at, self.opens, self.closes, zone)


class FunnelStage(Model):
    """A stage after *received*, in order, and the roles that take an application there."""

    stage: Key
    name: Names
    by: tuple[Role, ...]


class Calls(Model):
    """The calls of a programme. With ``outreach`` a file may also be opened without one."""

    outreach: bool = False
    calls: tuple[Call, ...]
    funnel: tuple[FunnelStage, ...]
    points: dict[Key, Names] = {}
    """The usual reasons for which an application is refused; others may be written."""
    resubmission: bool = True
    """Whether an application refused with reasons may come back and answer them."""


class Relay(Model):
    """An earlier programme whose files this one may take over, with their whole history.

    ``phases`` says where a file of the earlier programme goes on; by itself it stays in its phase.
    """

    programme: Slug
    since: date | None = None
    """The day of the handing over, if there was one: none before."""
    phases: dict[Phase, Phase] = {}
