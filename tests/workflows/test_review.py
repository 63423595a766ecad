"""What a review's workflow does: it waits for opinions, has the review concluded, and ends with it."""

import asyncio
from uuid import uuid4

from temporalio.client import WorkflowExecutionStatus

from domain.reminders.standing import DueReminder
from domain.reviews.commands import ConcludeReview
from tests.support.waiting import wait_until
from tests.workflows.world import FakeFile, world

INVITATION = DueReminder(occurrence="opinions/e1", rung="invitation")
CONCLUSION = DueReminder(occurrence="conclusion/e4", rung="majority", kind="conclusion")


def a_review() -> FakeFile:
    """A review that has just been opened."""
    return FakeFile(key=f"review:{uuid4().hex[:8]}", phase=None, step="opinions", status="open")


async def test_its_members_are_invited_and_it_is_concluded_once(temporal_server: str) -> None:
    """Each by a command of its own; caught up means recorded."""
    async with world(temporal_server, a_review()) as here:
        here.file.due = [INVITATION]
        await here.catch_up()
        here.file.due, here.file.step = [CONCLUSION], "conclusion"
        await here.catch_up()
        await here.catch_up()
        assert [one.command_id for one in here.file.commands] == [
            f"escale:remind/{here.file.key}/opinions/e1/invitation",
            f"escale:conclude/{here.file.key}/e4",
        ]
        assert isinstance(here.file.commands[-1], ConcludeReview)


async def test_it_concludes_when_time_is_up_without_being_told(temporal_server: str) -> None:
    """Its own timer wakes it."""
    async with world(temporal_server, a_review()) as here:
        here.file.wait_seconds = 1
        await here.catch_up()
        here.file.due, here.file.step = [CONCLUSION], "conclusion"
        await here.commands(1)


async def test_it_lives_as_a_workflow_of_its_own_and_ends_with_its_answer(temporal_server: str) -> None:
    """No child of its cooperation's: that one's runs come and go."""
    async with world(temporal_server, a_review()) as here:
        await here.catch_up()
        about = await here.handle.describe()
        assert (about.workflow_type, about.parent_id) == ("Review", None)
        here.file.status, here.file.over, here.file.step, here.file.position = "favourable", True, None, 2
        assert await here.catch_up() == 2
        await asyncio.wait_for(here.handle.result(), 15)
        assert (await here.handle.describe()).status == WorkflowExecutionStatus.COMPLETED


async def test_a_new_dossier_leads_back_to_opinions_within_the_same_run(temporal_server: str) -> None:
    """A review is short: its steps need no runs of their own."""
    async with world(temporal_server, a_review()) as here:
        await here.catch_up()
        run = await here.run_id()
        for step, words in (("conclusion", "to be concluded"), ("opinions", "opinions awaited")):
            here.file.step = "conclusion" if step == "conclusion" else "opinions"
            here.file.position += 1
            await here.catch_up()
            assert words in await here.details()
        assert await here.run_id() == run


async def test_a_long_history_goes_on_as_a_new_run_in_the_same_step(temporal_server: str) -> None:
    """Wakes in flight are answered by one run or the next."""
    async with world(temporal_server, a_review(), turnover=20) as here:
        await here.catch_up()
        first = await here.run_id()

        async def wake_often() -> list[int]:
            return [await here.catch_up() for _ in range(6)]

        assert await asyncio.gather(*(wake_often() for _ in range(8))) == [[1] * 6] * 8
        await here.new_run_after(first)
        await here.shows("opinions awaited")


async def test_a_ledger_that_is_behind_stops_it(temporal_server: str) -> None:
    """What holds for a cooperation holds for a review: nothing is concluded on a restored ledger."""
    async with world(temporal_server, a_review()) as here:
        here.file.position = 9
        await here.catch_up()
        here.file.position, here.file.due = 4, [CONCLUSION]
        assert await here.failure(4) == "LedgerBehind"
        assert here.file.commands == []


async def test_operators_read_what_is_awaited_and_no_text(temporal_server: str) -> None:
    """In Temporal's own pages: step, status, deadline."""
    async with world(temporal_server, a_review()) as here:
        await here.catch_up()
        details = await here.details()
        assert "Avis attendus / opinions awaited**, en cours / open" in details
        assert "`report`, 2028-07-03" in details


async def test_reviews_and_fundings_that_live_are_told_by_their_keys(temporal_server: str) -> None:
    """The sweep compares them with the ledger's files."""
    funding = FakeFile(key=f"funding:{uuid4().hex[:8]}", phase=None, step="decision", status="requested")
    async with world(temporal_server, a_review()) as here, world(temporal_server, funding) as there:
        await here.catch_up()
        await there.catch_up()

        async def listed() -> bool:
            return {here.file.key, there.file.key} <= (await here.lifecycles.shown("fondation")).keys()

        await wait_until(listed, "listed")
