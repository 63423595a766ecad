"""Letters that come back: what a notice says of a letter that was sent is settled in the outbox.

From there the sender tells the ledger, as of every letter; whoever decides about what failed has a task.
"""

from collections.abc import Callable
from dataclasses import dataclass
from typing import Literal

from mail.messages import Attempt
from mail.notices import read_notice
from mail.outbox import Outbox
from mail.return_paths import ReturnPaths

Outcome = Literal["no-notice", "nobodys", "delayed", "too-early", "settled", "failed"]
"""No notice; of no letter that we sent and have not sent again since; it may still arrive; its sender has not yet said
that it left; its fate was settled before; it came back."""


@dataclass(frozen=True, slots=True)
class Returned:
    """What came of a notice; of which letter it is, where that is proven, and the code that it gives."""

    outcome: Outcome
    attempt: Attempt | None = None
    status: str = ""


class Bounces:
    """Takes notices in."""

    def __init__(self, outbox: Outbox, paths: Callable[[], ReturnPaths]) -> None:
        self._outbox = outbox
        self._paths = paths

    async def take(self, raw: bytes) -> Returned:
        """Settle what a notice (RFC 5322) says. Raises LedgerUnavailable, and what reading the site's secret raises."""
        notice = read_notice(raw)
        if notice is None:
            return Returned("no-notice")
        attempt = await self._proven(notice.sent_to)
        if attempt is None:
            return Returned("nobodys")
        if not notice.failed:
            return Returned("delayed", attempt, notice.status)
        if attempt.state == "sending":
            return Returned("too-early", attempt, notice.status)
        came_back = await self._outbox.come_back(attempt, notice.status)
        return Returned("failed" if came_back else "settled", attempt, notice.status)

    async def _proven(self, sent_to: str) -> Attempt | None:
        """The attempt that an address was made for."""
        paths = self._paths()
        for message, proof in paths.messages(sent_to):
            for one in await self._outbox.attempts(message):
                if paths.proves(proof, one.organisation, message, one.number):
                    return one
        return None
