"""Commands about applications to a call, and about what an applicant is asked to complete."""

from typing import Annotated, Literal

from pydantic import Field

from domain.cooperations.commands.base import FileCommand
from domain.kernel.command import Answers
from domain.kernel.prose import ClearProse
from domain.kernel.values import Key

Points = Annotated[tuple[Key, ...], Field(min_length=1, max_length=20)]
"""The reasons of a refusal as keys, so that a re-submission can answer each of them: ``no_residents``."""


class SelectApplication(FileCommand):
    """Take an application to the next stage of its call's funnel; the fast track goes straight to the last."""

    type: Literal["SelectApplication"]
    stage: Key
    """The stage to enter, named so that nobody selects twice."""
    note: ClearProse | None = None


class DeclineApplication(FileCommand):
    """Refuse an application, with reasons and what would change them. The file sleeps until it comes back."""

    told_to_reviews_and_fundings = True

    type: Literal["DeclineApplication"]
    points: Points
    reasons: ClearProse
    would_change: ClearProse


class ResubmitApplication(FileCommand):
    """Bring a refused application back, answering every reason that was given."""

    by_those_in_charge = True
    not_while = frozenset({"abandonment-requested"})
    told_to_reviews_and_fundings = True

    type: Literal["ResubmitApplication"]
    answers: Annotated[Answers, Field(min_length=1)]


class AskForCompletion(FileCommand):
    """Ask for what a file lacks (demande de compléments); clocks do what the rulebook says meanwhile."""

    by_those_in_charge = True

    type: Literal["AskForCompletion"]
    what: ClearProse


class ReceiveCompletion(FileCommand):
    """Record that what was asked for has come."""

    by_those_in_charge = True
    not_while = frozenset()

    type: Literal["ReceiveCompletion"]
    note: ClearProse | None = None
