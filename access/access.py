"""All of the room, put together on one database."""

import asyncio
from dataclasses import dataclass

import asyncpg

from access.accounts import Accounts
from access.first_run import FirstRun
from access.identities import Identities
from access.limits import Limits
from access.links import Links
from access.memberships import Memberships, People, Texts
from access.passwords import Passwords
from access.secret import Secret
from access.sessions import Sessions
from access.sign_ins import SignIns


@dataclass(frozen=True)
class Access:
    """Who may sign in, and who did."""

    accounts: Accounts
    memberships: Memberships
    identities: Identities
    passwords: Passwords
    sessions: Sessions
    links: Links
    limits: Limits
    sign_ins: SignIns
    first_run: FirstRun

    async def sweep(self) -> None:
        """Delete what is over; to be called now and then. Raises LedgerUnavailable."""
        await asyncio.gather(
            self.sessions.sweep(), self.links.sweep(), self.limits.sweep(), self.sign_ins.sweep()
        )


def make_access(pool: asyncpg.Pool, secret: Secret, people: People, texts: Texts) -> Access:
    """The room on a pool opened by ``eventstore.pool.open_pool``; people and texts as ``Memberships`` asks for them."""
    accounts = Accounts(pool, secret)
    return Access(
        accounts=accounts,
        memberships=Memberships(pool, accounts, people, texts),
        identities=Identities(pool),
        passwords=Passwords(),
        sessions=Sessions(pool),
        links=Links(pool),
        limits=Limits(pool, secret),
        sign_ins=SignIns(pool),
        first_run=FirstRun(pool, secret),
    )
