"""As whom an account is known in an organisation: the person whose address there, as it is now, is the account's.

Nobody signs up: whoever is registered with an address has a right to its account. The vault is read once for each
address; what is kept of it is the keyed digest that the account is found by.
"""

from collections.abc import Awaitable, Callable, Iterable, Mapping
from dataclasses import dataclass
from pathlib import Path

import asyncpg

from access.accounts import Accounts
from domain.kernel.address import mailbox_of
from eventstore.pool import connected
from eventstore.queries import load_queries

_QUERIES = load_queries(Path(__file__).with_name("memberships.sql"))

People = Callable[[str], Awaitable[Mapping[str, str]]]
"""Where in the vault the address of each person of an organisation lies, in the order of their registration."""
Texts = Callable[[str, Iterable[str]], Awaitable[Mapping[str, str]]]
"""Opens an organisation's vault at some places; what was erased or altered is missing."""


@dataclass(frozen=True, slots=True)
class Membership:
    """A person of an organisation."""

    organisation: str
    person: str


class Memberships:
    """Who is who. Every method raises LedgerUnavailable while the store is away."""

    def __init__(self, pool: asyncpg.Pool, accounts: Accounts, people: People, texts: Texts) -> None:
        self._pool = pool
        self._accounts = accounts
        self._people = people
        self._texts = texts

    async def person_of(self, account: str, organisation: str) -> str | None:
        """Whom an account is in an organisation; None if nobody. Of twins, the one registered first (ADR 0026)."""
        found = await self._of(account, organisation)
        return found[0].person if found else None

    async def of_account(self, account: str) -> list[Membership]:
        """Everybody whom an account is, one for each organisation."""
        first: dict[str, Membership] = {}
        for one in await self._of(account, None):
            first.setdefault(one.organisation, one)
        return list(first.values())

    async def _of(self, account: str, organisation: str | None) -> list[Membership]:
        async with connected(self._pool) as connection:
            rows = await connection.fetch(_QUERIES["of_account"], account, organisation)
        found = []
        for where in dict.fromkeys(row["organisation"] for row in rows):
            claimed = {row["person"]: row["place"] for row in rows if row["organisation"] == where}
            places = await self._people(where)
            found += [Membership(where, one) for one, place in places.items() if claimed.get(one) == place]
        return found

    async def account_of(self, organisation: str, person: str) -> str | None:
        """The account of a person, made where there is none; None for somebody without an address."""
        place = (await self._people(organisation)).get(person)
        if place is None:
            return None
        async with connected(self._pool) as connection:
            found: str | None = await connection.fetchval(_QUERIES["account_of"], organisation, person, place)
        if found is None:
            await self.learn(organisation)
            async with connected(self._pool) as connection:
                found = await connection.fetchval(_QUERIES["account_of"], organisation, person, place)
        return found

    async def known_account_of(self, organisation: str, person: str) -> str | None:
        """The account of a person, if there is one already."""
        place = (await self._people(organisation)).get(person)
        if place is None:
            return None
        async with connected(self._pool) as connection:
            found: str | None = await connection.fetchval(_QUERIES["account_of"], organisation, person, place)
        return found

    async def learn(self, organisation: str) -> None:
        """Look at the addresses of an organisation that were not looked at yet."""
        places = await self._people(organisation)
        async with connected(self._pool) as connection:
            known = {
                row["person"]: row["place"]
                for row in await connection.fetch(_QUERIES["places"], organisation)
            }
        new = {one: place for one, place in places.items() if known.get(one) != place}
        texts = await self._texts(organisation, new.values()) if new else {}
        for person, place in new.items():
            address = texts.get(place)
            if address is None or mailbox_of(address) is None:
                continue  # nothing that anybody could type, or that mail could be sent to
            account = await self._accounts.ensure(address)
            async with connected(self._pool) as connection:
                await connection.execute(_QUERIES["join"], organisation, person, account, place)

    async def forget(self, organisation: str, person: str) -> None:
        """End a person's access: links and sessions of theirs, and the account if it is nobody else's."""
        async with connected(self._pool) as connection:
            await connection.execute(_QUERIES["forget"], organisation, person)
