"""A ledger that goes back under a running worker: noticed, nothing done on what is lost, mended by one command."""

from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from dataclasses import replace
from datetime import UTC, datetime

import asyncpg

from application.lives.follower import NAME
from bootstrap import Service, open_service
from bootstrap_temporal import connect_temporal, ended_lives, mend_now
from config import Settings
from domain.cooperations.events.record import LessonRecorded
from domain.kernel.ids import workflow_id
from domain.kernel.ledger import LedgerKind, LedgerUnavailable
from projections.rebuild import rebuild
from tests.life.house import House, inhabited, working
from tests.life.sweeps import swept
from tests.support.postgres import PostgresForTests
from tests.support.waiting import wait_until


class Failover:
    """A database that can be put back, under the same address, to what it was, while people are connected."""

    def __init__(self, postgres: PostgresForTests, settings: Settings) -> None:
        self._postgres = postgres
        self._name = settings.database_url.get_secret_value().rpartition("/")[2]

    async def _run(self, *statements: str) -> None:
        connection = await asyncpg.connect(self._postgres.server.dsn("postgres", "postgres"))
        try:
            for one in statements:
                await connection.execute(one)
        finally:
            await connection.close()

    async def keep(self) -> None:
        """Copy it as it is."""
        await self._run(*self._alone(self._name), f"CREATE DATABASE {self._name}_kept TEMPLATE {self._name}")
        await self._run(f"ALTER DATABASE {self._name} ALLOW_CONNECTIONS true")

    async def go_back(self) -> None:
        """The copy takes its place; what was recorded since is gone."""
        moved = (
            f"ALTER DATABASE {self._name} RENAME TO {self._name}_lost",
            f"ALTER DATABASE {self._name}_kept RENAME TO {self._name}",
        )
        await self._run(*self._alone(self._name), *moved)

    @staticmethod
    def _alone(name: str) -> tuple[str, str]:
        ended = f"SELECT pg_terminate_backend(pid) FROM pg_stat_activity WHERE datname = '{name}'"  # noqa: S608
        return f"ALTER DATABASE {name} ALLOW_CONNECTIONS false", ended


@asynccontextmanager
async def visited(settings: Settings, house: House) -> AsyncIterator[House]:
    """The house through new connections and with nothing kept, as the next command of somebody."""
    async with open_service(settings) as service:
        yield replace(house, service=service)


async def at_work(house: House) -> None:
    """Wait until the worker has begun to follow: it looks at the ledger from then on."""
    store, began = house.service.follower_store, datetime.now(UTC)

    async def beats() -> bool:
        at = await store.beat(house.organisation, NAME)
        return at is not None and at > began

    await wait_until(beats, "beats")


async def _noticed(service: Service, organisation: str) -> bool:
    try:
        return bool(await service.setbacks.standing(organisation))
    except LedgerUnavailable:
        return False


async def test_a_ledger_that_loses_commits_under_a_running_worker(
    settings: Settings, postgres: PostgresForTests
) -> None:
    """Who knew more stops, who did not goes on, though the ledger has grown past; one command takes all up again."""
    failover = Failover(postgres, settings)
    async with inhabited(settings, LedgerKind.REAL) as house:
        organisation = house.organisation
        await house.open("ancien")
        async with working(settings):
            await house.followed()
        await failover.keep()
        async with working(settings):
            async with visited(settings, house) as before:
                await at_work(before)
                await before.do("RecordContact", cooperation="ancien", kind="visit")
                await before.open("perdu")
                await before.followed()
                lost = (await before.service.ledger.head(organisation)).position
            await failover.go_back()
            async with visited(settings, house) as after:
                service = after.service

                async def noticed() -> bool:
                    return await _noticed(service, organisation)

                await wait_until(noticed, "noticed")
                [setback] = await service.setbacks.standing(organisation)
                assert (setback.known_position, setback.found_position) == (lost, lost - 3)
                for title in ("un", "deux", "trois"):
                    await after.do("RecordLesson", cooperation="ancien", title=title)
                await after.open("nouveau")

                async def told() -> bool:
                    return (await service.follower_store.reasons(organisation)) == {"ancien": "LedgerBehind"}

                await wait_until(told, "told")
                client = await connect_temporal(settings)
                renewed = await mend_now(service, client, organisation, after_restore=True)
                assert (sorted(renewed.renewed), renewed.strays) == (["ancien", "perdu"], ["perdu"])
                assert (renewed.failed, await service.setbacks.standing(organisation)) == ({}, [])
                await after.followed()
                head = (await service.ledger.head(organisation)).position
                await rebuild(service.pool, service.ledger, service.rulebooks)
                found = await service.read_models.progress(organisation)
                assert {(one.position, one.borne_out, one.stopped_at) for one in found} == {
                    (head, True, None)
                }
                assert (await service.follower_store.mark(organisation, NAME))[0] == head
                assert len(await after.happened("ancien", LessonRecorded)) == 3


async def test_lives_that_somebody_ended_are_found_until_they_begin_anew(settings: Settings) -> None:
    """Terminated or cancelled in Temporal's own pages: the open file is named; a closed one has no life to miss."""
    async with inhabited(settings, LedgerKind.REAL) as house:
        for file in ("clos", "termine", "annule", "vivant"):
            await house.open(file)
        await _ended_by_hand(settings, house)


async def _ended_by_hand(settings: Settings, house: House) -> None:
    organisation = house.organisation
    async with working(settings):
        await house.followed()
        client = await connect_temporal(settings)
        await swept(client, organisation)
        for file in ("clos", "termine"):
            await client.get_workflow_handle(workflow_id(organisation, file)).terminate("by hand")
        await client.get_workflow_handle(workflow_id(organisation, "annule")).cancel()
        async with visited(settings, house) as after:

            async def found() -> bool:
                return await ended_lives(after.service, client, organisation) == ["annule", "clos", "termine"]

            await wait_until(found, "found")
            await after.hand_to_local_body("clos")
            await after.followed()
            await mend_now(after.service, client, organisation)

            async def none_left() -> bool:
                return not await ended_lives(after.service, client, organisation)

            await wait_until(none_left, "none left")
