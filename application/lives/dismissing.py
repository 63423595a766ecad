"""Ending all that goes on for a simulation that was thrown away; each worker does so, until nothing of it is left.

Whoever throws one away waits for nobody: what is to be ended stands in the database beside the ledgers. So it is ended
too where Temporal is away just then, and where the worker that does it is killed: the next look goes on.
"""

from collections.abc import AsyncIterator, Callable, Mapping, Sequence
from datetime import timedelta
from typing import Protocol

import structlog

from application.lives.waking import WakeFailed
from application.ports import Lifecycles
from domain.kernel.ledger import LedgerUnavailable

log = structlog.get_logger()

REST = timedelta(seconds=10)
"""So long after its workflows ended it is looked at again: whoever was at work for it has heard of it by then."""
REASON = "its ledger was dropped"


class Dropped(Protocol):
    """The ledgers that were dropped, until all that went on for them has ended."""

    async def pending(self) -> Mapping[str, Sequence[str]]:
        """Which they are, with the keys of the files that each had. Raises LedgerUnavailable."""

    async def clear(self, organisation: str, rest: timedelta) -> bool:
        """Its workflows have ended: remove what was written of it since; whether that is so for as long as ``rest``.

        Raises LedgerUnavailable.
        """


class Dismissals(Protocol):
    """What is done once for an organisation, held by Temporal."""

    async def dismiss(self, organisation: str, reason: str) -> None:
        """Have nobody work for it any more. Safe to repeat. Raises WakeFailed."""


async def dismiss_dropped(
    dropped: Dropped,
    dismissals: Dismissals,
    lifecycles: Lifecycles,
    hints: Callable[[], AsyncIterator[object]],
) -> None:
    """End what goes on for dropped ledgers whenever ``hints`` yields, until cancelled; it does every second or so.

    None that cannot be ended yet holds up the others.
    """
    async for _ in hints():
        try:
            for organisation, files in (await dropped.pending()).items():
                try:
                    await _end(dismissals, lifecycles, organisation, files)
                except WakeFailed as error:
                    log.warning("not dismissed yet", organisation=organisation, reason=str(error))
                    continue
                if await dropped.clear(organisation, REST):
                    log.info("dismissed", organisation=organisation, files=len(files))
        except LedgerUnavailable as error:
            log.warning("dropped ledgers not seen to", reason=str(error))


async def _end(
    dismissals: Dismissals, lifecycles: Lifecycles, organisation: str, files: Sequence[str]
) -> None:
    """First who wakes its files, then the files: those of the ledger, and what else Temporal lists."""
    await dismissals.dismiss(organisation, REASON)
    for file in {*files, *await lifecycles.shown(organisation)}:
        await lifecycles.end(organisation, file, REASON)
