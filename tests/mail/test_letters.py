"""Letters with a link: their words, their own way into the outbox, and nothing of them in the ledger."""

from collections.abc import Awaitable, Callable
from dataclasses import replace
from datetime import datetime
from email import message_from_bytes
from email.headerregistry import Address
from email.message import EmailMessage
from email.policy import SMTP
from pathlib import Path

import asyncpg
import pytest
from asyncpg.exceptions import InsufficientPrivilegeError

from domain.kernel.ledger import OutgoingMessage
from domain.kernel.moments import PARIS
from domain.kernel.values import Language
from eventstore.postgres import PostgresLedger
from language import Text
from mail.addresses import recipient_of
from mail.deposits import bringing, message_of
from mail.letters import LinkLetter, LinkLetters, written
from mail.messages import Letter, Queued
from mail.outbox import Outbox
from tests.eventstore.making import NOW
from tests.mail.conftest import Sending
from tests.mail.making import ORGANISATION, SENDER, Ledgerward, outgoing, queue
from tests.mail.relay import Relay

GOLDEN = Path(__file__).with_name("golden")
ACCESS = LinkLetter(
    purpose="access",
    organisation_id=ORGANISATION,
    organisation="Fondation d’exemple",
    simulation=False,
    recipient="p-000000000001",
    name="Zoé Müller",
    address="zoe@exemple.fr",
    language=Language.FRENCH,
    url="https://escale.exemple.fr/l/NbWpDRyWOVCxJlPTBoJwVDVZ_eTX2XnEpjSX-2yWy2Y",
    now=datetime(2026, 9, 2, 8, 0, tzinfo=PARIS),
)
DEPOSIT = replace(
    ACCESS,
    purpose="deposit",
    recipient="",
    url="https://escale.exemple.fr/d/0123456789abcdef0123456789abcdef",
    file="funding:filature-2027",
    what=Text("le compte rendu « Bilan »", "the report “Balance”"),
)
ENGLISH = Language.ENGLISH


def _written(letter: LinkLetter) -> OutgoingMessage:
    return written(letter, "letter-1", Address(addr_spec=SENDER))


def _readable(message: OutgoingMessage) -> str:
    parsed = message_from_bytes(message.content, policy=SMTP)
    assert isinstance(parsed, EmailMessage)
    heads = "\n".join(f"{name}: {value}" for name, value in parsed.items() if name != "Content-Type")
    parts = [parsed.get_body((kind,)) for kind in ("plain", "html")]
    bodies = [str(part.get_content()).replace("\r\n", "\n") for part in parts if part]
    return "\n".join([f"{heads}\n", *bodies])


@pytest.mark.parametrize(
    ("name", "letter"),
    [
        ("link-access.fr", ACCESS),
        ("link-sign-in.en", replace(ACCESS, purpose="sign-in", language=ENGLISH)),
        ("link-reset.fr", replace(ACCESS, purpose="reset")),
        ("link-identity.fr", replace(ACCESS, purpose="identity")),
        ("link-deposit.fr", DEPOSIT),
        ("link-access.en", replace(ACCESS, language=ENGLISH, simulation=True)),
    ],
)
def test_a_letter_reads_as_agreed(name: str, letter: LinkLetter) -> None:
    """The samples: why, what to do, how long the link is good, what to do if it is not for you."""
    assert _readable(_written(letter)) == (GOLDEN / f"{name}.txt").read_text(encoding="utf-8")


def test_what_people_write_stays_text() -> None:
    """In headers and in HTML; and the link stays whole."""
    evil = replace(ACCESS, name="<b>Z</b>\r\nBcc: x@exemple.org", organisation="<script>x</script>\nTo: y")
    message = _written(evil)
    assert recipient_of(message.content) == "zoe@exemple.fr"
    text = _readable(message)
    html = text[text.index("<!DOCTYPE") :]
    assert "<script>" not in html
    assert "<b>" not in html
    assert text.count(f"\n  {evil.url}\n") == 2
    assert "\n" not in message.subject


async def test_a_letter_goes_out_first_and_the_ledger_hears_nothing(
    ledger: PostgresLedger,
    outbox: Outbox,
    sending: Sending,
    relay: Relay,
    ledgerward: Ledgerward,
    letter: Callable[..., Awaitable[Letter]],
) -> None:
    """Whoever waits for a link does not wait for the reminders of the morning."""
    reminders = [outgoing(one) for one in range(1, 4)]
    await queue(ledger, *reminders)
    posted = await LinkLetters(outbox, SENDER).post(replace(ACCESS, now=NOW.replace(year=2030)))
    async with sending():
        await letter(reminders[-1].id, "sent")
    assert str(relay.taken[0]["Subject"]) == "Votre accès à Fondation d’exemple"
    found = await outbox.letter(ORGANISATION, posted)
    assert found
    assert (found.state, found.purpose, found.recipient) == ("sent", "access", ACCESS.recipient)
    assert {one.message for one in ledgerward.told.values()} <= {one.id for one in reminders}


async def test_a_link_to_hand_in_stands_in_what_is_sent_alone_and_an_address_outside_goes_with_it(
    outbox: Outbox, sending: Sending, relay: Relay, letter: Callable[..., Awaitable[Letter]]
) -> None:
    """The secret is drawn while the letter leaves; neither name nor address of its reader stays afterwards."""
    deposit = DEPOSIT.url.rpartition("/")[2]
    posted = await LinkLetters(outbox, SENDER).post(replace(DEPOSIT, now=NOW), message_of(deposit))
    stored = await outbox.content(ORGANISATION, posted)
    assert stored
    assert b"zoe@exemple.fr" in stored

    async def completed(message: Queued) -> bytes:
        return bringing(message, "s" * 43)

    async with sending(complete=completed):
        await letter(posted, "sent")
    parts = [relay.taken[0].get_body((kind,)) for kind in ("plain", "html")]
    sent = "".join(str(one.get_content()) for one in parts if one)
    assert (sent.count("/d/" + "s" * 43), deposit in sent) == (4, False)
    assert await outbox.content(ORGANISATION, posted) == b""


async def test_the_service_can_forge_no_reminder(ledger: PostgresLedger, pool: asyncpg.Pool) -> None:
    """Neither by the function, nor by itself."""
    values = (ORGANISATION, "m", "file", "p", "s", b"c", NOW)
    with pytest.raises(InsufficientPrivilegeError):
        await pool.execute("SELECT mail.enqueue($1, $2, 'reminder', $3, $4, $5, $6, $7)", *values)
    with pytest.raises(InsufficientPrivilegeError):
        await pool.execute("UPDATE mail.outbox SET purpose = 'access'")
