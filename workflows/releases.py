"""Which build of the workers lives go on with: Temporal's worker deployments, through its client.

A deployment is named after its task queue; its versions are the builds that workers were started with. Lives go on with
the build that is current, wherever they stand: at their next wake, not when their run ends (docs/adr/0040).
"""

from collections.abc import Sequence

from temporalio.api.enums.v1 import WorkerDeploymentVersionStatus
from temporalio.api.workflowservice.v1 import (
    DescribeWorkerDeploymentRequest,
    DescribeWorkerDeploymentResponse,
    SetWorkerDeploymentCurrentVersionRequest,
)
from temporalio.client import Client
from temporalio.common import VersioningBehavior, WorkerDeploymentVersion
from temporalio.service import RPCError, RPCStatusCode
from temporalio.worker import WorkerDeploymentConfig

from application.lives.builds import Build, BuildState, NotReleased

_STATES: dict[int, BuildState] = {
    WorkerDeploymentVersionStatus.WORKER_DEPLOYMENT_VERSION_STATUS_CURRENT: "current",
    WorkerDeploymentVersionStatus.WORKER_DEPLOYMENT_VERSION_STATUS_RAMPING: "current",
    WorkerDeploymentVersionStatus.WORKER_DEPLOYMENT_VERSION_STATUS_DRAINING: "draining",
    WorkerDeploymentVersionStatus.WORKER_DEPLOYMENT_VERSION_STATUS_DRAINED: "drained",
}


def versioned(task_queue: str, build: str) -> WorkerDeploymentConfig | None:
    """How a worker names its build to Temporal; None for one that has none, and is not told apart from others."""
    if not build:
        return None
    return WorkerDeploymentConfig(
        version=WorkerDeploymentVersion(task_queue, build),
        use_worker_versioning=True,
        default_versioning_behavior=VersioningBehavior.AUTO_UPGRADE,
    )


async def known_builds(client: Client, task_queue: str) -> Sequence[Build]:
    """The builds of a task queue that Temporal knows, by name; none if no worker with a build was ever started.

    Raises RPCError.
    """
    known = await _described(client, task_queue)
    if known is None:
        return ()
    found = (
        Build(one.deployment_version.build_id, _STATES.get(one.status, "waiting"))
        for one in known.worker_deployment_info.version_summaries
    )
    return sorted(found, key=lambda one: one.build)


async def release(client: Client, task_queue: str, build: str) -> None:
    """Have lives go on with a build, one released before too; without one (``""``) with workers that have none.

    Raises NotReleased where Temporal does not know it or no worker of it is there, RPCError.
    """
    try:
        await _set_current(client, task_queue, build)
    except RPCError as error:
        if error.status in {RPCStatusCode.NOT_FOUND, RPCStatusCode.FAILED_PRECONDITION}:
            raise NotReleased(error.message) from error
        raise


async def released(client: Client, task_queue: str, build: str) -> str | None:
    """The build that is current. If none is, ``build`` becomes it, once a worker of it has asked for work.

    None if none is after all. Of several that try at once one succeeds. Raises NotReleased where Temporal does not
    let us, or is away.
    """
    try:
        known = await _described(client, task_queue)
        if known is None:
            return None
        current = known.worker_deployment_info.routing_config.current_deployment_version.build_id
        if build and not current:
            await _set_current(client, task_queue, build, known.conflict_token)
    except RPCError as error:
        raise NotReleased(error.status.name) from error
    return current or build or None


async def _described(client: Client, task_queue: str) -> DescribeWorkerDeploymentResponse | None:
    request = DescribeWorkerDeploymentRequest(namespace=client.namespace, deployment_name=task_queue)
    try:
        return await client.workflow_service.describe_worker_deployment(request)
    except RPCError as error:
        if error.status is RPCStatusCode.NOT_FOUND:
            return None
        raise


async def _set_current(client: Client, task_queue: str, build: str, token: bytes = b"") -> None:
    request = SetWorkerDeploymentCurrentVersionRequest(
        namespace=client.namespace,
        deployment_name=task_queue,
        build_id=build,
        conflict_token=token,
        identity=client.identity,
    )
    await client.workflow_service.set_worker_deployment_current_version(request)
