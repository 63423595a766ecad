"""Tries are counted one by one, whoever counts them, and forgotten after a quarter of an hour."""

import asyncio

import asyncpg
import pytest

from access.access import Access
from access.limits import block_of


async def test_five_passwords_for_an_address(access: Access, owner: asyncpg.Connection) -> None:
    """The sixth within a quarter of an hour is not looked at; then it begins anew."""
    tried = await asyncio.gather(*(access.limits.allows("password", "zoe@exemple.fr") for _ in range(12)))
    assert tried.count(True) == 5
    assert await access.limits.allows("password", "lou@exemple.fr")
    assert await access.limits.allows("letter", "zoe@exemple.fr")
    await owner.execute("UPDATE access.attempts SET since = since - interval '14 minutes'")
    assert not await access.limits.allows("password", "zoe@exemple.fr")
    await owner.execute("UPDATE access.attempts SET since = since - interval '2 minutes'")
    assert await access.limits.allows("password", "zoe@exemple.fr")


async def test_whoever_comes_in_begins_anew(access: Access) -> None:
    """A right password after four wrong ones leaves five tries."""
    for _ in range(4):
        await access.limits.allows("password", "zoe@exemple.fr")
    await access.limits.clear("password", "zoe@exemple.fr")
    assert [await access.limits.allows("password", "zoe@exemple.fr") for _ in range(6)] == [True] * 5 + [
        False
    ]


@pytest.mark.parametrize(
    ("address", "block"),
    [
        ("192.0.2.77", "192.0.2.0/24"),
        ("::ffff:192.0.2.77", "192.0.2.0/24"),
        ("2001:db8:1:2:3:4:5:6", "2001:db8:1:2::/64"),
        ("fe80::1%eth0", "fe80::/64"),
        ("nowhere", "nowhere"),
    ],
)
def test_a_block_is_what_one_subscriber_has(address: str, block: str) -> None:
    """Whoever changes the last digits of their address is the same."""
    assert block_of(address) == block
