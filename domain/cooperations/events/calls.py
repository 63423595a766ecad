"""Events about applications to a call, and about what an applicant was asked to complete."""

from typing import ClassVar, Literal

from domain.kernel.event import Event
from domain.kernel.prose import Prose
from domain.kernel.values import Key


class ApplicationSelected(Event):
    """The application reached a stage of its call's funnel."""

    outdates = True

    type: Literal["ApplicationSelected"] = "ApplicationSelected"
    stage: Key
    note: Prose | None


class ApplicationDeclined(Event):
    """The application was refused, for these reasons."""

    outdates = True

    type: Literal["ApplicationDeclined"] = "ApplicationDeclined"
    points: tuple[Key, ...]
    reasons: Prose
    would_change: Prose


class ApplicationResubmitted(Event):
    """The application came back, with an answer to every reason; it is received anew."""

    version: ClassVar[int] = 2

    outdates = True

    type: Literal["ApplicationResubmitted"] = "ApplicationResubmitted"
    answers: dict[Key, Prose]


class CompletionAsked(Event):
    """Somebody was asked for what the file lacks."""

    outdates = True

    type: Literal["CompletionAsked"] = "CompletionAsked"
    what: Prose


class CompletionReceived(Event):
    """What was asked for has come."""

    outdates = True

    type: Literal["CompletionReceived"] = "CompletionReceived"
    note: Prose | None
