"""The runner: rows and checkpoint together; what cannot be folded stops one read model, visibly."""

import asyncio
from collections.abc import AsyncIterator, Sequence
from dataclasses import replace
from datetime import UTC, datetime, timedelta
from typing import Any

import asyncpg
import pytest

from application.rulebooks.shelf import YamlRulebooks
from domain.cooperations.events.record import ContactRecorded
from domain.kernel.ledger import LedgerUnavailable
from domain.kernel.moments import PARIS
from domain.kernel.values import ContactKind
from domain.registry.codec import decode_all
from eventstore.pool import Connection
from eventstore.postgres import PostgresLedger
from projections import folder
from projections import runner as running
from projections import writer as writing
from projections.agenda import AgendaFilter
from projections.catalogue import READ_MODELS
from projections.folder import Folder
from projections.model import Batch, Change, ReadModel
from projections.portfolio import PORTFOLIO
from projections.read import ReadModels
from projections.runner import Runner
from projections.tasks import TaskFilter
from projections.writer import advance
from tests.projections.dump import dump
from tests.projections.making import NOW, ORGANISATION, Writer
from tests.support.postgres import Database
from tests.support.scopes import EVERYTHING
from tests.support.waiting import LONG_ENOUGH

CONTACT = ContactRecorded(kind=ContactKind.PHONE, stakeholders=(), note=None)


def stumbling(model: ReadModel, position: int) -> ReadModel:
    """The read model, but unable to fold the event at ``position``."""

    def changes(batch: Batch) -> Sequence[Change]:
        if any(one.position == position for one in batch.events):
            raise ValueError("this event is too much for it")
        return model.changes(batch)

    return replace(model, changes=changes)


def with_stumbling(name: str, position: int) -> list[ReadModel]:
    """All read models, one of them stumbling."""
    return [stumbling(model, position) if model.name == name else model for model in READ_MODELS]


async def test_an_event_that_one_read_model_cannot_fold_stops_that_one_only(
    writer: Writer,
    pool: asyncpg.Pool,
    ledger: PostgresLedger,
    rulebooks: YamlRulebooks,
    read_models: ReadModels,
) -> None:
    """It stands right before the event and says why; the others go on to the end."""
    await writer.found()
    for number in range(10):
        await writer.open(f"file-{number}")
    fatal = await writer.open("fatal")
    head = await writer.open("after")
    await Runner(pool, ledger, rulebooks, with_stumbling("agenda", fatal)).catch_up(ORGANISATION)
    checkpoints = {one.model: one for one in await read_models.progress(ORGANISATION)}
    stopped = checkpoints.pop("agenda")
    assert (stopped.position, stopped.stopped_at) == (fatal - 1, fatal)
    assert stopped.error == "ValueError: this event is too much for it"
    assert stopped.stopped_since is not None
    assert {(one.position, one.stopped_at) for one in checkpoints.values()} == {(head, None)}
    far = AgendaFilter(datetime(2030, 1, 1, tzinfo=UTC))
    agenda = await read_models.agenda(ORGANISATION, EVERYTHING, far)
    assert {line.file for line in agenda.rows} == {f"file-{number}" for number in range(10)}
    assert len((await read_models.portfolio(ORGANISATION, EVERYTHING)).rows) == 12


async def test_rows_that_the_database_refuses_stop_that_read_model_only(
    writer: Writer,
    pool: asyncpg.Pool,
    ledger: PostgresLedger,
    rulebooks: YamlRulebooks,
    read_models: ReadModels,
) -> None:
    """A row twice: found out when writing, after the rows of all read models were made."""
    await writer.found()
    fatal = await writer.open("bafapatabor")
    head = await writer.open("citees")

    def twice(batch: Batch) -> Sequence[Change]:
        return [replace(change, rows=[*change.rows] * 2) for change in PORTFOLIO.changes(batch)]

    models = [replace(one, changes=twice) if one is PORTFOLIO else one for one in READ_MODELS]
    await Runner(pool, ledger, rulebooks, models).catch_up(ORGANISATION)
    found = {one.model: (one.position, one.stopped_at) for one in await read_models.progress(ORGANISATION)}
    assert found.pop("portfolio") == (fatal - 1, fatal)
    assert set(found.values()) == {(head, None)}


async def test_a_page_may_end_within_the_opening_of_a_file(
    writer: Writer, runner: Runner, read_models: ReadModels, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Page by page of one event, the rows are those of one page."""
    monkeypatch.setattr(running, "PAGE", 1)
    await writer.found()
    await writer.open("bafapatabor", CONTACT)
    await runner.catch_up(ORGANISATION)
    assert len((await read_models.portfolio(ORGANISATION, EVERYTHING)).rows) == 1
    assert len(await read_models.timeline(ORGANISATION, "bafapatabor", PARIS)) == 3


async def test_a_state_that_cannot_be_folded_leaves_the_timeline_going(
    writer: Writer, runner: Runner, read_models: ReadModels
) -> None:
    """A file that does not begin with its opening stops whatever needs its state."""
    await writer.found()
    fatal = await writer.record("cooperation:headless", CONTACT)
    head = await writer.open("after")
    await runner.catch_up(ORGANISATION)
    found = {one.model: (one.position, one.stopped_at) for one in await read_models.progress(ORGANISATION)}
    assert found.pop("timeline") == (head, None)
    assert set(found.values()) == {(fatal - 1, fatal)}


async def test_a_stopped_read_model_goes_on_once_it_can(
    writer: Writer,
    pool: asyncpg.Pool,
    ledger: PostgresLedger,
    rulebooks: YamlRulebooks,
    runner: Runner,
    read_models: ReadModels,
    database: Database,
) -> None:
    """A repaired program tries again when it starts, and ends with the rows of one that never stopped."""
    await writer.found()
    fatal = await writer.open("bafapatabor")
    await writer.open("citees")
    await Runner(pool, ledger, rulebooks, with_stumbling("tasks", fatal)).catch_up(ORGANISATION)
    await runner.catch_up(ORGANISATION)
    assert (await read_models.wait_for(ORGANISATION, fatal)).stopped == ("tasks",)
    await runner.retry_stopped()
    await runner.catch_up(ORGANISATION)
    assert (await read_models.wait_for(ORGANISATION, fatal)).stopped == ()
    tasks = await read_models.tasks(ORGANISATION, EVERYTHING, TaskFilter(NOW + timedelta(days=1)))
    assert {task.file for task in tasks.rows} == {"bafapatabor", "citees"}


async def test_rows_and_checkpoint_move_together(
    writer: Writer,
    runner: Runner,
    read_models: ReadModels,
    monkeypatch: pytest.MonkeyPatch,
    database: Database,
) -> None:
    """The connection is killed after the rows were written, before the end: neither rows nor checkpoint remain."""
    await writer.found()
    await runner.catch_up(ORGANISATION)
    before = await dump(database)
    await writer.open("bafapatabor")

    async def write_and_die(connection: Connection, *arguments: Any) -> None:
        await really_write(connection, *arguments)
        [own] = await connection.fetch("SELECT pg_backend_pid() AS pid")
        killer = await asyncpg.connect(database.superuser_dsn)
        await killer.execute("SELECT pg_terminate_backend($1)", own["pid"])
        await killer.close()

    really_write = writing.write
    with monkeypatch.context() as patch:
        patch.setattr(writing, "write", write_and_die)
        with pytest.raises(LedgerUnavailable):
            await runner.catch_up(ORGANISATION)
    assert await dump(database) == before
    await runner.catch_up(ORGANISATION)
    [line] = (await read_models.portfolio(ORGANISATION, EVERYTHING)).rows
    assert line.file == "bafapatabor"


async def test_two_runners_do_the_work_once(
    writer: Writer,
    pool: asyncpg.Pool,
    ledger: PostgresLedger,
    rulebooks: YamlRulebooks,
    read_models: ReadModels,
) -> None:
    """They meet on every event; each row is there once and all checkpoints stand at the end."""
    await writer.found()
    runners = [Runner(pool, ledger, rulebooks) for _ in range(2)]
    for number in range(10):
        head = await writer.open(f"file-{number}")
        await asyncio.gather(*(each.catch_up(ORGANISATION) for each in runners))
    assert {one.position for one in await read_models.progress(ORGANISATION)} == {head}
    assert all(one.stopped_at is None for one in await read_models.progress(ORGANISATION))
    assert len(await read_models.timeline(ORGANISATION, "file-3", PARIS)) == 2


async def test_a_runner_that_comes_too_late_changes_nothing(
    writer: Writer,
    pool: asyncpg.Pool,
    ledger: PostgresLedger,
    rulebooks: YamlRulebooks,
    runner: Runner,
    database: Database,
) -> None:
    """It folded the opening, was held up, and writes after another one has gone on to a contact."""
    await writer.found()
    await runner.catch_up(ORGANISATION)
    after = await writer.open("bafapatabor") - 2
    events = decode_all(await ledger.read(ORGANISATION, after, 2))
    late = await Folder(ORGANISATION, ledger, rulebooks).fold(events)
    await writer.record("cooperation:bafapatabor", CONTACT)
    await runner.catch_up(ORGANISATION)
    before = await dump(database)
    await advance(pool, after, late, {"portfolio": PORTFOLIO.changes(late)}, bytes(32))
    assert await dump(database) == before


async def test_forgotten_states_are_folded_again_from_the_ledger(
    writer: Writer, runner: Runner, read_models: ReadModels, monkeypatch: pytest.MonkeyPatch
) -> None:
    """With room for one state only, files that take turns still end with all their events."""
    monkeypatch.setattr(folder, "KEPT_STATES", 1)
    await writer.found()
    for file in ("one", "two"):
        await writer.open(file)
    for number in range(3):
        for file in ("one", "two"):
            await writer.record(f"cooperation:{file}", CONTACT, effective_at=f"2026-02-0{number + 1}")
            await runner.catch_up(ORGANISATION)
    lines = (await read_models.portfolio(ORGANISATION, EVERYTHING)).rows
    assert [line.last_contact_at for line in lines] == ["2026-02-03", "2026-02-03"]


async def test_a_ledger_shorter_than_its_read_models_stops_them(
    writer: Writer, runner: Runner, read_models: ReadModels, database: Database
) -> None:
    """A ledger restored from an older copy: nothing is folded onto rows from a lost future."""
    head = await writer.found()
    await runner.catch_up(ORGANISATION)
    owner = await asyncpg.connect(database.superuser_dsn)
    await owner.execute("UPDATE read_models.checkpoints SET position = position + 5")
    await owner.close()
    await runner.catch_up(ORGANISATION)
    assert {one.stopped_at for one in await read_models.progress(ORGANISATION)} == {head}


async def test_a_ledger_that_grew_past_them_on_another_history_stops_them_too(
    writer: Writer, runner: Runner, read_models: ReadModels, database: Database
) -> None:
    """The hash tells that what was folded is not what the ledger holds; its position alone does not."""
    head = await writer.found()
    await runner.catch_up(ORGANISATION)
    owner = await asyncpg.connect(database.superuser_dsn)
    await owner.execute("UPDATE read_models.checkpoints SET hash = sha256('another')")
    await owner.close()
    await writer.open("bafapatabor")
    await runner.catch_up(ORGANISATION)
    found = await read_models.progress(ORGANISATION)
    assert {(one.position, one.borne_out, one.stopped_at is None) for one in found} == {(head, False, False)}


async def test_the_runner_follows_hints_until_it_is_stopped(
    writer: Writer, runner: Runner, read_models: ReadModels
) -> None:
    """Each hint makes it look at the ledgers; stopping ends it though no hint comes."""
    await writer.found()
    looks: asyncio.Queue[None] = asyncio.Queue()
    stop = asyncio.Event()

    async def hints() -> AsyncIterator[None]:
        while True:
            await looks.get()
            yield

    following = asyncio.create_task(runner.run(stop, hints()))
    head = await writer.open("bafapatabor")
    looks.put_nowait(None)
    assert (await read_models.wait_for(ORGANISATION, head, timeout=LONG_ENOUGH)).reached
    stop.set()
    await asyncio.wait_for(following, timeout=LONG_ENOUGH)


async def test_a_reader_sees_what_he_has_written_or_how_old_it_is(
    writer: Writer, runner: Runner, read_models: ReadModels
) -> None:
    """Waiting ends as soon as the position is folded; else it says how far the read models are."""
    await writer.found()
    await runner.catch_up(ORGANISATION)
    late = NOW + timedelta(days=1)
    position = await writer.open("bafapatabor", recorded_at=late)
    old = await read_models.wait_for(ORGANISATION, position, timeout=0.05)
    assert (old.reached, old.position, old.behind, old.as_of) == (False, position - 2, 2, NOW)
    waiting = read_models.wait_for(ORGANISATION, position, timeout=LONG_ENOUGH)
    fresh, _ = await asyncio.gather(waiting, runner.catch_up(ORGANISATION))
    assert (fresh.reached, fresh.position, fresh.behind, fresh.as_of) == (True, position, 0, late)
