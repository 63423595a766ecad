"""Simulations to learn by that were lived in and thrown away: nothing of one runs on, and nothing of it is left."""

import asyncio
from contextlib import AsyncExitStack
from datetime import timedelta
from pathlib import Path

import pytest
from temporalio.client import Client
from temporalio.service import RPCError

from access.trainings import Trainings
from application.lives import dismissing
from bootstrap_temporal import connect_temporal
from config import Settings
from domain.kernel.ids import file_of, workflow_id
from domain.kernel.ledger import Head, LedgerKind
from eventstore.pool import connected
from queries.training import make, new_name
from queries.visit import introduced
from tests.life.house import House, inhabited, working
from tests.life.processes import worker_process
from tests.support.postgres import Database
from tests.support.rows import tables_naming
from tests.support.smtp import SmtpCatcher
from tests.support.waiting import wait_until
from verification.store import Store
from verification.verify import verify_ledger

A_YEAR = timedelta(days=365)


async def trained(house: House, who: str) -> House:
    """What somebody of the house has made to learn by."""
    visit = await introduced(house.service, house.organisation, house.people[who])
    trainings = Trainings(house.service.pool)
    organisation = await trainings.begin(new_name(visit), house.organisation, visit.person, None)
    await make(visit, organisation)
    return House(house.service, organisation)


async def running(client: Client, organisation: str) -> list[str]:
    """The ids of its workflows that run, as far as Temporal's list knows."""
    listed = client.list_workflows("ExecutionStatus = 'Running'")
    return sorted([one.id async for one in listed if organisation in one.id])


async def is_swept(client: Client, organisation: str) -> bool:
    """Whether it has a daily sweep."""
    try:
        await client.get_schedule_handle(f"sweep:{organisation}").describe()
    except RPCError:
        return False
    return True


async def files_of(house: House) -> set[str]:
    """The workflows of its files."""
    streams = await house.service.ledger.streams(house.organisation, "")
    return {workflow_id(house.organisation, file) for one in streams if (file := file_of(one))}


async def lives(client: Client, house: House) -> set[str]:
    """The same, once all of them run."""
    wanted = await files_of(house)

    async def lived() -> bool:
        return wanted <= set(await running(client, house.organisation))

    await wait_until(lived, "lived")
    return wanted


async def nothing_pending(house: House) -> None:
    """Wait until all that was thrown away has ended."""

    async def nothing() -> bool:
        return not await house.service.dropped.pending()

    await wait_until(nothing, "ended")


async def verified(house: House) -> Head:
    """Where the ledger of the house ends; all of its checks hold."""
    async with connected(house.service.pool) as connection:
        found = (await verify_ledger(Store(connection), house.organisation)).found
    assert not found.kept, found.kept
    return await house.service.ledger.head(house.organisation)


async def left_of(client: Client, database: Database, organisation: str) -> list[object]:
    """What is left of it: workflows, its sweep, rows."""
    return [
        *await running(client, organisation),
        *(["sweep"] if await is_swept(client, organisation) else []),
        *await tables_naming(database.owner_dsn, organisation),
    ]


async def test_a_year_in_one_then_nothing_of_it_is_left(
    settings: Settings, database: Database, smtp_catcher: SmtpCatcher, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Two people have one made each and throw both away at once, one of them twice; the real organisation stays."""
    monkeypatch.setattr(dismissing, "REST", timedelta(seconds=4))
    client = await connect_temporal(settings)
    async with AsyncExitStack() as places:
        house = await places.enter_async_context(inhabited(settings, LedgerKind.REAL))
        one, other = await asyncio.gather(trained(house, "manager"), trained(house, "administrator"))
        await house.open("cantine")
        await places.enter_async_context(working(settings))
        await house.followed()
        setting = await house.service.clock_store.read(one.organisation)
        assert setting
        assert len(await lives(client, one)) >= 3
        await one.advance_to(setting.now + A_YEAR)
        assert any("SIMULATION" in mail.message["Subject"] for mail in smtp_catcher.mails)
        before = await verified(house)
        trainings = Trainings(house.service.pool)
        thrown = (one.organisation, other.organisation, one.organisation)
        assert sorted(await asyncio.gather(*map(trainings.drop, thrown))) == [False, True, True]
        await nothing_pending(house)
        for gone in (one, other):
            assert await left_of(client, database, gone.organisation) == []
        assert await verified(house) == before
        assert await lives(client, house)
        again = await trained(house, "manager")
        await lives(client, again)
        assert await trainings.drop(again.organisation)
        await nothing_pending(house)


async def test_what_was_thrown_away_while_nobody_worked_ends_with_the_next_worker(
    settings: Settings, database: Database, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Its worker was killed before it heard of it, and Temporal has it all sleep for a month."""
    monkeypatch.setattr(dismissing, "REST", timedelta(seconds=4))
    client = await connect_temporal(settings)
    async with inhabited(settings, LedgerKind.REAL) as house:
        with worker_process(settings, tmp_path / "worker.log") as process:
            one = await trained(house, "manager")
            slept = await lives(client, one)
            process.kill()
        assert await Trainings(house.service.pool).drop(one.organisation)
        assert slept <= set(await running(client, one.organisation))
        assert await tables_naming(database.owner_dsn, one.organisation) == ["ledger.dropped"]
        async with working(settings):
            await nothing_pending(house)
            assert await left_of(client, database, one.organisation) == []
