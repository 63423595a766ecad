"""A mail server in this process that misbehaves as it is told to."""

import asyncio
from collections import deque
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from dataclasses import dataclass, field
from email import message_from_bytes
from email.message import EmailMessage
from email.policy import SMTP as SMTP_POLICY
from typing import Any

from aiosmtpd.smtp import SMTP, AuthResult, Envelope

from mail.courier import MailServer
from stack.ports import LOOPBACK


@dataclass
class Relay:
    """Accepts whatever comes, except where replies were put in the queues ``rcpt`` and ``data``.

    A reply is what the server says; ``drop`` ends the connection instead, after the message was taken.
    """

    server: MailServer
    rcpt: deque[str] = field(default_factory=deque)
    data: deque[str] = field(default_factory=deque)
    taken: list[EmailMessage] = field(default_factory=list)
    recipients: list[str] = field(default_factory=list)
    senders: list[str] = field(default_factory=list)
    """Where each of what was taken comes back to."""
    holding: asyncio.Event = field(default_factory=asyncio.Event)
    """Set once a message is here whose answer is ``hold``: none comes before ``go_on``."""
    go_on: asyncio.Event = field(default_factory=asyncio.Event)

    @property
    def ids(self) -> list[str]:
        """The Message-IDs of all that was taken."""
        return [str(message["Message-ID"]) for message in self.taken]

    async def handle_RCPT(  # noqa: N802 - named by aiosmtpd
        self, _server: SMTP, _session: Any, envelope: Envelope, address: str, _options: Any
    ) -> str:
        """Answer as told, else accept the recipient."""
        reply = self.rcpt.popleft() if self.rcpt else "250 ok"
        if reply.startswith("250"):
            envelope.rcpt_tos.append(address)
        return reply

    async def handle_DATA(self, server: SMTP, _session: Any, envelope: Envelope) -> str:  # noqa: N802
        """Answer as told, else take the message."""
        reply = self.data.popleft() if self.data else "250 ok"
        if reply in {"250 ok", "drop", "hold"}:
            parsed = message_from_bytes(envelope.original_content or b"", policy=SMTP_POLICY)
            assert isinstance(parsed, EmailMessage)
            self.taken.append(parsed)
            self.recipients += envelope.rcpt_tos
            self.senders.append(envelope.mail_from or "")
        if reply == "hold":
            self.holding.set()
            await self.go_on.wait()
            return "250 ok"
        if reply == "drop":
            assert isinstance(server.transport, asyncio.Transport)
            server.transport.abort()
        return reply


@asynccontextmanager
async def serve_relay(password: str | None = None) -> AsyncIterator[Relay]:
    """A relay on a port of its own, until the block ends; with ``password`` it takes mail from ``escale`` only."""

    def authenticate(_server: SMTP, _session: Any, _envelope: Any, _mechanism: str, given: Any) -> AuthResult:
        known = (given.login, given.password) == (b"escale", str(password).encode())
        return AuthResult(success=known, handled=False)

    loop = asyncio.get_running_loop()
    relays: list[Relay] = []
    server = await loop.create_server(
        lambda: SMTP(
            relays[0],
            loop=loop,
            auth_required=password is not None,
            auth_require_tls=False,
            authenticator=authenticate,
        ),
        LOOPBACK,
        0,
    )
    relays.append(Relay(MailServer(LOOPBACK, server.sockets[0].getsockname()[1])))
    try:
        yield relays[0]
    finally:
        relays[0].go_on.set()
        server.close()
