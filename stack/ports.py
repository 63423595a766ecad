"""TCP ports on the loopback interface: which are free, which answer."""

import asyncio
import secrets
import socket
from contextlib import ExitStack, suppress

LOOPBACK = "127.0.0.1"
LOWEST, HIGHEST = 10_000, 32_768


def chosen_port(wanted: int) -> int:
    """`wanted`, or a port that is free now when `wanted` is 0."""
    return wanted or free_ports(1)[0]


def free_ports(count: int) -> list[int]:
    """Find `count` different ports that are free now.

    They lie below those that the system lends to outgoing connections, lest one is lent before we use it; and
    Temporal on PostgreSQL keeps its ports in 16 bits with a sign.
    """
    with ExitStack() as probes:
        found: list[int] = []
        while len(found) < count:
            probe = probes.enter_context(socket.socket())
            port = LOWEST + secrets.randbelow(HIGHEST - LOWEST)
            with suppress(OSError):
                probe.bind((LOOPBACK, port))
                found.append(port)
        return found


def listens(port: int) -> bool:
    """Whether somebody accepts connections on `port` of this machine."""
    with socket.socket() as probe:
        probe.settimeout(1)
        return probe.connect_ex((LOOPBACK, port)) == 0


ANSWER_SECONDS = 3.0
"""How long a program on a port may take to answer."""


async def answers(port: int, path: str) -> bool:
    """Whether a program answers on `port` of this machine to an HTTP request for `path` with 200."""
    try:
        async with asyncio.timeout(ANSWER_SECONDS):
            reader, writer = await asyncio.open_connection(LOOPBACK, port)
            writer.write(
                f"GET {path} HTTP/1.1\r\nHost: {LOOPBACK}:{port}\r\nConnection: close\r\n\r\n".encode()
            )
            status = await reader.readline()
    except OSError:
        return False
    writer.close()
    return status.split()[1:2] == [b"200"]
