"""Processes that a killed supervisor left behind, recognised by the mark that it gave them."""

import os
import signal
from collections.abc import Iterator
from contextlib import suppress

import psutil

from stack.home import Home

MARK = "ESCALE_STACK"
"""Environment variable of every process of a stack; its value is the data directory."""
GRACE = 20  # seconds


def mark(home: Home) -> dict[str, str]:
    """Return the environment that proves a process to belong to the stack in `home`."""
    return {MARK: str(home.path)}


def remove_orphans(home: Home) -> int:
    """End what an earlier supervisor of `home` left running and say how many; we must hold `home`."""
    found = list(_marked(home))
    for process in found:
        with suppress(psutil.NoSuchProcess):
            process.send_signal(signal.SIGINT if process.name() == "postgres" else signal.SIGTERM)
    _, stubborn = psutil.wait_procs(found, timeout=GRACE)
    for process in stubborn:
        with suppress(psutil.NoSuchProcess):
            process.kill()
    psutil.wait_procs(stubborn, timeout=GRACE)
    return len(found)


def _marked(home: Home) -> Iterator[psutil.Process]:
    for process in psutil.process_iter():
        with suppress(psutil.Error, OSError):
            if process.pid != os.getpid() and process.environ().get(MARK) == str(home.path):
                yield process
