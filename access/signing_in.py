"""Coming in with a password, and asking for a letter: alike, in answer and time, whether an address is known or not."""

from collections.abc import Awaitable, Callable, Sequence

from access.accounts import Account, Accounts
from access.limits import Limits
from access.memberships import Memberships
from access.passwords import Passwords
from access.sign_ins import Result, SignIns, Way

Organisations = Callable[[], Awaitable[Sequence[str]]]
"""The organisations of the server."""


class Wrong(Exception):
    """Nobody has this address with this password."""


class TooOften(Exception):
    """It was tried too often; a quarter of an hour later it may be tried again."""


class SigningIn:
    """Lets people in. Every method raises LedgerUnavailable while the store is away."""

    def __init__(
        self,
        accounts: Accounts,
        memberships: Memberships,
        passwords: Passwords,
        limits: Limits,
        sign_ins: SignIns,
        *,
        organisations: Organisations,
    ) -> None:
        self._accounts = accounts
        self._memberships = memberships
        self._passwords = passwords
        self._limits = limits
        self._sign_ins = sign_ins
        self._organisations = organisations

    async def by_password(self, address: str, password: str, block: str) -> Account:
        """The account that an address and a password open. Raises Wrong, TooOften, TooManyAtOnce."""
        who = self._accounts.digest(address)
        if not (await self._limits.allows("block", block) and await self._limits.allows("password", who)):
            await self._sign_ins.note(None, "password", "too-often")
            raise TooOften
        account = await self.known(address)
        if not await self._passwords.check(account.password if account else None, password) or not account:
            await self._sign_ins.note(account.id if account else None, "password", "wrong")
            raise Wrong
        await self._limits.give_back("block", block)
        await self._limits.clear("password", who)
        if account.password and self._passwords.outdated(account.password):
            await self._accounts.set_password(account.id, await self._passwords.hash(password))
        return account

    async def addressee(self, address: str, block: str, way: Way) -> Account | None:
        """Whom a letter that somebody asks for goes to; None if to nobody. Raises TooOften for a block."""
        if not await self._limits.allows("block", block):
            raise TooOften
        allowed = await self._limits.allows("letter", self._accounts.digest(address))
        account = await self.known(address)
        result: Result = "asked" if account and allowed else "too-often" if account else "unknown"
        await self._sign_ins.note(account.id if account else None, way, result)
        return account if allowed else None

    async def proves(self, account: str, password: str) -> bool:
        """Whether somebody who is signed in gave their password again. Raises TooOften, TooManyAtOnce."""
        if not await self._limits.allows("password", account):
            raise TooOften
        found = await self._accounts.find(account)
        holds = await self._passwords.check(found.password if found else None, password)
        await self._sign_ins.note(account, "proof", "in" if holds else "wrong")
        if holds:
            await self._limits.clear("password", account)
        return holds

    async def known(self, address: str) -> Account | None:
        """The account of an address that somebody of some organisation has now."""
        for organisation in await self._organisations():
            await self._memberships.learn(organisation)
        account = await self._accounts.of_address(address)
        return account if account and await self._memberships.of_account(account.id) else None
