"""The clock of a simulation, as it is kept beside its ledger."""

from dataclasses import dataclass
from datetime import datetime


@dataclass(frozen=True, slots=True)
class ClockSetting:
    """What it shows and where it is being taken (``target``, never before ``now``)."""

    now: datetime
    target: datetime
