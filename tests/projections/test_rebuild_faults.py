"""Rebuilding: what interrupts it, or stands in its way, does no harm."""

from collections.abc import Sequence
from dataclasses import replace
from datetime import timedelta

import asyncpg
import pytest

from application.rulebooks.shelf import YamlRulebooks
from domain.kernel.ledger import BrokenChain, LedgerUnavailable
from eventstore.pool import open_pool
from eventstore.postgres import PostgresLedger
from projections.agenda import AgendaFilter
from projections.catalogue import READ_MODELS
from projections.model import Batch, Change, ReadModel
from projections.read import ReadModels
from projections.rebuild import ChainDoesNotHold, RebuildUnderWay, rebuild
from projections.runner import Runner
from stack.ports import chosen_port
from tests.projections.dump import dump
from tests.projections.living import FILES, lived, some_life
from tests.projections.making import NOW, ORGANISATION, Writer
from tests.support.postgres import Database
from tests.support.scopes import EVERYTHING


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
    assert "spoilt" not in {
        line.name for line in (await read_models.portfolio(ORGANISATION, EVERYTHING)).rows
    }
    until = NOW + timedelta(days=2000)
    assert {
        line.name_fr
        for line in (await read_models.agenda(ORGANISATION, EVERYTHING, AgendaFilter(until))).rows
    } == {"spoilt"}


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
