"""Hands messages to a mail server, and says what can be known of it afterwards."""

from collections.abc import Awaitable, Callable
from dataclasses import dataclass, replace
from datetime import timedelta
from typing import Literal

import aiosmtplib
import structlog
from pydantic import SecretStr

from mail.addresses import recipient_of
from mail.handing_over import NotHandedOver, hand_over
from mail.messages import Final, Later, Queued

ReturnPath = Callable[[Queued], str]
"""Gives the address to which servers return a message that they cannot deliver."""
Complete = Callable[[Queued], Awaitable[bytes]]
"""Gives the bytes of a message as it is to be sent."""

log = structlog.get_logger(__name__)

_CONNECT_SECONDS = 15.0
_GOODBYE_SECONDS = 5.0


@dataclass(frozen=True, slots=True)
class MailServer:
    """A server that takes mail from us. With ``security`` its certificate is checked."""

    host: str
    port: int
    security: Literal["none", "starttls", "tls"] = "none"
    username: str | None = None
    password: SecretStr | None = None


@dataclass(frozen=True, slots=True)
class Patience:
    """How long to wait for a server's answers, in seconds, and how to try again.

    ``data_seconds`` is for taking the message, then for the answer to its end: without one there is doubt. Waits
    double from ``first_wait``. A message that servers put off ``deferrals`` times (two days) has failed; a
    server that is away, or will not talk to us, is tried for ever, since it says nothing about the message.
    """

    answer_seconds: float = 60.0
    data_seconds: float = 180.0
    first_wait: timedelta = timedelta(minutes=1)
    longest_wait: timedelta = timedelta(hours=4)
    longest_outage_wait: timedelta = timedelta(minutes=5)
    deferrals: int = 20

    def after_deferral(self, deferrals: int) -> timedelta:
        """The wait after a server has put a message off so many times before."""
        return min(self.first_wait * (1 << min(deferrals, 20)), self.longest_wait)

    def after_outage(self, attempts: int) -> timedelta:
        """The wait after so many earlier attempts when a server could not be reached."""
        return min(self.first_wait * (1 << min(attempts, 20)), self.longest_outage_wait)


class Courier:
    """Sends real mail by ``relay`` and that of simulations by ``catcher``, never by any other way.

    ``complete`` gives a message as it is to be sent, with what is kept nowhere.
    """

    def __init__(
        self,
        return_path: ReturnPath,
        relay: MailServer,
        catcher: MailServer | None,
        patience: Patience | None = None,
        complete: Complete | None = None,
    ) -> None:
        self._return_path = return_path
        self._relay = relay
        self._catcher = catcher
        self._patience = patience or Patience()
        self._complete = complete

    def refuses(self, message: Queued) -> Final | None:
        """Why a message cannot be sent at all; of one that is sent again, its recipient may have an address by now."""
        if not message.content:
            return Final("failed", "erased")
        if recipient_of(message.content) is None and not message.attempts:
            return Final("failed", "address")
        if self._server(message) is None:
            return Final("withdrawn", "simulation")
        return None

    async def deliver(self, message: Queued) -> Final | Later:
        """Send a message that is not refused; what became of it, or when to try again."""
        try:
            return_path = self._return_path(message)
            if self._complete is not None:
                message = replace(message, content=await self._complete(message))
        except Exception:
            log.exception("message_incomplete", organisation=message.organisation, message=message.id)
            return Later(self._patience.after_outage(message.attempts), "incomplete")
        server, recipient = self._server(message), recipient_of(message.content)
        if server is None:
            raise ValueError(f"message {message.id} has nowhere to go")
        if recipient is None:
            return Final("failed", "address")
        client = self._client(server)
        try:
            await client.connect(timeout=_CONNECT_SECONDS)
            await client.ehlo()
            await client.mail(return_path)
        except (aiosmtplib.SMTPException, OSError) as error:
            await _leave(client)
            return Later(self._patience.after_outage(message.attempts), _unreachable(error))
        try:
            return await self._hand_over(client, message, recipient)
        finally:
            await _leave(client)

    async def _hand_over(self, client: aiosmtplib.SMTP, message: Queued, recipient: str) -> Final | Later:
        try:
            await client.rcpt(recipient)
        except aiosmtplib.SMTPResponseException as error:
            return self._refused(message, error.code)
        except (aiosmtplib.SMTPException, OSError) as error:
            return Later(self._patience.after_outage(message.attempts), _unreachable(error))
        try:
            await hand_over(client, message.content, self._patience.data_seconds)
        except NotHandedOver as lost:
            return Later(self._patience.after_outage(message.attempts), _unreachable(lost.__cause__))
        except aiosmtplib.SMTPResponseException as error:
            return self._refused(message, error.code)
        except (aiosmtplib.SMTPException, OSError) as error:
            return Final("unknown", _unreachable(error))
        return Final("sent", "250")

    def _refused(self, message: Queued, code: int) -> Final | Later:
        """4xx: later, within bounds. 5xx: no. Anything else is no answer that SMTP knows."""
        if 400 <= code < 500 and message.deferrals + 1 < self._patience.deferrals:  # noqa: PLR2004 - RFC 5321
            return Later(self._patience.after_deferral(message.deferrals), str(code), deferred=True)
        return Final("failed" if 400 <= code < 600 else "unknown", str(code))  # noqa: PLR2004 - RFC 5321

    def _server(self, message: Queued) -> MailServer | None:
        return self._catcher if message.simulation else self._relay

    def _client(self, server: MailServer) -> aiosmtplib.SMTP:
        return aiosmtplib.SMTP(
            hostname=server.host,
            port=server.port,
            username=server.username,
            password=server.password.get_secret_value() if server.password else None,
            timeout=self._patience.answer_seconds,
            use_tls=server.security == "tls",
            start_tls=server.security == "starttls",
        )


def _unreachable(error: BaseException | None) -> str:
    """A code for what came between: the server's own, where it gave one."""
    if isinstance(error, aiosmtplib.SMTPResponseException):
        return str(error.code)
    if isinstance(error, TimeoutError):
        return "timeout"
    return "connection-lost" if isinstance(error, aiosmtplib.SMTPServerDisconnected) else "unreachable"


async def _leave(client: aiosmtplib.SMTP) -> None:
    """Say goodbye, but hardly wait: what became of the message is known and must be kept."""
    try:
        if client.is_connected:
            await client.quit(timeout=_GOODBYE_SECONDS)
    except (aiosmtplib.SMTPException, OSError):
        pass
    finally:
        client.close()
