"""Time comes from one clock: real, or a simulation's, which stands still and never goes back."""

import asyncio
from collections.abc import AsyncIterator, Awaitable, Callable, Mapping
from datetime import UTC, datetime, timedelta

import pytest

from application.clocks.clock import OneClock
from application.clocks.clock_keeper import ClockKeeper, ClockStuck, Mailed
from application.lives.heartbeat import Heartbeat
from application.lives.waking import WakeFailed
from application.ports import Shown
from bootstrap_mail import weekly_digests
from config import Settings
from domain.kernel.clock import ClockSetting
from domain.kernel.ledger import LedgerKind
from eventstore.clock_store import PostgresClockStore
from eventstore.pool import open_pool
from eventstore.postgres import PostgresLedger
from tests.life.house import BEGINNING, House, at, inhabited, working
from tests.support.postgres import Database
from tests.support.waiting import wait_until

LATER = BEGINNING + timedelta(days=400)


@pytest.fixture
async def clocks(database: Database) -> AsyncIterator[tuple[PostgresLedger, PostgresClockStore, OneClock]]:
    """A ledger's store, the clocks beside it, the one clock over both."""
    pool = await open_pool(database.service_dsn)
    ledger, store = PostgresLedger(pool), PostgresClockStore(pool)
    yield ledger, store, OneClock(ledger, store)
    pool.terminate()


async def test_a_real_ledger_lives_in_real_time(
    clocks: tuple[PostgresLedger, PostgresClockStore, OneClock],
) -> None:
    """And nobody can aim its clock."""
    ledger, store, clock = clocks
    await ledger.found("fondation", LedgerKind.REAL, datetime.now(UTC))
    await store.aim("fondation", LATER)
    assert abs(await clock.now("fondation") - datetime.now(UTC)) < timedelta(seconds=5)
    assert not clock.simulated("fondation")
    assert await store.read("fondation") is None


async def test_a_ledger_asked_about_before_it_is_founded_may_still_become_a_simulation(
    clocks: tuple[PostgresLedger, PostgresClockStore, OneClock],
) -> None:
    """What kind it is is remembered only once it is known."""
    ledger, _, clock = clocks
    await clock.now("jeu")
    await ledger.found("jeu", LedgerKind.SIMULATION, BEGINNING)
    assert await clock.now("jeu") == BEGINNING
    assert clock.simulated("jeu")


async def test_a_simulated_clock_stands_still_and_never_goes_back(
    clocks: tuple[PostgresLedger, PostgresClockStore, OneClock],
) -> None:
    """Aiming asks for time to pass; showing lets it; neither turns it back, nor does founding again."""
    ledger, store, clock = clocks
    await ledger.found("jeu", LedgerKind.SIMULATION, BEGINNING)
    await store.aim("jeu", LATER)
    assert await clock.now("jeu") == BEGINNING
    await store.show("jeu", BEGINNING + timedelta(days=2))
    await store.show("jeu", BEGINNING + timedelta(days=1))
    await store.aim("jeu", BEGINNING)
    assert await store.read("jeu") == ClockSetting(BEGINNING + timedelta(days=2), LATER)


async def test_a_clock_on_its_way_may_be_stopped_and_taken_up_again(
    clocks: tuple[PostgresLedger, PostgresClockStore, OneClock],
) -> None:
    """It stays where it is, and goes on from there."""
    ledger, store, clock = clocks
    await ledger.found("jeu", LedgerKind.SIMULATION, BEGINNING)
    await store.aim("jeu", LATER)
    await store.stop("jeu")
    assert await store.read("jeu") == ClockSetting(BEGINNING, BEGINNING)
    await store.aim("jeu", LATER)
    assert await store.read("jeu") == ClockSetting(BEGINNING, LATER)
    assert await clock.now("jeu") == BEGINNING


async def test_the_beginning_of_a_simulation_is_set_until_somebody_lives_in_it(settings: Settings) -> None:
    """Once the ledger holds events its clock is not set anew."""
    async with inhabited(settings, LedgerKind.SIMULATION) as house:
        await house.service.clock_store.create(house.organisation, LATER)
        assert await house.service.clock.now(house.organisation) == BEGINNING


class DeadLifecycles:
    """No workflow answers."""

    async def catch_up(self, _organisation: str, _file: str, _position: int) -> int:
        """Fail."""
        raise WakeFailed("Timeout")

    async def shown(self, _organisation: str) -> Mapping[str, Shown]:
        """Nobody."""
        return {}

    async def end(self, _organisation: str, _file: str, _reason: str) -> None:
        """Nobody to end."""


def keeper_of(house: House, settled: Callable[[str], Awaitable[None]]) -> ClockKeeper:
    """A clock keeper whose workflows are dead."""
    service = house.service
    record, signs = service.one_way_in.act, service.signs_of_life
    return ClockKeeper(
        service.ledger,
        service.clock_store,
        service.files,
        DeadLifecycles(),
        service.follower_store,
        Mailed(settled, weekly_digests(service)),
        Heartbeat(service.clock, signs, record, well),
    )


async def rest(_organisation: str) -> None:
    """Nothing to wait for."""


async def well() -> bool:
    """Temporal answers."""
    return True


async def test_the_clock_waits_for_a_workflow_that_does_not_do_what_is_due(settings: Settings) -> None:
    """It stands at the instant that was not caught up with, and the file is shown as owed a wake."""
    async with inhabited(settings, LedgerKind.SIMULATION) as house:
        await house.open("atelier")
        service = house.service
        keeper = keeper_of(house, rest)
        await service.clock_store.aim(house.organisation, LATER)
        with pytest.raises(ClockStuck, match="atelier"):
            await asyncio.wait_for(keeper.advance(house.organisation), 20)
        assert await service.clock.now(house.organisation) == at("2026-09-02")
        assert set(await service.follower_store.owed(house.organisation)) == {"atelier"}


async def test_a_clock_goes_on_only_once_the_instant_it_shows_has_come_to_rest(settings: Settings) -> None:
    """A message on its way when somebody advances the clock may let silence count before anything else comes."""
    async with inhabited(settings, LedgerKind.SIMULATION) as house:
        rested: list[datetime] = []

        async def settled(organisation: str) -> None:
            rested.append(await house.service.clock.now(organisation))

        await house.service.clock_store.aim(house.organisation, LATER)
        await keeper_of(house, settled).advance(house.organisation)
        assert rested == [BEGINNING, LATER]


async def test_an_advance_that_was_interrupted_is_taken_up_by_the_next_worker(settings: Settings) -> None:
    """Killed half-way, it goes on to the target, and no rung is missed or repeated."""
    async with inhabited(settings, LedgerKind.SIMULATION) as house:
        async with working(settings):
            await house.open("atelier")
            await house.service.clock_store.aim(house.organisation, at("2027-05-01"))
            await wait_until(lambda: some_reminders(house), "some reminders")
        assert await house.service.clock.now(house.organisation) < at("2027-05-01")
        async with working(settings):
            await house.advance_to(at("2027-05-01"))
        assert [str(day) for day, _, _ in await house.reminders("atelier")] == [
            "2026-09-02",
            "2026-10-02",
            "2027-02-02",
            "2027-03-02",
            "2027-03-16",
            "2027-04-02",
        ]


async def some_reminders(house: House) -> bool:
    """Whether time has begun to pass."""
    await asyncio.sleep(0)
    return bool(await house.reminders("atelier"))


async def test_two_workers_share_the_work_and_repeat_nothing(settings: Settings) -> None:
    """Workers scale out by starting more of them: both follow, both keep the clock, each rung goes out once."""
    async with inhabited(settings, LedgerKind.SIMULATION) as house, working(settings), working(settings):
        await house.open("atelier")
        await house.advance_to(at("2027-03-03"))
        assert [(str(day), rung) for day, _, rung in await house.reminders("atelier")] == [
            ("2026-09-02", "due"),
            ("2026-10-02", "escalation"),
            ("2027-02-02", "before"),
            ("2027-03-02", "due"),
        ]
