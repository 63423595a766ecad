"""What Temporal's lists show of a file: where it stands, what it waits for, what is in trouble; codes and days only."""

from collections.abc import Sequence
from datetime import UTC, date, datetime
from typing import Any

import pytest
from temporalio.api.enums.v1 import EventType

from application.ports import ShownLife
from domain.kernel.values import Phase
from search_attributes import SEARCH_ATTRIBUTES
from tests.support.waiting import wait_until
from tests.workflows.world import ORGANISATION, FakeFile, World, world

UPSERTED = EventType.EVENT_TYPE_UPSERT_WORKFLOW_SEARCH_ATTRIBUTES


async def shown(here: World) -> dict[str, Any]:
    """What the workflow shows now, by the names that Temporal's lists have for it."""
    pairs = (await here.handle.describe()).typed_search_attributes.search_attributes
    return {one.key.name: one.value for one in pairs if one.key.name in SEARCH_ATTRIBUTES}


async def upserts(here: World) -> int:
    """How often it showed something."""
    return [one.event_type async for one in here.handle.fetch_history_events()].count(UPSERTED)


@pytest.mark.parametrize(
    ("file", "kind", "phase"),
    [
        (FakeFile(), "cooperation", "exploration"),
        (FakeFile(key="review:shown", phase=None, step="opinions"), "review", "opinions"),
        (FakeFile(key="funding:shown", phase=None, step="decision"), "funding", "decision"),
    ],
)
async def test_it_shows_where_a_file_stands(
    temporal_server: str, file: FakeFile, kind: str, phase: str
) -> None:
    """Whose file it is, of which kind and programme, its phase or step, what is awaited and until when."""
    async with world(temporal_server, file) as here:
        await here.catch_up()
        assert await shown(here) == {
            "EscaleOrganisation": ORGANISATION,
            "EscaleKind": kind,
            "EscaleProgramme": "tec",
            "EscalePhase": phase,
            "EscaleStatus": "active",
            "EscaleAwaits": "report",
            "EscaleDue": datetime(2028, 7, 3, tzinfo=UTC),
            "EscaleSeen": 1,
        }


async def test_it_shows_what_changed_and_nothing_again(temporal_server: str) -> None:
    """A turn that found nothing new costs no event of its history, and a new run remembers what the last one showed."""
    async with world(temporal_server, FakeFile()) as here:
        await here.catch_up()
        await here.catch_up()
        assert await upserts(here) == 1
        here.file.position, here.file.status = 4, "paused"
        await here.catch_up()
        now = await shown(here)
        assert (now["EscaleSeen"], now["EscaleStatus"], await upserts(here)) == (4, "paused", 2)
        run = await here.run_id()
        here.file.phase, here.file.pass_number, here.file.position = Phase.DIAGNOSIS, 2, 5
        await here.catch_up()
        await here.new_run_after(run)
        await here.catch_up()
        assert (await shown(here))["EscalePhase"] == "diagnosis"
        assert await upserts(here) == 0


async def test_trouble_is_shown_as_long_as_it_lasts(temporal_server: str) -> None:
    """Operators find by it who does not go on."""
    async with world(temporal_server, FakeFile(position=9)) as here:
        await here.catch_up()
        here.file.position = 4
        await here.failure()
        assert (await shown(here))["EscaleTrouble"] == "LedgerBehind"
        here.file.position = 9
        await here.catch_up()
        assert "EscaleTrouble" not in await shown(here)


async def test_operators_find_what_is_in_trouble_and_what_is_due(temporal_server: str) -> None:
    """By Temporal's list, which follows within seconds; of this organisation, and nobody else's."""
    async with world(temporal_server, FakeFile(position=9)) as here:
        await here.catch_up()
        here.file.position = 4
        await here.failure()

        async def is_listed() -> bool:
            return bool(mine(here, await here.lifecycles.in_trouble(ORGANISATION)))

        await wait_until(is_listed, "is listed")
        [found] = mine(here, await here.lifecycles.in_trouble(ORGANISATION))
        assert found == ShownLife(here.file.key, "exploration", "report", date(2028, 7, 3), "LedgerBehind")
        soon, later = datetime(2028, 7, 3, tzinfo=UTC), datetime(2028, 7, 4, tzinfo=UTC)
        assert not mine(here, await here.lifecycles.due_before(ORGANISATION, soon))
        assert mine(here, await here.lifecycles.due_before(ORGANISATION, later)) == [found]
        assert await here.lifecycles.in_trouble("fond") == []


def mine(here: World, found: Sequence[ShownLife]) -> list[ShownLife]:
    """Those of this test's file."""
    return [one for one in found if one.file == here.file.key]


async def test_a_fault_in_the_first_turn_is_shown_too(temporal_server: str) -> None:
    """Nothing is known yet of where the file stands."""
    async with world(temporal_server, FakeFile(error=ZeroDivisionError())) as here:
        await here.failure()

        async def is_shown() -> bool:
            return (await shown(here)).get("EscaleTrouble") == "ZeroDivisionError"

        await wait_until(is_shown, "is shown")


async def test_a_server_whose_lists_do_not_know_the_attributes_stops_nobody(temporal_server: str) -> None:
    """Once they do, the next turn shows everything."""
    async with world(temporal_server, FakeFile(listed=False)) as here:
        await here.catch_up()
        assert await shown(here) == {}
        here.file.listed = True
        await here.catch_up()
        assert (await shown(here))["EscaleSeen"] == 1
