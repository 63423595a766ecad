"""What a cooperation's workflow does when it is woken, and when time comes."""

import asyncio
from itertools import pairwise

from temporalio.api.enums.v1 import EventType
from temporalio.client import WorkflowExecutionStatus

from application.ports import Shown
from domain.kernel.values import Phase
from domain.reminders.standing import DueReminder
from tests.support.waiting import wait_until
from tests.workflows.world import ORGANISATION, FakeFile, world

BEFORE = DueReminder(occurrence="report/1", rung="before")
AT = DueReminder(occurrence="report/1", rung="at")


async def test_each_wake_takes_stock_anew_even_for_the_same_position(temporal_server: str) -> None:
    """A simulated clock moves without positions: being told the same one again must not be taken as known."""
    async with world(temporal_server, FakeFile(position=7)) as here:
        assert await here.catch_up() == 7
        before = len(here.file.reads)
        assert await here.catch_up() == 7
        assert len(here.file.reads) == before + 1


async def test_a_wake_is_answered_by_a_stock_begun_after_it_came(temporal_server: str) -> None:
    """Who asks while a stock is being taken is answered by the next one, which knows what was told."""
    async with world(temporal_server, FakeFile()) as here:
        await here.catch_up()
        here.file.readable.clear()
        first = asyncio.create_task(here.catch_up())
        await here.reads(3)  # the first wake's, by local activity, then by a patient one
        here.file.position = 5
        second = asyncio.create_task(here.catch_up())
        await here.update_arrived(3)
        here.file.readable.set()
        assert await first == 1
        assert await second == 5
        assert len(here.file.reads) == 4


async def test_wakes_that_come_together_share_a_stock(temporal_server: str) -> None:
    """Several wakes are answered by few stocks, not by one each."""
    async with world(temporal_server, FakeFile()) as here:
        await here.catch_up()
        before = len(here.file.reads)
        await asyncio.gather(*(here.catch_up() for _ in range(10)))
        assert 1 <= len(here.file.reads) - before < 10


async def test_what_is_due_is_issued_once_before_the_answer(temporal_server: str) -> None:
    """Caught up means: every rung that was due has been recorded, each by its own command, once."""
    async with world(temporal_server, FakeFile(due=[BEFORE, AT])) as here:
        assert await here.catch_up() == 3
        await here.catch_up()
        assert [command.command_id for command in here.file.commands] == [
            f"escale:remind/{here.file.key}/report/1/before",
            f"escale:remind/{here.file.key}/report/1/at",
        ]
        assert {command.actor for command in here.file.commands} == {"escale"}


async def test_a_timer_wakes_it_when_something_falls_due(temporal_server: str) -> None:
    """Nobody needs to say that time has come."""
    async with world(temporal_server, FakeFile(wait_seconds=1)) as here:
        await here.catch_up()
        here.file.due = [AT]

        async def issued() -> bool:
            return len(here.file.commands) == 1

        await wait_until(issued, "issued")


async def test_a_ledger_that_is_behind_stops_it_until_it_has_caught_up(temporal_server: str) -> None:
    """After the ledger was restored nothing is done on what it says, until it holds again what was known."""
    async with world(temporal_server, FakeFile(position=9)) as here:
        await here.catch_up()
        here.file.position, here.file.due = 4, [AT]
        assert await here.failure(4) == "LedgerBehind"
        assert here.file.commands == []
        here.file.position = 9
        assert await here.catch_up(4) == 10
        assert len(here.file.commands) == 1


async def test_a_position_the_ledger_does_not_hold_stops_it(temporal_server: str) -> None:
    """The same when it is the caller who knows more than the ledger."""
    async with world(temporal_server, FakeFile(position=4, due=[AT])) as here:
        assert await here.failure(5) == "LedgerBehind"
        assert here.file.commands == []
        assert "LedgerBehind" in await here.details()


async def test_a_ledger_that_grew_again_on_another_history_stays_behind(temporal_server: str) -> None:
    """Its position is reached again, its hash is another: only a life begun anew goes on."""
    async with world(temporal_server, FakeFile(position=9)) as here:
        await here.catch_up()
        here.file.history, here.file.position, here.file.due = "second", 12, [AT]
        assert await here.failure(12) == "LedgerBehind"
        assert await here.failure() == "LedgerBehind"
        assert here.file.commands == []
        await here.lifecycles.end(ORGANISATION, here.file.key, "the ledger went back")
        assert await here.catch_up() == 13
        assert len(here.file.commands) == 1


async def test_a_history_that_is_lost_between_taking_stock_and_acting_is_not_acted_on(
    temporal_server: str,
) -> None:
    """What was due is asked of the ledger again: it must still be the one that was read."""
    async with world(temporal_server, FakeFile(position=9, due=[AT])) as here:
        here.file.turns_after_reading = "second"
        assert await here.failure(9) == "LedgerBehind"
        assert here.file.commands == []


async def test_what_was_seen_is_handed_from_run_to_run(temporal_server: str) -> None:
    """A run that continues as new recognises another history too."""
    async with world(temporal_server, FakeFile(position=9), turnover=20) as here:
        first = await here.catch_up() and await here.run_id()
        while await here.run_id() == first:
            await here.catch_up()
        here.file.history, here.file.position = "second", 12
        assert await here.failure() == "LedgerBehind"


async def test_recording_that_changes_nothing_is_not_repeated_in_haste(temporal_server: str) -> None:
    """If what is due stays due, the next attempt waits a second at least, each time longer."""
    async with world(temporal_server, FakeFile(due=[AT], stubborn=True)) as here:
        assert await here.failure() == "NothingHelps"

        async def tried_thrice() -> bool:
            return len(here.file.commands) >= 3

        await wait_until(tried_thrice, "tried thrice")
        attempts = here.file.reads[::2]
        pauses = [later - earlier for earlier, later in pairwise(attempts)]
        assert pauses[0] >= 2
        assert pauses[1] >= 3


async def test_a_fault_in_an_activity_ends_nothing(temporal_server: str) -> None:
    """Callers hear of it, operators see it, and the workflow goes on once it is mended."""
    async with world(temporal_server, FakeFile(error=ZeroDivisionError("private text"))) as here:
        assert await here.failure() == "ZeroDivisionError"
        assert "ZeroDivisionError" in await here.details()
        here.file.error = None
        assert await here.catch_up() == 1
        history = await here.handle.fetch_history()
        assert "private text" not in history.to_json()


async def test_a_slow_ledger_is_waited_for_patiently(temporal_server: str) -> None:
    """What the local activity cannot answer in its two seconds, a normal one does."""
    async with world(temporal_server, FakeFile()) as here:
        await here.catch_up()
        here.file.readable.clear()
        waiting = asyncio.create_task(here.catch_up())
        normal = EventType.EVENT_TYPE_ACTIVITY_TASK_SCHEDULED
        await here.reads(3)
        here.file.readable.set()
        assert await waiting == 1
        assert normal in [event.event_type async for event in here.handle.fetch_history_events()]


async def test_a_new_pass_is_a_new_run(temporal_server: str) -> None:
    """One run for each pass of a phase, forward and back."""
    async with world(temporal_server, FakeFile()) as here:
        await here.catch_up()
        runs = [await here.run_id()]
        for number, phase in enumerate([Phase.DIAGNOSIS, Phase.EXPERIMENTATION, Phase.DIAGNOSIS], start=2):
            here.file.phase, here.file.pass_number, here.file.position = phase, number, number
            assert await here.catch_up() == number
            await here.new_run_after(runs[-1])
            runs.append(await here.run_id())
        assert len(set(runs)) == 4


async def test_wakes_in_flight_while_a_run_continues_as_new_are_all_answered(temporal_server: str) -> None:
    """Leaving a run waits for its handlers, which go on being answered; and the next run answers its own."""
    async with world(temporal_server, FakeFile(), turnover=20) as here:
        await here.catch_up()
        first = await here.run_id()

        async def wake_often() -> list[int]:
            return [await here.catch_up() for _ in range(12)]

        answers = await asyncio.gather(*(wake_often() for _ in range(8)))
        assert answers == [[1] * 12] * 8
        assert await here.run_id() != first


async def test_who_asks_while_the_last_stock_of_a_run_is_taken_is_answered_before_it_leaves(
    temporal_server: str,
) -> None:
    """A handler that was accepted is never cut off, though the run has nothing more to do."""
    async with world(temporal_server, FakeFile()) as here:
        await here.catch_up()
        run = await here.run_id()
        here.file.readable.clear()
        here.file.phase, here.file.pass_number, here.file.position = Phase.DIAGNOSIS, 2, 2
        first = asyncio.create_task(here.catch_up())
        await here.reads(3)
        second = asyncio.create_task(here.catch_up())
        await here.update_arrived(3)
        here.file.readable.set()
        assert list(await asyncio.gather(first, second)) == [2, 2]
        await here.new_run_after(run)


async def test_the_end_of_life_ends_it_and_reopening_starts_it_again(temporal_server: str) -> None:
    """A closed file needs no workflow; reopened, it has one again under the same id."""
    async with world(temporal_server, FakeFile()) as here:
        await here.catch_up()
        here.file.status, here.file.position = "closed", 2
        assert await here.catch_up() == 2
        await asyncio.wait_for(here.handle.result(), 15)
        here.file.status, here.file.position, here.file.pass_number = "active", 3, 2
        assert await here.catch_up() == 3
        assert (await here.handle.describe()).status == WorkflowExecutionStatus.RUNNING


async def test_an_operator_may_cancel_it_and_the_next_wake_starts_it_again(temporal_server: str) -> None:
    """Cancelling ends a workflow, never a file's life."""
    async with world(temporal_server, FakeFile()) as here:
        await here.catch_up()
        await here.handle.cancel()

        async def cancelled() -> bool:
            return (await here.handle.describe()).status == WorkflowExecutionStatus.CANCELED

        await wait_until(cancelled, "cancelled")
        assert await here.catch_up() == 1
        assert (await here.handle.describe()).status == WorkflowExecutionStatus.RUNNING


async def test_operators_read_phase_and_what_is_awaited(temporal_server: str) -> None:
    """Temporal's own pages say where the file stands, without any text of the file."""
    async with world(temporal_server, FakeFile(phase=Phase.DIAGNOSIS, pass_number=2)) as here:
        await here.catch_up()
        details = await here.details()
        assert "diagnosis" in details
        assert "`report`, 2028-07-03" in details


async def test_temporal_tells_who_lives_in_an_organisation_and_what_it_shows(temporal_server: str) -> None:
    """The sweep asks; Temporal's list follows within seconds."""
    async with world(temporal_server, FakeFile()) as here:
        await here.catch_up()

        async def listed() -> bool:
            return (await here.lifecycles.shown("fondation")).get(here.file.key) == Shown(1, None)

        await wait_until(listed, "listed")
        assert await here.lifecycles.shown("fond") == {}
