"""The sender: makes deliveries from the ledger and sends them, at least once, of each file in order.

A delivery is taken for a while, sent, and concluded. A sender that dies leaves it taken; when the while is over another
one sends it again, under the same id. A delivery that fails is tried again, the waits doubling, and holds up what comes
after it in the same file, nothing else.
"""

import asyncio
from collections.abc import Awaitable, Callable
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta

import structlog

from domain.kernel.ledger import Ledger, LedgerKind, LedgerUnavailable
from domain.kernel.moments import write_instant
from domain.kernel.recorded import Recorded
from domain.registry.codec import decode_all
from webhooks.deliveries import Active, Deliveries, Result, Taken
from webhooks.message import body_of, ping_body
from webhooks.posting import Answer, Posting
from webhooks.signing import headers_of

MayHear = Callable[[str, str, Recorded], Awaitable[bool]]
"""Whether a person of an organisation may read now what an event tells."""
FamilyOf = Callable[[str], str]
"""The family of a type of events."""

PAGE = 200
"""Events of which deliveries are made in one go."""
AT_ONCE = 8
"""Deliveries on their way at the same time, each to another receiver."""
_GONE = 410
_SWEEPS = 3600
"""Rounds from one deletion of what was sent long ago to the next."""

log = structlog.get_logger(__name__)


@dataclass(frozen=True, slots=True)
class Patience:
    """Waits after failures double from ``first`` to ``longest``; what failed for ``ends`` turns a subscription off.

    ``taken``: how long a delivery is one sender's.
    """

    first: timedelta = timedelta(minutes=1)
    longest: timedelta = timedelta(hours=12)
    ends: timedelta = timedelta(days=5)
    taken: timedelta = timedelta(minutes=1)

    def after(self, attempts: int) -> timedelta:
        """The wait after so many attempts."""
        return min(self.first * (1 << min(attempts - 1, 20)), self.longest)


class Sender:
    """Sends what is due, as long as it runs. Several may run at once. It looks for work every ``pause`` seconds."""

    def __init__(
        self,
        deliveries: Deliveries,
        ledger: Ledger,
        posting: Posting,
        *,
        may_hear: MayHear,
        family_of: FamilyOf,
        patience: Patience | None = None,
        pause: float = 1.0,
    ) -> None:
        self._deliveries = deliveries
        self._ledger = ledger
        self._posting = posting
        self._may_hear = may_hear
        self._family_of = family_of
        self._patience = patience or Patience()
        self._pause = pause

    async def run(self, stop: asyncio.Event) -> None:
        """Work until ``stop`` is set; what is on its way is finished first."""
        stopping = asyncio.create_task(stop.wait())
        on_the_way: set[asyncio.Task[None]] = set()
        rounds = 0
        try:
            while not stop.is_set():
                busy = await self._turn(on_the_way, sweeps=rounds % _SWEEPS == 0)
                rounds += 1
                waits = 0 if busy and len(on_the_way) < AT_ONCE else self._pause
                await asyncio.wait(
                    {stopping, *on_the_way}, timeout=waits, return_when=asyncio.FIRST_COMPLETED
                )
                on_the_way = {one for one in on_the_way if not one.done()}
            await asyncio.gather(*on_the_way)
        finally:
            for one in (stopping, *on_the_way):
                one.cancel()

    async def _turn(self, on_the_way: set[asyncio.Task[None]], *, sweeps: bool) -> bool:
        """Make deliveries of what is new and begin to send what is due; whether there was anything."""
        try:
            if sweeps:
                await self._deliveries.sweep()
            busy = any([await self._make(one) for one in await self._deliveries.active()])
            while len(on_the_way) < AT_ONCE and (taken := await self._deliveries.take(self._patience.taken)):
                on_the_way.add(asyncio.create_task(self._deliver(taken)))
                busy = True
        except LedgerUnavailable as away:
            log.warning("webhooks_out_of_reach", error=str(away))
            return False
        return busy

    async def _make(self, to: Active) -> bool:
        """Queue a page of events for somebody; whether there were any. A ledger that went back is followed back."""
        stored = await self._ledger.read(to.organisation, to.position, PAGE)
        if not stored:
            head = await self._ledger.head(to.organisation)
            if head.position < to.position:
                await self._deliveries.make(to, (), head.position)
            return False
        wanted = [one for one in decode_all(stored) if self._is_wanted(to, one.event.type)]
        await self._deliveries.make(to, wanted, stored[-1].position)
        return True

    def _is_wanted(self, to: Active, event: str) -> bool:
        return not to.families or self._family_of(event) in to.families

    async def _deliver(self, taken: Taken) -> None:
        """Send one; while the store is away nothing is concluded, and it is sent again."""
        try:
            await self._conclude(taken, await self._result(taken))
        except LedgerUnavailable as away:
            log.warning("webhooks_out_of_reach", error=str(away))
        except Exception:
            log.exception("webhook_failed", organisation=taken.organisation, message=taken.message)

    async def _conclude(self, taken: Taken, result: Result) -> None:
        await self._deliveries.conclude(taken, result)
        log.info(
            "webhook_tried",
            organisation=taken.organisation,
            subscription=taken.subscription,
            message=taken.message,
            attempt=taken.attempts,
            result=result.state,
            status=result.status,
            problem=result.problem,
        )
        if result.status == _GONE:
            await self._deliveries.stop(taken, "gone")
        elif result.state == "queued" and (taken.failing_seconds or 0) >= self._patience.ends.total_seconds():
            await self._deliveries.stop(taken, "failing")

    async def _result(self, taken: Taken) -> Result:
        body = await self._body(taken)
        if body is None:
            return Result("withheld")
        head = await self._ledger.head(taken.organisation)
        headers = headers_of(taken.message, datetime.now(UTC), body, taken.secrets)
        simulation = head.kind is LedgerKind.SIMULATION
        answer = await self._posting.post(taken.url, headers, body, simulation=simulation)
        return self._of_answer(taken, answer)

    async def _body(self, taken: Taken) -> str | None:
        """What is sent; None for what its reader may not read, and for what the ledger holds no more."""
        if taken.position == 0:
            return ping_body(taken.organisation, write_instant(datetime.now(UTC)))
        stored = await self._ledger.read(taken.organisation, taken.position - 1, 1)
        event = next(iter(decode_all(stored)), None)
        if event is None or not await self._may_hear(taken.organisation, taken.person, event):
            return None
        return body_of(taken.organisation, event)

    def _of_answer(self, taken: Taken, answer: Answer) -> Result:
        if answer.status is not None and 200 <= answer.status < 300:  # noqa: PLR2004 - RFC 9110
            return Result("delivered", answer.status)
        return Result("queued", answer.status, answer.problem, self._patience.after(taken.attempts))
