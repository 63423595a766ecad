"""Who is to decide reads what it is about while it waits for them: the file, its money, its history; then no more."""

from collections.abc import Awaitable, Callable
from contextlib import suppress

import pytest

from bootstrap import Service
from domain.cooperations.commands.lifecycle import SettleAbandonment
from domain.cooperations.events.lifecycle import AbandonmentRequested, AbandonmentSettled
from domain.cooperations.events.told import FundingAsked
from domain.kernel.values import Role, Settlement
from projections.runner import Runner
from queries.as_of import Then
from queries.cooperation import cooperation_in_full
from queries.forms.about import about
from queries.funding import funding_in_full
from queries.history import history_of
from queries.offers import offers_on
from queries.refused import Failure
from queries.tasks import count_tasks, list_tasks
from queries.visit import Visit, introduced
from tests.projections.asking import asks
from tests.projections.making import ANNA, CLEO, ORGANISATION, REASON, Writer

LEFT, CALM, THERE = "left", "calm", "there"
"""To be abandoned; going on; to be abandoned elsewhere."""


@pytest.fixture(autouse=True)
async def told(writer: Writer, runner: Runner) -> None:
    """Cleo is of the steering committee of Occitanie, which settles abandonments."""
    await writer.found((ANNA, Role.PROGRAMME_MANAGER, None), (CLEO, Role.STEERING_COMMITTEE, "occitanie"))
    for name in (LEFT, CALM):
        await writer.open(name, FundingAsked(funding=name, instrument="grant"))
        await writer.record(f"funding:{name}", asks(cooperation=name))
    await writer.open(THERE, AbandonmentRequested(reason=REASON), region="grand-est")
    await runner.catch_up(ORGANISATION)


async def _reads(visit: Visit, name: str) -> set[str]:
    """What of a cooperation they are shown."""
    asked: dict[str, Callable[[], Awaitable[object]]] = {
        "file": lambda: cooperation_in_full(visit, name, Then()),
        "history": lambda: history_of(visit, name, Then()),
        "money": lambda: funding_in_full(visit, name, Then()),
        "history of money": lambda: history_of(visit, f"funding:{name}", Then()),
        "form": lambda: about(visit, SettleAbandonment, {"cooperation": [name]}),
    }
    found = set()
    for what, ask in asked.items():
        with suppress(Failure):
            await ask()
            found.add(what)
    return found


ALL = {"file", "history", "money", "history of money", "form"}


async def test_while_an_abandonment_waits_for_a_committee_its_members_read_the_file(
    service: Service, writer: Writer, runner: Runner
) -> None:
    """Of their region alone; lists tell the sheet as before, but that of tasks."""

    async def cleo() -> Visit:
        return await introduced(service, ORGANISATION, CLEO)

    async def listed() -> tuple[list[str], list[str], list[bool]]:
        visit, models = await cleo(), service.read_models
        tasks = await list_tasks(visit)
        assert len(tasks.rows) == await count_tasks(visit)
        lines = (await models.portfolio(ORGANISATION, visit.scope)).rows
        money = (await models.fundings(ORGANISATION, visit.scope)).rows
        assert not money
        return [one.file for one in tasks.rows], [one.file for one in lines], [one.whole for one in lines]

    assert await listed() == ([], [CALM, LEFT], [False, False])
    assert [await _reads(await cleo(), one) for one in (LEFT, CALM, THERE)] == [set()] * 3
    await writer.record(f"cooperation:{LEFT}", AbandonmentRequested(reason=REASON))
    await runner.catch_up(ORGANISATION)
    assert await listed() == ([LEFT], [CALM, LEFT], [False, False])
    assert [await _reads(await cleo(), one) for one in (LEFT, CALM, THERE)] == [ALL, set(), set()]
    offers = {one.command: one.state for one in await offers_on(await cleo(), LEFT)}
    assert offers["SettleAbandonment"] == "possible"
    await writer.record(
        f"cooperation:{LEFT}", AbandonmentSettled(settlement=Settlement.REFUSED, reason=REASON)
    )
    await runner.catch_up(ORGANISATION)
    assert await listed() == ([], [CALM, LEFT], [False, False])
    assert await _reads(await cleo(), LEFT) == set()
