"""Letters that come back: which notices settle what, in the outbox and in what the ledger is told."""

from collections.abc import Awaitable, Callable
from dataclasses import replace

import pytest

from eventstore.postgres import PostgresLedger
from mail.bounces import Bounces
from mail.messages import Letter
from mail.outbox import Outbox
from tests.mail.conftest import Sending
from tests.mail.making import (
    ORGANISATION,
    RETURN_PATHS,
    Ledgerward,
    outgoing,
    queue,
    report_failed,
    settle,
)
from tests.mail.notices import notice
from tests.mail.relay import Relay
from tests.support.waiting import wait_until

Wait = Callable[..., Awaitable[Letter]]
LETTER = f"letter-{'a1' * 16}"


@pytest.fixture
def bounces(outbox: Outbox) -> Bounces:
    """What takes notices in."""
    return Bounces(outbox, lambda: RETURN_PATHS)


async def _told(ledgerward: Ledgerward, *expected: tuple[str, str | None]) -> None:
    async def all_told() -> bool:
        return ledgerward.deliveries == list(expected)

    await wait_until(all_told, "told")


async def _given(bounces: Bounces, to: str, name: str = "postfix") -> str:
    return (await bounces.take(notice(name, to))).outcome


async def test_what_was_sent_comes_back_once(
    ledger: PostgresLedger,
    relay: Relay,
    sending: Sending,
    letter: Wait,
    ledgerward: Ledgerward,
    bounces: Bounces,
) -> None:
    """The ledger is told that it failed, and why; a notice that comes again, or of an earlier attempt, says nothing."""
    message = outgoing(1)
    await queue(ledger, message)
    async with sending():
        await letter(message.id, "sent")
        first = relay.senders[0]
        assert await _given(bounces, first, "postfix_delayed") == "delayed"
        assert (await letter(message.id, "sent")).attempts == 1
        assert await _given(bounces, first) == "failed"
        assert (await letter(message.id, "failed")).reason == "5.1.1"
        assert await _given(bounces, first, "exchange") == "settled"
        told = [("sent", "250"), ("failed", "5.1.1")]
        await _told(ledgerward, *told)
        await settle(ledger, message, "resend")
        await letter(message.id, "sent")
        assert relay.senders[1] != first
        assert await _given(bounces, first) == "nobodys"
        await _told(ledgerward, *told, ("sent", "250"))
        assert await _given(bounces, relay.senders[1], "exchange") == "failed"
        await _told(ledgerward, *told, ("sent", "250"), ("failed", "5.2.2"))


async def test_doubt_ends_when_a_letter_comes_back(
    ledger: PostgresLedger,
    relay: Relay,
    sending: Sending,
    letter: Wait,
    bounces: Bounces,
) -> None:
    """It had left. While its sender has not said so, the notice is to come again."""
    relay.data.append("hold")
    held, doubtful = outgoing(1), outgoing(2)
    await queue(ledger, held)
    async with sending():
        await relay.holding.wait()
        assert await _given(bounces, relay.senders[0]) == "too-early"
        relay.data.append("drop")
        await queue(ledger, doubtful)
        relay.go_on.set()
        await letter(held.id, "sent")
        await letter(doubtful.id, "unknown")
        assert await _given(bounces, relay.senders[1]) == "failed"
        assert (await letter(doubtful.id, "failed")).reason == "5.1.1"


async def test_nobody_makes_a_letter_come_back_who_only_knows_its_id(
    ledger: PostgresLedger, outbox: Outbox, sending: Sending, letter: Wait, bounces: Bounces
) -> None:
    """Neither with a guessed proof nor with that of another organisation; what is no notice is none."""
    message = outgoing(1)
    await queue(ledger, message)
    async with sending():
        await letter(message.id, "sent")
    true = RETURN_PATHS.of(ORGANISATION, message.id, 1)
    forged = [
        true.replace(true[-24:-12], "a" * 12),
        RETURN_PATHS.of("autre", message.id, 1),
        RETURN_PATHS.of(ORGANISATION, message.id, 2),
        "retour@exemple.fr",
    ]
    assert {await _given(bounces, one) for one in forged} == {"nobodys"}
    assert (await bounces.take(f"To: {true}\r\n\r\nAbsence".encode())).outcome == "no-notice"
    assert await outbox.counts(ORGANISATION) == {"sent": 1}
    assert await _given(bounces, true) == "failed"


async def test_a_letter_with_a_link_comes_back_to_be_seen(
    ledger: PostgresLedger,
    outbox: Outbox,
    relay: Relay,
    sending: Sending,
    letter: Wait,
    ledgerward: Ledgerward,
    bounces: Bounces,
) -> None:
    """The outbox shows that it failed; the ledger claims none and is told nothing."""
    written = replace(outgoing(1), id=LETTER, occurrence="sign-in")
    await outbox.enqueue(ORGANISATION, "sign-in", written)
    reminder = outgoing(2)
    await queue(ledger, reminder)
    async with sending():
        await letter(LETTER, "sent")
        assert await _given(bounces, relay.senders[0]) == "failed"
        assert (await letter(LETTER, "failed")).reason == "5.1.1"
        await letter(reminder.id, "sent")
        await _told(ledgerward, ("sent", "250"))


async def test_what_comes_back_before_a_decision_is_carried_out_is_decided_anew(
    ledger: PostgresLedger, outbox: Outbox, relay: Relay, sending: Sending, letter: Wait, bounces: Bounces
) -> None:
    """Somebody said that it arrived; the ledger has heard otherwise since."""
    relay.data.append("drop")
    message = outgoing(1)
    await queue(ledger, message)
    async with sending():
        await letter(message.id, "unknown")
    await settle(ledger, message, "arrived")
    assert await _given(bounces, relay.senders[0]) == "failed"
    await report_failed(ledger, message)
    async with sending():
        await queue(ledger, last := outgoing(2))
        await letter(last.id, "sent")
        await letter(message.id, "failed")
        await settle(ledger, message, "drop")
        await letter(message.id, "withdrawn")
