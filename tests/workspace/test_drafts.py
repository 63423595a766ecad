"""Drafts belong to a person and a command, live thirty days, and go with the person."""

from collections.abc import AsyncIterator

import asyncpg
import pytest

from domain.kernel.ledger import LedgerKind, LedgerUnavailable
from eventstore.pool import open_pool
from eventstore.postgres import PostgresLedger
from tests.eventstore.making import NOW, ORGANISATION, command, event, secret
from tests.support.postgres import Database
from vault.store import PostgresVault
from workspace.drafts import Drafts

ALIX, CAMILLE = "person-alix", "person-camille"
TYPED = {"text": ["Un avis\u2026\x00 \ud800"], "plan[0].label": ["a", "b"]}


@pytest.fixture
async def pool(database: Database) -> AsyncIterator[asyncpg.Pool]:
    """The service's connections."""
    opened = await open_pool(database.service_dsn)
    yield opened
    opened.terminate()


@pytest.fixture
def drafts(pool: asyncpg.Pool) -> Drafts:
    """The drafts of an empty database."""
    return Drafts(pool)


async def test_what_was_typed_comes_back_as_it_was(drafts: Drafts) -> None:
    """Every character, also those that PostgreSQL takes in no text; what is kept last replaces what was."""
    await drafts.keep(ORGANISATION, ALIX, "form-1", "GiveOpinion", {"text": ["à peine"]})
    await drafts.keep(ORGANISATION, ALIX, "form-1", "GiveOpinion", TYPED)
    found = await drafts.find(ORGANISATION, ALIX, "form-1")
    assert found is not None
    assert (found.command, found.values) == ("GiveOpinion", TYPED)


async def test_a_draft_is_its_persons_alone(drafts: Drafts) -> None:
    """Who knows the id of another's form finds nothing, overwrites nothing, throws nothing away."""
    await drafts.keep(ORGANISATION, ALIX, "form-1", "GiveOpinion", TYPED)
    await drafts.keep(ORGANISATION, CAMILLE, "form-1", "EditSheet", {})
    await drafts.keep("elsewhere", ALIX, "form-1", "EditSheet", {})
    await drafts.drop(ORGANISATION, CAMILLE, "form-1")
    assert await drafts.find(ORGANISATION, CAMILLE, "form-1") is None
    assert [one.command for one in await drafts.of(ORGANISATION, ALIX)] == ["GiveOpinion"]


async def test_the_last_touched_comes_first(drafts: Drafts) -> None:
    """As whoever left it looks for it."""
    for one in ("form-1", "form-2", "form-1"):
        await drafts.keep(ORGANISATION, ALIX, one, "RecordContact", {})
    assert [one.command_id for one in await drafts.of(ORGANISATION, ALIX)] == ["form-1", "form-2"]


async def test_a_draft_lives_thirty_days(drafts: Drafts, database: Database) -> None:
    """From when it was last touched; the next one that is kept sweeps it out."""
    await drafts.keep(ORGANISATION, ALIX, "old", "RecordContact", TYPED)
    await drafts.keep(ORGANISATION, ALIX, "young", "RecordContact", TYPED)
    owner = await asyncpg.connect(database.owner_dsn)
    for command_id, days in (("old", 31), ("young", 29)):
        await owner.execute(
            "UPDATE workspace.drafts SET kept_at = kept_at - make_interval(days => $2) WHERE command_id = $1",
            command_id,
            days,
        )
    assert await drafts.find(ORGANISATION, ALIX, "old") is None
    assert [one.command_id for one in await drafts.of(ORGANISATION, ALIX)] == ["young"]
    await drafts.keep(ORGANISATION, CAMILLE, "other", "RecordContact", {})
    assert await owner.fetchval("SELECT count(*) FROM workspace.drafts WHERE command_id = 'old'") == 0
    await owner.close()


async def test_what_is_no_id_is_nobodys_draft(drafts: Drafts) -> None:
    """It is refused when it would be kept, and nothing is found under it."""
    for nonsense in ("", "a b", "\x00", "\ud800"):
        with pytest.raises(ValueError, match="validation error"):
            await drafts.keep(ORGANISATION, ALIX, nonsense, "RecordContact", {})
        assert await drafts.find(ORGANISATION, ALIX, nonsense) is None
        await drafts.drop(ORGANISATION, ALIX, nonsense)


async def test_an_erased_person_leaves_nothing_in_any_table_of_the_workspace(
    drafts: Drafts, pool: asyncpg.Pool, database: Database
) -> None:
    """Tables that come later too: each names organisation and person."""
    ledger, private = PostgresLedger(pool), secret("s1", "Alix", subject=ALIX)
    await ledger.found(ORGANISATION, LedgerKind.REAL, NOW)
    await ledger.append(ORGANISATION, [command("c1", {"a": 0}, event("a", 1), secrets=(private,))], NOW)
    await drafts.keep(ORGANISATION, ALIX, "form-1", "GiveOpinion", TYPED)
    await drafts.keep(ORGANISATION, CAMILLE, "form-2", "GiveOpinion", TYPED)
    assert await PostgresVault(pool).erase(ORGANISATION, ALIX) == 1
    assert await drafts.of(ORGANISATION, ALIX) == []
    assert len(await drafts.of(ORGANISATION, CAMILLE)) == 1
    owner = await asyncpg.connect(database.owner_dsn)
    without = await owner.fetch(
        "SELECT t.relname FROM pg_class AS t WHERE t.relnamespace = 'workspace'::regnamespace AND t.relkind = 'r'"
        " AND (SELECT count(*) FROM pg_attribute AS a WHERE a.attrelid = t.oid"
        " AND a.attname IN ('organisation', 'person')) < 2"
    )
    await owner.close()
    assert without == []


async def test_a_store_that_is_away_says_so() -> None:
    """As the ledger does."""
    pool = await open_pool("postgresql://nobody@127.0.0.1:1/nothing")
    with pytest.raises(LedgerUnavailable):
        await Drafts(pool).of(ORGANISATION, ALIX)
    pool.terminate()
