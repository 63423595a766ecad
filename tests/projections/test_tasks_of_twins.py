"""People who are registered twice are a task for administrators, until they are two or one of their ids rests."""

from dataclasses import replace
from datetime import UTC, datetime

from domain.kernel.values import Role
from domain.people.events import RoleRevoked
from domain.people.now import RolesNow
from domain.people.state import Organisation
from domain.tasks.addressees import addressed
from domain.tasks.task import TaskLine
from domain.tasks.twins import tasks_of_twins
from tests.domain.sample_people import (
    ADMINISTRATOR,
    FOUNDED,
    MANAGER,
    NOBODY,
    SECOND_MANAGER,
    granted,
    organisation,
)
from tests.domain.vocabulary import WHY

NOW = datetime(2026, 11, 23, 9, 0, tzinfo=UTC)
TWINS = {SECOND_MANAGER: MANAGER}
GAVE_UP = RoleRevoked(grant=f"grant/{SECOND_MANAGER}/programme-manager", reason=WHY)


def subjects(people: Organisation, twins: dict[str, str]) -> list[str]:
    """The tasks there are, by subject."""
    return [one.subject for one in tasks_of_twins(replace(people, twins=twins), NOW)]


def test_twins_wait_for_administrators() -> None:
    """Since both could act."""
    [task] = tasks_of_twins(replace(organisation(*FOUNDED), twins=TWINS), NOW)
    assert (task.kind, task.subject) == ("twins", f"{MANAGER} {SECOND_MANAGER}")
    assert task.waits_for == (ADMINISTRATOR,)
    assert task.since < NOW


def test_it_is_settled_once_they_are_two_or_one_has_given_up_its_roles() -> None:
    """An id that never had a role may still be given one."""
    people = organisation(*FOUNDED)
    assert subjects(people, {}) == []
    assert subjects(people, {NOBODY: MANAGER}) == [f"{MANAGER} {NOBODY}"]
    rested = organisation(*FOUNDED, GAVE_UP)
    assert subjects(rested, TWINS) == []
    again = granted(SECOND_MANAGER, Role.JURY).model_copy(update={"grant": "again"})
    assert subjects(organisation(*FOUNDED, GAVE_UP, again), TWINS) == [f"{MANAGER} {SECOND_MANAGER}"]


def test_ones_own_proposal_waits_for_none_of_ones_ids() -> None:
    """It is the other people's task."""
    line = TaskLine(
        file="account:paying",
        kind="bank-details",
        subject="1",
        since=NOW,
        zone="Europe/Paris",
        region="occitanie",
        persons=(MANAGER, SECOND_MANAGER, NOBODY),
        except_for=(MANAGER,),
    )
    known = replace(organisation(*FOUNDED), twins=TWINS)
    assert addressed(line, (), RolesNow(known, NOW)).waits_for == (NOBODY,)
