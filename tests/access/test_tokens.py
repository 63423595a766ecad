"""Tokens: shown once, kept as digests, ending by themselves, with their owner, and when somebody ends them."""

from datetime import timedelta

import asyncpg
import pytest

from access.access import Access
from access.tokens import LONGEST, NewToken, is_text, new_text

HERE = "fondation"


def made_by(person: str, number: str = "t-1", lasts: timedelta = LONGEST) -> NewToken:
    """What somebody asks for."""
    return NewToken(
        id=number,
        organisation=HERE,
        person=person,
        account=None,
        name="Compta",
        scopes=("read", "money"),
        lasts=lasts,
    )


async def test_the_text_is_kept_nowhere(access: Access, pool: asyncpg.Pool) -> None:
    """No row tells it; whoever has it is its person, within its scopes."""
    held = await access.tokens.make(made_by("p-1"))
    assert held
    assert held not in str(await pool.fetch("SELECT * FROM access.tokens"))
    found = await access.tokens.find(held)
    assert found
    assert (found.person, found.scopes, found.used_at) == ("p-1", frozenset({"read", "money"}), None)
    assert (await access.tokens.of_person(HERE, "p-1"))[0].used_at


async def test_a_form_that_is_sent_twice_makes_one(access: Access) -> None:
    """The second time there is nothing to show."""
    assert await access.tokens.make(made_by("p-1"))
    assert await access.tokens.make(made_by("p-1")) is None
    assert len(await access.tokens.of_organisation(HERE)) == 1


@pytest.mark.parametrize("asked", [LONGEST * 3, timedelta(days=30)])
async def test_a_token_lasts_a_year_at_most(
    access: Access, owner: asyncpg.Connection, asked: timedelta
) -> None:
    """However long it is asked for; then it is worth nothing, and is swept away."""
    held = await access.tokens.make(made_by("p-1", lasts=asked))
    assert held
    (found,) = await access.tokens.of_person(HERE, "p-1")
    assert found.ends_at - found.made_at == min(asked, LONGEST)
    await owner.execute("UPDATE access.tokens SET made_at = made_at - $1::interval, ends_at = now()", LONGEST)
    assert await access.tokens.find(held) is None
    await access.tokens.sweep()
    assert await owner.fetchval("SELECT count(*) FROM access.tokens") == 0


async def test_one_ends_ones_own_and_an_organisation_its_own(access: Access) -> None:
    """Nobody ends a stranger's by guessing its id."""
    held = await access.tokens.make(made_by("p-1"))
    assert held
    assert not await access.tokens.end("t-1", HERE, "p-2")
    assert not await access.tokens.end("t-1", "ville")
    assert await access.tokens.find(held)
    assert await access.tokens.end("t-1", HERE)
    assert await access.tokens.find(held) is None


async def test_tokens_go_with_their_person(
    access: Access, pool: asyncpg.Pool, owner: asyncpg.Connection
) -> None:
    """Where the vault forgets somebody, in the same transaction."""
    for number, person in enumerate(("p-1", "p-2")):
        await access.tokens.make(made_by(person, f"t-{number}"))
    await owner.execute(
        "INSERT INTO vault.secrets (organisation, id, command_id, subject, value, key)"
        " VALUES ($1, 'place-1', 'c', 'p-1', 'x', decode(repeat('00', 32), 'hex'))",
        HERE,
    )
    await pool.fetchval("SELECT vault.erase($1, $2)", HERE, "p-1")
    assert [one.person for one in await access.tokens.of_organisation(HERE)] == ["p-2"]


def test_a_mistyped_token_is_none() -> None:
    """The last characters check the others: the database is not asked."""
    held = new_text()
    assert is_text(held)
    assert len(held) == len("esc_") + 46
    for wrong in ("", "esc_", held[:-1], held + "0", held.swapcase(), "ESC" + held[3:], "esc_" + "é" * 46):
        assert not is_text(wrong)
