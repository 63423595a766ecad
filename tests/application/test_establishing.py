"""Every organisation is worked for, those founded later too."""

import asyncio
from collections.abc import AsyncIterator
from datetime import UTC, datetime

import pytest

from application.lives import establishing
from application.lives.establishing import establish_all
from application.lives.waking import WakeFailed
from domain.kernel.ledger import LedgerKind
from eventstore.memory import MemoryLedger


class Temporal:
    """What was established, in order; nothing for those whom it refuses."""

    def __init__(self) -> None:
        self.established: list[str] = []
        self.refused: set[str] = set()

    async def establish(self, organisation: str) -> None:
        """Establish one."""
        if organisation in self.refused:
            raise WakeFailed("Temporal: UNAVAILABLE")
        self.established.append(organisation)


async def _looks(times: int, ledger: MemoryLedger, founded: str = "") -> AsyncIterator[None]:
    """So many looks; before the last one somebody founds an organisation."""
    for number in range(times):
        if founded and number == times - 1:
            await ledger.found(founded, LedgerKind.REAL, datetime.now(UTC))
        await asyncio.sleep(0)
        yield


@pytest.fixture
async def ledger() -> MemoryLedger:
    """One with two organisations."""
    made = MemoryLedger()
    for organisation in ("ici", "ailleurs"):
        await made.found(organisation, LedgerKind.REAL, datetime.now(UTC))
    return made


async def test_who_is_founded_later_is_worked_for_too_and_nobody_is_asked_for_at_every_look(
    ledger: MemoryLedger,
) -> None:
    """A second's look costs Temporal nothing."""
    temporal = Temporal()
    await establish_all(ledger, temporal, lambda: _looks(3, ledger, "plus-tard"))
    assert temporal.established == ["ailleurs", "ici", "plus-tard"]


async def test_one_whom_temporal_refuses_keeps_nobody_else_waiting(ledger: MemoryLedger) -> None:
    """It is tried again at the next look."""
    temporal = Temporal()
    temporal.refused.add("ailleurs")
    await establish_all(ledger, temporal, lambda: _looks(2, ledger))
    assert temporal.established == ["ici"]


async def test_it_is_seen_to_again(ledger: MemoryLedger, monkeypatch: pytest.MonkeyPatch) -> None:
    """Temporal may have lost its data."""
    monkeypatch.setattr(establishing, "AGAIN_SECONDS", 0)
    temporal = Temporal()
    await establish_all(ledger, temporal, lambda: _looks(2, ledger))
    assert temporal.established == ["ailleurs", "ici"] * 2
