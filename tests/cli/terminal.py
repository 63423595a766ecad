"""A terminal in which a command runs, and somebody who types."""

import os
import pty
import re
import select
import subprocess
import time
from collections.abc import Iterator
from contextlib import contextmanager

from tests.cli.house import ESCALE, LONGEST_RUN, House


class Terminal:
    """A terminal in which a command runs, as a person sees and types it."""

    def __init__(self, side: int) -> None:
        self._side = side
        self.seen = ""

    def wait_for(self, text: str) -> None:
        """Read on until ``text`` has been written since the last answer."""
        start = len(self.seen)
        deadline = time.monotonic() + LONGEST_RUN
        while text not in self.seen[start:]:
            assert time.monotonic() < deadline, f"never said {text!r}: {self.seen[start:]}"
            if select.select([self._side], [], [], 1)[0]:
                self.seen += os.read(self._side, 4096).decode()

    def type(self, line: str) -> None:
        """Type a line."""
        os.write(self._side, (line + "\n").encode())

    def rest(self) -> str:
        """What is written until the command ends."""
        try:
            while more := os.read(self._side, 4096):
                self.seen += more.decode()
        except OSError:  # the other side is closed
            pass
        return re.sub(r"\x1b\[[0-9;?]*[a-z]", "", self.seen)


@contextmanager
def at_terminal(house: House, *words: str) -> Iterator[tuple[Terminal, subprocess.Popen[bytes]]]:
    """Run ``escale`` where a person sits, in French."""
    ours, theirs = pty.openpty()
    environment = house.environment(TERM="xterm", ESCALE_LOCALE="fr")
    with subprocess.Popen(
        [ESCALE, *words], stdin=theirs, stdout=theirs, stderr=theirs, env=environment, close_fds=True
    ) as process:
        os.close(theirs)
        yield Terminal(ours), process
    os.close(ours)
