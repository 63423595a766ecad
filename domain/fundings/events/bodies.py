"""What the service does about a request: it lies before the body that decides."""

from typing import Literal

from domain.kernel.event import Event
from domain.kernel.values import Body


class DecisionAsked(Event):
    """A version of the request lies before those who decide its amount: roles, or panels."""

    outdates = True

    type: Literal["DecisionAsked"] = "DecisionAsked"
    dossier: int
    bodies: tuple[Body, ...]
