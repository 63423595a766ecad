"""Of several runners one folds a ledger, as long as it lives."""

import asyncio
from collections.abc import AsyncIterator

import asyncpg

from application.rulebooks.shelf import YamlRulebooks
from eventstore.postgres import PostgresLedger
from projections.read import ReadModels
from projections.runner import Runner
from projections.turns import Turns
from tests.projections.making import ORGANISATION, Writer
from tests.support.waiting import LONG_ENOUGH


async def test_a_turn_ends_with_the_connection_however_that_ends(
    pool: asyncpg.Pool, superuser: asyncpg.Connection
) -> None:
    """A runner that was killed keeps nobody waiting."""
    one, other = Turns(pool), Turns(pool)
    assert await one.is_mine(ORGANISATION)
    assert await one.is_mine(ORGANISATION)
    assert not await other.is_mine(ORGANISATION)
    assert await other.is_mine("autre")
    await superuser.execute(
        "SELECT pg_terminate_backend(pid, 2000) FROM pg_locks WHERE locktype = 'advisory'"
        " AND database = (SELECT oid FROM pg_database WHERE datname = current_database())"
    )
    second = Turns(pool)
    assert await second.is_mine(ORGANISATION)
    second.give_up()


async def test_of_several_runners_one_folds_and_another_goes_on_when_it_ends(
    writer: Writer,
    pool: asyncpg.Pool,
    ledger: PostgresLedger,
    rulebooks: YamlRulebooks,
    read_models: ReadModels,
) -> None:
    """Two would fold everything twice, to write it once."""
    await writer.found()
    folded: list[int] = []

    class Counting(Runner):
        """A runner of a number that notes when it folds."""

        def __init__(self, number: int) -> None:
            super().__init__(pool, ledger, rulebooks)
            self.number = number

        async def catch_up(self, organisation: str) -> None:
            folded.append(self.number)
            await super().catch_up(organisation)

    async def looks() -> AsyncIterator[None]:
        while True:
            yield
            await asyncio.sleep(0.01)

    stops = [asyncio.Event(), asyncio.Event()]
    following = [
        asyncio.create_task(Counting(number).run(stop, looks())) for number, stop in enumerate(stops)
    ]
    head = await writer.open("bafapatabor")
    assert (await read_models.wait_for(ORGANISATION, head, timeout=LONG_ENOUGH)).reached
    [first] = set(folded)
    folded.clear()
    stops[first].set()
    await following[first]
    head = await writer.open("atelier")
    assert (await read_models.wait_for(ORGANISATION, head, timeout=LONG_ENOUGH)).reached
    assert 1 - first in folded
    stops[1 - first].set()
    await following[1 - first]
