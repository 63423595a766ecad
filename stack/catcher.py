"""The mail catcher: an SMTP server that delivers nothing and keeps every message in a Maildir."""

import argparse
import asyncio
import mailbox
import signal
from datetime import UTC, datetime
from email.message import EmailMessage
from email.parser import BytesParser
from email.policy import default
from pathlib import Path
from typing import Any, NamedTuple

from aiosmtpd.smtp import SMTP, Envelope

from stack.ports import LOOPBACK

LARGEST = 10 * 1024 * 1024  # bytes


class CaughtMail(NamedTuple):
    """One message as it came: when (UTC), from and to whom by the SMTP envelope, and its content."""

    key: str
    received_at: datetime
    sender: str
    recipients: tuple[str, ...]
    message: EmailMessage


class Catcher:
    """Handler of `aiosmtpd`: stores what comes before it says that it has it."""

    def __init__(self, maildir: Path) -> None:
        self._maildir = mailbox.Maildir(maildir)

    async def handle_DATA(self, server: SMTP, session: Any, envelope: Envelope) -> str:  # noqa: ARG002, N802 - named by aiosmtpd
        """Keep the message, with its envelope in two headers of ours on top."""
        head = f"X-Escale-From: {envelope.mail_from}\nX-Escale-To: {', '.join(envelope.rcpt_tos)}\n"
        content = bytes(envelope.original_content or b"").replace(b"\r\n", b"\n")
        try:
            self._maildir.add(head.encode() + content)
        except OSError as error:  # no room, say: whoever sends is to try again later
            return f"452 not kept: {error.strerror}"
        return "250 kept"


def caught(maildir: Path) -> list[CaughtMail]:
    """Read every message of `maildir`, the oldest first."""
    if not maildir.exists():
        return []
    box = mailbox.Maildir(maildir, create=False)
    parser = BytesParser(policy=default)
    mails = []
    for key in box.keys():  # noqa: SIM118 - a Maildir iterates over messages
        message = parser.parsebytes(box.get_bytes(key))
        received_at = datetime.fromtimestamp(box.get_message(key).get_date(), UTC)
        mails.append(
            CaughtMail(
                key, received_at, message["X-Escale-From"], tuple(message["X-Escale-To"].split(", ")), message
            )
        )
    return sorted(mails, key=lambda mail: (mail.received_at, mail.key))


async def catch(maildir: Path, port: int) -> None:
    """Serve on `port` of the loopback interface until SIGTERM or SIGINT."""
    loop = asyncio.get_running_loop()
    leaving = asyncio.Event()
    for number in (signal.SIGTERM, signal.SIGINT):
        loop.add_signal_handler(number, leaving.set)
    handler = Catcher(maildir)
    server = await loop.create_server(
        lambda: SMTP(handler, data_size_limit=LARGEST, enable_SMTPUTF8=True, loop=loop), LOOPBACK, port
    )
    async with server:
        await leaving.wait()


def main() -> None:
    """Run the catcher as its own process."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--maildir", type=Path, required=True)
    parser.add_argument("--port", type=int, required=True)
    arguments = parser.parse_args()
    asyncio.run(catch(arguments.maildir, arguments.port))


if __name__ == "__main__":
    main()
