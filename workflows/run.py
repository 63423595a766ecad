"""What a file's workflow is started with, and what one run hands to the next; everything else is in the ledger."""

from abc import ABC, abstractmethod
from typing import Annotated, Literal

from pydantic import Field

from domain.kernel.ids import funding_stream, review_stream
from domain.kernel.model import Model
from domain.kernel.values import Phase

TURNOVER = 500
"""After so many events of its history a run continues as new: replaying it takes a fifth of a second."""


class FileRun(Model, ABC):
    """What the runs of all files carry."""

    schema_version: Literal[1] = 1
    organisation: str
    seen: Annotated[int, Field(ge=0)] = 0
    """The last position of the ledger that the workflow knows of."""
    stock_position: Annotated[int, Field(ge=0)] = 0
    """Up to where the ledger was when the workflow last took stock of its file."""
    stock_hash: str = ""
    """The hash of that position, in hexadecimal; empty where an earlier release did not remember it."""
    turnover: Annotated[int, Field(ge=10)] = TURNOVER

    @property
    @abstractmethod
    def key(self) -> str:
        """Which file, by its key."""


class CooperationRun(FileRun):
    """A run of a cooperation's workflow: one pass of a phase."""

    cooperation: str
    phase: Phase | None = None
    """The phase that this run is to live; None until the ledger was read."""
    pass_number: int | None = None

    @property
    def key(self) -> str:
        """The cooperation's id."""
        return self.cooperation


class ReviewRun(FileRun):
    """A run of a review's workflow."""

    review: str

    @property
    def key(self) -> str:
        """``review:<id>``."""
        return review_stream(self.review)


class FundingRun(FileRun):
    """A run of a funding's workflow."""

    funding: str

    @property
    def key(self) -> str:
        """``funding:<id>``."""
        return funding_stream(self.funding)
