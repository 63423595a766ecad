"""Senders that die, senders side by side, and what people decide about messages in doubt."""

import asyncio
import sys
from collections.abc import AsyncIterator, Awaitable, Callable
from contextlib import asynccontextmanager
from dataclasses import replace

import asyncpg

from domain.kernel.ledger import OutgoingMessage
from eventstore.postgres import PostgresLedger
from mail.messages import Letter
from mail.outbox import Outbox
from tests.mail.conftest import Sending
from tests.mail.making import ORGANISATION, Decision, Ledgerward, outgoing, queue, settle
from tests.mail.relay import Relay
from tests.support.postgres import Database
from tests.support.waiting import wait_until

Wait = Callable[..., Awaitable[Letter]]


@asynccontextmanager
async def _sender_process(database: Database, relay: Relay) -> AsyncIterator[asyncio.subprocess.Process]:
    """A sender in a process of its own, ready; stopped gracefully at the end, if it still lives."""
    process = await asyncio.create_subprocess_exec(
        *(sys.executable, "-m", "tests.mail.sender_process", database.service_dsn, str(relay.server.port)),
        stdout=asyncio.subprocess.PIPE,
    )
    assert process.stdout is not None
    assert await process.stdout.readline() == b"ready\n"
    try:
        yield process
    finally:
        if process.returncode is None:
            process.terminate()
            assert await asyncio.wait_for(process.wait(), 10) == 0


async def test_what_a_killed_sender_was_sending_is_in_doubt_and_not_sent_again(
    database: Database,
    ledger: PostgresLedger,
    relay: Relay,
    sending: Sending,
    letter: Wait,
    ledgerward: Ledgerward,
) -> None:
    """``kill -9`` while the server has the message but has not answered: unknown, once another sender runs."""
    relay.data.append("hold")
    doubtful, waiting = outgoing(1), outgoing(2)
    await queue(ledger, doubtful, waiting)
    async with _sender_process(database, relay) as process:
        await relay.holding.wait()
        assert (await letter(doubtful.id, "sending")).attempts == 1
        process.kill()
        await process.wait()
    async with sending():
        await letter(waiting.id, "sent")
        assert (await letter(doubtful.id, "unknown")).reason == "sender-died"

        async def told() -> bool:
            return len(ledgerward.told) == 2

        await wait_until(told, "told")
    assert set(ledgerward.told) == {
        f"escale:delivery/{doubtful.id}/unknown/1",
        f"escale:delivery/{waiting.id}/sent/1",
    }
    assert relay.ids == [f"<{doubtful.id}@exemple.fr>", f"<{waiting.id}@exemple.fr>"]


async def test_what_a_living_sender_is_sending_is_left_to_it(
    database: Database, ledger: PostgresLedger, relay: Relay, sending: Sending, letter: Wait
) -> None:
    """A second sender passes over it, however long the first one's server thinks."""
    relay.data.append("hold")
    slow, other, last = outgoing(1), outgoing(2), outgoing(3)
    await queue(ledger, slow, other)
    async with _sender_process(database, relay):
        await relay.holding.wait()
        async with sending():
            await letter(other.id, "sent")
            await queue(ledger, last)
            await letter(last.id, "sent")
            await letter(slow.id, "sending")
            relay.go_on.set()
            assert (await letter(slow.id, "sent", "unknown")).state == "sent"


async def test_senders_side_by_side_send_each_message_once(
    database: Database, ledger: PostgresLedger, relay: Relay, sending: Sending, outbox: Outbox
) -> None:
    """Three senders, two of them processes of their own, share sixty messages."""
    messages = [outgoing(number) for number in range(60)]

    async def all_sent() -> bool:
        return await outbox.counts(ORGANISATION) == {"sent": len(messages)}

    async with _sender_process(database, relay), _sender_process(database, relay), sending():
        await queue(ledger, *messages)
        await wait_until(all_sent, "all sent")
    assert sorted(relay.ids) == sorted(f"<{message.id}@exemple.fr>" for message in messages)


async def test_a_result_survives_the_loss_of_the_database_connection(
    database: Database, ledger: PostgresLedger, relay: Relay, sending: Sending, letter: Wait
) -> None:
    """The sender knows what the server answered, and writes it down when it can: no needless doubt."""
    relay.data.append("hold")
    message = outgoing(1)
    await queue(ledger, message)
    async with sending():
        await relay.holding.wait()
        superuser = await asyncpg.connect(database.superuser_dsn)
        ended = await superuser.fetch(
            "SELECT pg_terminate_backend(pid) FROM pg_stat_activity"
            " WHERE datname = current_database() AND application_name = 'escale'"
        )
        await superuser.close()
        assert ended
        relay.go_on.set()
        assert (await letter(message.id, "sent", "unknown")).state == "sent"
    assert len(relay.taken) == 1


async def test_resending_sends_the_same_message_once_more_and_no_more(
    ledger: PostgresLedger,
    relay: Relay,
    sending: Sending,
    letter: Wait,
    ledgerward: Ledgerward,
) -> None:
    """The decision is carried out once, also by a sender that reads the file's history again.

    It does so for a neighbour in the same file that still awaits a decision.
    """
    message, neighbour, later, last = outgoing(1), outgoing(2, file=1), outgoing(3), outgoing(4)
    relay.data.extend(["drop"] * 3)
    await queue(ledger, message, neighbour)
    async with sending():
        await letter(neighbour.id, "unknown")
        await settle(ledger, message, "resend")

        async def in_doubt_again() -> bool:
            return f"escale:delivery/{message.id}/unknown/2" in ledgerward.told

        await wait_until(in_doubt_again, "in doubt again")
    await queue(ledger, later)
    async with sending():
        await letter(later.id, "sent")
        await queue(ledger, last)  # sent in a later round, after what the decisions would have queued again
        await letter(last.id, "sent")
    doubts = [(message, 1), (neighbour, 1), (message, 2)]
    assert [f"escale:delivery/{one.id}/unknown/{attempt}" for one, attempt in doubts] == list(
        ledgerward.told
    )[:3]
    sent = [message, neighbour, message, later, last]
    assert relay.ids == [f"<{one.id}@exemple.fr>" for one in sent]
    assert bytes(relay.taken[0]) == bytes(relay.taken[2])


async def _settled(
    message: OutgoingMessage, decision: Decision, ledger: PostgresLedger, relay: Relay, sending: Sending
) -> None:
    relay.data.append("drop")
    await queue(ledger, message)
    async with sending():
        await relay_has(relay, message)
        await settle(ledger, message, decision)


async def relay_has(relay: Relay, message: OutgoingMessage) -> None:
    """Wait until the server took the message."""

    async def there() -> bool:
        return f"<{message.id}@exemple.fr>" in relay.ids

    await wait_until(there, "there")


async def test_a_message_said_to_have_arrived_counts_as_sent_and_a_dropped_one_as_withdrawn(
    ledger: PostgresLedger, relay: Relay, sending: Sending, letter: Wait
) -> None:
    """Neither is sent again, whatever kind of file it is about."""
    arrived, dropped = outgoing(1), replace(outgoing(2), file="review:avis")
    await _settled(arrived, "arrived", ledger, relay, sending)
    await _settled(dropped, "drop", ledger, relay, sending)
    async with sending():
        await letter(arrived.id, "sent")
        await letter(dropped.id, "withdrawn")
    assert len(relay.taken) == 2


async def test_what_the_ledger_knows_is_not_sent_again(
    ledger: PostgresLedger, relay: Relay, sending: Sending, letter: Wait, ledgerward: Ledgerward
) -> None:
    """A message put back in the queue by somebody else than the ledger returns to where it was."""
    again, fresh = outgoing(1), outgoing(2)
    ledgerward.known[again.id] = "sent"
    await queue(ledger, again, fresh)
    async with sending():
        assert (await letter(again.id, "sent")).reason == "known"
        await letter(fresh.id, "sent")
    assert relay.ids == [f"<{fresh.id}@exemple.fr>"]
