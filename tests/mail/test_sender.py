"""What becomes of a message: sent, put off, failed, withdrawn, or in doubt; never twice unawares."""

from collections.abc import Awaitable, Callable
from dataclasses import replace

import pytest
from pydantic import SecretStr

from domain.kernel.ledger import LedgerKind
from eventstore.postgres import PostgresLedger
from mail.courier import MailServer
from mail.messages import Letter
from mail.outbox import Outbox
from stack.ports import LOOPBACK, chosen_port
from tests.eventstore.making import NOW
from tests.mail.conftest import Sending
from tests.mail.making import ORGANISATION, Ledgerward, outgoing, queue
from tests.mail.relay import Relay, serve_relay
from tests.support.waiting import wait_until

Wait = Callable[..., Awaitable[Letter]]


async def _told(ledgerward: Ledgerward, *deliveries: tuple[str, str | None]) -> None:
    async def all_told() -> bool:
        return ledgerward.deliveries == list(deliveries)

    await wait_until(all_told, "all told")


async def test_a_queued_message_is_sent_as_it_was_rendered_and_the_ledger_is_told(
    ledger: PostgresLedger, relay: Relay, sending: Sending, letter: Wait, ledgerward: Ledgerward
) -> None:
    """Sent: the recipient of the message got it, once, and the report names the attempt."""
    message = outgoing(1)
    await queue(ledger, message)
    async with sending():
        await letter(message.id, "sent")
        await _told(ledgerward, ("sent", "250"))
    assert list(ledgerward.told) == [f"escale:delivery/{message.id}/sent/1"]
    assert relay.ids == [f"<{message.id}@exemple.fr>"]
    assert relay.recipients == ["zoe@exemple.fr"]
    assert relay.taken[0].get_content().strip() == "Bonjour"


@pytest.mark.parametrize(
    ("file", "named"),
    [
        ("rives", {"cooperation": "rives"}),
        ("review:avis", {"review": "avis"}),
        ("funding:aide", {"funding": "aide"}),
    ],
)
async def test_the_ledger_is_told_of_the_file_that_the_message_is_about(
    ledger: PostgresLedger, sending: Sending, ledgerward: Ledgerward, file: str, named: dict[str, str]
) -> None:
    """Be it a cooperation, a review or a funding."""
    await queue(ledger, replace(outgoing(1), file=file))
    async with sending():
        await _told(ledgerward, ("sent", "250"))
    [command] = ledgerward.told.values()
    told = command.model_dump(include={"cooperation", "review", "funding"}, exclude_none=True)
    assert (told, command.file) == (named, file)


async def test_a_message_that_is_put_off_is_tried_again(
    ledger: PostgresLedger, relay: Relay, sending: Sending, letter: Wait, ledgerward: Ledgerward
) -> None:
    """4xx at the recipient or after the message: later, with the same Message-ID."""
    relay.rcpt.append("450 busy")
    relay.data.append("451 later")
    message = outgoing(1)
    await queue(ledger, message)
    async with sending():
        sent = await letter(message.id, "sent")
        await _told(ledgerward, ("sent", "250"))
    assert sent.attempts == 3
    assert len(relay.taken) == 1


async def test_a_message_that_is_put_off_too_often_has_failed(
    ledger: PostgresLedger, relay: Relay, sending: Sending, letter: Wait, ledgerward: Ledgerward
) -> None:
    """Retries are bounded: the third 4xx of three is final."""
    relay.rcpt.extend(["450 busy"] * 3)
    message = outgoing(1)
    await queue(ledger, message)
    async with sending():
        failed = await letter(message.id, "failed")
        await _told(ledgerward, ("failed", "450"))
    assert (failed.reason, failed.attempts) == ("450", 3)
    assert relay.taken == []


async def test_a_message_that_is_refused_has_failed_and_is_not_tried_again(
    ledger: PostgresLedger, relay: Relay, sending: Sending, letter: Wait, ledgerward: Ledgerward
) -> None:
    """5xx: failed, with the server's code; others go on."""
    relay.rcpt.append("550 unknown")
    first, second, third = outgoing(1), outgoing(2), outgoing(3)
    relay.data.append("554 no")
    await queue(ledger, first, second, third)
    async with sending():
        assert (await letter(first.id, "failed")).reason == "550"
        assert (await letter(second.id, "failed")).reason == "554"
        await letter(third.id, "sent")
        await _told(ledgerward, ("failed", "550"), ("failed", "554"), ("sent", "250"))
    assert relay.ids == [f"<{third.id}@exemple.fr>"]


async def test_a_connection_lost_after_the_message_leaves_doubt(
    ledger: PostgresLedger, relay: Relay, sending: Sending, letter: Wait, ledgerward: Ledgerward
) -> None:
    """No answer after the message was handed over: unknown, and not tried again by itself."""
    relay.data.append("drop")
    first, second = outgoing(1), outgoing(2)
    await queue(ledger, first, second)
    async with sending():
        assert (await letter(first.id, "unknown")).reason == "connection-lost"
        await letter(second.id, "sent")
        await _told(ledgerward, ("unknown", "connection-lost"), ("sent", "250"))
    assert relay.ids == [f"<{first.id}@exemple.fr>", f"<{second.id}@exemple.fr>"]


async def test_a_server_that_is_too_slow_after_the_message_leaves_doubt(
    ledger: PostgresLedger, relay: Relay, sending: Sending, letter: Wait
) -> None:
    """Whoever waits no longer for the answer cannot know it."""
    relay.data.append("hold")
    message = outgoing(1)
    await queue(ledger, message)
    async with sending():
        assert (await letter(message.id, "unknown")).reason == "timeout"
    assert len(relay.taken) == 1


async def test_a_server_that_is_away_says_nothing_about_the_message(
    ledger: PostgresLedger, relay: Relay, sending: Sending, outbox: Outbox, ledgerward: Ledgerward
) -> None:
    """Connection refused: the message stays queued, for ever if need be, and goes out once the server is there."""
    message = outgoing(1)
    await queue(ledger, message)
    async with sending(through=MailServer(LOOPBACK, chosen_port(0))):

        async def tried_often() -> bool:
            [one] = await outbox.letters(ORGANISATION)
            return one.attempts > 5 and one.reason == "unreachable" and one.state == "queued"

        await wait_until(tried_often, "tried often")
    async with sending():
        await _told(ledgerward, ("sent", "250"))
    assert len(relay.taken) == 1


@pytest.mark.filterwarnings("ignore:Requiring AUTH while not requiring TLS")
async def test_a_relay_that_asks_for_a_password_is_given_it(
    ledger: PostgresLedger, sending: Sending, letter: Wait, outbox: Outbox
) -> None:
    """A wrong one says nothing about the message: it waits until the operator has mended the settings."""
    message = outgoing(1)
    await queue(ledger, message)

    async def turned_away() -> bool:
        [one] = await outbox.letters(ORGANISATION)
        return (one.state, one.reason) == ("queued", "535")

    async with serve_relay("sesame") as closed:
        wrong, right = (
            replace(closed.server, username="escale", password=SecretStr(text)) for text in ("x", "sesame")
        )
        async with sending(through=wrong):
            await wait_until(turned_away, "turned away")
        async with sending(through=right):
            await letter(message.id, "sent")
        assert len(closed.taken) == 1


async def test_a_message_that_is_to_travel_protected_never_travels_in_clear(
    ledger: PostgresLedger, relay: Relay, sending: Sending, outbox: Outbox
) -> None:
    """A relay without STARTTLS, where it is asked for, gets nothing."""
    await queue(ledger, outgoing(1))

    async def tried_twice() -> bool:
        [one] = await outbox.letters(ORGANISATION)
        return one.state == "queued" and one.attempts > 1

    async with sending(through=replace(relay.server, security="starttls")):
        await wait_until(tried_twice, "tried twice")
    assert relay.taken == []


async def test_a_message_whose_reason_has_gone_is_withdrawn(
    ledger: PostgresLedger, relay: Relay, sending: Sending, letter: Wait, ledgerward: Ledgerward
) -> None:
    """The ledger is asked just before: what was met meanwhile is not reminded of."""
    gone, standing = outgoing(1), outgoing(2)
    ledgerward.gone.add(gone.occurrence)
    await queue(ledger, gone, standing)
    async with sending():
        assert (await letter(gone.id, "withdrawn")).reason == "reason-gone"
        await _told(ledgerward, ("withdrawn", "reason-gone"), ("sent", "250"))
    assert relay.ids == [f"<{standing.id}@exemple.fr>"]


async def test_a_message_that_nobody_can_be_sent_has_failed(
    ledger: PostgresLedger, relay: Relay, sending: Sending, letter: Wait
) -> None:
    """Erased data, or no address that mail can be sent to: failed, and says which."""
    erased, nowhere = outgoing(1, erased=True), outgoing(2, to=None)
    await queue(ledger, erased, nowhere)
    async with sending():
        assert (await letter(erased.id, "failed")).reason == "erased"
        assert (await letter(nowhere.id, "failed")).reason == "address"
    assert relay.taken == []


async def test_the_mail_of_a_simulation_never_meets_the_relay(
    ledger: PostgresLedger, relay: Relay, sending: Sending, outbox: Outbox, letter: Wait
) -> None:
    """It goes to the catcher; without one it is withdrawn, while real mail takes its way."""
    await ledger.found("exercice", LedgerKind.SIMULATION, NOW)
    caught, uncaught, real = outgoing(1), outgoing(2), outgoing(3)

    async def state_of(message: str) -> str:
        return next(one.state for one in await outbox.letters("exercice") if one.id == message)

    async def is_sent() -> bool:
        return await state_of(caught.id) == "sent"

    async def is_withdrawn() -> bool:
        return await state_of(uncaught.id) == "withdrawn"

    async with serve_relay() as catcher:
        await queue(ledger, caught, organisation="exercice")
        async with sending(catcher=catcher.server):
            await wait_until(is_sent, "is sent")
        assert catcher.ids == [f"<{caught.id}@exemple.fr>"]
    await queue(ledger, uncaught, organisation="exercice")
    await queue(ledger, real)
    async with sending():
        await wait_until(is_withdrawn, "is withdrawn")
        await letter(real.id, "sent")
    assert relay.ids == [f"<{real.id}@exemple.fr>"]


async def test_a_file_that_cannot_be_judged_holds_up_no_other(
    ledger: PostgresLedger, sending: Sending, outbox: Outbox, ledgerward: Ledgerward
) -> None:
    """Its message waits; nothing is said to a server about it."""
    stuck, fine = outgoing(1), outgoing(2)
    await queue(ledger, stuck, fine)
    ledgerward.unjudgeable.add(stuck.occurrence)
    async with sending():
        await _told(ledgerward, ("sent", "250"))
    waiting = next(one for one in await outbox.letters(ORGANISATION) if one.id == stuck.id)
    assert (waiting.state, waiting.reason, waiting.attempts) == ("queued", "unjudged", 0)


async def test_what_the_ledger_was_not_told_is_told_after_a_restart(
    ledger: PostgresLedger, sending: Sending, letter: Wait, ledgerward: Ledgerward, relay: Relay
) -> None:
    """A report that failed is repeated under the same id; the message is not sent again."""
    message = outgoing(1)
    await queue(ledger, message)
    ledgerward.deaf = True
    async with sending():
        await letter(message.id, "sent")
    assert ledgerward.told == {}
    ledgerward.deaf = False
    async with sending():
        await _told(ledgerward, ("sent", "250"))
    assert len(relay.taken) == 1


async def test_a_sender_asked_to_stop_finishes_the_message_in_hand(
    ledger: PostgresLedger, relay: Relay, sending: Sending, letter: Wait, ledgerward: Ledgerward
) -> None:
    """Then it takes no other."""
    relay.data.append("hold")
    first, second = outgoing(1), outgoing(2)
    await queue(ledger, first, second)
    async with sending() as stop:
        await relay.holding.wait()
        stop.set()
        relay.go_on.set()
    await letter(first.id, "sent")
    await letter(second.id, "queued")
    assert ledgerward.deliveries == [("sent", "250")]
