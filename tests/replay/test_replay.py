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
from workflows.hosting import RESTRICTIONS
from workflows.run import CooperationRun

HISTORIES = sorted(FOLDER.glob("*.json"))


def recorded(path: Path) -> WorkflowHistory:
    """A kept history."""
    return WorkflowHistory.from_json(path.stem, path.read_text())


def test_every_scenario_has_a_history() -> None:
    """What the workflow can do is kept for this release."""
    assert {path.stem.partition("-")[2] for path in HISTORIES} == set(SCENARIOS)


@pytest.mark.parametrize("path", HISTORIES, ids=lambda path: path.stem)
async def test_recorded_histories_replay(path: Path) -> None:
    """The present release makes the same decisions from the same history."""
    replayer = Replayer(
        workflows=[CooperationWorkflow],
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
        await self._take_stock()
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


@pytest.mark.parametrize("mutant", [ImpatientWorkflow, TwiceAskingWorkflow, UntimelyWorkflow])
async def test_a_workflow_that_was_changed_in_place_is_caught(mutant: type[CooperationWorkflow]) -> None:
    """The replay is a guard only if a change without ``workflow.patched`` makes it fail."""
    replayer = Replayer(
        workflows=[mutant],
        data_converter=pydantic_data_converter,
        workflow_runner=UnsandboxedWorkflowRunner(),
    )
    for path in HISTORIES:
        with pytest.raises(NondeterminismError):
            await replayer.replay_workflow(recorded(path))
