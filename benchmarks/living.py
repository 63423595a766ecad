"""An organisation whose files live on Temporal on PostgreSQL, for benchmarks."""

import asyncio
import itertools
import os
import subprocess
import sys
import tempfile
from collections.abc import AsyncIterator, Sequence
from contextlib import asynccontextmanager
from dataclasses import dataclass, field
from datetime import UTC, datetime, timedelta
from pathlib import Path
from typing import Any

import psutil
from pydantic import SecretStr
from temporalio.client import Client
from temporalio.contrib.pydantic import pydantic_data_converter

from application.commands.answer import Answer
from application.commands.founding import found
from benchmarks.command_rivals import OPENING, ORGANISATION
from benchmarks.server import BenchServer
from bootstrap import Service, open_service
from config import Settings
from domain.kernel.ids import person_id
from domain.kernel.ledger import LedgerKind
from domain.organisation.commands import FoundOrganisation
from domain.registry.commands import COMMANDS
from stack.ports import LOOPBACK
from stack.temporal_on_postgres import TemporalOnPostgres
from workflows.lifecycles import TemporalLifecycles
from workflows.registration import register_search_attributes

QUEUE = "bench"
AT_ONCE = 100
SPREADING_SECONDS = 10.0
"""A server takes so long to tell all of its parts of a new search attribute."""


@dataclass
class Town:
    """A founded organisation with files."""

    service: Service
    client: Client
    files: list[str] = field(default_factory=list)
    _numbers: Any = field(default_factory=itertools.count)

    @property
    def manager(self) -> str:
        """Who acts."""
        return person_id("found")

    async def do(self, **fields: Any) -> Answer:
        """Give a command, which must be recorded."""
        identity = {"command_id": f"bench-{next(self._numbers)}", "actor": self.manager}
        command = COMMANDS.validate_python({**identity, **fields}, strict=False)
        answer = await self.service.one_way_in.handle(ORGANISATION, command)
        if answer.outcome != "recorded":
            raise RuntimeError(f"{answer}")
        return answer

    async def open_files(self, number: int) -> Sequence[str]:
        """Open so many more, one for each of the last hundred days; their ids."""
        opened = [f"file-{len(self.files) + one}" for one in range(number)]
        today = datetime.now(UTC).date()
        days = [(today - timedelta(days=before)).isoformat() for before in range(AT_ONCE)]
        for start in range(0, number, AT_ONCE):
            await asyncio.gather(
                *(
                    self.do(**OPENING, cooperation=file, managers=[self.manager], effective_at=day)
                    for file, day in zip(opened[start : start + AT_ONCE], days, strict=False)
                )
            )
        self.files += opened
        return opened

    async def all_live(self) -> None:
        """Wait until every file has its workflow."""
        store, head = self.service.follower_store, await self.service.ledger.head(ORGANISATION)
        while (  # noqa: ASYNC110 - in a database
            await store.checkpoint(ORGANISATION, "follower") < head.position or await store.owed(ORGANISATION)
        ):
            await asyncio.sleep(0.5)


@asynccontextmanager
async def worker_process(settings: Settings, address: str) -> AsyncIterator[psutil.Process]:
    """A worker as operators run it, once it is ready."""
    with tempfile.TemporaryDirectory() as folder:
        ready = Path(folder) / "ready"
        environment = {
            **os.environ,
            **settings.as_environment(),
            "TEMPORAL_ADDRESS": address,
            "ESCALE_READY_FILE": str(ready),
        }
        process = subprocess.Popen([sys.executable, "-m", "worker"], env=environment)  # noqa: ASYNC220
        try:
            while not await asyncio.to_thread(ready.exists):  # noqa: ASYNC110
                await asyncio.sleep(0.1)
            yield psutil.Process(process.pid)
        finally:
            process.terminate()
            await asyncio.to_thread(process.wait)


@asynccontextmanager
async def temporal_on(server: BenchServer) -> AsyncIterator[str]:
    """Temporal's own server with its state in the bench's PostgreSQL; its address."""
    with tempfile.NamedTemporaryFile(suffix=".log") as log:
        async with await TemporalOnPostgres.prepared(server.postgres, Path(log.name)) as temporal:
            await prepared(temporal.address)
            yield temporal.address


async def prepared(address: str) -> None:
    """Have Temporal's lists know what workflows show, and wait until all of its parts do."""
    client = await Client.connect(address)
    await register_search_attributes(client)
    await asyncio.sleep(SPREADING_SECONDS)


def settings_on(server: BenchServer, smtp_port: int = 1) -> Settings:
    """Settings of a service and a worker on the bench's server; mail goes to a catcher, or nowhere."""
    return Settings(
        database_url=SecretStr(server.service_dsn),
        smtp_host=LOOPBACK,
        smtp_port=smtp_port,
        smtp_catches=True,
        task_queue=QUEUE,
        home=Path(tempfile.gettempdir()) / "escale-bench-home",
    )


@asynccontextmanager
async def town(settings: Settings, address: str, kind: LedgerKind) -> AsyncIterator[Town]:
    """Found an organisation; nobody works for it yet."""
    client = await Client.connect(address, data_converter=pydantic_data_converter)
    async with open_service(settings) as service:
        here = Town(service, client)
        founding = FoundOrganisation.model_validate_json(
            f'{{"type": "FoundOrganisation", "command_id": "found", "actor": "founder", "kind": "{kind}",'
            ' "name": "Mesure", "administrator_name": "A. Exemple", "administrator_email": "a@exemple.org"}'
        )
        ledger, clocks, door = service.ledger, service.clock_store, service.one_way_in
        await found(ORGANISATION, founding, ledger, clocks, door, datetime.now(UTC))
        await here.do(type="GrantRole", person=here.manager, role="programme-manager")
        yield here


class Observed(TemporalLifecycles):
    """The workflows as the follower sees them, and when each had caught up."""

    def __init__(self, client: Client) -> None:
        super().__init__(client, QUEUE)
        self.wakes = 0
        self._caught_up: dict[str, int] = {}
        self._news = asyncio.Condition()

    async def catch_up(self, organisation: str, cooperation: str, position: int) -> int:
        """Wake a file and note how far it came."""
        seen = await super().catch_up(organisation, cooperation, position)
        self.wakes += 1
        async with self._news:
            self._caught_up[cooperation] = seen
            self._news.notify_all()
        return seen

    async def caught_up(self, file: str, position: int) -> None:
        """Wait until a file's workflow has seen a position."""
        async with self._news:
            await self._news.wait_for(lambda: self._caught_up.get(file, 0) >= position)
