"""The follower: everybody is woken, once for many events, and who cannot be woken holds up nobody."""

import asyncio
from collections.abc import AsyncIterator, Mapping
from contextlib import asynccontextmanager, suppress
from dataclasses import dataclass, field
from datetime import UTC, datetime

import pytest

from application.files import Files
from application.lives.continuity import Continuity
from application.lives.follower import NAME, Follower
from application.lives.refused_acts import RefusedActs
from application.lives.waking import WakeFailed, Waker
from application.ports import Shown
from application.rulebooks.shelf import YamlRulebooks
from domain.kernel.ids import stream_of
from domain.kernel.ledger import Append, LedgerKind, LedgerUnavailable, NewEvent
from eventstore.follower_store import PostgresFollowerStore
from eventstore.memory import MemoryLedger
from eventstore.pool import open_pool
from eventstore.setbacks import PostgresSetbacks
from programmes import FOLDER
from tests.support.postgres import Database
from tests.support.waiting import wait_until

ORGANISATION = "fondation"


@dataclass
class FakeLifecycles:
    """Workflows that catch up at once, unless their file is ill."""

    ill: dict[str, str] = field(default_factory=dict)
    slow: set[str] = field(default_factory=set)
    woken: list[tuple[str, int]] = field(default_factory=list)
    recovered: asyncio.Event = field(default_factory=asyncio.Event)
    seen: int = 0
    """What they have seen when they answer, if that is more than they were told."""

    async def catch_up(self, _organisation: str, file: str, position: int) -> int:
        """Wake a file."""
        if file in self.slow:
            await self.recovered.wait()
        if reason := self.ill.get(file):
            raise WakeFailed(reason)
        self.woken.append((file, position))
        return max(position, self.seen)

    async def shown(self, _organisation: str) -> Mapping[str, Shown]:
        """Whom it knows."""
        return {}

    async def end(self, _organisation: str, file: str, _reason: str) -> None:
        """End one."""
        self.ill.pop(file, None)


@dataclass
class Place:
    """A ledger in memory, a real store, workflows that a test may make ill."""

    ledger: MemoryLedger
    store: PostgresFollowerStore
    lifecycles: FakeLifecycles
    continuity: Continuity
    grown: asyncio.Event = field(default_factory=asyncio.Event)

    async def record(self, *files: str, actor: str = "p-000000000001", kind: str = "X") -> None:
        """Append an event to each file."""
        for file in files:
            stream = stream_of(file)
            entry = len((await self.ledger.read_streams(ORGANISATION, {stream: 0}))[stream]) + 1
            body = f'{{"actor":"{actor}","entry":{entry},"stream":"{stream}","type":"{kind}"}}'.encode()
            event = NewEvent(stream, entry, body)
            append = Append(f"{file}-{entry}", "escale", b"d", b"k", {stream: entry - 1}, (event,))
            await self.ledger.append(ORGANISATION, [append], datetime.now(UTC))
        self.grown.set()

    async def hints(self) -> AsyncIterator[frozenset[str]]:
        """Yield whenever something was recorded."""
        while True:
            yield frozenset()
            await self.grown.wait()
            self.grown.clear()

    @asynccontextmanager
    async def followed(self) -> AsyncIterator[None]:
        """Have a follower follow until the block ends."""
        waker = Waker(self.lifecycles, self.store)
        refused = RefusedActs(ORGANISATION, self.ledger, Files(self.ledger, YamlRulebooks(FOLDER)))
        parts = self.ledger, self.store, waker, self.hints, self.continuity, refused
        task = asyncio.create_task(Follower(ORGANISATION, *parts).run())
        yield
        assert not task.done(), task.result()
        task.cancel()
        with suppress(asyncio.CancelledError):
            await task

    async def reaches(self, position: int) -> None:
        """Wait until the checkpoint is there."""

        async def there() -> bool:
            return await self.store.checkpoint(ORGANISATION, NAME) == position

        await wait_until(there, "there")


@pytest.fixture
async def place(database: Database) -> AsyncIterator[Place]:
    """A founded organisation."""
    pool = await open_pool(database.service_dsn)
    ledger = MemoryLedger()
    await ledger.found(ORGANISATION, LedgerKind.REAL, datetime.now(UTC))
    continuity = Continuity(ledger, PostgresSetbacks(pool))
    yield Place(ledger, PostgresFollowerStore(pool), FakeLifecycles(), continuity)
    pool.terminate()


async def test_many_events_of_a_file_are_one_wake_for_the_last(place: Place) -> None:
    """The workflow takes stock of all of them at once."""
    await place.record("a", "b", "a", "a", "b")
    async with place.followed():
        await place.reaches(5)
    assert sorted(place.lifecycles.woken) == [("a", 4), ("b", 5)]


@pytest.mark.parametrize("kind", ["ReminderIssued", "ReminderOvertaken", "SilenceCounted", "ReviewConcluded"])
async def test_what_a_workflow_records_in_its_own_file_does_not_wake_it(place: Place, kind: str) -> None:
    """It takes stock after each thing that it does."""
    await place.record("a")
    await place.record("a", "b", actor="escale", kind=kind)
    async with place.followed():
        await place.reaches(3)
    assert place.lifecycles.woken == [("a", 1)]


@pytest.mark.parametrize(
    "kind", ["ReviewAnswered", "CooperationHeard", "FundingAnswered", "DeliveryReported"]
)
async def test_what_the_service_records_for_others_wakes_them(place: Place, kind: str) -> None:
    """A conclusion is news to the cooperation; a message that arrived may let silence count."""
    await place.record("a", actor="escale", kind=kind)
    async with place.followed():
        await place.reaches(1)
    assert place.lifecycles.woken == [("a", 1)]


async def test_cooperations_reviews_and_fundings_are_woken_and_nothing_else(place: Place) -> None:
    """Envelopes, bank details and the organisation have no workflow."""
    await place.record(
        "a", "review:a", "funding:a", "envelope:acte/aid/2028", "account:paying", "organisation:"
    )
    async with place.followed():
        await place.reaches(6)
    assert sorted(place.lifecycles.woken) == [("a", 1), ("funding:a", 3), ("review:a", 2)]


async def test_a_file_whose_wake_fails_is_owed_and_holds_up_nobody(place: Place) -> None:
    """The checkpoint goes on, the debt stays in the store, and is paid once the file is well."""
    place.lifecycles.ill["a"] = "LedgerBehind"
    await place.record("a", "b")
    async with place.followed():
        await place.reaches(2)
        assert place.lifecycles.woken == [("b", 2)]
        assert await place.store.owed(ORGANISATION) == {"a": 1}
        place.lifecycles.ill.clear()

        async def paid() -> bool:
            return not await place.store.owed(ORGANISATION)

        await wait_until(paid, "paid")
    assert ("a", 1) in place.lifecycles.woken


async def test_a_slow_wake_holds_up_no_other_file_but_keeps_the_checkpoint(place: Place) -> None:
    """Were the follower to die now, it would begin again before the file that was not woken."""
    place.lifecycles.slow.add("a")
    await place.record("b", "a")
    async with place.followed():
        await place.reaches(1)
        await place.record("b", "c", "a")

        async def others_are_woken() -> bool:
            return {("b", 3), ("c", 4)} <= set(place.lifecycles.woken)

        await wait_until(others_are_woken, "others are woken")
        assert await place.store.checkpoint(ORGANISATION, NAME) == 1
        place.lifecycles.slow.clear()
        place.lifecycles.recovered.set()
        await place.reaches(5)
    assert place.lifecycles.woken[-1] == ("a", 5)


async def test_what_a_workflow_has_seen_when_it_answers_it_is_not_woken_for(place: Place) -> None:
    """Were a file closed while its wake is on its way, a second one would begin its life anew, to end it again."""
    place.lifecycles.slow.add("a")
    await place.record("a", "b")

    async def woken_up_to(position: int) -> bool:
        return ("b", position) in place.lifecycles.woken

    async with place.followed():
        await wait_until(lambda: woken_up_to(2), "the other is woken")
        await place.record("a", "a", "b")
        await wait_until(lambda: woken_up_to(5), "the other is woken again")
        place.lifecycles.seen = 5
        place.lifecycles.recovered.set()
        await place.reaches(5)
    assert [position for file, position in place.lifecycles.woken if file == "a"] == [1]


async def test_a_follower_that_starts_again_goes_on_from_its_checkpoint_and_pays_its_debts(
    place: Place,
) -> None:
    """Nothing before the checkpoint is read again, and no debt is forgotten."""
    place.lifecycles.ill["a"] = "Timeout"
    await place.record("a", "b")
    async with place.followed():
        await place.reaches(2)
    place.lifecycles.ill.clear()
    place.lifecycles.woken.clear()
    await place.record("c")
    async with place.followed():
        await place.reaches(3)

        async def both() -> bool:
            return sorted(place.lifecycles.woken) == [("a", 1), ("c", 3)]

        await wait_until(both, "both")


async def test_whoever_follows_next_begins_where_this_one_ended(place: Place) -> None:
    """A planned stop hands over without a wake too many, be the last one a moment ago."""
    await place.record("a")
    async with place.followed():

        async def woken() -> bool:
            return place.lifecycles.woken == [("a", 1)]

        await wait_until(woken, "woken")
    assert await place.store.checkpoint(ORGANISATION, NAME) == 1


async def test_of_others_nobody_is_woken(place: Place) -> None:
    """Each organisation is followed by itself."""
    await place.ledger.found("autre", LedgerKind.REAL, datetime.now(UTC))
    event = NewEvent("cooperation:z", 1, b'{"entry":1,"stream":"cooperation:z","type":"X"}')
    append = Append("z-1", "escale", b"d", b"k", {"cooperation:z": 0}, (event,))
    await place.ledger.append("autre", [append], datetime.now(UTC))
    await place.record("a")
    async with place.followed():
        await place.reaches(1)
    assert place.lifecycles.woken == [("a", 1)]


async def test_while_the_store_is_away_nothing_is_passed_over(
    place: Place, monkeypatch: pytest.MonkeyPatch
) -> None:
    """A wake that failed and could not be written down is tried again, and the checkpoint waits for it."""
    place.lifecycles.ill["a"] = "Timeout"
    tries = 0

    async def away(*_: object) -> None:
        nonlocal tries
        tries += 1
        raise LedgerUnavailable

    with monkeypatch.context() as patch:
        patch.setattr(place.store, "owe", away)
        await place.record("a", "b")
        async with place.followed():

            async def tried_twice() -> bool:
                return tries >= 2

            await wait_until(tried_twice, "tried twice")
            assert await place.store.checkpoint(ORGANISATION, NAME) == 0
            patch.undo()
            await place.reaches(2)
            assert await place.store.owed(ORGANISATION) == {"a": 1}
