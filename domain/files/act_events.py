"""Events about what the service does by itself: announced, done, refused; held back and released by people."""

from datetime import date
from typing import Literal

from domain.kernel.event import Event
from domain.kernel.prose import Prose
from domain.kernel.values import Entry, Key


class ActAnnounced(Event):
    """What an act waits for has come; it will be done after its delay, unless somebody holds it back."""

    type: Literal["ActAnnounced"] = "ActAnnounced"
    act: Key
    occurrence: str


class ActPerformed(Event):
    """The service did an act of the rulebook: what, about what, because of which entries of the file.

    ``late``: the service was away when it was due.
    """

    type: Literal["ActPerformed"] = "ActPerformed"
    act: Key
    occurrence: str
    does: Literal[
        "open-review", "ask-for", "advance", "put-to-decision", "record-decision", "ask-for-tranche"
    ]
    late: bool
    subject: str | None
    """The review that it opened or went by, the amendment or the tranche."""
    because: tuple[Entry, ...]


class ActRefused(Event):
    """The service could not do an act: the rules refused it, for this reason. People are to do it by hand."""

    type: Literal["ActRefused"] = "ActRefused"
    act: Key
    occurrence: str
    code: str
    params: dict[str, str]


class ActHeldBack(Event):
    """The service is not to do an act until after a day; for good, if none is named."""

    outdates = True

    type: Literal["ActHeldBack"] = "ActHeldBack"
    act: Key
    until: date | None
    reason: Prose


class ActReleased(Event):
    """The service may do an act again that was held back."""

    outdates = True

    type: Literal["ActReleased"] = "ActReleased"
    act: Key
    reason: Prose


ActEvent = ActAnnounced | ActPerformed | ActRefused | ActHeldBack | ActReleased
"""Events about the acts of a cooperation or a funding."""
