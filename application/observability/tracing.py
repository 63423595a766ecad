"""Traces, as a port: everything that follows from one command belongs to one trace, without anything being stored.

A trace's id is made of the organisation and of the command that began it. Whoever deals with what that command led to,
in whatever process and however much later, finds the command in the ledger and makes the same id.
"""

from collections.abc import Mapping
from contextlib import AbstractContextManager, nullcontext
from hashlib import sha256
from typing import NamedTuple, Protocol

Attributes = Mapping[str, str]
"""What a span says: ids, types and codes, never a text."""
Opened = AbstractContextManager[str | None]
"""The block of a span, the present one within it; gives the trace's id in hexadecimal, None if nothing is traced."""


class Origin(NamedTuple):
    """The command with which a trace began."""

    organisation: str
    command_id: str

    @property
    def trace_id(self) -> int:
        """The trace's id, 16 bytes as a number."""
        return int.from_bytes(self._digest()[:16])

    @property
    def span_id(self) -> int:
        """The id of the command's own span, 8 bytes as a number."""
        return int.from_bytes(self._digest()[16:24])

    def _digest(self) -> bytes:
        return sha256("\x1f".join(("trace", *self)).encode()).digest()


class Tracing(Protocol):
    """Opens spans."""

    @property
    def on(self) -> bool:
        """Whether anybody wants them."""

    def begin(self, name: str, origin: Origin, attributes: Attributes) -> Opened:
        """The span with which a trace begins, linked to the present one."""

    def go_on(self, name: str, origin: Origin | None, attributes: Attributes) -> Opened:
        """A further span, of the trace of ``origin``; without one, of the present trace."""

    def done(self, name: str, since: int) -> None:
        """A span below the present one, which began at ``since`` (nanoseconds since 1970) and ends now."""

    def tell(self, attributes: Attributes) -> None:
        """Have the present span say something."""

    def close(self) -> None:
        """Send what is still to be sent; takes a few seconds at most."""


class NoTracing:
    """Traces nothing."""

    on = False

    def begin(self, name: str, origin: Origin, attributes: Attributes) -> Opened:  # noqa: ARG002
        """Nothing."""
        return nullcontext()

    def go_on(self, name: str, origin: Origin | None, attributes: Attributes) -> Opened:  # noqa: ARG002
        """Nothing."""
        return nullcontext()

    def done(self, name: str, since: int) -> None:
        """Nothing."""

    def tell(self, attributes: Attributes) -> None:
        """Nothing."""

    def close(self) -> None:
        """Nothing."""
