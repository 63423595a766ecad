"""The sweep: compares open files with running workflows and mends, daily or at once (``escale recover``)."""

import asyncio
import time
from dataclasses import dataclass, field

import structlog

from application.files import Files, file_streams
from application.lives.waking import WakeFailed
from application.ports import FollowerStore, Lifecycles
from domain.kernel.ids import file_of
from domain.kernel.ledger import Ledger, LedgerUnavailable

log = structlog.get_logger()

AT_ONCE = 8
"""Wakes at once when somebody waits for the mending."""
GENTLY = 4.0
"""The daily sweep rests so many times as long as each wake took: people's own wakes come first."""
LEDGER_BEHIND = "LedgerBehind"
"""What a workflow says that knows more than the ledger holds."""
WENT_BACK = "the ledger went back: it lives anew from what the ledger holds"
DAY_SECONDS = 24 * 3600.0
RETRY_SECONDS = 60.0


@dataclass(slots=True)
class Mended:
    """What a sweep of one organisation found and did; files of every kind by their keys."""

    organisation: str
    position: int
    """Up to where the ledger was read."""
    open: int = 0
    """How many files are open."""
    started: list[str] = field(default_factory=list)
    """Open files that had no running workflow."""
    woken: list[str] = field(default_factory=list)
    """Files whose running workflow took stock anew: the open ones, and closed ones that had not ended."""
    strays: list[str] = field(default_factory=list)
    """Workflows of files that this ledger does not know; they are left alone, unless lives begin anew."""
    renewed: list[str] = field(default_factory=list)
    """Files whose workflow knew a history that the ledger lost: ended, and begun anew if the file is open."""
    failed: dict[str, str] = field(default_factory=dict)
    """Files that could not be woken and why, as a code; the follower goes on trying."""


async def mend(
    ledger: Ledger,
    files: Files,
    lifecycles: Lifecycles,
    store: FollowerStore,
    organisation: str,
    *,
    gently: bool = False,
    anew: bool = False,
) -> Mended:
    """Start or wake the workflow of every open file, those that have none first. Safe to repeat.

    ``gently`` takes its time over those that have one. ``anew``: the ledger went back; workflows that know more than it
    holds are ended, and live anew from what it holds. Raises LedgerUnavailable, UnknownOrganisation, and
    WakeFailed if Temporal cannot even be asked.
    """
    head = await ledger.head(organisation)
    running = frozenset(await lifecycles.running(organisation))
    streams = await file_streams(ledger, organisation)
    known = [file for stream in streams if (file := file_of(stream))]
    mended = Mended(organisation, head.position, strays=sorted(running.difference(known)))
    mender = _Mender(files, lifecycles, store, mended, running, rest=GENTLY if gently else 0, anew=anew)
    gate = asyncio.Semaphore(1 if gently else AT_ONCE)

    async def in_turn(file: str) -> None:
        async with gate:
            await mender.look_after(file)

    try:
        async with asyncio.TaskGroup() as tasks:
            for file in sorted(known, key=running.__contains__):
                tasks.create_task(in_turn(file))
            for file in mended.strays if anew else ():
                tasks.create_task(mender.end(file))
    except ExceptionGroup as failures:
        raise failures.exceptions[0] from failures
    return mended


@dataclass(frozen=True, slots=True)
class _Mender:
    """Looks after one file at a time and notes what it did; ``rest``: how often a wake's time it rests after it."""

    files: Files
    lifecycles: Lifecycles
    store: FollowerStore
    mended: Mended
    running: frozenset[str]
    rest: float
    anew: bool

    async def look_after(self, file: str) -> None:
        organisation, position, lives = self.mended.organisation, self.mended.position, file in self.running
        state = await self.files.file(organisation, file)
        is_open = state is not None and not state.ended
        self.mended.open += is_open
        if not is_open and not lives:
            return
        began = time.monotonic()
        try:
            await self._wake(file, is_open=is_open)
        except WakeFailed as failure:
            self.mended.failed[file] = str(failure)
            await self.store.owe(organisation, file, position, str(failure))
        else:
            (self.mended.woken if lives else self.mended.started).append(file)
        if lives:
            await asyncio.sleep(self.rest * (time.monotonic() - began))

    async def _wake(self, file: str, *, is_open: bool) -> None:
        organisation, position = self.mended.organisation, self.mended.position
        try:
            await self.lifecycles.catch_up(organisation, file, position)
        except WakeFailed as failure:
            if not self.anew or str(failure) != LEDGER_BEHIND:
                raise
            await self.end(file)
            if is_open:
                await self.lifecycles.catch_up(organisation, file, position)

    async def end(self, file: str) -> None:
        """End the workflow of a file that knows what the ledger lost."""
        await self.lifecycles.end(self.mended.organisation, file, WENT_BACK)
        self.mended.renewed.append(file)


class Sweep:
    """Mends every organisation when it starts and then daily."""

    def __init__(self, ledger: Ledger, files: Files, lifecycles: Lifecycles, store: FollowerStore) -> None:
        self._ledger = ledger
        self._files = files
        self._lifecycles = lifecycles
        self._store = store

    async def run(self) -> None:
        """Sweep until cancelled; a sweep that could not be made is tried again after a minute."""
        while True:
            done = await self._sweep_all()
            await asyncio.sleep(DAY_SECONDS if done else RETRY_SECONDS)

    async def _sweep_all(self) -> bool:
        try:
            for organisation in await self._ledger.organisations():
                parts = (self._ledger, self._files, self._lifecycles, self._store)
                mended = await mend(*parts, organisation, gently=True)
                _report(mended)
        except (LedgerUnavailable, WakeFailed) as error:
            log.warning("sweep put off", reason=str(error))
            return False
        return True


def _report(mended: Mended) -> None:
    log.info(
        "swept",
        organisation=mended.organisation,
        open=mended.open,
        started=len(mended.started),
        woken=len(mended.woken),
        strays=mended.strays,
        failed=len(mended.failed),
    )
