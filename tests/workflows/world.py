"""A file of any kind as a test wants it: what the ledger would say, what becomes of commands, and who asked when."""

import asyncio
import time
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager, suppress
from dataclasses import dataclass, field
from datetime import date
from itertools import count
from typing import Any
from uuid import uuid4

import pytest
from temporalio.api.enums.v1 import EventType
from temporalio.api.sdk.v1 import WorkflowMetadata
from temporalio.client import Client, WorkflowHandle
from temporalio.contrib.pydantic import pydantic_data_converter
from temporalio.service import RPCError

from activities.file_activities import FileActivities
from application.commands.answer import Answer
from application.lives.service_acts import ServiceAct
from application.lives.waking import WakeFailed
from domain.acts.commands import AnnounceAct, PerformAct
from domain.kernel.ids import workflow_id
from domain.kernel.values import Phase
from domain.registry.commands import AnyCommand
from domain.reminders.commands import CountSilence, IssueReminder
from domain.reminders.standing import CONCLUSION, DueReminder, Standing, Step
from tests.support.waiting import wait_until
from workflows.hosting import temporal_worker
from workflows.lifecycles import TemporalLifecycles
from workflows.run import TURNOVER

ORGANISATION = "fondation"


@dataclass
class FakeFile:
    """The one file of a test. ``error`` is raised by whoever reads it; ``stubborn`` makes commands do nothing."""

    key: str = field(default_factory=lambda: f"file-{uuid4().hex[:8]}")
    position: int = 1
    history: str = "first"
    """Which history the ledger holds: hashes tell one from another."""
    turns_after_reading: str = ""
    """The history that it holds once it has been read, if that is another."""
    phase: Phase | None = Phase.EXPLORATION
    step: Step | None = None
    pass_number: int = 1
    status: str = "active"
    over: bool = False
    due: list[DueReminder] = field(default_factory=list)
    wait_seconds: float = 3600.0
    listed: bool = True
    """Whether Temporal's lists know the search attributes."""
    error: Exception | None = None
    stubborn: bool = False
    reads: list[float] = field(default_factory=list)
    commands: list[ServiceAct] = field(default_factory=list)
    readable: asyncio.Event = field(default_factory=asyncio.Event)
    """Reads wait for it."""

    def __post_init__(self) -> None:
        self.readable.set()

    async def assess(self, _organisation: str, _file: str) -> Standing:
        """What the ledger says."""
        self.reads.append(time.monotonic())
        seen = self._standing()
        await self.readable.wait()
        if self.error:
            raise self.error
        self.history = self.turns_after_reading or self.history
        return seen

    async def holds(self, _organisation: str, position: int, digest: bytes) -> bool:
        """Whether the ledger has that position, with that hash."""
        return position <= self.position and digest == self._hash(position)

    async def is_listed(self) -> bool:
        """Whether Temporal's lists can show what the workflow is to show."""
        return self.listed

    def _hash(self, position: int) -> bytes:
        return f"{self.history} {position}".encode()

    def _standing(self) -> Standing:
        return Standing(
            position=self.position,
            hash=self._hash(self.position).hex(),
            phase=self.phase,
            step=self.step,
            over=self.over,
            pass_number=self.pass_number,
            programme="tec",
            status=self.status,
            due=tuple(self.due),
            wait_seconds=self.wait_seconds,
            awaits="report",
            until=date(2028, 7, 3),
        )

    async def record(self, _organisation: str, command: AnyCommand) -> Answer:
        """Record what is due: one event, and it is due no more."""
        assert isinstance(command, ServiceAct)
        repeated = command.command_id in {known.command_id for known in self.commands}
        self.commands.append(command)
        if not self.stubborn:
            self.position += not repeated
            self.due = [due for due in self.due if not _does(command, due)]
        return Answer(
            command_id=command.command_id, outcome="recorded", repeated=repeated, position=self.position
        )


def _does(command: ServiceAct, due: DueReminder) -> bool:
    match command:
        case IssueReminder():
            return (due.occurrence, due.rung) == (command.occurrence, command.rung)
        case CountSilence() | AnnounceAct() | PerformAct():
            return due.occurrence == command.occurrence
    return due.kind == CONCLUSION


@dataclass
class World:
    """A client, a worker that serves one file, and the workflows' own way in."""

    client: Client
    file: FakeFile
    lifecycles: TemporalLifecycles

    async def catch_up(self, position: int | None = None) -> int:
        """Wake the file's workflow; for the ledger's own position if none is given."""
        told = self.file.position if position is None else position
        return await self.lifecycles.catch_up(ORGANISATION, self.file.key, told)

    @property
    def handle(self) -> WorkflowHandle[Any, Any]:
        """The file's workflow, whichever run."""
        return self.client.get_workflow_handle(workflow_id(ORGANISATION, self.file.key))

    async def run_id(self) -> str | None:
        """Which run it is in."""
        return (await self.handle.describe()).run_id

    async def new_run_after(self, run_id: str | None) -> None:
        """Wait until the workflow lives another run."""

        async def continued() -> bool:
            return await self.run_id() != run_id

        await wait_until(continued, "continued")

    async def update_arrived(self, number: int) -> None:
        """Wait until the run's ``number``-th wake has been accepted."""
        accepted = EventType.EVENT_TYPE_WORKFLOW_EXECUTION_UPDATE_ACCEPTED

        async def arrived() -> bool:
            kinds = [event.event_type async for event in self.handle.fetch_history_events()]
            return kinds.count(accepted) >= number

        await wait_until(arrived, "arrived")

    async def reads(self, number: int) -> None:
        """Wait until the file has been read so often."""

        async def read() -> bool:
            return len(self.file.reads) >= number

        await wait_until(read, "read")

    async def commands(self, number: int) -> None:
        """Wait until so many commands have been given."""

        async def given() -> bool:
            return len(self.file.commands) >= number

        await wait_until(given, "given")

    async def failure(self, position: int | None = None) -> str:
        """The code with which a wake fails."""
        with pytest.raises(WakeFailed) as raised:
            await self.catch_up(position)
        return str(raised.value)

    async def details(self) -> str:
        """What Temporal's own pages say of the workflow now."""
        query = "__temporal_workflow_metadata"
        answer: WorkflowMetadata = await self.handle.query(query, result_type=WorkflowMetadata)
        return answer.current_details

    async def shows(self, words: str) -> None:
        """Wait until Temporal's own pages say so: a new run says nothing before its first step."""

        async def shown() -> bool:
            return words in await self.details()

        await wait_until(shown, words)


_QUEUES = count(1)


@asynccontextmanager
async def world(address: str, file: FakeFile, turnover: int = TURNOVER) -> AsyncIterator[World]:
    """Serve ``file`` on a task queue of its own; end its workflow afterwards."""
    client = await Client.connect(address, data_converter=pydantic_data_converter)
    queue = f"world-{next(_QUEUES)}-{file.key}"
    activities = FileActivities(file.assess, file.record, file.holds, file.is_listed)
    async with temporal_worker(client, queue, activities):
        here = World(client, file, TemporalLifecycles(client, queue, turnover=turnover))
        yield here
        with suppress(RPCError):  # over already
            await here.handle.terminate()
