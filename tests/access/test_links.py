"""Links in letters: looking changes nothing, using one up happens once, and they end."""

import asyncio
from datetime import UTC, datetime, timedelta

import asyncpg
import pytest

from access.access import Access
from access.links import LASTS, Link


@pytest.fixture
async def account(access: Access) -> str:
    """An account."""
    return await access.accounts.ensure("zoe@exemple.fr")


async def test_looking_changes_nothing(access: Access, account: str, pool: asyncpg.Pool) -> None:
    """However often somebody looks; and no row tells the token."""
    token = await access.links.make(Link(purpose="sign-in", account=account))
    before = await pool.fetch("SELECT * FROM access.links")
    for _ in range(20):
        assert await access.links.find(token)
    assert await pool.fetch("SELECT * FROM access.links") == before
    assert token not in str(before)


async def test_a_link_is_used_up_by_one(access: Access, account: str) -> None:
    """Of many who press at once, one comes in."""
    token = await access.links.make(Link(purpose="reset", account=account))
    found = await asyncio.gather(*(access.links.use_up(token) for _ in range(10)))
    assert len([one for one in found if one]) == 1
    assert await access.links.find(token) is None


async def test_links_end(access: Access, account: str, owner: asyncpg.Connection) -> None:
    """After the time of their purpose: a quarter of an hour to sign in, a week to choose a first password."""
    sign_in = await access.links.make(Link(purpose="sign-in", account=account))
    first = await access.links.make(Link(purpose="access", account=account))
    await owner.execute("UPDATE access.links SET ends_at = ends_at - $1::interval", LASTS["sign-in"])
    assert await access.links.find(sign_in) is None
    assert await access.links.use_up(sign_in) is None
    assert await access.links.find(first)
    await owner.execute("UPDATE access.links SET ends_at = ends_at - $1::interval", LASTS["access"])
    assert await access.links.find(first) is None


async def test_an_invitation_ends_when_it_says(access: Access) -> None:
    """Thirty days after a deadline, whichever way the days of its purpose would count."""
    soon = datetime.now(UTC) + timedelta(days=2)
    link = Link(
        purpose="invitation", organisation="fondation", person="p-1", subject="review:avis", ends_at=soon
    )
    found = await access.links.find(await access.links.make(link))
    assert found
    assert found.ends_at == soon


async def test_after_a_new_password_earlier_links_are_worth_nothing(access: Access, account: str) -> None:
    """Those of the purposes that are named."""
    reset = await access.links.make(Link(purpose="reset", account=account))
    await access.links.end_of(account, "reset", "access")
    assert await access.links.find(reset) is None
