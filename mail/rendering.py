"""A message in RFC 5322 and ASCII: the same facts give the same bytes."""

from dataclasses import dataclass
from datetime import datetime
from email.headerregistry import Address
from email.message import EmailMessage
from email.policy import SMTP
from email.utils import format_datetime

from domain.kernel.moments import PARIS
from domain.kernel.values import Language
from mail import words
from mail.addresses import one_line
from mail.encoded_words import leave_header, mailbox_header, text_header
from mail.reminder import Reminder

_POLICY = SMTP.clone(cte_type="7bit")


def subject_of(reminder: Reminder, language: Language) -> str:
    """The subject, on one line."""
    return one_line(words.subject(reminder, language))


@dataclass(frozen=True, slots=True)
class Envelope:
    """What is on a message besides its words. Without ``to`` nobody can be sent it; a letter alone has no thread.

    ``leave``: of a letter that nobody has to get, the page where one says so (RFC 2369).
    """

    message_id: str
    thread: str | None
    sender: Address
    to: Address | None
    now: datetime
    leave: str | None = None


@dataclass(frozen=True, slots=True)
class Written:
    """A message in words: from whom, its subject on one line, and what it says, both ways."""

    organisation: str
    subject: str
    plain: str
    html: str
    both: bool = True
    """Whether it says it in both languages, or in the person's alone."""


def render(reminder: Reminder, language: Language, envelope: Envelope) -> bytes:
    """A reminder as ``assemble`` does it."""
    plain = words.plain_text(reminder, language, envelope.leave)
    html = words.html(reminder, language, envelope.leave)
    return assemble(
        Written(reminder.organisation, subject_of(reminder, language), plain, html), language, envelope
    )


def assemble(written: Written, language: Language, envelope: Envelope) -> bytes:
    """The message: plain text and HTML, the person's language first.

    Its Message-ID derives from the message's id alone. All messages of one thread answer the same (absent)
    first one, so that mail readers show them together (RFC 5322, 3.6.4). ``Auto-Submitted`` (RFC 3834) keeps
    holiday replies away.
    """
    sender = envelope.sender
    heads = [
        mailbox_header("From", Address(f"Escale – {written.organisation}", sender.username, sender.domain)),
        *([mailbox_header("To", envelope.to)] if envelope.to is not None else []),
        text_header("Subject", written.subject),
        *([leave_header(envelope.leave)] if envelope.leave else []),
    ]
    message = EmailMessage(_POLICY)
    message["Date"] = format_datetime(envelope.now.astimezone(PARIS))
    message["Message-ID"] = f"<{envelope.message_id}@{sender.domain}>"
    if envelope.thread is not None:
        message["In-Reply-To"] = message["References"] = f"<{envelope.thread}@{sender.domain}>"
        message["List-Id"] = f"<{envelope.thread}.{sender.domain}>"
    message["Auto-Submitted"] = "auto-generated"
    message.set_content(written.plain)
    message.add_alternative(written.html, subtype="html")
    others = [one for one in Language if written.both and one != language]
    message["Content-Language"] = ", ".join([language, *others])
    message.set_boundary(f"=-{envelope.message_id}")
    return "".join(f"{one}\r\n" for one in heads).encode("ascii") + bytes(message)
