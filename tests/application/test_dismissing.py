"""What goes on for simulations that were thrown away ends, whatever stands in the way just now."""

import asyncio
from collections.abc import AsyncIterator, Mapping, Sequence
from datetime import timedelta

import pytest

from application.lives.dismissing import REST, dismiss_dropped
from application.lives.waking import WakeFailed
from application.ports import Shown
from domain.kernel.ledger import LedgerUnavailable

ESSAI, AUTRE = "essai", "essai-2"


class Temporal:
    """What was ended, in order; it does not answer for those whom it refuses."""

    def __init__(self) -> None:
        self.ended: list[str] = []
        self.refused: set[str] = set()
        self.listed: Mapping[str, Sequence[str]] = {}
        self.killed_at: str | None = None

    async def dismiss(self, organisation: str, reason: str) -> None:
        """End what is done once for it."""
        assert reason
        if organisation in self.refused:
            raise WakeFailed("Temporal: UNAVAILABLE")
        self.ended.append(organisation)

    async def shown(self, organisation: str) -> Mapping[str, Shown]:
        """The files that its list knows."""
        return dict.fromkeys(self.listed.get(organisation, ()), Shown(None, None))

    async def end(self, organisation: str, file: str, reason: str) -> None:
        """End a file's workflow."""
        assert reason
        if file == self.killed_at:
            raise asyncio.CancelledError
        self.ended.append(f"{organisation}/{file}")

    async def catch_up(self, organisation: str, file: str, position: int) -> int:
        """Nobody wakes a file that is to end."""
        raise AssertionError(organisation, file, position)


class Dropped:
    """Two that were dropped; each is forgotten at the second time that it was ended."""

    def __init__(self) -> None:
        self.there: dict[str, list[str]] = {ESSAI: ["halle", "review:avis"], AUTRE: []}
        self.rests: list[timedelta] = []
        self.away = False
        self._cleared: set[str] = set()

    async def pending(self) -> Mapping[str, Sequence[str]]:
        """Those that are left."""
        if self.away:
            raise LedgerUnavailable("away")
        return dict(self.there)

    async def clear(self, organisation: str, rest: timedelta) -> bool:
        """Forget one at its second time."""
        self.rests.append(rest)
        if organisation in self._cleared:
            del self.there[organisation]
            return True
        self._cleared.add(organisation)
        return False


async def _looks(times: int) -> AsyncIterator[None]:
    for _ in range(times):
        yield


@pytest.fixture
def temporal() -> Temporal:
    """It lists a file of which the ledger did not know."""
    made = Temporal()
    made.listed = {ESSAI: ["halle", "inconnu"]}
    return made


async def test_who_wakes_files_ends_before_them_and_all_of_them_do(temporal: Temporal) -> None:
    """Those of the ledger, and what else Temporal lists; once more after a while; then nobody asks any more."""
    dropped = Dropped()
    await dismiss_dropped(dropped, temporal, temporal, lambda: _looks(4))
    ends = {ESSAI, "essai/halle", "essai/review:avis", "essai/inconnu"}
    for look in (temporal.ended[:5], temporal.ended[5:]):
        assert (look[0], set(look[:4]), look[4]) == (ESSAI, ends, AUTRE)
    assert (dropped.there, dropped.rests) == ({}, [REST] * 4)


async def test_one_that_cannot_be_ended_yet_is_kept_and_holds_up_nobody(temporal: Temporal) -> None:
    """Temporal is away, or the store is: the next look goes on."""
    dropped = Dropped()
    temporal.refused.add(ESSAI)
    await dismiss_dropped(dropped, temporal, temporal, lambda: _looks(2))
    assert list(dropped.there) == [ESSAI]
    dropped.away = True
    await dismiss_dropped(dropped, temporal, temporal, lambda: _looks(1))
    temporal.refused.clear()
    dropped.away = False
    await dismiss_dropped(dropped, temporal, temporal, lambda: _looks(2))
    assert dropped.there == {}


async def test_a_worker_that_is_killed_in_the_middle_leaves_it_to_the_next(temporal: Temporal) -> None:
    """What it had not come to is ended then."""
    dropped, temporal.killed_at = Dropped(), "review:avis"
    with pytest.raises(asyncio.CancelledError):
        await dismiss_dropped(dropped, temporal, temporal, lambda: _looks(2))
    assert list(dropped.there) == [ESSAI, AUTRE]
    temporal.killed_at = None
    await dismiss_dropped(dropped, temporal, temporal, lambda: _looks(2))
    assert dropped.there == {}
    assert "essai/review:avis" in temporal.ended
