"""All of the room, put together on one database."""

import asyncio
from dataclasses import dataclass

import asyncpg

from access.accounts import Accounts
from access.feeds import Feeds
from access.first_run import FirstRun
from access.identities import Identities
from access.limits import Limits
from access.links import Links
from access.memberships import Memberships, People, Texts
from access.passwords import Passwords
from access.readings import Readings
from access.secret import Secret
from access.sessions import Sessions
from access.sign_ins import SignIns
from access.signing_in import Organisations, SigningIn
from access.tokens import Tokens
from access.trainings import Trainings


@dataclass(frozen=True)
class Access:
    """Who may sign in, and who did."""

    accounts: Accounts
    memberships: Memberships
    identities: Identities
    passwords: Passwords
    sessions: Sessions
    links: Links
    feeds: Feeds
    limits: Limits
    sign_ins: SignIns
    readings: Readings
    trainings: Trainings
    tokens: Tokens
    first_run: FirstRun
    signing_in: SigningIn

    async def sweep(self) -> None:
        """Delete what is over; to be called now and then. Raises LedgerUnavailable."""
        await asyncio.gather(
            self.sessions.sweep(),
            self.links.sweep(),
            self.limits.sweep(),
            self.sign_ins.sweep(),
            self.readings.sweep(),
            self.tokens.sweep(),
        )


def make_access(
    pool: asyncpg.Pool, secret: Secret, organisations: Organisations, people: People, texts: Texts
) -> Access:
    """The room on a pool opened by ``eventstore.pool.open_pool``; people and texts as ``Memberships`` asks for them."""
    accounts = Accounts(pool, secret)
    memberships = Memberships(pool, accounts, people, texts)
    passwords, limits, sign_ins = Passwords(), Limits(pool, secret), SignIns(pool)
    return Access(
        accounts=accounts,
        memberships=memberships,
        identities=Identities(pool),
        passwords=passwords,
        sessions=Sessions(pool),
        links=Links(pool),
        feeds=Feeds(pool, secret),
        limits=limits,
        sign_ins=sign_ins,
        readings=Readings(pool),
        trainings=Trainings(pool),
        tokens=Tokens(pool),
        first_run=FirstRun(pool, secret),
        signing_in=SigningIn(accounts, memberships, passwords, limits, sign_ins, organisations=organisations),
    )
