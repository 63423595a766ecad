"""The one place where work is counted and traced, and where the lines of its log are given what they carry."""

import time
from collections.abc import AsyncIterator, Iterator, Sequence
from contextlib import AbstractContextManager, asynccontextmanager, contextmanager
from contextvars import Context, copy_context
from types import TracebackType
from typing import Self

from structlog.contextvars import bind_contextvars, bound_contextvars, clear_contextvars, reset_contextvars

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


class CommandWatch(AbstractContextManager["CommandWatch"]):
    """Watches one command until it is answered.

    Written out, for each command passes through it: generators and ``bound_contextvars`` would cost three times that.
    """

    def __init__(self, metrics: Metrics, tracing: Tracing, organisation: str, command: AnyCommand) -> None:
        self._metrics = metrics
        self._tracing = tracing
        self._organisation = organisation
        self._command = command
        self._outcome = "failed"
        self._could_act = True
        self._span: Opened | None = None

    def answered(self, answer: Answer) -> Answer:
        """The same answer, noted."""
        self._outcome = "repeated" if answer.repeated else answer.outcome
        self._could_act = ActRefused.__name__ not in answer.events
        return answer

    def __enter__(self) -> Self:
        """Begin."""
        carried = {"organisation": self._organisation, "command": self._command.command_id}
        if file := file_of(self._command.stream):
            carried["file"] = file
        if self._tracing.on:
            self._span = self._opened(carried)
            if trace := self._span.__enter__():
                carried["trace"] = trace
        self._tokens = bind_contextvars(**carried)
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        """Count what became of it."""
        reset_contextvars(**self._tokens)
        outcome = "unavailable" if isinstance(error, LedgerUnavailable) else self._outcome
        if self._span:
            self._tracing.tell({"outcome": outcome})
            self._span.__exit__(kind, error, trace)
        name = type(self._command).__name__
        self._metrics.command(self._organisation, name, outcome)
        if is_reserved(self._command.command_id):
            self._metrics.service_act(self._organisation, name, outcome if self._could_act else "refused")

    def _opened(self, carried: dict[str, str]) -> Opened:
        name = type(self._command).__name__
        if isinstance(self._command, _FOLLOWING):
            return self._tracing.go_on(name, None, carried)
        return self._tracing.begin(name, Origin(self._organisation, self._command.command_id), carried)


class Instruments:
    """Watches commands, wakes, activities and messages; ``causes`` says of which trace they are."""

    def __init__(self, metrics: Metrics, tracing: Tracing, causes: Causes | None = None) -> None:
        self.metrics = metrics
        self._tracing = tracing
        self._causes = causes if tracing.on else None

    def command(self, organisation: str, command: AnyCommand) -> CommandWatch:
        """Watch a command until it is answered."""
        return CommandWatch(self.metrics, self._tracing, organisation, command)

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
