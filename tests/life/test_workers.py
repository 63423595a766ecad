"""Workers share the work: one of them follows an organisation's ledger, and another one goes on when that one ends."""

import os
import signal
from collections.abc import AsyncIterator
from contextlib import AsyncExitStack, asynccontextmanager
from pathlib import Path

import pytest
from temporalio.api.enums.v1 import EventType
from temporalio.client import Client

from activities.organisation_activities import Swept
from application.ports import WorksFor
from bootstrap_temporal import connect_temporal
from config import Settings
from domain.kernel.ids import workflow_id
from domain.kernel.ledger import LedgerKind
from tests.life.house import BEGINNING, House, inhabited, settle_in, working
from tests.life.processes import seen_by_workflow, worker_process
from tests.life.sweeps import swept
from tests.support.waiting import wait_until
from workflows.lifecycles import TemporalLifecycles
from workflows.organisations import TemporalOrganisations

FILES = ("atelier", "cantine", "verger")
ACCEPTED = EventType.EVENT_TYPE_WORKFLOW_EXECUTION_UPDATE_ACCEPTED


@asynccontextmanager
async def many_working(settings: Settings, number: int) -> AsyncIterator[None]:
    """Have so many workers work until the block ends."""
    async with AsyncExitStack() as workers:
        for _ in range(number):
            await workers.enter_async_context(working(settings))
        yield


async def first_sweep(client: Client, house: House) -> None:
    """Wait until the sweep that comes with an organisation is over: later ones come a day apart."""
    schedule = client.get_schedule_handle(f"sweep:{house.organisation}")

    async def over() -> bool:
        info = (await schedule.describe()).info
        return bool(info.recent_actions) and not info.running_actions

    async def established() -> bool:
        return await TemporalOrganisations(client, "").works_for(house.organisation) is not None

    await wait_until(established, "established")
    await wait_until(over, "over")


async def wakes(client: Client, house: House, file: str) -> int:
    """How often the file's workflow was told that the ledger has grown."""
    handle = client.get_workflow_handle(workflow_id(house.organisation, file))
    return [event.event_type async for event in handle.fetch_history_events()].count(ACCEPTED)


async def who_follows(client: Client, house: House) -> WorksFor:
    """Which worker works for the house, once one does."""
    found: list[WorksFor] = []

    async def somebody() -> bool:
        found.extend(filter(None, [await TemporalOrganisations(client, "").works_for(house.organisation)]))
        return bool(found)

    await wait_until(somebody, "somebody follows")
    return found[-1]


@pytest.mark.parametrize("workers", [1, 2, 4])
async def test_however_many_work_each_file_is_woken_once_per_piece_of_news(
    settings: Settings, workers: int
) -> None:
    """As many wakes as pieces of news, and not as many as workers; of an organisation founded later too."""
    client = await connect_temporal(settings)
    async with inhabited(settings, LedgerKind.REAL) as house, many_working(settings, workers):
        later = await settle_in(house.service, LedgerKind.REAL, BEGINNING)
        for of in (house, later):
            await first_sweep(client, of)
        for of in (house, later):
            for file in FILES:
                await of.open(file)
        for _ in range(3):
            for of in (house, later):
                await of.followed()
                for file in FILES:
                    await of.do("RecordContact", cooperation=file, kind="visit")
        for of in (house, later):
            await of.followed()
            assert [await wakes(client, of, file) for file in FILES] == [4, 4, 4]


async def sweep_now(client: Client, house: House) -> Swept:
    """What the sweep of the house's schedule finds and does, now."""
    await client.get_schedule_handle(f"sweep:{house.organisation}").trigger()
    last = await swept(client, house.organisation, times=2)
    found: Swept = await client.get_workflow_handle(last.id, result_type=Swept).result()
    return found


async def test_the_daily_sweep_leaves_alone_who_is_in_step_and_wakes_who_is_behind(
    settings: Settings,
) -> None:
    """As Temporal's list shows them; closed files need nothing."""
    client = await connect_temporal(settings)
    lifecycles = TemporalLifecycles(client, settings.task_queue)
    async with inhabited(settings, LedgerKind.REAL) as house, working(settings):
        await first_sweep(client, house)
        for file in FILES:
            await house.open(file)
        await house.hand_to_local_body(FILES[0])
        await house.followed()
        last = (await house.service.ledger.head(house.organisation)).position

        async def shown(number: int) -> bool:
            seen = await lifecycles.shown(house.organisation)
            return len(seen) == number and all((one.seen or 0) >= last - 2 for one in seen.values())

        await wait_until(lambda: shown(2), "shown")
        await client.get_workflow_handle(workflow_id(house.organisation, FILES[1])).terminate()
        await wait_until(lambda: shown(1), "terminated")
        before = await wakes(client, house, FILES[2])
        swept = await sweep_now(client, house)
        assert (swept.in_step, swept.started, swept.woken, swept.failed) == (1, 1, 0, 0)
        assert await wakes(client, house, FILES[2]) == before


@pytest.mark.parametrize(
    ("number", "within"), [(signal.SIGKILL, 15), (signal.SIGTERM, 5)], ids=["killed", "stopped"]
)
async def test_when_the_worker_that_follows_ends_another_goes_on(
    settings: Settings, tmp_path: Path, number: signal.Signals, within: float
) -> None:
    """Killed, within 15 s; told to stop, at once: nothing is lost, and nobody is woken twice."""
    client = await connect_temporal(settings)
    async with inhabited(settings, LedgerKind.REAL) as house:
        with worker_process(settings, tmp_path / "one.log"), worker_process(settings, tmp_path / "two.log"):
            for file in FILES:
                await house.open(file)
            await first_sweep(client, house)
            await house.followed()
            before = [await wakes(client, house, file) for file in FILES]
            following = await who_follows(client, house)
            pid = int(following.worker.partition("@")[0])
            os.kill(pid, number)
            answers = [await house.do("RecordContact", cooperation=file, kind="visit") for file in FILES]
            last = max(answer.position or 0 for answer in answers)

            async def caught_up() -> bool:
                seen = [await seen_by_workflow(settings, house, file) for file in FILES]
                return all(one >= (answer.position or 0) for one, answer in zip(seen, answers, strict=True))

            await wait_until(caught_up, "caught up", within)
            await house.followed()
            assert (await who_follows(client, house)).worker != following.worker
            assert [await wakes(client, house, file) for file in FILES] == [one + 1 for one in before]
            assert (await house.service.ledger.head(house.organisation)).position == last
