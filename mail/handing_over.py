"""The last words with a mail server: the message, and the dot that makes it the server's.

A server has a message once it answers the dot (RFC 5321, 4.1.1.4 and 6.1). A connection that is lost before the dot was
sent leaves no doubt: the message has not left, and is tried again.
"""

import asyncio
import re
import time

import aiosmtplib
from aiosmtplib.protocol import SMTPProtocol, normalize_message_line_endings

_GO_AHEAD = 354
_LINE_THAT_BEGINS_WITH_A_DOT = re.compile(rb"(?m)^\.")
_SHORTEST_LOOK, _LONGEST_LOOK = 0.01, 1.0


class NotHandedOver(Exception):
    """The connection was lost before the dot: the server does not have the message. Its cause says how."""


async def hand_over(client: aiosmtplib.SMTP, content: bytes, seconds: float) -> None:
    """Send a message whose recipient was accepted; ``seconds`` for each of the server's answers.

    Raises NotHandedOver as long as nothing can have left; then SMTPResponseException where the server says no; then
    SMTPException or OSError where it may have the message, and has not said so.
    """
    protocol = client.protocol
    if protocol is None:
        raise NotHandedOver
    try:
        look = await _begin(client, seconds)
        await _write(protocol, content, seconds)
        await _look(protocol, look)
        protocol.write(b".\r\n")
    except aiosmtplib.SMTPResponseException:
        raise
    except (aiosmtplib.SMTPException, OSError) as lost:
        client.close()  # whatever is said now would be part of the message
        raise NotHandedOver from lost
    answer = await protocol.read_response(timeout=seconds)
    if answer.code != aiosmtplib.SMTPStatus.completed:
        raise aiosmtplib.SMTPDataError(answer.code, answer.message)


async def _begin(client: aiosmtplib.SMTP, seconds: float) -> float:
    """Ask to send; how long the answer took."""
    asked = time.monotonic()
    answer = await client.execute_command(b"DATA", timeout=seconds)
    if answer.code != _GO_AHEAD:
        raise aiosmtplib.SMTPDataError(answer.code, answer.message)
    return time.monotonic() - asked


async def _write(protocol: SMTPProtocol, content: bytes, seconds: float) -> None:
    """Write all but the dot, until it has left this process."""
    transport = protocol.transport
    if not isinstance(transport, asyncio.Transport):
        raise aiosmtplib.SMTPServerDisconnected("connection lost")
    protocol.write(_LINE_THAT_BEGINS_WITH_A_DOT.sub(b"..", normalize_message_line_endings(content)))
    async with asyncio.timeout(seconds):
        while transport.get_write_buffer_size():  # noqa: ASYNC110 - the library offers no event
            await asyncio.sleep(_SHORTEST_LOOK)
    if not protocol.is_connected:
        raise aiosmtplib.SMTPServerDisconnected("connection lost")


async def _look(protocol: SMTPProtocol, seconds: float) -> None:
    """Give a server that hung up on the message the time to be heard: as long as its last answer took."""
    await asyncio.sleep(min(max(seconds, _SHORTEST_LOOK), _LONGEST_LOOK))
    if not protocol.is_connected:
        raise aiosmtplib.SMTPServerDisconnected("connection lost")
