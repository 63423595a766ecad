"""Where decisions wait for somebody: what the database finds is what the list of all tasks says."""

from datetime import UTC, date, datetime
from typing import Any

import pytest
from hypothesis import given

from domain.cooperations.events.lifecycle import AbandonmentRequested, AbandonmentSettled
from domain.kernel.values import Role, Settlement
from domain.people.events import RoleGranted
from domain.people.state import Organisation
from domain.registry.reading_scope import reading_scope
from domain.tasks.deciding import DECISIONS
from projections.read import ReadModels
from projections.runner import Runner
from projections.tasks import TaskFilter
from tests.projections.asking import asks, declared, opened
from tests.projections.making import ANNA, BASILE, CLEO, ORGANISATION, REASON, Writer
from tests.projections.test_scope import EACH_READER, EVERYWHERE
from tests.projections.test_tasks_of_fundings import heard
from tests.support.readers import INSTANTS, organisations
from tests.support.scopes import EVERYTHING, rows

OF_ALL = 2_500_000
"""So much is decided by the committee, whose seats are of the whole organisation; whoever sits on it records it."""
SPRING = datetime(2026, 3, 2, 12, tzinfo=UTC)


@pytest.fixture
async def told(writer: Writer, runner: Runner) -> None:
    """In each region an abandonment to settle, money that a panel has granted, a file in which nothing waits."""
    await writer.found((ANNA, Role.PROGRAMME_MANAGER, None))
    for region in EVERYWHERE:
        await writer.open(f"{region}-left", region=region, at="2026-01-05")
        left = AbandonmentRequested(reason=REASON)
        await writer.record(f"cooperation:{region}-left", left, effective_at="2026-01-10")
        await writer.open(f"{region}-calm", region=region, at="2026-01-05")
        await writer.open(f"{region}-asking", region=region, at="2026-01-05")
        about: dict[str, Any] = {"cooperation": f"{region}-asking", "region": region}
        told = (asks(OF_ALL, **about), heard("favourable"))
        await writer.record(f"funding:{region}", *told, effective_at="2026-01-12")
    conflicted = opened(BASILE, cooperation="reunion-asking", region="reunion", funding="reunion")
    await writer.record("review:reunion", conflicted, declared(BASILE, conflict=True), actor=BASILE)
    await runner.catch_up(ORGANISATION)


@EACH_READER
@given(people=organisations(ANNA, BASILE, CLEO), now=INSTANTS)
async def test_what_opens_is_where_a_decision_waits(
    told: None, read_models: ReadModels, people: Organisation, now: datetime
) -> None:
    """Of what is not read as it is; whatever roles somebody holds, wherever, whenever; never in a conflict."""
    scope = reading_scope(people, BASILE, now)
    found = await read_models.deciding(ORGANISATION, scope, people, BASILE, now)
    theirs = await rows(read_models.tasks, EVERYTHING, TaskFilter(now, BASILE, people), 1_000)
    waiting = {one.cooperation for one in theirs if one.kind in DECISIONS}
    assert found == {one for one in waiting if one.rpartition("-")[0] not in scope.in_full}
    decides = reading_scope(people, BASILE, now, found)
    shown = await rows(read_models.tasks, decides, TaskFilter(now, BASILE, people), 3)
    assert {one.cooperation for one in shown if one.kind in DECISIONS} == waiting


async def test_a_panel_decides_in_its_region_where_it_has_no_hand_in_the_money_until_it_has(
    told: None, writer: Writer, runner: Runner, read_models: ReadModels
) -> None:
    """Region by region; what is counted beside the name of the list is what it shows."""
    seats = ((CLEO, "occitanie"), (BASILE, "reunion"))
    since = date(2020, 1, 1)
    granted = (
        RoleGranted(
            grant=one, person=one, role=Role.STEERING_COMMITTEE, region=region, since=since, until=None
        )
        for one, region in seats
    )
    await writer.record("organisation", *granted)
    await runner.catch_up(ORGANISATION)
    people = await read_models.people(ORGANISATION)

    async def opens(person: str) -> set[str]:
        scope = reading_scope(people, person, SPRING)
        found = await read_models.deciding(ORGANISATION, scope, people, person, SPRING)
        counted = await read_models.task_count(
            ORGANISATION, reading_scope(people, person, SPRING, found), TaskFilter(SPRING, person, people)
        )
        assert counted == len(found)
        return set(found)

    money = {f"{region}-asking" for region in EVERYWHERE}
    assert await opens(CLEO) == {"occitanie-left", *money}
    assert await opens(BASILE) == {"reunion-left", *money} - {"reunion-asking"}
    settled = AbandonmentSettled(settlement=Settlement.REFUSED, reason=REASON)
    await writer.record("cooperation:occitanie-left", settled, effective_at="2026-03-01")
    await runner.catch_up(ORGANISATION)
    assert await opens(CLEO) == money
