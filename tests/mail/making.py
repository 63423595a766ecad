"""Messages as claims leave them in the outbox, and the ledger's side of sending them."""

from datetime import timedelta
from email.headerregistry import Address
from email.message import EmailMessage
from email.policy import SMTP
from typing import Literal

from domain.files.events import DeliveryReported, DeliverySettled, ReminderIssued
from domain.kernel.event import Event
from domain.kernel.ids import SERVICE, message_id, stream_of
from domain.kernel.ledger import Append, Appended, OutgoingMessage
from domain.kernel.moments import write_instant
from domain.kernel.prose import Prose
from domain.kernel.recorded import Recorded
from domain.kernel.values import Role
from domain.registry.codec import encode
from domain.reminders.commands import ReportDelivery
from domain.reminders.delivery import Rest, Withheld
from eventstore.postgres import PostgresLedger
from mail.courier import Patience
from mail.messages import Queued
from mail.return_paths import ReturnPaths
from tests.eventstore.making import NOW

Decision = Literal["arrived", "resend", "drop"]

ORGANISATION = "fondation"
FILE = "noailles"
SENDER = "escale@exemple.fr"
RETURN_PATHS = ReturnPaths(SENDER, "retour@exemple.fr", b"k" * 32)
IMPATIENT = Patience(
    answer_seconds=2,
    data_seconds=2,
    first_wait=timedelta(milliseconds=10),
    longest_wait=timedelta(milliseconds=20),
    longest_outage_wait=timedelta(milliseconds=20),
    deferrals=3,
)


def return_path(message: Queued) -> str:
    """Where the next attempt to send a message comes back to."""
    return RETURN_PATHS.of(message.organisation, message.id, message.attempts + 1)


def outgoing(
    number: int, *, to: str | None = "zoe@exemple.fr", erased: bool = False, file: int | None = None
) -> OutgoingMessage:
    """A small message, as rendered for the claim of that number, in a file of its own or another's."""
    place = message_id(FILE, f"inactivity/e{number}", "due", "p-000000000001")
    message = EmailMessage(SMTP)
    message["From"] = SENDER
    if to is not None:
        message["To"] = Address(addr_spec=to)
    message["Subject"] = f"Rappel {number}"
    message["Message-ID"] = f"<{place}@exemple.fr>"
    message.set_content("Bonjour")
    return OutgoingMessage(
        id=place,
        file=f"{FILE}-{number if file is None else file}",
        occurrence=f"inactivity/e{number}",
        recipient="p-000000000001",
        subject=f"Rappel {number}",
        content=b"" if erased else bytes(message),
        created_at=NOW + timedelta(seconds=number),
    )


async def queue(ledger: PostgresLedger, *messages: OutgoingMessage, organisation: str = ORGANISATION) -> None:
    """Store messages as an append does, each with the event that claims it."""
    for message in messages:
        claim = ReminderIssued(
            occurrence=message.occurrence,
            rung="due",
            due_on=NOW.date(),
            recipient=message.recipient,
            role=Role.PROGRAMME_MANAGER,
            late=False,
            message=message.id,
            calendar="monday-to-friday, FR",
        )
        await _append(ledger, organisation, message.file, claim, (message,))


async def settle(ledger: PostgresLedger, message: OutgoingMessage, decision: Decision) -> None:
    """Record what a person decided about a message."""
    event = DeliverySettled(message=message.id, decision=decision, reason=Prose("Vérifié par téléphone"))
    await _append(ledger, ORGANISATION, message.file, event)


async def report_failed(ledger: PostgresLedger, message: OutgoingMessage) -> None:
    """Record that a message failed."""
    event = DeliveryReported(message=message.id, delivery="failed", code="5.1.1")
    await _append(ledger, ORGANISATION, message.file, event)


async def _append(
    ledger: PostgresLedger,
    organisation: str,
    file: str,
    event: Event,
    messages: tuple[OutgoingMessage, ...] = (),
) -> None:
    stream = stream_of(file)
    entry = len((await ledger.read_streams(organisation, {stream: 0}))[stream]) + 1
    command_id = f"{file}-{entry}"
    recorded = Recorded(
        event, stream, entry, write_instant(NOW), SERVICE, command_id, command_id, command_id, "tec@1"
    )
    encoded = encode(recorded, 0, lambda: b"k" * 32)
    item = Append(
        command_id,
        SERVICE,
        b"d" * 32,
        b"k" * 32,
        {stream: entry - 1},
        (encoded.new,),
        secrets=encoded.secrets,
        messages=messages,
    )
    [answer] = await ledger.append(organisation, [item], NOW)
    assert isinstance(answer, Appended)


class Ledgerward:
    """Stands for the ledger's side: whether reminders still have their reason, and what it was told."""

    def __init__(self) -> None:
        self.gone: set[str] = set()
        self.known: dict[str, Rest] = {}
        """What the ledger knows of messages, by id."""
        self.unjudgeable: set[str] = set()
        self.deaf = False
        self.told: dict[str, ReportDelivery] = {}
        self.outcome = "recorded"

    async def withheld(self, message: Queued) -> Withheld | None:
        """Nothing but what was said to be. Raises KeyError for the unjudgeable."""
        if message.occurrence in self.unjudgeable:
            raise KeyError(message.occurrence)
        if message.id in self.known:
            return self.known[message.id], "known"
        return ("withdrawn", "reason-gone") if message.occurrence in self.gone else None

    async def report(self, _organisation: str, command: ReportDelivery) -> "Ledgerward":
        """Take a report; the same again changes nothing. Raises RuntimeError while deaf."""
        if self.deaf:
            raise RuntimeError("deaf")
        assert self.told.setdefault(command.command_id, command) == command
        return self

    @property
    def deliveries(self) -> list[tuple[str, str | None]]:
        """What was told, in order: delivery and code."""
        return [(command.delivery, command.code) for command in self.told.values()]
