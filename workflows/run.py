"""What a cooperation's workflow is started with, and what one run hands to the next."""

from typing import Annotated, Literal

from pydantic import Field

from domain.model import Model
from domain.values import Phase

TURNOVER = 500
"""After so many events of its history a run continues as new: replaying it takes a fifth of a second."""


class CooperationRun(Model):
    """Carried from run to run; everything else is read from the ledger."""

    schema_version: Literal[1] = 1
    organisation: str
    cooperation: str
    seen: Annotated[int, Field(ge=0)] = 0
    """The last position of the ledger that the workflow knows of."""
    phase: Phase | None = None
    """The phase that this run is to live; None until the ledger was read."""
    pass_number: int | None = None
    turnover: Annotated[int, Field(ge=10)] = TURNOVER
