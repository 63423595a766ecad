"""Lives that began under an earlier release go on under this one: recorded histories replay."""

from datetime import timedelta
from pathlib import Path

import pytest
from temporalio import workflow
from temporalio.client import WorkflowHistory
from temporalio.contrib.pydantic import pydantic_data_converter
from temporalio.worker import Replayer, UnsandboxedWorkflowRunner
from temporalio.worker.workflow_sandbox import SandboxedWorkflowRunner
from temporalio.workflow import NondeterminismError

from tests.replay.record import FOLDER
from tests.replay.scenarios import SCENARIOS
from workflows.cooperation import CooperationWorkflow
from workflows.funding import FundingWorkflow
from workflows.hosting import RESTRICTIONS
from workflows.review import ReviewWorkflow
from workflows.run import CooperationRun, FundingRun, ReviewRun

HISTORIES = sorted(FOLDER.glob("*.json"))
OF_REVIEWS = [path for path in HISTORIES if "-review-" in path.stem]
OF_FUNDINGS = [path for path in HISTORIES if "-funding-" in path.stem]
OF_COOPERATIONS = [path for path in HISTORIES if path not in {*OF_REVIEWS, *OF_FUNDINGS}]


def recorded(path: Path) -> WorkflowHistory:
    """A kept history."""
    return WorkflowHistory.from_json(path.stem, path.read_text())


def test_every_scenario_has_a_history() -> None:
    """What the workflows can do is kept for this release."""
    assert {path.stem.partition("-")[2] for path in HISTORIES} == set(SCENARIOS)


@pytest.mark.parametrize("path", HISTORIES, ids=lambda path: path.stem)
async def test_recorded_histories_replay(path: Path) -> None:
    """The present release makes the same decisions from the same history."""
    replayer = Replayer(
        workflows=[CooperationWorkflow, ReviewWorkflow, FundingWorkflow],
        data_converter=pydantic_data_converter,
        workflow_runner=SandboxedWorkflowRunner(RESTRICTIONS),
    )
    await replayer.replay_workflow(recorded(path))


@workflow.defn(name="Cooperation")
class ImpatientWorkflow(CooperationWorkflow):
    """A change that breaks lives begun before it: it waits before it first takes stock."""

    @workflow.init
    def __init__(self, run: CooperationRun) -> None:
        super().__init__(run)

    @workflow.run
    async def run(self, run: CooperationRun) -> None:
        """Wait, then live."""
        await workflow.sleep(timedelta(seconds=1))
        await super().run(run)


@workflow.defn(name="Cooperation")
class TwiceAskingWorkflow(CooperationWorkflow):
    """Another one: it takes stock once more before it waits."""

    @workflow.init
    def __init__(self, run: CooperationRun) -> None:
        super().__init__(run)

    @workflow.run
    async def run(self, run: CooperationRun) -> None:
        """Live."""
        await super().run(run)

    async def _wait(self) -> None:
        await self._assess()
        await super()._wait()


@workflow.defn(name="Cooperation")
class UntimelyWorkflow(CooperationWorkflow):
    """Another one: it waits without a timer."""

    @workflow.init
    def __init__(self, run: CooperationRun) -> None:
        super().__init__(run)

    @workflow.run
    async def run(self, run: CooperationRun) -> None:
        """Live."""
        await super().run(run)

    async def _wait(self) -> None:
        await workflow.wait_condition(self._is_asked)


@workflow.defn(name="Review")
class ReviewAskingTwice(ReviewWorkflow):
    """A change of a review's workflow."""

    @workflow.init
    def __init__(self, run: ReviewRun) -> None:
        super().__init__(run)

    @workflow.run
    async def run(self, run: ReviewRun) -> None:
        """Live."""
        await super().run(run)

    async def _wait(self) -> None:
        await self._assess()
        await super()._wait()


@workflow.defn(name="Funding")
class ImpatientFunding(FundingWorkflow):
    """A change of a funding's workflow."""

    @workflow.init
    def __init__(self, run: FundingRun) -> None:
        super().__init__(run)

    @workflow.run
    async def run(self, run: FundingRun) -> None:
        """Wait, then live."""
        await workflow.sleep(timedelta(seconds=1))
        await super().run(run)


@pytest.mark.parametrize(
    ("mutant", "histories"),
    [
        (ImpatientWorkflow, OF_COOPERATIONS),
        (TwiceAskingWorkflow, OF_COOPERATIONS),
        (UntimelyWorkflow, OF_COOPERATIONS),
        (ReviewAskingTwice, OF_REVIEWS),
        (ImpatientFunding, OF_FUNDINGS),
    ],
)
async def test_a_workflow_that_was_changed_in_place_is_caught(
    mutant: type[CooperationWorkflow | ReviewWorkflow | FundingWorkflow], histories: list[Path]
) -> None:
    """The replay is a guard only if a change without ``workflow.patched`` makes it fail."""
    assert histories
    replayer = Replayer(
        workflows=[mutant],
        data_converter=pydantic_data_converter,
        workflow_runner=UnsandboxedWorkflowRunner(),
    )
    for path in histories:
        with pytest.raises(NondeterminismError):
            await replayer.replay_workflow(recorded(path))
