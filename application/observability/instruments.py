"""The one place where work is counted and the lines of its log are given what they carry."""

import time
from collections.abc import AsyncIterator, Iterator, Sequence
from contextlib import asynccontextmanager, contextmanager
from contextvars import Context, copy_context

from structlog.contextvars import bound_contextvars, clear_contextvars

from application.commands.answer import Answer
from application.observability.metrics import Metrics, NoMetrics
from domain.files.events import ReminderIssued
from domain.kernel.ids import file_of, is_reserved
from domain.kernel.ledger import LedgerUnavailable
from domain.kernel.recorded import Recorded
from domain.registry.commands import AnyCommand


class CommandWatch:
    """Takes note of what a command was answered."""

    def __init__(self) -> None:
        self.outcome = "failed"

    def answered(self, answer: Answer) -> Answer:
        """The same answer, noted."""
        self.outcome = "repeated" if answer.repeated else answer.outcome
        return answer


class Instruments:
    """Watches commands, wakes, activities and messages."""

    def __init__(self, metrics: Metrics) -> None:
        self.metrics = metrics

    @contextmanager
    def command(self, organisation: str, command: AnyCommand) -> Iterator[CommandWatch]:
        """Watch a command until it is answered."""
        watch = CommandWatch()
        carried = {"command": command.command_id} | _of_file(file_of(command.stream))
        try:
            with bound_contextvars(organisation=organisation, **carried):
                yield watch
        except LedgerUnavailable:
            watch.outcome = "unavailable"
            raise
        finally:
            ours = is_reserved(command.command_id)
            self.metrics.command(organisation, type(command).__name__, watch.outcome, of_the_service=ours)

    def recorded(self, organisation: str, recorded: Sequence[Recorded]) -> None:
        """Take note of what a command recorded."""
        for one in recorded:
            if isinstance(one.event, ReminderIssued):
                self.metrics.reminder(organisation, late=one.event.late)

    @asynccontextmanager
    async def wake(self, organisation: str, file: str) -> AsyncIterator[None]:
        """Watch a workflow being woken until it has caught up."""
        began, outcome = time.monotonic(), "failed"
        try:
            with bound_contextvars(organisation=organisation, file=file):
                yield
            outcome = "woken"
        finally:
            self.metrics.wake(organisation, outcome, time.monotonic() - began)

    @asynccontextmanager
    async def activity(self, name: str, organisation: str, file: str) -> AsyncIterator[None]:
        """Watch what a workflow asks for about a file."""
        with bound_contextvars(organisation=organisation, file=file, activity=name):
            yield

    @asynccontextmanager
    async def message(self, step: str, organisation: str, file: str, message: str) -> AsyncIterator[None]:  # noqa: ARG002
        """Watch a step of a message: being sent, or the ledger being told of it."""
        with bound_contextvars(organisation=organisation, file=file, message=message):
            yield


def _of_file(file: str | None) -> dict[str, str]:
    return {"file": file} if file else {}


def apart() -> Context:
    """The present context without what its log lines carry: for work that serves many commands at once."""
    context = copy_context()
    context.run(clear_contextvars)
    return context


UNWATCHED = Instruments(NoMetrics())
"""Log lines are given what they carry, and nothing is counted."""
