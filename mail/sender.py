"""The sender: takes queued messages one by one, sends them, and tells the ledger what became of them.

A message is committed as *sending* before a word is said to a mail server. A sender that dies leaves it so, and
the others see that it died: what may or may not have left becomes *unknown*, for a person to decide.
"""

import asyncio
from collections.abc import Awaitable, Callable
from contextlib import AbstractAsyncContextManager, nullcontext
from datetime import timedelta
from typing import Protocol

import structlog

from domain.kernel.ids import SERVICE, delivery_command_id, naming
from domain.kernel.ledger import LedgerUnavailable
from domain.reminders.commands import ReportDelivery
from domain.reminders.delivery import Withheld
from mail.courier import Courier
from mail.messages import Final, Later, Queued, Taken, Unreported
from mail.outbox import Lease, Outbox
from mail.settlements import Settlements

Withhold = Callable[[Queued], Awaitable[Withheld | None]]
"""Says why a message, for which there was a reason once, is not to be sent; None if it is."""

Watch = Callable[[str, str, str, str], AbstractAsyncContextManager[None]]
"""Watches a step of a message: which step, of which organisation, file and message."""

BURST = 20
"""Messages sent before the ledger is told what became of them, all at once."""

_FOR_A_REASON = ("reminder", "deposit")
"""The purposes of letters whose reason may have gone before they leave."""

UNJUDGED_WAIT = timedelta(minutes=5)
"""How long a message waits whose file cannot be judged; it holds up no other."""

log = structlog.get_logger(__name__)


class Answered(Protocol):
    """An answer to a command, as ``application.commands.answer`` gives it."""

    @property
    def outcome(self) -> str:
        """``recorded`` or ``refused``."""


Report = Callable[[str, ReportDelivery], Awaitable[Answered]]
"""Records a command in an organisation's ledger: the one way in."""


class Sender:
    """Sends what is due, as long as it runs. Several may run at once, in any number of processes.

    It looks for work every ``pause`` seconds.
    """

    def __init__(
        self,
        outbox: Outbox,
        courier: Courier,
        settlements: Settlements,
        *,
        withheld: Withhold,
        report: Report,
        watch: Watch = lambda *_: nullcontext(),
        pause: float = 1.0,
    ) -> None:
        self._outbox = outbox
        self._courier = courier
        self._settlements = settlements
        self._withheld = withheld
        self._report = report
        self._watch = watch
        self._pause = pause
        self._nudged = asyncio.Event()
        self._in_hand: tuple[Taken, Final | Later] | None = None
        """What came of an attempt, until it is kept."""

    def nudge(self) -> None:
        """Have it look for work now instead of after its pause; to be called in its own loop."""
        self._nudged.set()

    async def run(self, stop: asyncio.Event) -> None:
        """Work until ``stop`` is set; the message in hand is finished first."""
        while not stop.is_set():
            try:
                async with self._outbox.lease() as lease:
                    await self._work(lease, stop)
            except LedgerUnavailable as away:
                log.warning("outbox_out_of_reach", error=str(away))
                await self._wait(stop)

    async def _work(self, lease: Lease, stop: asyncio.Event) -> None:
        while not stop.is_set():
            await self._keep_result()
            for organisation, message in await self._outbox.give_up_orphans():
                log.warning("message_in_doubt", organisation=organisation, message=message)
            busy = await self._send_burst(lease, stop)
            busy |= await self._tell_ledger()
            busy |= await self._settlements.carry_out()
            if not busy:
                await self._wait(stop)

    async def _wait(self, stop: asyncio.Event) -> None:
        ends = {asyncio.create_task(event.wait()) for event in (stop, self._nudged)}
        await asyncio.wait(ends, timeout=self._pause, return_when=asyncio.FIRST_COMPLETED)
        for end in ends:
            end.cancel()
        self._nudged.clear()

    async def _send_burst(self, lease: Lease, stop: asyncio.Event) -> bool:
        for sent in range(BURST):
            taken = None if stop.is_set() else await lease.take(self._judge)
            if taken is None:
                return sent > 0
            if isinstance(taken, Taken):
                async with self._watch("send", *_names(taken.message)):
                    self._in_hand = (taken, await self._deliver(taken.message))
                    await self._keep_result()
        return True

    async def _judge(self, message: Queued) -> Final | Later | None:
        """What the ledger knows comes first: a state that only the outbox tells sends nothing again.

        Of letters that no event claims it knows nothing; a link to hand something in may have been closed.
        """
        try:
            held_back = await self._withheld(message) if message.purpose in _FOR_A_REASON else None
        except LedgerUnavailable:
            raise
        except Exception:
            log.exception("message_unjudged", organisation=message.organisation, message=message.id)
            return Later(UNJUDGED_WAIT, "unjudged")
        return Final(*held_back) if held_back else self._courier.refuses(message)

    async def _deliver(self, message: Queued) -> Final | Later:
        try:
            return await self._courier.deliver(message)
        except Exception:
            log.exception("message_in_doubt", organisation=message.organisation, message=message.id)
            return Final("unknown", "error")

    async def _keep_result(self) -> None:
        if self._in_hand is None:
            return
        taken, result = self._in_hand
        kept = await self._outbox.conclude(taken, result)
        self._in_hand = None
        log.info(
            "message_tried",
            organisation=taken.message.organisation,
            message=taken.message.id,
            attempt=taken.attempt,
            result=result.state if isinstance(result, Final) else "queued",
            reason=result.reason,
            kept=kept,
        )

    async def _tell_ledger(self) -> bool:
        """Report what came to rest; whether there was anything. What cannot be told is told next time."""
        rests = await self._outbox.unreported()
        told = await asyncio.gather(*map(self._tell, rests))
        done = [rest for rest, heard in zip(rests, told, strict=True) if heard]
        await self._outbox.reported(done)
        return bool(done)

    async def _tell(self, rest: Unreported) -> bool:
        command = ReportDelivery(
            type="ReportDelivery",
            command_id=delivery_command_id(rest.id, rest.state, rest.attempts),
            actor=SERVICE,
            **naming(rest.file),
            message=rest.id,
            delivery=rest.state,
            code=rest.reason,
        )
        try:
            async with self._watch("report", *_names(rest)):
                answer = await self._report(rest.organisation, command)
        except LedgerUnavailable:
            raise
        except Exception:
            log.exception("report_failed", organisation=rest.organisation, command=command.command_id)
            return False
        if answer.outcome != "recorded":
            log.error("report_refused", organisation=rest.organisation, command=command.command_id)
        return True


def _names(message: Queued | Unreported) -> tuple[str, str, str]:
    return message.organisation, message.file, message.id
