"""What the lifecycle does by itself: the acts of a phase or of an instrument, and after what each is due.

An act is done once for each occurrence of what it waits for, on a working day, by the service. ``delay`` is the time in
which those in charge, who are told beforehand, may hold it back. Where nothing is written, nothing is done.
"""

from typing import Annotated, Literal

from pydantic import Field

from domain.kernel.calendar import Duration
from domain.kernel.model import Model
from domain.kernel.money import Cents
from domain.kernel.values import Day, Key, Role
from domain.rulebook.base import Names


class AfterPhaseEntry(Model):
    """On entering the phase."""

    after: Literal["phase-entry"]


class AfterOtherItems(Model):
    """Once all other items of the gate hold: all but those that the act itself brings about."""

    after: Literal["other-items"]


class AfterItem(Model):
    """Once an item of the gate holds: a deliverable is there, something was declared."""

    after: Literal["gate-item"]
    item: Key


class AtACadence(Model):
    """Again and again while the phase lasts: so long after entering it, then after the last ``asked`` or ``answered``.

    Of what is not answered by anybody, both are the same.
    """

    after: Literal["cadence"]
    every: Duration
    counting: Literal["asked", "answered"] = "answered"


class OnADay(Model):
    """On a day, if the phase has been entered by then."""

    after: Literal["date"]
    date: Day


class AfterStage(Model):
    """Once the application has reached a stage of the funnel."""

    after: Literal["application"]
    stage: Key


class AfterRequest(Model):
    """Once a funding is asked for, revised or asked for again, its amount within bounds (inclusive)."""

    after: Literal["request"]
    at_least_cents: Cents | None = None
    up_to_cents: Cents | None = None
    eligible: bool = True
    """Whether it waits until the request is eligible by every rule; else what is not eligible is put as well."""

    def holds(self, cents: int) -> bool:
        """Whether the amount of a request is within its bounds, both inclusive."""
        low, high = self.at_least_cents, self.up_to_cents
        return (low is None or cents >= low) and (high is None or cents <= high)


class AfterAmendment(Model):
    """Once an amendment is proposed."""

    after: Literal["amendment"]


class AfterConclusion(Model):
    """Once a review of the request has concluded, whatever it said."""

    after: Literal["conclusion"]
    review: Key


PhaseMoment = Annotated[
    AfterPhaseEntry | AfterOtherItems | AfterItem | AtACadence | OnADay | AfterStage,
    Field(discriminator="after"),
]
"""After what an act of a phase is due."""

RequestMoment = Annotated[AfterRequest | AfterAmendment, Field(discriminator="after")]
"""After what a review of a funding is opened."""


class ActRule(Model):
    """What all acts have: a key, a name, how long and by whom they may be held back, who hears where they cannot be."""

    act: Key
    name: Names
    delay: Duration = "P0D"
    """How long it is announced before it is done; at once, if nothing."""
    held_by: tuple[Role, ...] = ()
    """Who may hold it back, besides those in charge."""
    ladder: Key | None = None
    """Who is reminded, and when, of what the service could not do and people are to do by hand."""


class OpenReviewInPhase(ActRule):
    """Ask a panel a question about the cooperation."""

    does: Literal["open-review"]
    review: Key
    when: PhaseMoment


class AskFor(ActRule):
    """Ask those in charge for something: a task with a deadline and a ladder, met once it is there."""

    does: Literal["ask-for"]
    what: Literal["evaluation", "commitments", "contact", "deliverable", "gate-item"]
    of: Key | None = None
    """Which deliverable, or which item of the gate."""
    when: PhaseMoment
    within: Duration
    ladder: Key
    """Who is reminded, and when, of what was asked for."""


class AdvanceByItself(ActRule):
    """Go on to the next phase once the gate holds; those in charge are told, and may object."""

    does: Literal["advance"]
    delay: Duration


class OpenReviewOfRequest(ActRule):
    """Ask a panel about a request or an amendment."""

    does: Literal["open-review"]
    review: Key
    when: RequestMoment


class PutToDecision(ActRule):
    """Put the request before the body that decides its amount; if a panel does, its decisive review is opened."""

    does: Literal["put-to-decision"]
    when: Annotated[AfterRequest | AfterConclusion, Field(discriminator="after")]


class RecordDecision(ActRule):
    """Record what the panel that decides has concluded as the decision. An opinion never is one."""

    does: Literal["record-decision"]


class AskForTranche(ActRule):
    """Ask for a tranche once its conditions hold; somebody approves it and somebody pays it, as ever."""

    does: Literal["ask-for-tranche"]
    tranches: tuple[Key, ...] = ()
    """Which; all, if none is named."""


PhaseAct = Annotated[OpenReviewInPhase | AskFor | AdvanceByItself, Field(discriminator="does")]
"""An act of a phase."""

FundingAct = Annotated[
    OpenReviewOfRequest | PutToDecision | RecordDecision | AskForTranche, Field(discriminator="does")
]
"""An act of an instrument."""

AnyAct = (
    OpenReviewInPhase
    | AskFor
    | AdvanceByItself
    | OpenReviewOfRequest
    | PutToDecision
    | RecordDecision
    | AskForTranche
)
"""An act of either."""
