"""The processes of a stack, recognised by the marks that their supervisor gave them, whatever became of it."""

import os
import signal
from collections.abc import Iterator
from contextlib import suppress

import psutil

from stack.home import Home

MARK = "ESCALE_STACK"
"""Environment variable of every process of a stack; its value is the data directory."""
SERVICE_MARK = "ESCALE_STACK_SERVICE"
"""The service to which that process belongs."""
GRACE = 20  # seconds


def mark(home: Home, service: str) -> dict[str, str]:
    """Return the environment that proves a process to belong to a service of the stack in `home`."""
    return {MARK: str(home.path), SERVICE_MARK: service}


def services_alive(home: Home) -> dict[str, int]:
    """Return the services of the stack in `home` that run, each with its first process."""
    found = {process.pid: (service, process) for process, service in _marked(home)}
    alive: dict[str, int] = {}
    for service, process in found.values():
        with suppress(psutil.Error):
            if process.status() != psutil.STATUS_ZOMBIE and process.ppid() not in found:
                alive[service] = process.pid
    return alive


def remove_orphans(home: Home) -> int:
    """End what an earlier supervisor of `home` left running and say how many; we must hold `home`."""
    found = [process for process, _ in _marked(home)]
    for process in found:
        with suppress(psutil.NoSuchProcess):
            process.send_signal(signal.SIGINT if process.name() == "postgres" else signal.SIGTERM)
    _, stubborn = psutil.wait_procs(found, timeout=GRACE)
    for process in stubborn:
        with suppress(psutil.NoSuchProcess):
            process.kill()
    psutil.wait_procs(stubborn, timeout=GRACE)
    return len(found)


def _marked(home: Home) -> Iterator[tuple[psutil.Process, str]]:
    for process in psutil.process_iter():
        with suppress(psutil.Error, OSError):
            environment = process.environ()
            if process.pid != os.getpid() and environment.get(MARK) == str(home.path):
                yield process, environment.get(SERVICE_MARK) or process.name()
