"""A session is found by its cookie until it ends: by being left, by its age, by its owner elsewhere."""

import asyncpg
import pytest

from access.access import Access
from access.session import STRICT, USUAL, Lasting, NewSession


@pytest.fixture
async def account(access: Access) -> str:
    """An account."""
    return await access.accounts.ensure("zoe@exemple.fr")


def _new(account: str, lasting: Lasting = USUAL) -> NewSession:
    return NewSession(kind="account", account=account, idle_for=lasting.idle_for, lasts=lasting.lasts)


async def _id_of(access: Access, held: str) -> bytes:
    found = await access.sessions.find(held)
    assert found
    return found.id


async def test_the_cookie_is_in_no_row(access: Access, account: str, pool: asyncpg.Pool) -> None:
    """Whoever reads the table cannot use what they read."""
    held = await access.sessions.open(_new(account))
    assert len(held) >= 43  # 256 bits
    assert held not in str(await pool.fetch("SELECT * FROM access.sessions"))
    found = await access.sessions.find(held)
    assert found
    assert await access.sessions.find(found.id.hex()) is None
    assert found.proved_at is None


@pytest.mark.parametrize("lasting", [USUAL, STRICT])
async def test_a_session_ends_when_it_rests_and_when_it_is_old(
    access: Access, account: str, owner: asyncpg.Connection, lasting: Lasting
) -> None:
    """12 hours idle, 7 days in all; 2 and 12 hours for whoever pays or administers."""
    held = await access.sessions.open(_new(account, lasting))
    await owner.execute(
        "UPDATE access.sessions SET seen_at = now() - $1::interval + interval '1 minute'", lasting.idle_for
    )
    assert await access.sessions.find(held)
    await owner.execute("UPDATE access.sessions SET seen_at = now() - $1::interval", lasting.idle_for)
    assert await access.sessions.find(held) is None
    assert await access.sessions.of_account(account) == []
    await owner.execute(
        "UPDATE access.sessions SET seen_at = now(), ends_at = ends_at - $1::interval", lasting.lasts
    )
    assert await access.sessions.find(held) is None
    await access.sessions.sweep()
    assert await owner.fetchval("SELECT count(*) FROM access.sessions") == 0


async def test_a_session_that_is_used_lasts(access: Access, account: str, owner: asyncpg.Connection) -> None:
    """Each use counts from then on."""
    held = await access.sessions.open(_new(account))
    for _ in range(3):
        await owner.execute("UPDATE access.sessions SET seen_at = seen_at - interval '11 hours'")
        assert await access.sessions.find(held)


async def test_a_role_that_was_just_given_shortens_what_is_open(
    access: Access, account: str, owner: asyncpg.Connection
) -> None:
    """Who becomes an administrator has the shorter time from then on."""
    held = await access.sessions.open(_new(account))
    found = await access.sessions.find(held)
    assert found
    await owner.execute("UPDATE access.sessions SET seen_at = now() - interval '3 hours'")
    await access.sessions.tighten(found.id)
    assert await access.sessions.find(held) is None


async def test_one_ends_ones_own_sessions_and_nobody_elses(access: Access, account: str) -> None:
    """Whoever knows the id of a session ends it only if it is theirs."""
    mine, other = [await access.sessions.open(_new(account)) for _ in range(2)]
    mine_id, other_id = [await _id_of(access, held) for held in (mine, other)]
    stranger = await access.accounts.ensure("lou@exemple.fr")
    assert not await access.sessions.end_one(stranger, other_id)
    assert await access.sessions.end_one(account, other_id)
    assert await access.sessions.find(other) is None
    third = await access.sessions.open(_new(account))
    await access.sessions.end_others(account, mine_id)
    assert await access.sessions.find(third) is None
    assert await access.sessions.find(mine)
    await access.sessions.end(mine_id)
    assert await access.sessions.find(mine) is None


async def test_a_password_given_is_remembered(access: Access, account: str) -> None:
    """When it was last given, in this session."""
    held = await access.sessions.open(_new(account))
    before = await access.sessions.find(held)
    assert before
    await access.sessions.prove(before.id)
    after = await access.sessions.find(held)
    assert after
    assert after.proved_at
