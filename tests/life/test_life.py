"""A cooperation's whole life under a simulated clock: forward, back, asleep, nearly abandoned, closed."""

from collections.abc import AsyncIterator

import pytest
from temporalio.client import Client, WorkflowExecutionStatus

from bootstrap_temporal import connect_temporal
from config import Settings
from domain.kernel.ids import workflow_id
from domain.kernel.ledger import LedgerKind
from domain.kernel.values import Phase
from tests.life.house import BEGINNING, House, at, inhabited, working
from tests.support.waiting import wait_until

FILE = "atelier"


@pytest.fixture
async def house(settings: Settings) -> AsyncIterator[House]:
    """An organisation under a simulated clock, with a worker."""
    async with inhabited(settings, LedgerKind.SIMULATION) as house, working(settings):
        await house.open(FILE)
        await house.followed()
        yield house


@pytest.fixture
async def client(settings: Settings) -> Client:
    """Temporal, as an operator sees it."""
    return await connect_temporal(settings)


async def rungs(house: House, deadline: str) -> list[tuple[str, str]]:
    """The rungs of one deadline that went out, with their day."""
    return [(str(day), rung) for day, key, rung in await house.reminders(FILE) if key == deadline]


async def runs_of(client: Client, house: House) -> list[WorkflowExecutionStatus | None]:
    """How the runs of the file's workflow ended, the newest first."""
    query = f"WorkflowId = '{workflow_id(house.organisation, FILE)}'"
    found = [one async for one in client.list_workflows(query)]
    return [one.status for one in sorted(found, key=lambda one: one.start_time, reverse=True)]


async def test_a_life_goes_through_its_phases_each_in_a_run_and_ends(house: House, client: Client) -> None:
    """Forward through the four phases, back once, closed: six passes, six runs, then no workflow."""
    for _ in range(2):
        await house.pass_gate(FILE)
        await house.followed()
    await house.do("GoBack", cooperation=FILE, to=Phase.DIAGNOSIS, reason="Le collectif a changé")
    await house.followed()
    await house.pass_gate(FILE)
    await house.followed()
    await house.pass_gate(FILE)
    await house.followed()
    await house.pass_gate(FILE)
    await _at_rest(house)  # what came after the end would begin another run, which ends at once
    await house.do("CloseCooperation", cooperation=FILE, outcome="completed", reason="Tout est transmis")
    continued, completed = WorkflowExecutionStatus.CONTINUED_AS_NEW, WorkflowExecutionStatus.COMPLETED

    async def ended() -> bool:
        return await runs_of(client, house) == [completed, *[continued] * 5]

    await wait_until(ended, "ended")
    assert (await house.state(FILE)).current.number == 6


async def _at_rest(house: House) -> None:
    """Wait until the file's workflow has seen all there is, and what became of its letters."""
    await house.followed()

    async def arrived() -> bool:
        return not any(one.delivery == "queued" for one in (await house.state(FILE)).messages.values())

    await wait_until(arrived, "arrived")
    await house.followed()


async def test_a_closed_file_that_is_reopened_lives_again(house: House, client: Client) -> None:
    """The end of a workflow is not the end of its file."""
    await house.hand_to_local_body(FILE)
    await house.followed()
    await house.do("ReopenCooperation", "committee", cooperation=FILE, reason="Le relais a renoncé")
    await house.advance_to(at("2026-09-03"))
    assert await rungs(house, "inactivity") == [("2026-09-02", "due")]


async def test_reminders_climb_the_ladder_and_escalate(house: House) -> None:
    """Before, at and after the due date to the manager, then to the elected representative; each once."""
    await house.advance_to(at("2027-05-01"))
    assert await rungs(house, "go_decision") == [
        ("2027-02-02", "before"),
        ("2027-03-02", "due"),
        ("2027-03-16", "late"),
        ("2027-04-02", "escalation"),
    ]
    recipients = {one.rung: one.recipient for one in await house.issued(FILE, deadline="go_decision")}
    assert recipients["late"] == house.people["manager"]
    assert recipients["escalation"] == house.people["elected"]


async def test_a_pause_silences_and_moves_deadlines_by_its_length(house: House) -> None:
    """Asleep from 1 June to 1 September, the file is reminded 92 days later than it would have been."""
    await house.advance_to(at("2026-06-01"))
    await house.do("PauseCooperation", cooperation=FILE, reason="Élections")
    await house.advance_to(at("2026-09-01"))
    assert await house.reminders(FILE) == []
    await house.do("ResumeCooperation", cooperation=FILE, reason="Reprise")
    await house.advance_to(at("2027-06-03"))
    assert await rungs(house, "inactivity") == [("2026-12-03", "due"), ("2027-01-04", "escalation")]
    assert await rungs(house, "go_decision") == [("2027-05-03", "before"), ("2027-06-02", "due")]


async def test_a_request_to_abandon_silences_until_it_is_withdrawn(house: House) -> None:
    """While it is pending only its own deadline speaks; withdrawn, all wake against unchanged dates."""
    await house.advance_to(at("2026-08-24"))
    await house.do("RequestAbandonment", cooperation=FILE, reason="Plus personne")
    await house.advance_to(at("2026-09-10"))
    assert {key for _, key, _ in await house.reminders(FILE)} == {"abandonment"}
    await house.do("WithdrawAbandonment", cooperation=FILE, reason="Une équipe reprend")
    await house.advance_to(at("2026-10-10"))
    assert await rungs(house, "inactivity") == [("2026-09-10", "due"), ("2026-10-02", "escalation")]


async def test_nothing_happens_while_the_clock_stands_still(house: House) -> None:
    """A simulation's time moves only when somebody advances it."""
    await house.followed()
    assert await house.service.clock.now(house.organisation) == BEGINNING
    assert await house.reminders(FILE) == []
