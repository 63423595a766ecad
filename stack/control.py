"""Bringing a stack up and down, and asking what runs."""

import json
import os
import subprocess
import sys
import time
from collections.abc import Iterator, Sequence
from contextlib import contextmanager, suppress
from typing import IO

import psutil

from config import Settings
from language import Text
from stack.disk import told_if_full
from stack.home import Home
from stack.processes import remove_orphans
from stack.state import StackState, read_state
from stack.temporal import given_address
from stack.temporal_cli import obtain_temporal
from stack.texts import Progress, StackError

EVERYTHING = ("postgres", "temporal", "catcher", "worker", "web")
PATIENCE = 150  # seconds that a stop may take
SUPERVISOR = "stack.supervisor"


def up(
    settings: Settings, on_progress: Progress = lambda _: None, services: Sequence[str] = EVERYTHING
) -> StackState:
    """Start the stack in the background and return once all of it is ready.

    Raises StackError when another process, which it names, holds the data directory or a part cannot start.
    """
    home = _prepared(settings, on_progress, services)
    with _supervisor(settings, home, services, attached=False) as process:
        try:
            return _follow(process, home, on_progress)
        except KeyboardInterrupt:
            down(settings)
            raise


@contextmanager
def attached(
    settings: Settings, on_progress: Progress = lambda _: None, services: Sequence[str] = EVERYTHING
) -> Iterator[StackState]:
    """Keep the stack up for the block; it ends with the block, or with this process however that ends.

    Raises as `up` does.
    """
    home = _prepared(settings, on_progress, services)
    with _supervisor(settings, home, services, attached=True) as process:
        try:
            yield _follow(process, home, on_progress)
        finally:
            _close(process.stdin)
            process.wait(PATIENCE)


def down(settings: Settings) -> bool:
    """Stop the stack, also what a killed supervisor left; say whether there was anything to stop.

    Raises StackError when it is still there after `PATIENCE` seconds.
    """
    home = Home(settings.home)
    if not home.path.exists():
        return False
    holder = home.holder()
    if holder is not None:
        _end(holder)
    with home.locked():
        home.state.unlink(missing_ok=True)
        return remove_orphans(home) > 0 or holder is not None


def running(settings: Settings) -> StackState | None:
    """Return the stack that is up and ready in this data directory, if there is one."""
    return read_state(Home(settings.home))


def _end(holder: int) -> None:
    with suppress(psutil.NoSuchProcess):
        process = psutil.Process(holder)
        if SUPERVISOR not in process.cmdline():  # another `down`, or the number is somebody else's by now
            return
        process.terminate()
        deadline = time.monotonic() + PATIENCE
        # One that nobody has waited for (a container without init) stays as a zombie: it has ended all the same.
        while process.is_running() and process.status() != psutil.STATUS_ZOMBIE:
            if time.monotonic() > deadline:
                raise StackError(
                    "not-stopped",
                    Text(f"Le processus {holder} ne s’arrête pas.", f"Process {holder} does not stop."),
                )
            time.sleep(0.05)


def _prepared(settings: Settings, on_progress: Progress, services: Sequence[str]) -> Home:
    home = Home(settings.home)
    with told_if_full(home.path):
        home.make()
        if "temporal" in services and given_address() is None:
            obtain_temporal(on_progress)
    return home


def _supervisor(
    settings: Settings, home: Home, services: Sequence[str], *, attached: bool
) -> subprocess.Popen[str]:
    tied = ["--attached"] if attached else []
    with told_if_full(home.path), home.log("supervisor").open("ab") as log:
        return subprocess.Popen(  # noqa: S603 - our own arguments
            [sys.executable, "-P", "-m", SUPERVISOR, *tied, "--services", *services],
            env={**os.environ, **settings.as_environment()},
            stdin=subprocess.PIPE if attached else subprocess.DEVNULL,
            stdout=subprocess.PIPE,
            stderr=log,
            text=True,
            start_new_session=True,
        )


def _follow(process: subprocess.Popen[str], home: Home, on_progress: Progress) -> StackState:
    for line in process.stdout or ():
        said = json.loads(line)
        if "step" in said:
            on_progress(Text(*said["step"]))
        elif "error" in said:
            error = said["error"]
            raise StackError(error["code"], Text(error["fr"], error["en"]))
        else:
            state = read_state(home)
            if state:
                return state
    log = home.log("supervisor")
    raise StackError(
        "supervisor-ended",
        Text(f"Le superviseur s’est arrêté ; voir {log}.", f"The supervisor ended; see {log}."),
    )


def _close(stream: IO[str] | None) -> None:
    if stream:
        stream.close()
