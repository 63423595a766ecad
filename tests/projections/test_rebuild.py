"""Rebuilding: identical rows, while the service runs; what interrupts it does no harm."""

import asyncio
import json

import asyncpg
import pytest

from application.rulebooks.shelf import YamlRulebooks
from eventstore.postgres import PostgresLedger
from projections import partition as share
from projections import rebuild as rebuilding
from projections.read import ReadModels
from projections.rebuild import rebuild
from projections.rebuild_processes import RebuildProcesses
from projections.runner import Runner
from tests.projections.dump import dump
from tests.projections.living import FILES, lived, some_life
from tests.projections.making import ORGANISATION, Writer
from tests.support.postgres import Database
from tests.support.scopes import EVERYTHING
from tests.support.waiting import wait_until


@pytest.fixture
def small_pages(monkeypatch: pytest.MonkeyPatch) -> None:
    """Even a small ledger is read in many pages and shares."""
    monkeypatch.setattr(share, "PAGE", 7)
    monkeypatch.setattr(share, "SLICE", 2)
    monkeypatch.setattr(rebuilding, "_SHARE", 10)


@pytest.fixture(params=[1, 2, 3, 4, 8, 32])
def page_size(request: pytest.FixtureRequest, monkeypatch: pytest.MonkeyPatch) -> None:
    """Pages of one size after the other."""
    monkeypatch.setattr(share, "PAGE", request.param)
    monkeypatch.setattr(share, "SLICE", 2)


@pytest.mark.usefixtures("small_pages")
async def test_a_rebuild_gives_identical_rows_while_a_writer_goes_on(
    writer: Writer,
    runner: Runner,
    pool: asyncpg.Pool,
    ledger: PostgresLedger,
    rulebooks: YamlRulebooks,
    read_models: ReadModels,
    database: Database,
) -> None:
    """Rebuilt thrice under a writer and a runner, then once at rest: the rows are those of the runner alone.

    Meanwhile no read model ever goes back: who has seen something goes on seeing it.
    """
    await lived(writer, 3 * FILES)
    stop = asyncio.Event()
    written = 3 * FILES

    async def write() -> None:
        nonlocal written
        while not stop.is_set():
            await some_life(writer, written)
            written += 1

    async def follow() -> None:
        while not stop.is_set():
            await runner.catch_up(ORGANISATION)

    async def watch() -> None:
        seen: dict[str, int] = {}
        while not stop.is_set():
            for one in await read_models.progress(ORGANISATION):
                assert one.position >= seen.get(one.model, 0)
                seen[one.model] = one.position

    others = [asyncio.create_task(one()) for one in (write, follow, watch)]
    for _ in range(3):
        before = written
        await rebuild(pool, ledger, rulebooks)
        assert written > before
    stop.set()
    await asyncio.gather(*others)
    await runner.catch_up(ORGANISATION)
    followed = await dump(database)
    await rebuild(pool, ledger, rulebooks)
    assert await dump(database) == followed
    assert len(followed["timeline"]) == written + FILES
    assert len(followed["portfolio"]) == FILES


@pytest.mark.usefixtures("small_pages")
async def test_helpers_give_the_rows_that_one_process_gives(
    writer: Writer,
    runner: Runner,
    pool: asyncpg.Pool,
    ledger: PostgresLedger,
    rulebooks: YamlRulebooks,
    database: Database,
) -> None:
    """A ledger cut into shares for two processes; progress is told up to its end."""
    await lived(writer, 3 * FILES)
    await runner.catch_up(ORGANISATION)
    followed = await dump(database)
    told: list[tuple[int, int]] = []
    processes = RebuildProcesses(database.service_dsn, rulebooks, processes=2, from_events=1)
    rebuilt = await rebuild(
        pool, ledger, rulebooks, lambda _name, done, total: told.append((done, total)), in_processes=processes
    )
    head = (await ledger.head(ORGANISATION)).position
    assert rebuilt.events == head
    assert len(told) > 1
    assert told[-1] == (head, head)
    assert await dump(database) == followed


@pytest.mark.usefixtures("page_size")
async def test_the_size_of_pages_changes_nothing(
    writer: Writer,
    runner: Runner,
    pool: asyncpg.Pool,
    ledger: PostgresLedger,
    rulebooks: YamlRulebooks,
    database: Database,
) -> None:
    """32 events: pages that end with the ledger, within a file, between two files, after each event."""
    await lived(writer, FILES)
    assert (await ledger.head(ORGANISATION)).position == 31
    await some_life(writer, FILES)
    await runner.catch_up(ORGANISATION)
    followed = await dump(database)
    await rebuild(pool, ledger, rulebooks)
    assert await dump(database) == followed


async def test_the_swap_waits_for_readers_without_standing_in_their_way(
    writer: Writer,
    runner: Runner,
    pool: asyncpg.Pool,
    ledger: PostgresLedger,
    rulebooks: YamlRulebooks,
    read_models: ReadModels,
    superuser: asyncpg.Connection,
) -> None:
    """A long reading transaction holds the old table: others go on reading, and the swap comes after it."""
    await lived(writer, FILES)
    await runner.catch_up(ORGANISATION)
    reading = superuser.transaction()
    await reading.start()
    await superuser.execute("SELECT FROM read_models.portfolio")
    swapping = asyncio.create_task(rebuild(pool, ledger, rulebooks))

    async def waits() -> bool:
        rows = await pool.fetch(
            "SELECT FROM pg_locks AS l WHERE NOT l.granted AND l.relation = 'read_models.portfolio'::regclass"
        )
        return bool(rows)

    await wait_until(waits, "waits")
    assert len((await read_models.portfolio(ORGANISATION, EVERYTHING)).rows) == FILES
    assert not swapping.done()
    await reading.rollback()
    await swapping
    assert len((await read_models.portfolio(ORGANISATION, EVERYTHING)).rows) == FILES


async def test_the_service_may_not_make_or_drop_tables(pool: asyncpg.Pool) -> None:
    """It asks for a rebuild; the owner's functions do no more than that."""
    for statement in (
        "CREATE TABLE read_models.mine ()",
        "CREATE TABLE read_models_shadow.mine ()",
        "DROP TABLE read_models.portfolio",
        "TRUNCATE read_models.portfolio",
    ):
        with pytest.raises(asyncpg.InsufficientPrivilegeError):
            await pool.execute(statement)
    with pytest.raises(asyncpg.UndefinedTableError):
        await pool.execute("SELECT read_models.begin_rebuild(ARRAY['../ledger.events'])")


async def test_read_models_hold_no_name_address_or_private_text(
    writer: Writer, runner: Runner, database: Database
) -> None:
    """Persons are ids; names, addresses and notes are places in the vault."""
    await lived(writer, 3 * FILES)
    await runner.catch_up(ORGANISATION)
    rows = json.dumps(await dump(database), default=str, ensure_ascii=False)
    assert "p-00000000000a" in rows
    for private in ("Anna", "Basile", "example.org", "Une raison"):
        assert private not in rows
