"""A ledger that went back is told by position and hash, however much it has grown again since."""

import asyncio
import copy
from dataclasses import dataclass, field
from datetime import UTC, datetime

import pytest

from application.lives.continuity import Continuity, Mark
from domain.kernel.ledger import Append, Head, LedgerKind, LedgerUnavailable, NewEvent
from eventstore.memory import MemoryLedger

HERE = "fondation"
STREAM = "cooperation:a"


@dataclass
class Notes:
    """Where setbacks are written down; it may be away."""

    noted: list[tuple[int, int]] = field(default_factory=list)
    away: bool = False

    async def note(self, _organisation: str, known: Mark, found: Mark) -> None:
        """Keep both positions."""
        if self.away:
            raise LedgerUnavailable
        self.noted.append((known.position, found.position))

    async def settle(self, _organisation: str) -> None:
        """Somebody has dealt with it."""


@dataclass
class Place:
    """A ledger that can be taken back, and who watches it."""

    ledger: MemoryLedger = field(default_factory=MemoryLedger)
    notes: Notes = field(default_factory=Notes)
    dropped: list[str] = field(default_factory=list)

    def __post_init__(self) -> None:
        self.continuity = Continuity(self.ledger, self.notes)
        self.continuity.on_setback(self.dropped.append)

    async def record(self, *words: str) -> Head:
        """An event for each word; where the ledger ends then."""
        for word in words:
            entry = len(self.ledger.books[HERE].events) + 1
            body = f'{{"type":"{word}"}}'.encode()
            event = NewEvent(STREAM, entry, body)
            append = Append(f"{word}-{entry}", "escale", b"d", None, {STREAM: entry - 1}, (event,))
            await self.ledger.append(HERE, [append], datetime.now(UTC))
        return await self.continuity.head(HERE)


@pytest.fixture
async def place() -> Place:
    """A founded organisation."""
    found = Place()
    await found.ledger.found(HERE, LedgerKind.REAL, datetime.now(UTC))
    return found


async def test_a_ledger_that_grows_is_the_same(place: Place) -> None:
    """Nothing is dropped; every position seen is held."""
    first = await place.record("A", "B")
    await place.record("C")
    assert await place.continuity.holds(HERE, Mark(first.position, first.hash))
    assert (place.notes.noted, place.dropped, place.continuity.setbacks(HERE)) == ([], [], 0)


@pytest.mark.parametrize(
    ("since", "found"),
    [((), 1), (("X",), 2), (("X", "Y"), 3), (("X", "Y", "Z"), 4)],
    ids=["shorter", "still shorter", "as long", "longer"],
)
async def test_a_ledger_that_went_back_is_noticed_at_any_length(
    place: Place, since: tuple[str, ...], found: int
) -> None:
    """Once for each loss; afterwards its new history is the one that counts."""
    await place.record("A")
    kept = copy.deepcopy(place.ledger.books)
    lost = await place.record("B", "C")
    place.ledger.books = kept
    for word in since:
        await Place(place.ledger).record(word)
    await place.continuity.head(HERE)
    assert (place.notes.noted, place.dropped) == ([(3, found)], [HERE])
    assert not await place.continuity.holds(HERE, Mark(lost.position, lost.hash))
    await place.record("D")
    assert place.continuity.setbacks(HERE) == 1


async def test_what_cannot_be_written_down_is_noticed_again(place: Place) -> None:
    """What rested on the lost history is dropped all the same, at once."""
    await place.record("A")
    kept = copy.deepcopy(place.ledger.books)
    await place.record("B")
    place.ledger.books, place.notes.away = kept, True
    with pytest.raises(LedgerUnavailable):
        await place.continuity.head(HERE)
    assert place.dropped == [HERE]
    place.notes.away = False
    await place.continuity.head(HERE)
    assert place.notes.noted == [(2, 1)]


async def test_a_mark_from_before_this_process_is_compared_too(place: Place) -> None:
    """A follower's checkpoint that the ledger does not bear out; one without a hash is judged by its position."""
    head = await place.record("A", "B")
    for mark in (Mark(0), Mark(2), Mark(2, head.hash)):
        await place.continuity.expect(HERE, mark)
    assert place.notes.noted == []
    for mark in (Mark(2, b"another"), Mark(3)):
        await place.continuity.expect(HERE, mark)
    assert place.notes.noted == [(2, 2), (3, 2)]


async def test_many_who_look_at_once_while_it_grows_see_no_loss(place: Place) -> None:
    """An answer that comes late is no shorter ledger."""

    async def look() -> None:
        for _ in range(5):
            await place.continuity.head(HERE)
            await asyncio.sleep(0)

    async def grow() -> None:
        await place.record(*"ABCDEFGH")

    await asyncio.gather(look(), grow(), look(), look())
    assert place.notes.noted == []
