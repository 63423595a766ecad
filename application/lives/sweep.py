"""The sweep: compares open files with what their workflows show, and mends; daily, or at once (``escale recover``)."""

import asyncio
import time
from collections.abc import AsyncIterator, Mapping
from dataclasses import dataclass, field
from typing import Protocol

from application.files import Files
from application.lives.waking import WakeFailed
from application.ports import Lifecycles, Shown
from domain.kernel.ids import FILE_KINDS, file_of
from domain.kernel.ledger import Ledger

PAGE = 500
"""Files compared at a time."""
AT_ONCE = 8
"""Wakes at once when somebody waits for the mending."""
GENTLY = 4.0
"""The daily sweep rests so many times as long as each wake took: people's own wakes come first."""
LEDGER_BEHIND = "LedgerBehind"
"""What a workflow says that knows more than the ledger holds."""
WENT_BACK = "the ledger went back: it lives anew from what the ledger holds"


class Debts(Protocol):
    """Where it is written down who could not be woken."""

    async def owe(self, organisation: str, file: str, position: int, error: str) -> None:
        """Remember that a file was not woken for a position."""


@dataclass(slots=True)
class Mended:
    """What a sweep of one organisation found and did; files of every kind by their keys."""

    organisation: str
    position: int
    """Up to where the ledger was read."""
    open: int = 0
    """How many files are open."""
    in_step: int = 0
    """How many have a running workflow that knows all that the ledger has of them: they were left alone."""
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


async def sweep(
    ledger: Ledger, files: Files, lifecycles: Lifecycles, store: Debts, organisation: str
) -> Mended:
    """Start the workflow of every open file that has none, and wake those that are behind or in trouble.

    It takes its time over those that have one. Raises as ``mend`` does.
    """
    head, shown = await ledger.head(organisation), await lifecycles.shown(organisation)
    mended = Mended(organisation, head.position)
    mender = _Mender(files, lifecycles, store, mended, shown, rest=GENTLY)
    strays = set(shown)
    async for page in _pages(ledger, organisation):
        strays.difference_update(page)
        out_of_step = [file for file, last in page.items() if not _in_step(shown.get(file), last)]
        mended.in_step += len(page) - len(out_of_step)
        for file in sorted(out_of_step, key=shown.__contains__):
            await mender.look_after(file)
    mended.open += mended.in_step
    mended.strays = sorted(strays)
    return mended


async def mend(
    ledger: Ledger,
    files: Files,
    lifecycles: Lifecycles,
    store: Debts,
    organisation: str,
    *,
    anew: bool = False,
) -> Mended:
    """Start or wake the workflow of every open file, whatever it shows, those that have none first. Safe to repeat.

    ``anew``: the ledger went back; workflows that know more than it holds are ended, and live anew from what it holds.
    Raises LedgerUnavailable, UnknownOrganisation, and WakeFailed if Temporal cannot even be asked.
    """
    head, shown = await ledger.head(organisation), await lifecycles.shown(organisation)
    known = [file async for page in _pages(ledger, organisation) for file in page]
    mended = Mended(organisation, head.position, strays=sorted(shown.keys() - set(known)))
    mender = _Mender(files, lifecycles, store, mended, shown, anew=anew)
    gate = asyncio.Semaphore(AT_ONCE)

    async def in_turn(file: str) -> None:
        async with gate:
            await mender.look_after(file)

    try:
        async with asyncio.TaskGroup() as tasks:
            for file in sorted(known, key=shown.__contains__):
                tasks.create_task(in_turn(file))
            for file in mended.strays if anew else ():
                tasks.create_task(mender.end(file))
    except ExceptionGroup as failures:
        raise failures.exceptions[0] from failures
    return mended


async def _pages(ledger: Ledger, organisation: str) -> AsyncIterator[Mapping[str, int]]:
    """All files by their keys, each with the last position of its stream."""
    for kind in FILE_KINDS:
        after = ""
        while page := await ledger.last_positions(organisation, f"{kind}:", after, PAGE):
            yield {file: last for stream, last in page.items() if (file := file_of(stream))}
            after = max(page)


def _in_step(shown: Shown | None, last: int) -> bool:
    """Whether a workflow runs, knows all that is recorded of its file, and goes on by itself."""
    return shown is not None and shown.trouble is None and shown.seen is not None and shown.seen >= last


@dataclass(frozen=True, slots=True)
class _Mender:
    """Looks after one file at a time and notes what it did; ``rest``: how often a wake's time it rests after it."""

    files: Files
    lifecycles: Lifecycles
    store: Debts
    mended: Mended
    shown: Mapping[str, Shown]
    rest: float = 0
    anew: bool = False

    async def look_after(self, file: str) -> None:
        organisation, position, lives = self.mended.organisation, self.mended.position, file in self.shown
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
