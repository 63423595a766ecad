"""The one place where work is counted and traced, and where the lines of its log are given what they carry."""

import time
from collections.abc import AsyncIterator, Iterator, Sequence
from contextlib import asynccontextmanager, contextmanager
from contextvars import Context, copy_context

from structlog.contextvars import bound_contextvars, clear_contextvars

from application.commands.answer import Answer
from application.observability.causes import Causes
from application.observability.metrics import Metrics, NoMetrics
from application.observability.tracing import NoTracing, Opened, Origin, Tracing
from domain.files.act_events import ActRefused
from domain.files.events import ReminderIssued
from domain.kernel.ids import file_of, is_reserved
from domain.kernel.ledger import LedgerUnavailable
from domain.kernel.recorded import Recorded
from domain.registry.commands import AnyCommand
from domain.reminders.commands import IssueReminder, ReportDelivery

_FOLLOWING = IssueReminder | ReportDelivery
"""Commands that go on with the trace in which they are given; all others begin one."""


class CommandWatch:
    """Takes note of what a command was answered."""

    def __init__(self) -> None:
        self.outcome = "failed"
        self.could_act = True

    def answered(self, answer: Answer) -> Answer:
        """The same answer, noted."""
        self.outcome = "repeated" if answer.repeated else answer.outcome
        self.could_act = ActRefused.__name__ not in answer.events
        return answer


class Instruments:
    """Watches commands, wakes, activities and messages; ``causes`` says of which trace they are."""

    def __init__(self, metrics: Metrics, tracing: Tracing, causes: Causes | None = None) -> None:
        self.metrics = metrics
        self._tracing = tracing
        self._causes = causes if tracing.on else None

    @contextmanager
    def command(self, organisation: str, command: AnyCommand) -> Iterator[CommandWatch]:
        """Watch a command until it is answered."""
        watch, kind = CommandWatch(), type(command).__name__
        carried = {"organisation": organisation, "command": command.command_id}
        if file := file_of(command.stream):
            carried["file"] = file
        try:
            with self._opened(organisation, command, carried) as trace, _bound(carried, trace):
                try:
                    yield watch
                finally:
                    self._tracing.tell({"outcome": watch.outcome})
        except LedgerUnavailable:
            watch.outcome = "unavailable"
            raise
        finally:
            self.metrics.command(organisation, kind, watch.outcome)
            if is_reserved(command.command_id):
                self.metrics.service_act(organisation, kind, watch.outcome if watch.could_act else "refused")

    def recorded(self, organisation: str, recorded: Sequence[Recorded], since: int) -> None:
        """Take note of what a command recorded, by an append that began at ``since`` (nanoseconds since 1970)."""
        self._tracing.done("append", since)
        for one in recorded:
            if isinstance(one.event, ReminderIssued):
                self.metrics.reminder(organisation, late=one.event.late)

    @asynccontextmanager
    async def wake(self, organisation: str, file: str) -> AsyncIterator[None]:
        """Watch a workflow being woken until it has caught up."""
        began, outcome = time.monotonic(), "failed"
        try:
            async with self._about_file("wake", organisation, file):
                yield
            outcome = "woken"
        finally:
            self.metrics.wake(organisation, outcome, time.monotonic() - began)

    @asynccontextmanager
    async def activity(self, name: str, organisation: str, file: str) -> AsyncIterator[None]:
        """Watch what a workflow asks for about a file."""
        async with self._about_file(name, organisation, file, activity=name):
            yield

    @contextmanager
    def organisation(self, name: str, organisation: str) -> Iterator[None]:
        """Watch what is done for an organisation as a whole: for hours, and so in no trace."""
        with bound_contextvars(organisation=organisation, activity=name):
            yield

    @asynccontextmanager
    async def message(self, step: str, organisation: str, file: str, message: str) -> AsyncIterator[None]:
        """Watch a step of a message: ``send``, or ``report``, when the ledger is told what became of it."""
        origin = await self._causes.of_message(organisation, file, message) if self._causes else None
        carried = {"organisation": organisation, "file": file, "message": message}
        with self._tracing.go_on(f"{step} message", origin, carried) as trace, _bound(carried, trace):
            yield

    @asynccontextmanager
    async def _about_file(self, name: str, organisation: str, file: str, **more: str) -> AsyncIterator[None]:
        origin = await self._causes.of_file(organisation, file) if self._causes else None
        carried = {"organisation": organisation, "file": file, **more}
        with self._tracing.go_on(name, origin, carried) as trace, _bound(carried, trace):
            yield

    def _opened(self, organisation: str, command: AnyCommand, carried: dict[str, str]) -> Opened:
        name = type(command).__name__
        if isinstance(command, _FOLLOWING):
            return self._tracing.go_on(name, None, carried)
        return self._tracing.begin(name, Origin(organisation, command.command_id), carried)


@contextmanager
def _bound(carried: dict[str, str], trace: str | None) -> Iterator[None]:
    """Have every line of the log within carry this."""
    with bound_contextvars(**carried, **({"trace": trace} if trace else {})):
        yield


def apart() -> Context:
    """The present context without what its log lines carry: for work that serves many commands at once."""
    context = copy_context()
    context.run(clear_contextvars)
    return context


UNWATCHED = Instruments(NoMetrics(), NoTracing())
"""Log lines are given what they carry; nothing is counted or traced."""
