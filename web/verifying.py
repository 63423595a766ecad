"""Verifying a ledger beside the pages: in a thread with a connection of its own, told of through the database.

Whatever process began it, each sees how far it has come. What is interrupted is begun anew; nothing depends on it.
"""

import asyncio
from collections.abc import Sequence
from contextlib import suppress
from dataclasses import dataclass, field
from threading import Event

import structlog

from bootstrap import open_service
from config import Settings
from domain.kernel.ledger import LedgerUnavailable
from verification.findings import Finding, Findings
from verification.store import reading
from verification.verify import Verified, verify_database, verify_ledger
from wording.verification import REMEDIES
from wording.verification_told import verified_words
from workspace.verifications import Told, Verifications

LOOKS_EVERY = 0.3
"""Seconds from one look at how far it has come to the next."""
_OTHER_LEDGERS = "organisation"
"""The particular that names another ledger: an organisation is told of its own."""
log = structlog.get_logger("web")


class Stopped(Exception):
    """Nobody wants it any more."""


@dataclass
class _HowFar:
    """Written by the thread, read by the loop; ``stop`` the other way round."""

    done: int = 0
    total: int = 0
    stop: Event = field(default_factory=Event)

    def told(self, _subject: str, done: int, total: int) -> None:
        """Called between two pages of the ledger. Raises Stopped."""
        self.done, self.total = done, total
        if self.stop.is_set():
            raise Stopped


class Verifying:
    """What this process verifies."""

    def __init__(self, settings: Settings, runs: Verifications) -> None:
        self._settings = settings
        self._runs = runs
        self._tasks: set[asyncio.Task[None]] = set()

    async def begin(self, organisation: str, person: str) -> None:
        """Verify an organisation's ledger, unless that is done already. Raises LedgerUnavailable."""
        run = await self._runs.begin(organisation, person)
        if run is not None:
            task = asyncio.create_task(self._watched(organisation, run))
            self._tasks.add(task)
            task.add_done_callback(self._tasks.discard)

    async def ended(self) -> None:
        """Wait until nothing is verified any more."""
        await asyncio.gather(*self._tasks)

    async def _watched(self, organisation: str, run: str) -> None:
        """Work, say how far it has come, and what was found; without the store it is left as it is."""
        how_far = _HowFar()
        work = asyncio.create_task(
            asyncio.to_thread(asyncio.run, _verified(self._settings, organisation, how_far))
        )
        try:
            with suppress(LedgerUnavailable):
                await self._until_done(organisation, run, work, how_far)
        finally:
            how_far.stop.set()

    async def _until_done(
        self, organisation: str, run: str, work: "asyncio.Task[_Found]", how_far: _HowFar
    ) -> None:
        while not work.done():
            if await self._runs.note(organisation, run, how_far.done, how_far.total):
                how_far.stop.set()
            await asyncio.wait({work}, timeout=LOOKS_EVERY)
        try:
            found, database = await work
        except Stopped:
            await self._runs.end(organisation, run, "stopped")
            return
        ledger = found.ledger
        said = [*_told(found.found), *_told(database, organisation)]
        head = (ledger.position, ledger.hash) if ledger else None
        await self._runs.end(organisation, run, "fails" if said else "holds", head, said)
        log.info("verified", organisation=organisation, findings=len(said))


_Found = tuple[Verified, Findings]


async def _verified(settings: Settings, organisation: str, how_far: _HowFar) -> _Found:
    async with open_service(settings) as service, reading(service.pool) as store:
        database = await verify_database(store)
        return await verify_ledger(store, organisation, how_far.told), database


def _told(found: Findings, of: str | None = None) -> Sequence[tuple[Told, Told]]:
    kept = [one for one in found.kept if of is None or one.params.get(_OTHER_LEDGERS, of) == of]
    return [_sentence(one) for one in kept]


def _sentence(finding: Finding) -> tuple[Told, Told]:
    what, to_do = verified_words(finding.code, finding.position, finding.params), REMEDIES[finding.code]
    return (what.fr, what.en), (to_do.fr, to_do.en)
