"""TCP ports on the loopback interface."""

import socket

LOOPBACK = "127.0.0.1"


def chosen_port(wanted: int) -> int:
    """`wanted`, or a port that is free now when `wanted` is 0."""
    if wanted:
        return wanted
    with socket.socket() as probe:
        probe.bind((LOOPBACK, 0))
        port: int = probe.getsockname()[1]
        return port


def listens(port: int) -> bool:
    """Whether somebody accepts connections on `port` of this machine."""
    with socket.socket() as probe:
        probe.settimeout(1)
        return probe.connect_ex((LOOPBACK, port)) == 0
