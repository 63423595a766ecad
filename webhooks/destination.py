"""Where a receiver is: an address of the public internet, by https; what a name stands for is looked up and held to.

An address inside, behind which the organisation's own machines lie, is none, whatever name leads there, unless whoever
runs the service has named that very receiver; what describes machines in clouds (link-local) is none even then. For
trying out on one machine the loopback addresses may be allowed, by http, and only to simulations.
"""

import asyncio
import socket
from collections.abc import Awaitable, Callable, Container, Sequence
from dataclasses import dataclass
from ipaddress import ip_address
from typing import Literal
from urllib.parse import urlsplit

Problem = Literal["not-https", "no-host", "private", "unknown-host"]
LONGEST = 2000
"""Characters of an address."""

LookUp = Callable[[str, int], Awaitable[Sequence[str]]]
"""The addresses that a name stands for."""


class NotADestination(Exception):
    """Nothing is sent there; ``problem`` says why."""

    def __init__(self, problem: Problem) -> None:
        super().__init__(problem)
        self.problem = problem


@dataclass(frozen=True, slots=True)
class Destination:
    """A receiver: its name, for TLS and the Host header, and the checked address that is connected to."""

    scheme: str
    host: str
    port: int
    address: str
    target: str
    """Path and query."""
    named: bool = False
    """Whether it lies inside and is one of the receivers that were named."""


async def looked_up(host: str, port: int) -> Sequence[str]:
    """What the system's resolver says. Raises OSError."""
    loop = asyncio.get_running_loop()
    found = await loop.getaddrinfo(host, port, type=socket.SOCK_STREAM)
    return [str(one[4][0]) for one in found]


async def destination_of(
    url: str, *, loopback: bool = False, named: Container[str] = (), look_up: LookUp = looked_up
) -> Destination:
    """Where an address leads now. Every address that its name stands for must be public. Raises NotADestination.

    ``named``: receivers, as ``host:port``, of which every address may lie inside, too.
    """
    scheme, host, port, target = _parts(url)
    try:
        addresses = await look_up(host, port)
    except (OSError, UnicodeError):
        raise NotADestination("unknown-host") from None
    here = loopback and bool(addresses) and all(ip_address(one).is_loopback for one in addresses)
    if scheme != "https" and not here:
        raise NotADestination("not-https")
    if not addresses:
        raise NotADestination("unknown-host")
    public = all(map(_is_public, addresses))
    inside = not public and f"{written(host)}:{port}" in named and all(map(_is_inside, addresses))
    if not (here or public or inside):
        raise NotADestination("private")
    return Destination(scheme, host, port, addresses[0], target, inside and scheme == "https")


def written(host: str) -> str:
    """A name or an address as it stands before a port (RFC 3986)."""
    return f"[{host}]" if ":" in host else host


def _parts(url: str) -> tuple[str, str, int, str]:
    try:
        parts = urlsplit(url)
        port = parts.port or (443 if parts.scheme == "https" else 80)
    except ValueError:
        raise NotADestination("no-host") from None
    if parts.scheme not in ("https", "http"):
        raise NotADestination("not-https")
    if not parts.hostname or parts.username or parts.password or len(url) > LONGEST or not url.isprintable():
        raise NotADestination("no-host")
    target = (parts.path or "/") + (f"?{parts.query}" if parts.query else "")
    return parts.scheme, parts.hostname, port, target


def _is_public(address: str) -> bool:
    """Whether it lies outside, whatever it is wrapped in (IPv4 in IPv6, 6to4, Teredo)."""
    found = ip_address(address.partition("%")[0])
    if found.version == 6 and (found.ipv4_mapped or found.sixtofour or found.teredo):  # noqa: PLR2004 - IPv6
        return False
    return found.is_global and not found.is_multicast


def _is_inside(address: str) -> bool:
    """Whether it is of a network of one's own, or of this machine."""
    found = ip_address(address.partition("%")[0])
    return (found.is_private or found.is_loopback) and not (
        found.is_link_local or found.is_multicast or found.is_unspecified or found.is_reserved
    )
