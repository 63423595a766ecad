"""The outbox in PostgreSQL: what comes in with its claim (``ledger.append``) or unclaimed, and is moved on here."""

from collections.abc import AsyncIterator, Awaitable, Callable, Mapping, Sequence
from contextlib import asynccontextmanager, suppress
from datetime import timedelta
from pathlib import Path
from secrets import randbelow

import asyncpg
from asyncpg.exceptions import InterfaceError

from domain.kernel.ledger import LedgerKind, LedgerUnavailable, OutgoingMessage
from eventstore.pool import CONNECT_SECONDS, UNREACHABLE, Connection, connected
from eventstore.queries import load_queries
from mail.messages import Attempt, Final, Later, Letter, LetterCursor, Purpose, Queued, Taken, Unreported

Judge = Callable[[Queued], Awaitable[Final | Later | None]]
"""Says why a message should not go out, now or at all; None lets it go."""

PAGE = 100
"""How many messages are reported at a time."""
LIST = 1_000
"""How many messages a list shows, unless told otherwise."""

_QUERIES = load_queries(Path(__file__).with_name("outbox.sql"))
_MOST_SENDERS = 2**31


class Lease:
    """A living sender's right to take messages; it ends with its connection."""

    def __init__(self, connection: Connection, sender: int) -> None:
        self._connection = connection
        self._sender = sender

    async def take(self, judge: Judge) -> Taken | Queued | None:
        """Take the oldest message due, committed as *sending* if ``judge`` lets it go, else put where it says.

        Answers the message taken or, as it was, the one held back; None if none is due. No other sender sees
        it meanwhile, and a crash leaves it queued. Raises LedgerUnavailable.
        """
        try:
            async with self._connection.transaction():
                row = await self._connection.fetchrow(_QUERIES["next_queued"])
                if row is None:
                    return None
                message = _queued(row)
                place = (message.organisation, message.id)
                match await judge(message):
                    case Final(state, reason):
                        await self._connection.execute(_QUERIES["dismiss"], *place, state, reason)
                    case Later(wait, reason):
                        await self._connection.execute(_QUERIES["put_off"], *place, wait, reason)
                    case None:
                        await self._connection.execute(_QUERIES["take"], *place, self._sender)
                        return Taken(message, self._sender, message.attempts + 1)
                return message
        except UNREACHABLE as error:
            raise _unavailable(error) from error


class Outbox:
    """All organisations' messages, through a pool opened by ``eventstore.pool.open_pool``.

    Every method raises LedgerUnavailable if the store is out of reach.
    """

    def __init__(self, pool: asyncpg.Pool) -> None:
        self._pool = pool

    @asynccontextmanager
    async def lease(self) -> AsyncIterator[Lease]:
        """Take messages under a number of one's own, by which others see that this sender lives."""
        sender = randbelow(_MOST_SENDERS)
        try:
            connection = await self._pool.acquire(timeout=CONNECT_SECONDS)
        except UNREACHABLE as error:
            raise _unavailable(error) from error
        try:
            await _lock(connection, sender)
            yield Lease(connection, sender)
        finally:
            with suppress(InterfaceError):  # already lost
                connection.terminate()  # its lock goes with it: a sender that has left must not seem to live
            await self._pool.release(connection)

    async def enqueue(self, organisation: str, purpose: Purpose, letter: OutgoingMessage) -> None:
        """Take in a letter that no event claims; one of the same id that is there already stays."""
        async with connected(self._pool) as connection:
            await connection.execute(
                _QUERIES["enqueue"],
                *(organisation, letter.id, purpose, letter.file, letter.recipient),
                *(letter.subject, letter.content, letter.created_at),
            )

    async def conclude(self, taken: Taken, result: Final | Later) -> bool:
        """Keep what came of an attempt; False if the sender was given up for dead meanwhile."""
        match result:
            case Final(state, reason):
                change: tuple[str, str, int, timedelta | None] = (state, reason, 0, None)
            case Later(wait, reason, deferred):
                change = ("queued", reason, int(deferred), wait)
        message = taken.message
        async with connected(self._pool) as connection:
            return bool(
                await connection.fetchval(
                    _QUERIES["conclude"],
                    *(message.organisation, message.id, taken.sender, taken.attempt),
                    *change,
                )
            )

    async def give_up_orphans(self) -> Sequence[tuple[str, str]]:
        """What dead senders were sending becomes *unknown*; organisation and id of each."""
        async with connected(self._pool) as connection:
            return [(row["organisation"], row["id"]) for row in await connection.fetch(_QUERIES["orphans"])]

    async def unreported(self) -> Sequence[Unreported]:
        """Messages at rest that the ledger should be told of, the longest at rest first."""
        async with connected(self._pool) as connection:
            return [Unreported(**row) for row in await connection.fetch(_QUERIES["unreported"], PAGE)]

    async def reported(self, told: Sequence[Unreported]) -> None:
        """Remember that the ledger was told; without effect on messages that have moved on."""
        places = [(one.organisation, one.id, one.state, one.attempts) for one in told]
        async with connected(self._pool) as connection:
            await connection.executemany(_QUERIES["reported"], places)

    async def doubtful(self) -> Sequence[tuple[str, str, int]]:
        """Organisation and file of messages that await a person's decision; the last entry carried out."""
        async with connected(self._pool) as connection:
            return [
                (row["organisation"], row["file"], row["settled_entry"])
                for row in await connection.fetch(_QUERIES["doubtful"])
            ]

    async def settle(self, organisation: str, message: str, decision: str, entry: int) -> bool:
        """Carry out the decision recorded as ``entry`` of the message's file; False if it was before."""
        async with connected(self._pool) as connection:
            return bool(await connection.fetchval(_QUERIES["settle"], organisation, message, decision, entry))

    async def attempts(self, message: str) -> Sequence[Attempt]:
        """The last attempt to send a message of that id, in each organisation that has one."""
        async with connected(self._pool) as connection:
            rows = await connection.fetch(_QUERIES["of_any_organisation"], message)
        return [Attempt(row["organisation"], message, row["attempts"], row["state"]) for row in rows]

    async def come_back(self, attempt: Attempt, reason: str) -> bool:
        """What left, or may have, is *failed*; False if there was another attempt since, or it rests otherwise."""
        async with connected(self._pool) as connection:
            return bool(
                await connection.fetchval(
                    _QUERIES["come_back"], attempt.organisation, attempt.message, attempt.number, reason
                )
            )

    async def letters(
        self,
        organisation: str,
        *,
        file: str | None = None,
        states: Sequence[str] | None = None,
        recipient: str | None = None,
        after: LetterCursor | None = None,
        limit: int = LIST,
    ) -> Sequence[Letter]:
        """An organisation's messages, the newest first, from after one on; None wants any."""
        async with connected(self._pool) as connection:
            asked = (file, *(after or (None, None)), limit, states, recipient)
            rows = await connection.fetch(_QUERIES["messages"], organisation, *asked)
        return [Letter(**row) for row in rows]

    async def letter(self, organisation: str, message: str) -> Letter | None:
        """A message by its id; None if there is none."""
        async with connected(self._pool) as connection:
            row = await connection.fetchrow(_QUERIES["message"], organisation, message)
        return Letter(**row) if row else None

    async def content(self, organisation: str, message: str) -> bytes | None:
        """A message as it was rendered (RFC 5322): empty if erased, None if there is none of that id."""
        async with connected(self._pool) as connection:
            found: bytes | None = await connection.fetchval(_QUERIES["content"], organisation, message)
        return found

    async def counts(self, organisation: str) -> Mapping[str, int]:
        """How many messages are in each state that has any."""
        async with connected(self._pool) as connection:
            return {
                row["state"]: row["messages"]
                for row in await connection.fetch(_QUERIES["counts"], organisation)
            }


async def _lock(connection: Connection, sender: int) -> None:
    try:
        await connection.execute(_QUERIES["sender_lock"], sender)
    except UNREACHABLE as error:
        raise _unavailable(error) from error


def _queued(row: asyncpg.Record) -> Queued:
    fields = dict(row)
    return Queued(simulation=fields.pop("kind") == LedgerKind.SIMULATION, **fields)


def _unavailable(error: Exception) -> LedgerUnavailable:
    return LedgerUnavailable(f"the outbox is out of reach: {type(error).__name__}")
