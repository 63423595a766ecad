"""What the database picks out for somebody is what the rules say waits for them: nothing missing, nothing added."""

from datetime import UTC, datetime
from typing import Any

import pytest

from domain.cooperations.events.lifecycle import CooperationPaused
from domain.kernel.values import Role
from domain.tasks.task import Task
from projections.needs import needs_of
from projections.read import ReadModels
from projections.runner import Runner
from projections.tasks import TaskFilter
from tests.projections.asking import asks, declared, granted, opened
from tests.projections.making import ANNA, BASILE, CLEO, ORGANISATION, REASON, Writer
from tests.support.scopes import EVERYTHING

INSTANTS = [datetime(2026, month, 10, 12, tzinfo=UTC) for month in (3, 9)]
HERE, THERE = "occitanie", "grand-est"


@pytest.fixture(autouse=True)
async def organisation(writer: Writer, runner: Runner) -> None:
    """Roles for one region and for all; files in two regions, with money asked for, granted, and panels asked."""
    await writer.found(
        (ANNA, Role.PROGRAMME_MANAGER, HERE),
        (ANNA, Role.BOARD, None),
        (BASILE, Role.ELECTED_REPRESENTATIVE, THERE),
        (BASILE, Role.JURY, None),
        (CLEO, Role.ADMINISTRATOR, None),
        (CLEO, Role.STEERING_COMMITTEE, HERE),
    )
    for region in (HERE, THERE):
        about: dict[str, Any] = {"cooperation": region, "region": region}
        await writer.open(region, region=region, managers=(ANNA, BASILE))
        await writer.record(f"funding:{region}", asks(**about), effective_at="2026-03-01")
        await writer.record(f"review:{region}", opened(BASILE, CLEO, funding=region, **about))
        await writer.record(f"funding:{region}-2", asks(**about), granted(), effective_at="2026-03-01")
    await writer.record("review:occitanie", declared(BASILE, conflict=True), actor=BASILE)
    await writer.open("asleep", CooperationPaused(reason=REASON), region=THERE, managers=("p-0000000000ff",))
    await runner.catch_up(ORGANISATION)


async def tasks(models: ReadModels, where: TaskFilter) -> list[Task]:
    """All of them, in pages of seven rows."""
    page = await models.tasks(ORGANISATION, EVERYTHING, where, None, 7)
    found = list(page.rows)
    while page.after:
        page = await models.tasks(ORGANISATION, EVERYTHING, where, page.after, 7)
        found += page.rows
    return found


@pytest.mark.parametrize("now", INSTANTS)
async def test_somebodys_tasks_are_those_of_everybody_that_wait_for_them(
    read_models: ReadModels, now: datetime
) -> None:
    """Roles count in their region; administrators see to what nobody else can do."""
    everything = await tasks(read_models, TaskFilter(now))
    for person in (ANNA, BASILE, CLEO):
        theirs = [one for one in everything if person in one.waits_for]
        assert theirs
        assert {*await tasks(read_models, TaskFilter(now, person))} == {*theirs}


async def test_tasks_are_filtered_by_kind_programme_and_region(read_models: ReadModels) -> None:
    """Each says which cooperation it is about."""
    now = INSTANTS[0]
    everything = await tasks(read_models, TaskFilter(now))
    for where, wanted in (
        (TaskFilter(now, kind="gate-item"), lambda one: one.kind == "gate-item"),
        (TaskFilter(now, region=THERE), lambda one: one.cooperation in {THERE, "asleep"}),
        (TaskFilter(now, programme="tec"), lambda one: True),
    ):
        there = [one for one in everything if wanted(one)]
        assert there
        assert {*await tasks(read_models, where)} == {*there}
    assert not await tasks(read_models, TaskFilter(now, programme="acte"))
    assert {(one.cooperation, one.file_name) for one in everything} == {
        (HERE, "Bafapatabor"),
        (THERE, "Bafapatabor"),
        (HERE, "Occitanie"),
        (THERE, "Grand Est"),
        ("asleep", "Asleep"),
    }


def test_a_task_says_whom_it_needs() -> None:
    """A role where it counts, or a person in it."""

    def needs(**line: Any) -> tuple[str, ...]:
        known = {"file": "", "kind": "deadline", "subject": "", "since": INSTANTS[0], "zone": "Europe/Paris"}
        return needs_of(Task.model_validate(known | line | {"overdue": False, "waits_for": ()}))

    assert needs(region=HERE, roles=("board",)) == ("board@occitanie", "board@*")
    assert needs(region="*", roles=("board",)) == ("board@*",)
    assert needs(region=None, roles=("board", "jury")) == ("board", "jury")
    assert needs(region=HERE, persons=(ANNA,)) == (ANNA,)
    assert needs(region="*", persons=(ANNA,), roles=("board",)) == (f"{ANNA} board@*",)
    assert needs(region=HERE) == ()
