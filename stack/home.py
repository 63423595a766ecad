"""The data directory of an embedded stack: what lies where, and the lock that keeps it to one supervisor."""

import fcntl
import os
import time
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from language import Text
from stack.texts import StackError

PROBES = 5  # `holder` takes the lock for an instant: a refusal counts only when it lasts
BETWEEN_PROBES = 0.1  # seconds
PID_WIDTH = 12  # written over what an earlier holder left: that works on a full disk too


class Home:
    """Paths under one data directory."""

    def __init__(self, path: Path) -> None:
        self.path = path.resolve()
        self.lock = self.path / "lock"
        self.state = self.path / "state.json"
        self.credentials = self.path / "credentials.json"
        self.postgres = self.path / "postgres"
        self.temporal = self.path / "temporal.db"
        self.mail = self.path / "mail"
        self.logs = self.path / "logs"

    def log(self, name: str) -> Path:
        """Where service `name` writes its log."""
        return self.logs / f"{name}.log"

    def ready_file(self, name: str) -> Path:
        """Return the file by which service `name` says that it is ready."""
        return self.path / f"{name}.ready"

    def make(self) -> None:
        """Create the directory, for us only."""
        self.path.mkdir(mode=0o700, parents=True, exist_ok=True)
        self.logs.mkdir(mode=0o700, exist_ok=True)

    @contextmanager
    def held(self) -> Iterator[None]:
        """Hold the directory until the block ends or this process does.

        Raises StackError naming the process that holds it already, or OSError when our number cannot be left there.
        """
        self.make()
        with self.locked() as descriptor:
            os.pwrite(descriptor, str(os.getpid()).ljust(PID_WIDTH).encode(), 0)
            os.ftruncate(descriptor, PID_WIDTH)
            yield

    @contextmanager
    def locked(self) -> Iterator[int]:
        """Hold the directory without leaving our number, which takes no space; lends the lock's descriptor.

        Raises as `held` does.
        """
        with os.fdopen(os.open(self.lock, os.O_RDWR | os.O_CREAT, 0o600), "r+") as file:
            for _ in range(PROBES):
                if _locked(file.fileno(), fcntl.LOCK_EX):
                    break
                time.sleep(BETWEEN_PROBES)
            else:
                raise _in_use(self.path, file.read().strip())
            yield file.fileno()

    def holder(self) -> int | None:
        """Return the process that holds the directory, if any does."""
        try:
            with self.lock.open() as file:
                return None if _locked(file.fileno(), fcntl.LOCK_SH) else int(file.read() or 0)
        except FileNotFoundError:
            return None


def _locked(descriptor: int, kind: int) -> bool:
    try:
        fcntl.flock(descriptor, kind | fcntl.LOCK_NB)
    except BlockingIOError:
        return False
    return True


def _in_use(path: Path, pid: str) -> StackError:
    return StackError(
        "in-use",
        Text(
            f"{path} est déjà tenu par le processus {pid} ; `escale down` l’arrête.",
            f"{path} is already held by process {pid}; `escale down` stops it.",
        ),
    )
