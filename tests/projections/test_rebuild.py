"""Rebuilding: identical rows, while the service runs; what interrupts it does no harm."""

import asyncio
import json
from collections.abc import AsyncIterator, Sequence
from dataclasses import replace
from datetime import timedelta

import asyncpg
import pytest

from application.rulebooks import YamlRulebooks
from domain.events import ContactRecorded, RoleRevoked, StakeholderAdded
from domain.ledger import BrokenChain, LedgerUnavailable
from domain.values import ContactKind, Role, Term
from eventstore.pool import open_pool
from eventstore.postgres import PostgresLedger
from projections import rebuild as rebuilding
from projections import share
from projections.catalogue import READ_MODELS
from projections.helpers import Helpers
from projections.model import Batch, Change, ReadModel
from projections.read import ReadModels
from projections.rebuild import ChainDoesNotHold, RebuildUnderWay, rebuild
from projections.runner import Runner
from stack.ports import chosen_port
from tests.projections.dump import dump
from tests.projections.making import CLEO, NOW, ORGANISATION, REASON, Writer
from tests.support.eventually import eventually
from tests.support.postgres import Database

FILES = 12


@pytest.fixture
async def superuser(database: Database) -> AsyncIterator[asyncpg.Connection]:
    """A connection that may do anything."""
    connection = await asyncpg.connect(database.superuser_dsn)
    yield connection
    await connection.close()


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


async def some_life(writer: Writer, number: int, files: int = FILES) -> None:
    """One more thing happens in one of the files, which are opened as they come."""
    name = f"file-{number % files:02}"
    if number < files:
        await writer.open(name, recorded_at=NOW + timedelta(minutes=number))
        return
    happened = (
        ContactRecorded(kind=ContactKind.PHONE, stakeholders=(), note=REASON)
        if number % 2
        else StakeholderAdded(
            stakeholder=f"partner-{number}",
            name="Association",
            sector="association",
            role="Animation",
            term=Term(),
            carries_the_money=False,
        )
    )
    await writer.record(f"cooperation:{name}", happened, recorded_at=NOW + timedelta(minutes=number))


async def lived(writer: Writer, things: int) -> None:
    """An organisation in which so many things have happened."""
    await writer.found((CLEO, Role.BOARD, None), (CLEO, Role.JURY, None))
    await writer.record("organisation", RoleRevoked(grant="grant-0", reason=REASON))
    for number in range(things):
        await some_life(writer, number)


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
    helpers = Helpers(database.service_dsn, rulebooks, processes=2, from_events=1)
    rebuilt = await rebuild(
        pool, ledger, rulebooks, lambda _name, done, total: told.append((done, total)), helpers=helpers
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


async def test_a_rebuild_that_is_cut_off_leaves_everything_as_it_was(
    writer: Writer,
    runner: Runner,
    pool: asyncpg.Pool,
    ledger: PostgresLedger,
    rulebooks: YamlRulebooks,
    database: Database,
) -> None:
    """Cancelled with half the shadow filled: the old rows stay, and the next rebuild succeeds."""
    await lived(writer, 3 * FILES)
    await runner.catch_up(ORGANISATION)
    followed = await dump(database)

    def cut_off(_organisation: str, _done: int, _total: int) -> None:
        raise KeyboardInterrupt

    with pytest.raises(KeyboardInterrupt):
        await rebuild(pool, ledger, rulebooks, cut_off)
    assert await dump(database) == followed
    await rebuild(pool, ledger, rulebooks)
    assert await dump(database) == followed


async def test_one_rebuild_at_a_time(
    writer: Writer, pool: asyncpg.Pool, ledger: PostgresLedger, rulebooks: YamlRulebooks
) -> None:
    """A second one is refused while the first runs, and allowed afterwards."""
    await lived(writer, FILES)
    refused: list[str] = []

    class Intruding(PostgresLedger):
        async def organisations(self) -> Sequence[str]:
            with pytest.raises(RebuildUnderWay):
                await rebuild(pool, ledger, rulebooks)
            refused.append("yes")
            return await super().organisations()

    await rebuild(pool, Intruding(pool), rulebooks)
    assert refused
    await rebuild(pool, ledger, rulebooks)


async def test_a_database_out_of_reach_is_said_to_be(
    pool: asyncpg.Pool, ledger: PostgresLedger, rulebooks: YamlRulebooks, superuser: asyncpg.Connection
) -> None:
    """Away from the start, and gone in the middle."""
    away = await open_pool(f"postgresql://nobody@127.0.0.1:{chosen_port(0)}/nothing")
    with pytest.raises(LedgerUnavailable):
        await rebuild(away, PostgresLedger(away), rulebooks)

    class Cut(PostgresLedger):
        async def organisations(self) -> Sequence[str]:
            await superuser.execute(
                "SELECT pg_terminate_backend(pid) FROM pg_stat_activity WHERE usename = 'escale_service'"
            )
            return ()

    with pytest.raises(LedgerUnavailable):
        await rebuild(pool, Cut(pool), rulebooks)


async def test_nothing_is_built_on_a_ledger_that_was_tampered_with(
    writer: Writer,
    runner: Runner,
    pool: asyncpg.Pool,
    ledger: PostgresLedger,
    rulebooks: YamlRulebooks,
    database: Database,
    superuser: asyncpg.Connection,
) -> None:
    """A changed name breaks the chain there: the rebuild says where and the old rows stay."""
    await lived(writer, FILES)
    await runner.catch_up(ORGANISATION)
    followed = await dump(database)
    await superuser.execute("ALTER TABLE ledger.events DISABLE TRIGGER ALL")
    await superuser.execute(
        "UPDATE ledger.events SET body = convert_to(replace(convert_from(body, 'UTF8'), 'Toulouse', 'Blagnac'), 'UTF8')"
        " WHERE position = 8"
    )
    with pytest.raises(ChainDoesNotHold) as caught:
        await rebuild(pool, ledger, rulebooks)
    assert caught.value.broken == BrokenChain(8, "hash_differs")
    assert await dump(database) == followed


async def test_a_missing_event_is_named(
    writer: Writer,
    pool: asyncpg.Pool,
    ledger: PostgresLedger,
    rulebooks: YamlRulebooks,
    superuser: asyncpg.Connection,
) -> None:
    """Somebody took the last entry away."""
    await lived(writer, FILES)
    head = (await ledger.head(ORGANISATION)).position
    await superuser.execute("ALTER TABLE ledger.events DISABLE TRIGGER ALL")
    await superuser.execute("DELETE FROM ledger.events WHERE position = $1", head)
    with pytest.raises(ChainDoesNotHold) as caught:
        await rebuild(pool, ledger, rulebooks)
    assert caught.value.broken == BrokenChain(head, "position_missing")


async def test_a_read_model_that_cannot_be_rebuilt_stays_as_it_was(
    writer: Writer,
    runner: Runner,
    pool: asyncpg.Pool,
    ledger: PostgresLedger,
    rulebooks: YamlRulebooks,
    read_models: ReadModels,
    superuser: asyncpg.Connection,
) -> None:
    """The others are rebuilt: rows that somebody had spoilt are mended there, and only there."""
    await lived(writer, FILES)
    await runner.catch_up(ORGANISATION)
    await superuser.execute("UPDATE read_models.portfolio SET name = 'spoilt'")
    await superuser.execute("UPDATE read_models.agenda SET name_fr = 'spoilt'")

    def unable(_batch: Batch) -> Sequence[Change]:
        raise ValueError("not today")

    models: list[ReadModel] = [
        replace(model, changes=unable) if model.name == "agenda" else model for model in READ_MODELS
    ]
    rebuilt = await rebuild(pool, ledger, rulebooks, models=models)
    assert rebuilt.failed == {"agenda": "ValueError: not today"}
    assert "spoilt" not in {line.name for line in await read_models.portfolio(ORGANISATION)}
    until = NOW + timedelta(days=2000)
    assert {line.name_fr for line in await read_models.agenda(ORGANISATION, until)} == {"spoilt"}


async def test_a_rebuild_mends_what_had_stopped(
    writer: Writer,
    runner: Runner,
    pool: asyncpg.Pool,
    ledger: PostgresLedger,
    rulebooks: YamlRulebooks,
    read_models: ReadModels,
    superuser: asyncpg.Connection,
) -> None:
    """Read models that were ahead of a restored ledger stand at its end afterwards and go on."""
    await lived(writer, FILES)
    await runner.catch_up(ORGANISATION)
    await superuser.execute("UPDATE read_models.checkpoints SET position = position + 5")
    await runner.catch_up(ORGANISATION)
    await rebuild(pool, ledger, rulebooks)
    await some_life(writer, FILES)
    head = (await ledger.head(ORGANISATION)).position
    await runner.catch_up(ORGANISATION)
    found = await read_models.progress(ORGANISATION)
    assert {(one.position, one.stopped_at) for one in found} == {(head, None)}


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

    await eventually(waits, every=0.01)
    assert len(await read_models.portfolio(ORGANISATION)) == FILES
    assert not swapping.done()
    await reading.rollback()
    await swapping
    assert len(await read_models.portfolio(ORGANISATION)) == FILES


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
