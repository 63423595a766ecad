"""How many workflows are in trouble is shown by one worker at a time, and taken back when another takes over."""

import asyncio
from collections.abc import Iterator, Sequence
from contextlib import suppress

import pytest

from application.lives import troubles
from application.lives.troubles import watch_troubles
from application.lives.waking import WakeFailed
from application.observability.metrics import NoMetrics


class Shown(NoMetrics):
    """Remembers what was shown."""

    def __init__(self) -> None:
        self.shown: list[int] = []

    def in_trouble(self, organisation: str, workflows: int) -> None:
        """Show a number."""
        self.shown.append(workflows)


async def test_what_is_shown_follows_temporals_lists_and_ends_with_the_turn(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    """While Temporal does not tell, the last number stays; whoever stops shows none."""
    monkeypatch.setattr(troubles, "LOOK_SECONDS", 0)
    told: Iterator[Sequence[str] | None] = iter([["rives", "halle"], None, ["rives"]])
    metrics, over = Shown(), asyncio.Event()

    async def in_trouble(_organisation: str) -> Sequence[str]:
        found = next(told, ())
        if found is None:
            raise WakeFailed("Temporal: UNAVAILABLE")
        if found == ():
            over.set()
            await asyncio.Event().wait()
        return found

    watching = asyncio.create_task(watch_troubles(in_trouble, metrics, "fondation"))
    await over.wait()
    watching.cancel()
    with suppress(asyncio.CancelledError):
        await watching
    assert metrics.shown == [2, 1, 0]
