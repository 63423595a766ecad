"""Where a run writes: as long as it can be written to, and what is lost is known.

A full device, a closed descriptor or a reader that has gone is no reason to leave half done what was asked. So nothing
fails where something is written; at the end the run tells, where it still can, that its output is lost.
"""

import errno
import io
import os
import select
import sys
from contextlib import suppress
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from _typeshed import ReadableBuffer

STANDARD_INPUT, STANDARD_OUTPUT, STANDARD_ERROR = 0, 1, 2


class Outlet(io.RawIOBase):
    """A descriptor that never fails to be written to; ``lost`` says why something was not, once it was not."""

    def __init__(self, descriptor: int, *, is_closed: bool) -> None:
        super().__init__()
        self._descriptor = descriptor
        self._is_closed = is_closed
        self.lost: OSError | None = None

    def writable(self) -> bool:
        """It is."""
        return True

    def fileno(self) -> int:
        """The descriptor."""
        return self._descriptor

    def isatty(self) -> bool:
        """Whether somebody reads along at a terminal."""
        return not self._is_closed and os.isatty(self._descriptor)

    def write(self, data: "ReadableBuffer", /) -> int:
        """Write what can be written, or drop it and remember why."""
        if self._is_closed and self.lost is None:
            self.lost = OSError(errno.EBADF, os.strerror(errno.EBADF))
        while self.lost is None:
            try:
                return os.write(self._descriptor, data)
            except BlockingIOError:  # a reader who is slow, not gone
                select.select([], [self._descriptor], [])
            except OSError as error:
                self.lost = error
        return memoryview(data).nbytes


def open_outputs() -> None:
    """Have this process read and write by descriptors that are open, and by outlets.

    One that was closed when it started would be given to the next file or connection that is opened, and be written to.
    """
    closed = {one for one in (STANDARD_INPUT, STANDARD_OUTPUT, STANDARD_ERROR) if not _is_open(one)}
    for _ in closed:  # the lowest free descriptors are taken first, and these are the lowest
        os.open(os.devnull, os.O_RDWR)
    if STANDARD_INPUT in closed:
        sys.stdin = open(STANDARD_INPUT, encoding="utf-8", closefd=False)  # noqa: SIM115 - open to the end
    sys.stdout = _written(Outlet(STANDARD_OUTPUT, is_closed=STANDARD_OUTPUT in closed))
    sys.stderr = _written(Outlet(STANDARD_ERROR, is_closed=STANDARD_ERROR in closed))


def output_lost() -> OSError | None:
    """Why something of the output was not written; None if all was."""
    return _lost(sys.stdout)


def messages_lost() -> OSError | None:
    """Why something that was said on standard error was not written; None if all was."""
    return _lost(sys.stderr)


def _written(outlet: Outlet) -> io.TextIOWrapper:
    buffered = io.BufferedWriter(outlet)
    return io.TextIOWrapper(
        buffered, encoding="utf-8", errors="backslashreplace", line_buffering=outlet.isatty()
    )


def _lost(stream: object) -> OSError | None:
    if not isinstance(stream, io.TextIOWrapper):
        return None
    with suppress(ValueError):  # closed: nothing is left to write
        stream.flush()
    outlet = getattr(stream.buffer, "raw", None)
    return outlet.lost if isinstance(outlet, Outlet) else None


def _is_open(descriptor: int) -> bool:
    try:
        os.fstat(descriptor)
    except OSError:
        return False
    return True
