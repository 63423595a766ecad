"""Letters that nobody has to get, and the way out of them (RFC 8058).

What is stored leads to its reader's own page. The way out that asks for no sign-in is made for the very attempt to send
a letter, and stands in that letter alone.
"""

from collections.abc import Callable

import links
import links.mail
from domain.files.file import KeptFile
from domain.files.related import RelatedFile
from domain.tasks.prefilled import Prefilled
from mail.encoded_words import LEAVE, leave_header
from mail.invitations import in_place_of
from mail.messages import Queued
from mail.reminder import Reminder

_ONE_CLICK = b"List-Unsubscribe-Post: List-Unsubscribe=One-Click\r\n"


def may_be_muted(reminder: Reminder, recipient: str, file: KeptFile) -> bool:
    """Whether a letter only tells, and tells somebody who is not in charge.

    What is asked of its reader, the answer to what they asked for, all that goes to those in charge: none can be muted.
    """
    topic = reminder.topic
    asks = topic.owes is not None or topic.stranded or (reminder.told is not None and reminder.told.asked)
    acts = any(isinstance(one.what, Prefilled) for one in topic.proposals)
    return not asks and not acts and recipient not in file.managers


def is_optional(content: bytes) -> bool:
    """Whether a message is of those, as it was written."""
    head = content.partition(b"\r\n\r\n")[0]
    return f"\r\n{LEAVE}:".encode() in b"\r\n" + head


def cooperation_of(file: KeptFile) -> str:
    """The cooperation that a file is or belongs to: letters about it are one thread, followed and muted together."""
    return file.cooperation if isinstance(file, RelatedFile) else file.key


class WaysOut:
    """Completes letters. ``made``: the token for a person of an organisation and a cooperation, or their digest."""

    def __init__(self, made: Callable[[str, str, str], str], public_url: str) -> None:
        self._made = made
        self._public_url = public_url

    def complete(self, message: Queued, cooperation: str) -> bytes:
        """The letter as it is to be sent."""
        content = message.content
        if not self._public_url or not is_optional(content):
            return content
        token = self._made(message.organisation, message.recipient, cooperation)
        page = links.absolute(self._public_url, links.mail.mine())
        way = links.absolute(self._public_url, links.mail.unsubscribe(token))
        written = f"{leave_header(page)}\r\n".encode("ascii")
        exact = f"{leave_header(way)}\r\n".encode("ascii") + _ONE_CLICK
        head, gap, body = in_place_of(page, way, content).partition(b"\r\n\r\n")
        return (head + b"\r\n").replace(written, exact)[:-2] + gap + body
