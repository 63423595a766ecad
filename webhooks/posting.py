"""One request to a receiver: to the address that was checked, without proxies, redirects or patience without end."""

from collections.abc import Mapping
from dataclasses import dataclass

import httpx

from webhooks.destination import Destination, LookUp, NotADestination, destination_of, looked_up

SECONDS = 15.0
"""That a receiver may take for all of it."""


@dataclass(frozen=True, slots=True)
class Answer:
    """The status of a receiver's answer, or the problem that there was none."""

    status: int | None = None
    problem: str | None = None


class Posting:
    """Posts bodies. ``loopback``: receivers on this machine are allowed to simulations, for trying out."""

    def __init__(
        self, *, loopback: bool = False, seconds: float = SECONDS, look_up: LookUp = looked_up
    ) -> None:
        self._loopback = loopback
        self._seconds = seconds
        self._look_up = look_up

    async def check(self, url: str, *, simulation: bool) -> Destination:
        """Where an address leads now. Raises NotADestination."""
        loopback = self._loopback and simulation
        return await destination_of(url, loopback=loopback, look_up=self._look_up)

    async def post(self, url: str, headers: Mapping[str, str], body: str, *, simulation: bool) -> Answer:
        """Send a body; what the receiver says in its answer is not read."""
        try:
            to = await self.check(url, simulation=simulation)
            return Answer(status=await self._sent(to, headers, body))
        except NotADestination as refused:
            return Answer(problem=refused.problem)
        except httpx.TimeoutException:
            return Answer(problem="timeout")
        except (httpx.HTTPError, OSError):
            return Answer(problem="unreachable")

    async def _sent(self, to: Destination, headers: Mapping[str, str], body: str) -> int:
        literal = f"[{to.address}]" if ":" in to.address else to.address
        shown = f"[{to.host}]" if ":" in to.host else to.host
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
            trust_env=False, follow_redirects=False, timeout=self._seconds
        ) as client:
            answer = await client.send(request, stream=True)
            await answer.aclose()
            return answer.status_code
