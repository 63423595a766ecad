"""What waits about other systems that are told nothing any more: that administrators see to it and resume."""

from datetime import datetime

from domain.kernel.ids import ORGANISATION_STREAM
from domain.kernel.values import Role
from domain.people.roles import holders
from domain.people.state import Organisation
from domain.tasks.task import Task


def task_of_stopped(
    people: Organisation, subscription: str, host: str, since: datetime, now: datetime
) -> Task:
    """A subscription to what happens that was stopped at an instant, by the host of the system that was told.

    The clock of a simulation may show less than that.
    """
    return Task(
        file=ORGANISATION_STREAM,
        kind="webhook-stopped",
        subject=subscription,
        name_fr=host,
        name_en=host,
        since=min(since, now),
        zone=people.zone_of(None).key,
        region=None,
        roles=(Role.ADMINISTRATOR,),
        overdue=False,
        waits_for=holders(people, Role.ADMINISTRATOR, None, now),
    )
