"""Letters that bring a link: they are no reminders, no event claims them, and the same sender sends them.

The link is in the letter alone: what is shown of a letter afterwards has it masked (``queries/messages.py``).
"""

from dataclasses import dataclass
from datetime import datetime
from email.headerregistry import Address
from secrets import token_hex

from domain.kernel.ids import ORGANISATION_STREAM
from domain.kernel.ledger import OutgoingMessage
from domain.kernel.values import Language
from language import Text
from mail.addresses import mailbox, one_line
from mail.messages import LinkPurpose
from mail.outbox import Outbox
from mail.rendering import Envelope, Written, assemble
from mail.words import drawn


@dataclass(frozen=True, slots=True, kw_only=True)
class LinkLetter:
    """A letter to somebody of an organisation, with the address of a link that is theirs alone.

    ``now`` is by the organisation's clock. ``simulation``: then it goes where the mail of simulations goes.
    ``recipient``: a person's id; empty for somebody outside. ``file``, ``what``: for which file, by its key, something
    is to be handed in, and what.
    """

    purpose: LinkPurpose
    organisation_id: str
    organisation: str
    simulation: bool
    recipient: str
    name: str
    address: str
    language: Language
    url: str
    now: datetime
    file: str = ORGANISATION_STREAM
    what: Text | None = None


class LinkLetters:
    """Writes such letters and leaves them to the sender. ``sender`` is the address that they come from."""

    def __init__(self, outbox: Outbox, sender: str) -> None:
        self._outbox = outbox
        self._sender = Address(addr_spec=sender)

    async def post(self, letter: LinkLetter, message_id: str | None = None) -> str:
        """Queue a letter; its id, by which it is looked up: a random one, unless given. Raises LedgerUnavailable.

        An address that no mail can be sent to gives one without recipient, which becomes *failed*.
        """
        message = written(letter, message_id or f"letter-{token_hex(16)}", self._sender)
        await self._outbox.enqueue(letter.organisation_id, letter.purpose, message)
        return message.id


def written(letter: LinkLetter, message_id: str, sender: Address) -> OutgoingMessage:
    """The letter as it is sent."""
    subject = one_line(drawn("link_subject.txt", letter.language, letter=letter))
    plain, html = (drawn(f"link.{kind}", letter.language, letter=letter) for kind in ("txt", "html"))
    envelope = Envelope(message_id, None, sender, mailbox(letter.name, letter.address), letter.now)
    content = assemble(
        Written(one_line(letter.organisation), subject, plain, html), letter.language, envelope
    )
    return OutgoingMessage(
        id=message_id,
        file=letter.file,
        occurrence=letter.purpose,
        recipient=letter.recipient,
        subject=subject,
        content=content,
        created_at=letter.now,
    )
