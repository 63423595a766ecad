"""What is counted and measured, as a port: a worker with an endpoint fills it, everybody else counts nothing."""

from typing import Protocol


class Metrics(Protocol):
    """Counts by organisation; never by person or file."""

    def command(self, organisation: str, kind: str, outcome: str) -> None:
        """A command was answered: recorded, refused, invalid, repeated or unavailable."""

    def service_act(self, organisation: str, kind: str, outcome: str) -> None:
        """What the service did by itself, or could not: ``refused`` also where that was recorded."""

    def reminder(self, organisation: str, *, late: bool) -> None:
        """A reminder was issued to one person."""

    def wake(self, organisation: str, outcome: str, seconds: float) -> None:
        """A workflow was woken and has caught up, or was not; how long that took."""

    def trouble(self, organisation: str, trouble: str) -> None:
        """A workflow said that it cannot go on by itself; ``trouble`` is a code."""

    def in_trouble(self, organisation: str, workflows: int) -> None:
        """So many workflows do not go on by themselves now."""


class NoMetrics:
    """Counts nothing: there is no endpoint."""

    def command(self, organisation: str, kind: str, outcome: str) -> None:
        """Nothing."""

    def service_act(self, organisation: str, kind: str, outcome: str) -> None:
        """Nothing."""

    def reminder(self, organisation: str, *, late: bool) -> None:
        """Nothing."""

    def wake(self, organisation: str, outcome: str, seconds: float) -> None:
        """Nothing."""

    def trouble(self, organisation: str, trouble: str) -> None:
        """Nothing."""

    def in_trouble(self, organisation: str, workflows: int) -> None:
        """Nothing."""
