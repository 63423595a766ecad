"""Power cuts during a decision: at whatever step the worker is killed, the panel's answer and the money come once."""

import asyncio
from collections.abc import AsyncIterator, Awaitable, Callable
from contextlib import ExitStack, asynccontextmanager
from dataclasses import dataclass, field
from datetime import UTC, datetime
from pathlib import Path
from subprocess import Popen

import pytest
from temporalio.client import WorkflowExecutionStatus
from temporalio.service import RPCError

from bootstrap_temporal import connect_temporal
from config import Settings
from domain.cooperations.events.told import FundingAnswered, ReviewAnswered
from domain.envelopes.events import FundsReserved
from domain.files.events import ReminderIssued
from domain.fundings.events.requests import FundingGranted
from domain.kernel.ids import workflow_id
from domain.kernel.ledger import LedgerKind
from domain.kernel.moments import PARIS
from domain.people.state import Organisation
from domain.reviews.events import ReviewConcluded
from tests.life.house import House, inhabited
from tests.life.panels import RULEBOOKS, give_opinion
from tests.life.processes import worker_process
from tests.life.test_fundings import request
from tests.support.waiting import wait_until

FILE, FUNDING, REVIEW = "atelier", "funding:aide", "review:avis"
AMOUNT = 2_000_000

Condition = Callable[[], Awaitable[bool]]


@dataclass
class Cut:
    """A worker that is killed once, at a step, and replaced by another that goes on."""

    settings: Settings
    log: Path
    step: str
    _workers: ExitStack = field(default_factory=ExitStack)
    _worker: Popen[bytes] | None = None

    def start(self) -> None:
        """Have a worker work."""
        self._worker = self._workers.enter_context(worker_process(self.settings, self.log))

    def stop(self) -> None:
        """End whoever works."""
        self._workers.close()

    async def at(self, step: str, comes: Condition | None = None) -> None:
        """Kill the worker if this is its step, as soon as ``comes`` holds, and start another."""
        if step != self.step or self._worker is None:
            return
        while comes and not await comes():  # noqa: ASYNC110 - in a ledger, or in Temporal
            await asyncio.sleep(0)
        self._worker.kill()
        await asyncio.to_thread(self._worker.wait)
        self.start()


@asynccontextmanager
async def powered(settings: Settings, log: Path, step: str) -> AsyncIterator[tuple[House, Cut]]:
    """An organisation that has published the programme, with an envelope for the year, and a worker to be cut off."""
    async with inhabited(settings, LedgerKind.REAL) as house:
        rules = RULEBOOKS.current(Organisation(), "swift")
        assert rules
        await house.do("PublishRulebook", "administrator", rulebook=rules.written(), reason="Essai")
        await house.register("juror-2", "jury")
        year = datetime.now(UTC).astimezone(PARIS).year
        envelope = f"swift/aid/{year}"
        await house.do("OpenEnvelope", "administrator", envelope=envelope, commitments_cents=AMOUNT)
        cut = Cut(settings, log, step)
        cut.start()
        try:
            yield house, cut
        finally:
            cut.stop()


STEPS = (
    "request recorded",
    "workflow started",
    "panel asked",
    "panel invited",
    "opinions given",
    "workflow woken",
    "conclusion recorded",
    "decision recorded",
)


@pytest.mark.parametrize("step", STEPS)
async def test_a_worker_killed_at_any_step_of_a_decision_leaves_it_decided_once(
    settings: Settings, tmp_path: Path, step: str
) -> None:
    """Request → follower → workflow → opinions → conclusion → decision → envelope → cooperation told."""
    async with powered(settings, tmp_path / "worker.log", step) as (house, cut):
        await house.open(FILE, "swift")
        await house.do("RequestFunding", funding="aide", cooperation=FILE, request=request(AMOUNT))
        await cut.at("request recorded")
        await cut.at("workflow started", lambda: lives(settings, house, FUNDING))
        about = {"cooperation": FILE, "question": "request", "funding": "aide"}
        await house.do("OpenReview", review="avis", **about)
        await cut.at("panel asked")
        await cut.at("panel invited", lambda: has(house, REVIEW, ReminderIssued))
        await wait_until(lambda: has(house, REVIEW, ReminderIssued), "invited")
        await give_opinion(house, "avis", "jury")
        seen = await length(settings, house, REVIEW)
        await give_opinion(house, "avis", "juror-2")
        await cut.at("opinions given")
        await cut.at("workflow woken", lambda: grown(settings, house, REVIEW, seen))
        await cut.at("conclusion recorded", lambda: has(house, REVIEW, ReviewConcluded))
        await wait_until(lambda: has(house, REVIEW, ReviewConcluded), "concluded")
        await house.do("DecideFunding", "jury", funding="aide", decision="granted", review="avis")
        await cut.at("decision recorded")
        await house.followed()
        await wait_until(lambda: over(settings, house, REVIEW), "over")
        await decided_once(house)


async def decided_once(house: House) -> None:
    """One conclusion, one decision, one reservation, each told to the cooperation once; each member invited once."""
    [conclusion] = await house.happened(REVIEW, ReviewConcluded)
    [decision] = await house.happened(FUNDING, FundingGranted)
    [reserved] = await house.happened(f"envelope:swift/aid/{year_of(decision.effective_at)}", FundsReserved)
    [answered] = await house.happened(FILE, ReviewAnswered)
    [granted] = await house.happened(FILE, FundingAnswered)
    assert (conclusion.command_id, conclusion.actor) == (answered.command_id, "escale")
    assert decision.command_id == reserved.command_id == granted.command_id
    invited = [
        one.event.recipient
        for one in await house.happened(REVIEW, ReminderIssued)
        if isinstance(one.event, ReminderIssued) and one.event.rung == "invitation"
    ]
    assert sorted(invited) == sorted({house.people["jury"], house.people["juror-2"]})


def year_of(moment: str) -> int:
    """The year of an instant, in Paris."""
    return datetime.fromisoformat(moment).astimezone(PARIS).year


async def has(house: House, key: str, kind: type[ReminderIssued | ReviewConcluded]) -> bool:
    """Whether something has happened in a file."""
    return bool(await house.happened(key, kind))


async def lives(settings: Settings, house: House, key: str) -> bool:
    """Whether a file has a workflow."""
    return await length(settings, house, key) > 0


async def length(settings: Settings, house: House, key: str) -> int:
    """How long the history of a file's workflow is; 0 while there is none."""
    handle = (await connect_temporal(settings)).get_workflow_handle(workflow_id(house.organisation, key))
    try:
        return (await handle.describe()).history_length
    except RPCError:
        return 0


async def grown(settings: Settings, house: House, key: str, before: int) -> bool:
    """Whether it is longer than it was."""
    return await length(settings, house, key) > before


async def over(settings: Settings, house: House, key: str) -> bool:
    """Whether a file's workflow has ended by itself."""
    handle = (await connect_temporal(settings)).get_workflow_handle(workflow_id(house.organisation, key))
    return (await handle.describe()).status == WorkflowExecutionStatus.COMPLETED
