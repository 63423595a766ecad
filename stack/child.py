"""One service as a child process: started, watched, started again when it dies, stopped."""

import asyncio
import os
import signal
import subprocess
import time
from collections.abc import Awaitable, Callable
from contextlib import suppress
from dataclasses import dataclass, field
from pathlib import Path
from typing import IO

import structlog

from language import Text
from stack.account import Identity
from stack.disk import disk_full, is_full
from stack.state import ServiceState
from stack.texts import StackError

FIRST_PAUSE, LONGEST_PAUSE = 0.5, 30.0  # seconds before a service that died is started again
STEADY = 60.0  # seconds after which a service counts as healthy again
PATIENCE = 120.0  # seconds until it must be ready
ATTEMPTS = 3  # deaths on the way to being ready that are borne
GRACE = 30.0  # seconds from the signal to stop to SIGKILL

_log = structlog.get_logger("stack")


async def _nothing() -> None:
    pass


@dataclass(frozen=True)
class Service:
    """How a service is started, when it is ready, what is done once it is, how it is stopped."""

    name: str
    command: list[str]
    ready: Callable[[], Awaitable[bool]]
    prepare: Callable[[], Awaitable[None]] = _nothing
    environment: dict[str, str] = field(default_factory=dict, repr=False)
    identity: Identity = field(default_factory=Identity)
    stop_signal: signal.Signals = signal.SIGTERM


class Child:
    """A running service; `on_change` is called whenever its process or its number of restarts changes.

    It is watched until `stop`: what fails around it (no space, no memory, a log that cannot be opened) only puts
    off its next start.
    """

    def __init__(self, service: Service, log: Path, on_change: Callable[[], None]) -> None:
        self._service = service
        self._log_file = log
        self._on_change = on_change
        self._process: asyncio.subprocess.Process | None = None
        self._restarts = 0
        self._leaving = asyncio.Event()
        self._keeper = asyncio.create_task(self._keep())

    @property
    def state(self) -> ServiceState:
        """What ``state.json`` says of it."""
        pid = self._process.pid if self._process else None
        return ServiceState(name=self._service.name, pid=pid, restarts=self._restarts)

    async def prepared(self) -> None:
        """Wait until the service is ready and what it needs first is done.

        Raises StackError with the end of its log when it is not ready in time or keeps dying.
        """
        deadline = time.monotonic() + PATIENCE
        while self._process is None or not await self._service.ready():
            if self._restarts >= ATTEMPTS or time.monotonic() > deadline:
                raise _not_ready(self._service.name, self._log_file)
            await asyncio.sleep(0.05)
        await self._service.prepare()

    async def stop(self) -> None:
        """Ask it to leave; kill its whole process group if it has not after the grace."""
        self._leaving.set()
        self._signal()
        _, late = await asyncio.wait({self._keeper}, timeout=GRACE)
        if late and self._process:
            _log.warning("service killed", service=self._service.name, after_seconds=GRACE)
            with suppress(ProcessLookupError):
                os.killpg(self._process.pid, signal.SIGKILL)
        await self._keeper

    def _signal(self) -> None:
        if self._process:
            with suppress(ProcessLookupError):
                self._process.send_signal(self._service.stop_signal)

    async def _keep(self) -> None:
        pause = FIRST_PAUSE
        while not self._leaving.is_set():
            started = time.monotonic()
            code = await self._run_once_whatever_happens()
            if self._leaving.is_set():
                return
            pause = FIRST_PAUSE if time.monotonic() - started > STEADY else pause
            _log.warning("service ended", service=self._service.name, code=code, again_in_seconds=pause)
            with suppress(TimeoutError):
                await asyncio.wait_for(self._leaving.wait(), pause)
            pause = min(pause * 2, LONGEST_PAUSE)
            self._restarts += 1

    async def _run_once_whatever_happens(self) -> int | None:
        """Return its exit code; None if it could not even be started."""
        try:
            return await self._run_once()
        except Exception as error:  # noqa: BLE001 - whoever watches does not fall with what is watched
            reason = f"{type(error).__name__}: {error}"
            _log.error("service not started", service=self._service.name, reason=reason)
            return None

    async def _run_once(self) -> int:
        with _opened(self._log_file) as log:
            process = await asyncio.create_subprocess_exec(
                *self._service.command,
                env={**os.environ, **self._service.environment},
                cwd="/",
                stdin=subprocess.DEVNULL,
                stdout=log,
                stderr=log,
                start_new_session=True,
                **self._service.identity,
            )
        self._process = process
        if self._leaving.is_set():
            self._signal()
        self._on_change()
        code = await process.wait()
        self._process = None
        self._on_change()
        return code


def _opened(log: Path) -> IO[bytes]:
    """Return a log to write to; nowhere, if it cannot be opened: that keeps no service from running."""
    try:
        return log.open("ab")
    except OSError:
        return Path(os.devnull).open("ab")


def _not_ready(name: str, log: Path) -> StackError:
    if is_full(log.parent):
        return disk_full(log.parent)
    end = log.read_text(errors="replace")[-800:].strip() if log.exists() else ""
    return StackError(
        "service-not-ready",
        Text(
            f"Le service {name} n’a pas démarré. Fin de {log} :\n{end}",
            f"Service {name} did not start. End of {log}:\n{end}",
        ),
    )
