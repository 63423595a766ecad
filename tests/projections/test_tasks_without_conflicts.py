"""Nobody is shown as a task what they have no hand in; where nobody is left, administrators are shown it."""

from datetime import UTC, datetime
from typing import Any

import pytest

from domain.kernel.event import Event
from domain.kernel.values import Role
from domain.reviews.events import Invited, MemberRecused, ReviewDeferred
from domain.tasks.task import Task
from projections.read import ReadModels
from projections.runner import Runner
from projections.tasks import TaskFilter
from tests.projections.asking import FUNDING, REVIEW, declared, granted, opened, requested
from tests.projections.making import ANNA, BASILE, CLEO, ORGANISATION, REASON, Writer
from tests.support.scopes import EVERYTHING

ENDED = ReviewDeferred(points=("later",), reasons=REASON, would_change=REASON)
SEATS = tuple(Invited(person=one, role=Role.JURY) for one in (BASILE, CLEO))


class Judged:
    """A funding that Anna has asked for, which Basile and Cleo may decide, both of whom a panel has on it."""

    def __init__(self, writer: Writer, runner: Runner, read_models: ReadModels) -> None:
        self._writer = writer
        self._runner = runner
        self._read_models = read_models

    async def begin(self, **more: Any) -> None:
        """It is asked for; Anna administers, too."""
        await self._writer.found(
            *((one, role, None) for one in (BASILE, CLEO) for role in (Role.BOARD, Role.JURY)),
            (ANNA, Role.ADMINISTRATOR, None),
        )
        await self._writer.open("bafapatabor", at="2026-01-05")
        await requested(self._writer)
        await self.then(opened(funding="aide", **{"members": SEATS, **more}))

    async def then(self, *events: Event, by: str = ANNA, to: str = REVIEW) -> None:
        """Something happens to the review."""
        await self._writer.record(to, *events, effective_at="2026-03-03", actor=by)

    async def tasks(self, person: str | None = None) -> list[Task]:
        """What waits on 10 March for somebody, or for anybody."""
        await self._runner.catch_up(ORGANISATION)
        at = datetime(2026, 3, 10, 12, tzinfo=UTC)
        return list((await self._read_models.tasks(ORGANISATION, EVERYTHING, TaskFilter(at, person))).rows)

    async def kinds(self, person: str) -> set[tuple[str, str]]:
        """What waits for somebody: in which file, of which kind."""
        return {(one.file, one.kind) for one in await self.tasks(person) if ":" in one.file}


@pytest.fixture
async def judged(writer: Writer, runner: Runner, read_models: ReadModels) -> Judged:
    """Nobody has declared anything."""
    made = Judged(writer, runner, read_models)
    await made.begin()
    return made


async def test_a_decision_waits_for_whoever_has_declared(judged: Judged) -> None:
    """Until then, for their declaration; it waits once, whatever it stands in the way of."""
    assert await judged.kinds(BASILE) == {(REVIEW, "interests")}
    await judged.then(declared(BASILE), by=BASILE)
    assert (FUNDING, "decision") in await judged.kinds(BASILE)
    interests = [(one.subject, one.waits_for) for one in await judged.tasks() if one.kind == "interests"]
    assert interests == [(CLEO, (CLEO,))]


async def test_whoever_is_recused_is_shown_nothing_of_the_request(judged: Judged) -> None:
    """Nor after the review has ended, nor once it is granted."""
    await judged.then(declared(BASILE), by=BASILE)
    await judged.then(declared(CLEO, conflict=True), by=CLEO)
    assert await judged.kinds(CLEO) == set()
    await judged.then(ENDED)
    assert await judged.kinds(CLEO) == set()
    await judged.then(granted(), by=BASILE, to=FUNDING)
    assert all(CLEO not in one.waits_for for one in await judged.tasks())


async def test_what_is_undeclared_when_the_review_ends_is_still_to_be_declared(judged: Judged) -> None:
    """Nobody is shut out for having kept silent."""
    await judged.then(ENDED)
    assert await judged.kinds(BASILE) == {(REVIEW, "interests")}
    await judged.then(declared(BASILE), by=BASILE)
    assert await judged.kinds(BASILE) == {(FUNDING, "decision")}


async def test_where_nobody_is_left_administrators_are_shown_it(judged: Judged) -> None:
    """As a task for them, and for the all-round list."""
    await judged.then(MemberRecused(member=BASILE, reason=REASON), MemberRecused(member=CLEO, reason=REASON))
    [decision] = [one for one in await judged.tasks(ANNA) if one.kind == "decision"]
    assert (decision.waits_for, decision.stranded) == ((ANNA,), True)
    assert [one.stranded for one in await judged.tasks() if one.kind == "decision"] == [True]


async def test_another_request_is_none_of_it(judged: Judged) -> None:
    """A conflict holds for the request that it was declared about."""
    await judged.then(declared(BASILE), by=BASILE)
    elsewhere = opened(funding="autre", members=SEATS)
    await judged.then(elsewhere, MemberRecused(member=BASILE, reason=REASON), to="review:autre")
    assert (FUNDING, "decision") in await judged.kinds(BASILE)
