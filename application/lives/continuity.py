"""Whether a ledger is still the one that we knew: a fail-over that lost commits, or a restored copy, takes it back.

A mark is a position with its hash. The hash chains all that came before, so a ledger that holds a mark holds everything
that led to it; one that has grown again past the position, on another history, does not.
"""

import asyncio
from collections.abc import Callable
from dataclasses import dataclass
from typing import TYPE_CHECKING, Protocol

from domain.kernel.ledger import Head, Ledger, LedgerUnavailable

if TYPE_CHECKING:
    from structlog.typing import FilteringBoundLogger

LOOK_SECONDS = 5.0
"""How often every ledger is looked at, whoever else does."""


@dataclass(frozen=True, slots=True)
class Mark:
    """A position of a ledger with its hash; of some marks, kept by earlier releases, only the position is known."""

    position: int
    hash: bytes | None = None


class Setbacks(Protocol):
    """Where it is written down, for operators, that a ledger went back."""

    async def note(self, organisation: str, known: Mark, found: Mark) -> None:
        """A later position was known than the ledger bears out."""

    async def settle(self, organisation: str) -> None:
        """Somebody has dealt with it."""


class Continuity:
    """Remembers where each ledger was last seen to end, and drops what rested on a history that is no more."""

    def __init__(self, ledger: Ledger, setbacks: Setbacks) -> None:
        self._ledger = ledger
        self._setbacks = setbacks
        self._seen: dict[str, Mark] = {}
        self._count: dict[str, int] = {}
        self._drops: list[Callable[[str], None]] = []

    def on_setback(self, drop: Callable[[str], None]) -> None:
        """Have ``drop`` forget what it keeps of an organisation when its ledger goes back."""
        self._drops.append(drop)

    def setbacks(self, organisation: str) -> int:
        """How often the ledger was seen to go back since this process began."""
        return self._count.get(organisation, 0)

    async def run(self) -> None:
        """Look at every ledger until cancelled."""
        while True:
            try:
                for organisation in await self._ledger.organisations():
                    await self.head(organisation)
            except LedgerUnavailable as error:
                _log().warning("ledgers not looked at", reason=str(error))
            await asyncio.sleep(LOOK_SECONDS)

    async def head(self, organisation: str) -> Head:
        """Where the ledger ends now, after what rested on a lost history was dropped. Raises as the ledger does."""
        seen = self._seen.get(organisation)
        head = await self._ledger.head(organisation)
        if seen and not await self._bears_out(head, seen):
            await self._went_back(seen, head)
        now = self._seen.get(organisation)
        if now is None or head.position > now.position:
            self._seen[organisation] = Mark(head.position, head.hash)
        return head

    async def holds(self, organisation: str, mark: Mark) -> bool:
        """Whether the ledger still is one in which that mark was seen."""
        return await self._bears_out(await self.head(organisation), mark)

    async def expect(self, organisation: str, mark: Mark) -> None:
        """Compare with a mark kept from before this process began."""
        head = await self.head(organisation)
        if not await self._bears_out(head, mark):
            await self._went_back(mark, head)

    async def _bears_out(self, head: Head, mark: Mark) -> bool:
        if mark.position > head.position:
            return False
        if mark.hash is None or mark.position == 0:
            return True
        if mark.position == head.position:
            return head.hash == mark.hash
        found = await self._ledger.read(head.organisation, mark.position - 1, 1)
        return bool(found) and (found[0].position, found[0].hash) == (mark.position, mark.hash)

    async def _went_back(self, known: Mark, head: Head) -> None:
        """Drop first, write down then: while that fails, the next look finds the same again."""
        organisation, found = head.organisation, Mark(head.position, head.hash)
        self._count[organisation] = self.setbacks(organisation) + 1
        for drop in self._drops:
            drop(organisation)
        _log().error(
            "ledger went back", organisation=organisation, known=known.position, found=found.position
        )
        await self._setbacks.note(organisation, known, found)
        self._seen[organisation] = found


def _log() -> "FilteringBoundLogger":
    import structlog  # noqa: PLC0415 - who only looks something up has nothing to log

    logger: FilteringBoundLogger = structlog.get_logger()
    return logger
