"""Runs of ``escale`` in processes of their own that need not load everything anew: see ``fork_server``."""

import atexit
import json
import os
import socket
import subprocess
import sys
from collections.abc import Mapping, Sequence
from contextlib import ExitStack
from functools import cache
from tempfile import TemporaryFile


def run(
    arguments: Sequence[str | bytes],
    given: bytes,
    environment: Mapping[str, str],
    longest: int,
    output: int | None = None,
) -> tuple[int, bytes, bytes]:
    """Run ``escale`` to its end; its exit code (negative: the signal that ended it) and what it wrote.

    A run that lasts over ``longest`` seconds is ended by SIGALRM. ``output`` is a descriptor that stands instead of
    what is given back of standard output.
    """
    asked = {
        "arguments": [os.fsdecode(one) for one in arguments],
        "environment": dict(environment),
        "longest": longest,
    }
    with ExitStack() as opened:
        request, *streams = [opened.enter_context(TemporaryFile()) for _ in range(4)]
        for file, content in ((request, json.dumps(asked).encode()), (streams[0], given)):
            file.write(content)
            file.seek(0)
        told, telling = os.pipe()
        ending = opened.enter_context(os.fdopen(told, "rb"))
        try:
            descriptors = [request.fileno(), *(one.fileno() for one in streams), telling]
            if output is not None:
                descriptors[2] = output
            socket.send_fds(_server(), [b"."], descriptors)
        finally:
            os.close(telling)
        code = int(ending.read())
        for one in streams:
            one.seek(0)
        return code, streams[1].read(), streams[2].read()


@cache
def _server() -> socket.socket:
    """Where runs are asked for; the server ends with this process."""
    ours, theirs = socket.socketpair()
    with theirs:
        descriptor = theirs.fileno()
        command = [sys.executable, "-m", "tests.cli.fork_server", str(descriptor)]
        server = subprocess.Popen(command, pass_fds=[descriptor], stdin=subprocess.DEVNULL)
    atexit.register(server.wait)
    atexit.register(ours.close)
    return ours
