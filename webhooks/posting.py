"""One request to a receiver: to the address that was checked, without proxies, redirects or patience without end."""

import ssl
from collections.abc import Container, Mapping
from dataclasses import dataclass
from functools import cached_property

import httpx

from webhooks.destination import Destination, LookUp, NotADestination, destination_of, looked_up, written

SECONDS = 15.0
"""That a receiver may take for all of it."""


@dataclass(frozen=True, slots=True)
class Answer:
    """The status of a receiver's answer, or the problem that there was none."""

    status: int | None = None
    problem: str | None = None


_DISTRUSTED = "CERTIFICATE_VERIFY_FAILED"
"""What OpenSSL says of a certificate that is of another name, or by nobody whom we trust."""


class Posting:
    """Posts bodies. ``loopback``: receivers on this machine are allowed to simulations, for trying out.

    ``named``: receivers inside, as ``host:port``; ``ca_file``: who signs their certificates.
    """

    def __init__(
        self,
        *,
        loopback: bool = False,
        named: Container[str] = (),
        ca_file: str = "",
        seconds: float = SECONDS,
        look_up: LookUp = looked_up,
    ) -> None:
        self._loopback = loopback
        self._named = named
        self._ca_file = ca_file
        self._seconds = seconds
        self._look_up = look_up

    async def check(self, url: str, *, simulation: bool) -> Destination:
        """Where an address leads now. Raises NotADestination."""
        loopback = self._loopback and simulation
        return await destination_of(url, loopback=loopback, named=self._named, look_up=self._look_up)

    async def post(self, url: str, headers: Mapping[str, str], body: str, *, simulation: bool) -> Answer:
        """Send a body; what the receiver says in its answer is not read."""
        try:
            to = await self.check(url, simulation=simulation)
            return Answer(status=await self._sent(to, headers, body))
        except NotADestination as refused:
            return Answer(problem=refused.problem)
        except httpx.TimeoutException:
            return Answer(problem="timeout")
        except httpx.ConnectError as failed:
            return Answer(problem="certificate" if _DISTRUSTED in str(failed) else "unreachable")
        except (httpx.HTTPError, OSError):
            return Answer(problem="unreachable")

    async def _sent(self, to: Destination, headers: Mapping[str, str], body: str) -> int:
        literal, shown = written(to.address), written(to.host)
        request = httpx.Request(
            "POST",
            f"{to.scheme}://{literal}:{to.port}{to.target}",
            headers={
                "host": f"{shown}:{to.port}" if to.port not in (80, 443) else shown,
                "content-type": "application/json",
                "user-agent": "Escale",
                **headers,
            },
            content=body.encode(),
            extensions={"sni_hostname": to.host} if to.scheme == "https" else {},
        )
        async with httpx.AsyncClient(
            trust_env=False,
            follow_redirects=False,
            timeout=self._seconds,
            verify=self._trust_of_named if to.named else self._trust,
        ) as client:
            answer = await client.send(request, stream=True)
            await answer.aclose()
            return answer.status_code

    @cached_property
    def _trust(self) -> ssl.SSLContext:
        """Whose certificates of public receivers are good; read once."""
        return httpx.create_ssl_context(trust_env=False)

    @cached_property
    def _trust_of_named(self) -> ssl.SSLContext:
        """The same of the receivers inside that were named. Raises OSError."""
        return ssl.create_default_context(cafile=self._ca_file) if self._ca_file else self._trust
