"""What a funding's workflow does: it lives from a request to its closing, and again after a re-submission."""

import asyncio
from collections.abc import Sequence
from uuid import uuid4

from temporalio.client import WorkflowExecutionStatus

from domain.reminders.commands import CountSilence
from domain.reminders.standing import DueReminder, Step
from tests.workflows.world import FakeFile, world

LIFE: Sequence[tuple[Step, str, str]] = (
    ("decision", "requested", "decision awaited"),
    ("agreement", "granted", "agreement to be signed"),
    ("tranches", "granted", "tranches"),
    ("reports", "granted", "reports"),
    ("tranches", "granted", "tranches"),
    ("closing", "granted", "to be closed"),
)


def a_funding() -> FakeFile:
    """A funding that has just been asked for."""
    return FakeFile(key=f"funding:{uuid4().hex[:8]}", phase=None, step="decision", status="requested")


async def test_it_lives_step_by_step_in_one_run_and_ends_closed(temporal_server: str) -> None:
    """Operators read each step; an amendment may lead back."""
    async with world(temporal_server, a_funding()) as here:
        await here.catch_up()
        run = await here.run_id()
        assert (await here.handle.describe()).workflow_type == "Funding"
        for step, status, words in LIFE:
            here.file.step, here.file.status, here.file.position = step, status, here.file.position + 1
            assert await here.catch_up() == here.file.position
            assert words in await here.details()
        assert await here.run_id() == run
        here.file.status, here.file.over, here.file.step, here.file.position = "closed", True, None, 99
        assert await here.catch_up() == 99
        await asyncio.wait_for(here.handle.result(), 15)


async def test_in_each_step_what_falls_due_is_done(temporal_server: str) -> None:
    """By its own timer, in whatever step it is."""
    async with world(temporal_server, a_funding()) as here:
        here.file.wait_seconds = 1
        for number, (step, status, _) in enumerate(LIFE, start=1):
            here.file.step, here.file.status, here.file.position = step, status, here.file.position + 1
            await here.catch_up()
            here.file.due = [DueReminder(occurrence=f"report/{number}", rung="due")]
            await here.commands(number)
        given = [one.command_id for one in here.file.commands]
        assert given == [
            f"escale:remind/{here.file.key}/report/{number}/due" for number in range(1, len(LIFE) + 1)
        ]


async def test_silence_about_a_request_is_counted_and_the_refusal_ends_it_until_it_comes_back(
    temporal_server: str,
) -> None:
    """Refused, nothing is due; submitted again, it lives again under the same id."""
    async with world(temporal_server, a_funding()) as here:
        here.file.due = [DueReminder(occurrence="decision/e1", rung="refused", kind="silence")]
        await here.catch_up()
        [silence] = here.file.commands
        assert isinstance(silence, CountSilence)
        assert silence.command_id == f"escale:silence/{here.file.key}/decision/e1"
        here.file.status, here.file.over, here.file.step = "refused", True, None
        await here.catch_up()
        await asyncio.wait_for(here.handle.result(), 15)
        here.file.status, here.file.over, here.file.step = "requested", False, "decision"
        here.file.position += 1
        await here.catch_up()
        assert (await here.handle.describe()).status == WorkflowExecutionStatus.RUNNING


async def test_a_long_history_goes_on_as_a_new_run_in_the_same_step(temporal_server: str) -> None:
    """What the next run needs to know it reads from the ledger."""
    async with world(temporal_server, a_funding(), turnover=20) as here:
        here.file.step, here.file.status = "tranches", "granted"
        await here.catch_up()
        first = await here.run_id()
        for _ in range(10):
            assert await here.catch_up() == 1
        await here.new_run_after(first)
        await here.shows("tranches")
