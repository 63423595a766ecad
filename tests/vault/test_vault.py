"""Private values: readable until erased, then nowhere, while the ledger still verifies."""

import json
from collections.abc import AsyncIterator, Sequence
from dataclasses import dataclass, replace
from datetime import timedelta
from typing import Any

import asyncpg
import pytest

from domain.kernel.ledger import Append, Known, Ledger, LedgerKind, Secret
from domain.kernel.prose import Altered
from domain.registry.codec import digest
from eventstore.memory import MemoryLedger
from eventstore.pool import open_pool
from eventstore.postgres import PostgresLedger
from tests.eventstore.making import NOW, ORGANISATION, command, event, note, secret
from tests.support.postgres import Database, PostgresForTests
from vault.memory import MemoryVault
from vault.store import PostgresVault

PERSON, OTHER = "person-7", "person-8"
EXERCISE = "exercice"


@dataclass(frozen=True)
class Stores:
    """A ledger and its vault."""

    ledger: Ledger
    vault: PostgresVault | MemoryVault


@pytest.fixture(params=["postgres", "memory"])
async def stores(request: pytest.FixtureRequest, postgres: PostgresForTests) -> AsyncIterator[Stores]:
    """Each pair in turn, founded."""
    if request.param == "memory":
        memory = MemoryLedger()
        await memory.found(ORGANISATION, LedgerKind.REAL, NOW)
        yield Stores(memory, MemoryVault(memory))
        return
    database = await postgres.fresh_database()
    pool = await open_pool(database.service_dsn)
    kept = PostgresLedger(pool)
    await kept.found(ORGANISATION, LedgerKind.REAL, NOW)
    yield Stores(kept, PostgresVault(pool))
    pool.terminate()
    await postgres.drop(database)


def _sealed(command_id: str, stream: str, *secrets: Secret, recorded_as: str | None = None) -> Append:
    """A command whose one event refers to ``secrets``, with a digest each."""
    references: dict[str, Any] = {
        each.id: {"vault": each.id, "digest": digest(each.key, recorded_as or each.value)} for each in secrets
    }
    return command(command_id, {stream: 0}, event(stream, 1, **references), secrets=secrets)


def _refused(command_id: str, code: str, actor: str = OTHER, **params: str) -> Append:
    """A command with private text that was refused."""
    refusal = json.dumps({"code": code, "params": params})
    return replace(command(command_id, {"a": 0}), actor=actor, refusal=refusal)


async def test_what_was_written_is_revealed(stores: Stores) -> None:
    """By id, for those that exist."""
    await stores.ledger.append(
        ORGANISATION, [_sealed("c1", "a", secret("s1", "Élodie"), secret("s2", "à Noailles\n"))], NOW
    )
    revealed = await stores.vault.reveal(ORGANISATION, ["s1", "s2", "s3"])
    assert revealed == {"s1": "Élodie", "s2": "à Noailles\n"}
    assert await stores.vault.reveal("nobody", ["s1"]) == {}


async def test_values_that_stand_by_key_in_an_event_are_revealed(stores: Stores) -> None:
    """As the answers to the points of a refusal do; each is compared with the digest of its own."""
    kept, swapped = secret("s1", "Un lieu"), secret("s2", "Du temps")
    answers = {
        "no_place": {"vault": "s1", "digest": digest(kept.key, kept.value)},
        "no_time": {"vault": "s2", "digest": digest(swapped.key, "De l’argent")},
    }
    sent = command("c1", {"a": 0}, event("a", 1, answers=answers), secrets=(kept, swapped))
    await stores.ledger.append(ORGANISATION, [sent], NOW)
    assert await stores.vault.reveal(ORGANISATION, ["s1"]) == {"s1": "Un lieu"}
    assert await stores.vault.reveal(ORGANISATION, ["s1", "s2"]) == {"s1": "Un lieu", "s2": Altered()}


async def test_a_command_that_conflicts_leaves_nothing_in_the_vault(stores: Stores) -> None:
    """A value lives in the transaction of its event."""
    answers = await stores.ledger.append(
        ORGANISATION, [note("c1", "a", 1), _sealed("c2", "a", secret("s1"))], NOW
    )
    assert len(answers) == 2
    assert await stores.vault.reveal(ORGANISATION, ["s1"]) == {}


async def test_an_erased_person_is_forgotten_and_the_chain_verifies(stores: Stores) -> None:
    """Others keep their values; a second erasure finds nothing."""
    items = [
        _sealed("c1", "a", secret("s1", subject=PERSON), secret("s2", subject=PERSON)),
        _sealed("c2", "b", secret("s3", "Dominique", subject=OTHER), secret("s4", "lieu", subject=None)),
    ]
    await stores.ledger.append(ORGANISATION, items, NOW)
    assert await stores.vault.erase(ORGANISATION, PERSON) == 2
    revealed = await stores.vault.reveal(ORGANISATION, ["s1", "s2", "s3", "s4"])
    assert revealed == {"s3": "Dominique", "s4": "lieu"}
    assert await stores.vault.erase(ORGANISATION, PERSON) == 0
    assert await stores.vault.erase("nobody", OTHER) == 0
    assert [each async for each in stores.ledger.verify(ORGANISATION)] == [2]


async def test_erasing_destroys_the_keys_of_the_commands_that_brought_the_values(stores: Stores) -> None:
    """A digest that one can still compute could be tried against guesses; its outcome stays known."""
    erased, kept = (
        _sealed("c1", "a", secret("s1", subject=PERSON)),
        _sealed("c2", "b", secret("s2", subject=OTHER)),
    )
    await stores.ledger.append(ORGANISATION, [erased, kept], NOW)
    await stores.vault.erase(ORGANISATION, PERSON)
    answers = await stores.ledger.append(ORGANISATION, [erased, kept], NOW)
    assert [(type(answer), answer.digest_key) for answer in answers if isinstance(answer, Known)] == [
        (Known, None),
        (Known, kept.digest_key),
    ]


async def test_erasing_destroys_the_keys_of_what_the_person_gave_and_of_refusals_that_name_them(
    stores: Stores,
) -> None:
    """A refused command brought no text that could be erased, and its digest is of the text all the same."""
    by_them = _refused("c1", "closed", actor=PERSON)
    names_them = _refused("c2", "address_known", person=PERSON)
    kept = _refused("c3", "address_known", person=OTHER)
    sent = [by_them, names_them, kept, _sealed("c4", "b", secret("s1", subject=PERSON))]
    await stores.ledger.append(ORGANISATION, sent, NOW)
    await stores.vault.erase(ORGANISATION, PERSON)
    assert await _keys_left(stores, sent) == ["c3"]


async def test_keys_of_digests_end_after_ninety_days(stores: Stores) -> None:
    """Of what was recorded and of what was refused; the outcome stays known."""
    await stores.ledger.found(EXERCISE, LedgerKind.SIMULATION, NOW)
    first = [_refused("c1", "closed"), note("c2", "b", 1)]
    second = [_refused("c3", "closed"), note("c4", "c", 1)]
    await stores.ledger.append(EXERCISE, first, NOW)
    await stores.ledger.append(EXERCISE, second, NOW + timedelta(days=90))
    assert await stores.vault.end_command_keys(EXERCISE) == 0
    await stores.ledger.append(EXERCISE, [note("c5", "d", 1)], NOW + timedelta(days=90, seconds=1))
    assert await stores.vault.end_command_keys(EXERCISE) == 2
    assert await _keys_left(stores, [*first, *second], EXERCISE) == ["c3", "c4"]


async def _keys_left(stores: Stores, sent: Sequence[Append], organisation: str = ORGANISATION) -> list[str]:
    """Which of some commands still have the key of their digest."""
    answers = await stores.ledger.append(organisation, sent, NOW)
    known = [answer for answer in answers if isinstance(answer, Known)]
    assert len(known) == len(sent)
    return [answer.outcome.command_id for answer in known if answer.digest_key]


async def test_the_secret_of_imports_is_drawn_once_for_each_organisation(stores: Stores) -> None:
    """Whoever asks first has it drawn; nobody changes it."""
    drawn = await stores.vault.import_secret(ORGANISATION)
    assert len(drawn) == 32
    assert await stores.vault.import_secret(ORGANISATION) == drawn
    assert await stores.vault.import_secret("other") != drawn


async def test_a_value_that_is_not_the_one_recorded_is_not_shown(stores: Stores) -> None:
    """The ledger's digest decides, not the vault."""
    await stores.ledger.append(
        ORGANISATION, [_sealed("c1", "a", secret("s1", "5000 €"), recorded_as="3000 €")], NOW
    )
    assert await stores.vault.reveal(ORGANISATION, ["s1"]) == {"s1": Altered()}


async def test_a_value_that_no_event_refers_to_is_not_shown(stores: Stores) -> None:
    """Nothing can be slipped into the vault alone."""
    await stores.ledger.append(
        ORGANISATION, [command("c1", {"a": 0}, event("a", 1), secrets=(secret("s1"),))], NOW
    )
    assert await stores.vault.reveal(ORGANISATION, ["s1"]) == {"s1": Altered()}


async def test_an_edited_vault_is_noticed(database: Database) -> None:
    """Whoever edits the table below us; the texts beside it are read as before."""
    pool = await open_pool(database.service_dsn)
    ledger = PostgresLedger(pool)
    await ledger.found(ORGANISATION, LedgerKind.REAL, NOW)
    sealed = _sealed("c1", "a", secret("s1", "3000 €"), secret("s2", "À Noailles"))
    await ledger.append(ORGANISATION, [sealed], NOW)
    superuser = await asyncpg.connect(database.superuser_dsn)
    await superuser.execute("UPDATE vault.secrets SET value = '5000 €' WHERE id = 's1'")
    await superuser.close()
    revealed = await PostgresVault(pool).reveal(ORGANISATION, ["s1", "s2"])
    assert revealed == {"s1": Altered(), "s2": "À Noailles"}
    pool.terminate()


async def test_an_erased_value_is_in_no_table(database: Database) -> None:
    """Neither value nor key, in whatever schema."""
    pool = await open_pool(database.service_dsn)
    ledger = PostgresLedger(pool)
    await ledger.found(ORGANISATION, LedgerKind.REAL, NOW)
    erased = secret("s1", "Camille Ferrand", subject=PERSON)
    await ledger.append(ORGANISATION, [_sealed("c1", "a", erased)], NOW)
    owner = await asyncpg.connect(database.owner_dsn)
    assert await _mentions(owner, erased) == {"vault.secrets", "vault.command_keys"}
    await PostgresVault(pool).erase(ORGANISATION, PERSON)
    assert await _mentions(owner, erased) == set()
    await owner.close()
    pool.terminate()


async def _mentions(owner: asyncpg.Connection, erased: Secret) -> set[str]:
    """The tables in which the value, its key or its command's key can be read."""
    command_key = b"c1".ljust(32, b"k")
    needles = [erased.value, erased.key.hex(), command_key.hex()]
    tables = await owner.fetch(
        "SELECT format('%I.%I', schemaname, tablename) AS name FROM pg_tables"
        " WHERE schemaname NOT IN ('pg_catalog', 'information_schema')"
    )
    found = set()
    for table in tables:
        rows = await owner.fetch(f"SELECT row_to_json(t)::text AS line FROM {table['name']} AS t")  # noqa: S608
        if any(needle in row["line"] for row in rows for needle in needles):
            found.add(table["name"])
    return found
