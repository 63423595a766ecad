"""A task is stranded only where nobody is left who may act, by whichever seat."""

from datetime import UTC, datetime

from domain.kernel.values import Role
from domain.people.now import RolesNow
from domain.reviews.conflicts import Conflict, Reason
from domain.tasks.addressees import addressed_all
from domain.tasks.task import TaskLine
from tests.domain.sample_people import ADMINISTRATOR, IN_ROLE, PEOPLE, REGION, STEERING

NOW = datetime(2026, 11, 23, 9, 0, tzinfo=UTC)
JURY = IN_ROLE[Role.JURY]
HERE = TaskLine(
    file="funding:aide",
    kind="decision",
    subject="grant",
    since=NOW,
    zone="Europe/Paris",
    region=REGION,
    roles=(Role.STEERING_COMMITTEE,),
)
ANYWHERE = HERE.model_copy(update={"region": None, "roles": (Role.JURY,)})


def waits(*kept_from: tuple[str, Reason]) -> list[tuple[tuple[str, ...], bool]]:
    """Whom a decision of a panel with both kinds of seats waits for, and whether it is stranded."""
    told = {HERE.file: [Conflict(person, reason, "avis") for person, reason in kept_from]}
    found = addressed_all((HERE, ANYWHERE), told, RolesNow(PEOPLE, NOW))
    return [(whom.waits_for, whom.stranded) for _, whom in found]


def test_while_one_seat_is_left_administrators_are_not_asked() -> None:
    """Who sits for the region has a conflict: it waits for who sits for all."""
    assert waits() == [((STEERING,), False), ((JURY,), False)]
    assert waits((STEERING, "recused")) == [((JURY,), False)]


def test_nor_while_somebody_may_once_they_have_declared() -> None:
    """Their declaration is what waits."""
    assert waits((STEERING, "recused"), (JURY, "undeclared")) == [((), False)]


def test_where_nobody_is_left_they_are() -> None:
    """For either kind of seat."""
    both = waits((STEERING, "recused"), (JURY, "recused"))
    assert both == [((ADMINISTRATOR,), True), ((ADMINISTRATOR,), True)]
