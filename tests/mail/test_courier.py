"""What is known of a message when the connection is lost: before the dot it has not left, after it nobody knows."""

import asyncio
from collections.abc import AsyncIterator, Callable
from contextlib import asynccontextmanager

import pytest

from mail.courier import Courier, MailServer
from mail.messages import Final, Later, Queued
from stack.ports import LOOPBACK
from tests.mail.making import IMPATIENT, SENDER, outgoing

LINES = 3_000
"""More than what a connection holds by itself."""


def queued(content: bytes) -> Queued:
    """A message as a sender has it."""
    return Queued(
        "fondation",
        "m1",
        "noailles",
        "inactivity/e1",
        simulation=False,
        content=content,
        attempts=0,
        deferrals=0,
    )


SMALL = outgoing(1).content
LARGE = SMALL + b"Bonjour, voici une ligne.\r\n" * LINES

Leaves = Callable[[bytes], bool]
"""Whether the server hangs up, having read that much of the message."""


@asynccontextmanager
async def server(leaves: Leaves, *, go_ahead: bytes = b"354 go ahead") -> AsyncIterator[MailServer]:
    """A server that hangs up, or answers the dot."""

    async def serve(reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
        try:
            await _serve(reader, writer)
        except (OSError, asyncio.IncompleteReadError):
            pass
        finally:
            writer.transport.abort()

    async def _serve(reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
        writer.write(b"220 here\r\n")
        while (line := await reader.readline()) and not line.upper().startswith(b"DATA"):
            writer.write(b"221 bye\r\n" if line.upper().startswith(b"QUIT") else b"250 ok\r\n")
        if not go_ahead:
            return
        writer.write(go_ahead + b"\r\n")
        if not go_ahead.startswith(b"354"):
            await reader.readline()
            return
        taken = b""
        while not leaves(taken):
            more = await reader.read(1_000)
            if not more:
                return
            taken += more
            if taken.endswith(b"\r\n.\r\n"):
                if leaves(taken):
                    return
                writer.write(b"250 ok\r\n")
                await reader.readline()
                return

    serving = await asyncio.start_server(serve, LOOPBACK, 0)
    try:
        yield MailServer(LOOPBACK, serving.sockets[0].getsockname()[1])
    finally:
        serving.close()


async def deliver(relay: MailServer, content: bytes) -> Final | Later:
    """What becomes of a message."""
    return await Courier(lambda _: SENDER, relay, None, IMPATIENT).deliver(queued(content))


@pytest.mark.parametrize(
    ("leaves", "go_ahead", "content"),
    [
        (lambda taken: True, b"", SMALL),
        (lambda taken: True, b"354 go ahead", SMALL),
        (lambda taken: len(taken) > 10, b"354 go ahead", SMALL),
        (lambda taken: len(taken) > 10, b"354 go ahead", LARGE),
        (lambda taken: len(taken) > 20_000, b"354 go ahead", LARGE),
    ],
    ids=["instead of an answer to DATA", "at once", "small, within", "large, early", "large, late"],
)
async def test_a_connection_lost_before_the_dot_is_tried_again(
    leaves: Leaves, go_ahead: bytes, content: bytes
) -> None:
    """The message has not left: there is no doubt."""
    async with server(leaves, go_ahead=go_ahead) as relay:
        found = await deliver(relay, content)
    assert isinstance(found, Later)
    assert not found.deferred


async def test_a_connection_lost_after_the_dot_leaves_doubt() -> None:
    """The server may have taken it."""
    async with server(lambda taken: taken.endswith(b"\r\n.\r\n")) as relay:
        assert await deliver(relay, SMALL) == Final("unknown", "connection-lost")


@pytest.mark.parametrize(
    "content", [SMALL, LARGE, SMALL + b".\r\n..\r\n.fin\r\n"], ids=["small", "large", "dots"]
)
async def test_what_is_answered_is_sent(content: bytes) -> None:
    """Dots at the beginning of lines end nothing (RFC 5321, 4.5.2)."""
    read: list[bytes] = []

    def never(taken: bytes) -> bool:
        read.append(taken)
        return False

    async with server(never) as relay:
        assert await deliver(relay, content) == Final("sent", "250")
    assert read[-1].replace(b"\r\n..", b"\r\n.").removesuffix(b".\r\n") == content


async def test_a_server_that_does_not_go_ahead_is_believed() -> None:
    """Later, or not at all, as its answer says."""
    async with server(lambda taken: True, go_ahead=b"451 later") as relay:
        assert isinstance(await deliver(relay, SMALL), Later)
    async with server(lambda taken: True, go_ahead=b"554 no") as relay:
        assert await deliver(relay, SMALL) == Final("failed", "554")
