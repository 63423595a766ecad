"""What is done once for an organisation began under an earlier release, and goes on under this one."""

from datetime import timedelta
from pathlib import Path

import pytest
from temporalio import workflow
from temporalio.client import WorkflowHistory
from temporalio.contrib.pydantic import pydantic_data_converter
from temporalio.worker import Replayer, UnsandboxedWorkflowRunner
from temporalio.worker.workflow_sandbox import SandboxedWorkflowRunner
from temporalio.workflow import NondeterminismError

from activities.organisation_activities import Whose
from tests.replay.record_organisations import FOLDER
from workflows.hosting import RESTRICTIONS
from workflows.organisation import OrganisationWorkflow, SweepWorkflow

HISTORIES = sorted(FOLDER.glob("*.json"))


def recorded(path: Path) -> WorkflowHistory:
    """A kept history."""
    return WorkflowHistory.from_json(path.stem, path.read_text())


@pytest.mark.parametrize("path", HISTORIES, ids=lambda path: path.stem)
async def test_recorded_histories_of_organisations_replay(path: Path) -> None:
    """The present release makes the same decisions from the same history."""
    replayer = Replayer(
        workflows=[OrganisationWorkflow, SweepWorkflow],
        data_converter=pydantic_data_converter,
        workflow_runner=SandboxedWorkflowRunner(RESTRICTIONS),
    )
    await replayer.replay_workflow(recorded(path))


@workflow.defn(name="Organisation")
class ImpatientOrganisation(OrganisationWorkflow):
    """A change in place: it waits first."""

    @workflow.run
    async def run(self, whose: Whose) -> None:
        """Wait, then live."""
        await workflow.sleep(timedelta(seconds=1))
        await super().run(whose)


async def test_a_change_in_place_is_caught() -> None:
    """What lives as long as its organisation is changed by ``workflow.patched``."""
    replayer = Replayer(
        workflows=[ImpatientOrganisation, SweepWorkflow],
        data_converter=pydantic_data_converter,
        workflow_runner=UnsandboxedWorkflowRunner(),
    )
    for path in (one for one in HISTORIES if "-work-" in one.stem):
        with pytest.raises(NondeterminismError):
            await replayer.replay_workflow(recorded(path))
