"""Whose address it is, they are: one account over all organisations, as long as the address is theirs."""

import asyncpg

from access.access import Access
from access.links import Link
from access.session import USUAL, NewSession
from tests.access.conftest import HERE, THERE, Vault


def _new(account: str) -> NewSession:
    return NewSession(kind="account", account=account, idle_for=USUAL.idle_for, lasts=USUAL.lasts)


async def test_one_address_is_one_account_everywhere(access: Access) -> None:
    """However it was written."""
    await access.memberships.learn(HERE)
    await access.memberships.learn(THERE)
    zoe = await access.accounts.of_address(" ZOE@exemple.fr ")
    assert zoe
    assert await access.memberships.person_of(zoe.id, HERE) == "p-1"
    assert await access.memberships.person_of(zoe.id, THERE) == "p-9"
    assert [one.organisation for one in await access.memberships.of_account(zoe.id)] == [HERE, THERE]
    assert await access.accounts.of_address("personne@exemple.fr") is None


async def test_no_table_holds_an_address(access: Access, pool: asyncpg.Pool) -> None:
    """Nor anything that tells whether a guess is right, without the secret."""
    await access.memberships.learn(HERE)
    rows = await pool.fetch("SELECT * FROM access.accounts, access.memberships")
    assert rows
    assert "exemple.fr" not in str(rows)


async def test_the_vault_is_opened_once_for_each_address(access: Access, vault: Vault) -> None:
    """Later looks read what was kept."""
    await access.memberships.learn(HERE)
    await access.memberships.learn(HERE)
    assert vault.opened == ["place-1", "place-2"]


async def test_another_address_is_another_account(access: Access, vault: Vault) -> None:
    """Whoever reads the old one's mail is nobody there any more, though nobody has looked yet; elsewhere they stay."""
    before = await access.memberships.account_of(HERE, "p-1")
    await access.memberships.learn(THERE)
    assert before
    vault.people[HERE]["p-1"], vault.texts["place-3"] = "place-3", "zoe@ailleurs.fr"
    assert await access.memberships.person_of(before, HERE) is None
    assert await access.memberships.person_of(before, THERE) == "p-9"
    after = await access.memberships.account_of(HERE, "p-1")
    assert after
    assert after != before
    assert await access.memberships.person_of(after, HERE) == "p-1"


async def test_of_twins_it_is_the_first(access: Access, vault: Vault) -> None:
    """Two ids of one address are one person (ADR 0026)."""
    vault.people[HERE] = {"p-7": "place-7", "p-1": "place-1"}
    vault.texts["place-7"] = "zoé@exemple.fr".replace("é", "e")
    await access.memberships.learn(HERE)
    zoe = await access.accounts.of_address("zoe@exemple.fr")
    assert zoe
    assert await access.memberships.person_of(zoe.id, HERE) == "p-7"


async def test_whoever_is_forgotten_signs_in_no_more(
    access: Access, pool: asyncpg.Pool, owner: asyncpg.Connection
) -> None:
    """The vault's own erasing takes sessions, links and accounts along, and leaves others theirs."""
    lou = await access.memberships.account_of(HERE, "p-2")
    await access.memberships.learn(THERE)
    zoe = await access.memberships.account_of(HERE, "p-1")
    assert lou
    assert zoe
    for account in (lou, zoe):
        await access.sign_ins.note(account, "password", "in")
    opened = {one: await access.sessions.open(_new(one)) for one in (lou, zoe)}
    link = Link(purpose="invitation", organisation=HERE, person="p-1", subject="review:avis")
    invited = await access.links.make(link)
    await owner.execute(
        "INSERT INTO vault.secrets (organisation, id, command_id, subject, value, key)"
        " SELECT $1, 'place-' || n, 'c', 'p-' || n, 'x', decode(repeat('00', 32), 'hex')"
        " FROM generate_series(1, 2) AS n",
        HERE,
    )
    for person in ("p-1", "p-2"):
        await pool.fetchval("SELECT vault.erase($1, $2)", HERE, person)
    assert await access.sessions.find(opened[lou]) is None
    assert await access.accounts.find(lou) is None
    assert await access.links.find(invited) is None
    assert await access.sessions.find(opened[zoe]), "she is known elsewhere too"
    assert await access.memberships.person_of(zoe, HERE) is None
    assert [one.account for one in await access.sign_ins.latest()] == [zoe]
