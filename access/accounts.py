"""Accounts: one for each address, over all organisations. The address itself is kept by the vault alone."""

from dataclasses import dataclass
from pathlib import Path
from secrets import token_hex

import asyncpg

from access.secret import Secret
from domain.kernel.address import mailbox_of
from eventstore.pool import connected
from eventstore.queries import load_queries
from language import Locale

_QUERIES = load_queries(Path(__file__).with_name("accounts.sql"))


@dataclass(frozen=True, slots=True)
class Account:
    """Whoever may sign in. ``password`` is its Argon2 hash, None as long as none was chosen."""

    id: str
    password: str | None
    language: Locale | None


class Accounts:
    """All accounts. Every method that asks raises LedgerUnavailable while the store is away."""

    def __init__(self, pool: asyncpg.Pool, secret: Secret) -> None:
        self._pool = pool
        self._secret = secret

    def digest(self, address: str) -> bytes:
        """What stands for an address, however it was written; for what is no address, for that text."""
        return self._secret.digest("address", mailbox_of(address) or address.strip().lower())

    async def ensure(self, address: str) -> str:
        """The id of the account of an address, made where there is none."""
        async with connected(self._pool) as connection:
            while (
                found := await connection.fetchval(_QUERIES["ensure"], token_hex(16), self.digest(address))
            ) is None:
                pass  # made at this very moment by somebody else: the next look sees it
        return str(found)

    async def of_address(self, address: str) -> Account | None:
        """The account of an address."""
        async with connected(self._pool) as connection:
            row = await connection.fetchrow(_QUERIES["of_address"], self.digest(address))
        return Account(**row) if row else None

    async def find(self, account: str) -> Account | None:
        """An account by its id."""
        async with connected(self._pool) as connection:
            row = await connection.fetchrow(_QUERIES["account"], account)
        return Account(**row) if row else None

    async def set_password(self, account: str, password: str) -> None:
        """Keep another password, given as its hash."""
        async with connected(self._pool) as connection:
            await connection.execute(_QUERIES["set_password"], account, password)

    async def set_language(self, account: str, language: Locale) -> None:
        """Speak another language with them, from their next request on."""
        async with connected(self._pool) as connection:
            await connection.execute(_QUERIES["set_language"], account, language)
