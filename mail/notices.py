"""Notices of mail servers about what became of a message that they had taken (RFC 3464, RFC 6522)."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from email import message_from_bytes
from email.message import Message

_KINDS = frozenset({"message/delivery-status", "message/global-delivery-status"})
"""The second where addresses are not ASCII (RFC 6533)."""
_SENT_TO = ("To", "Delivered-To", "X-Original-To")
"""Where the address that it came back to may stand: a server puts the last two there when it delivers."""
_STATUS = re.compile(r"\s*([45]\.[0-9]{1,3}\.[0-9]{1,3})\b")
_UNSAID = "5.0.0"
"""Given up, and nobody says why."""


@dataclass(frozen=True, slots=True)
class Notice:
    """``sent_to``: the headers that say where it came back to. ``failed``: the server has given up; ``status``: why.

    The status is a code of RFC 3463, such as ``5.1.1``. What is not given up is delayed, or has gone on.
    """

    sent_to: str
    failed: bool
    status: str


def read_notice(raw: bytes) -> Notice | None:
    """What a notice says of its one recipient; None for what is no notice, whatever it is."""
    message = message_from_bytes(raw)
    fields = [one for one in _fields_of_recipients(message) if _said(one, "Action")]
    if not fields:
        return None
    given_up = [one for one in fields if _said(one, "Action") == "failed"]
    sent_to = "\n".join(str(one) for name in _SENT_TO for one in message.get_all(name, ()))
    return Notice(sent_to, bool(given_up), _status((given_up or fields)[0]))


def _fields_of_recipients(message: Message) -> Iterator[Message]:
    """The blocks of fields of a report; what is nested in the message that came back is not its own."""
    if message.get_content_type() != "multipart/report":
        return
    for part in _parts(message):
        if part.get_content_type() in _KINDS:
            yield from _parts(part)


def _parts(message: Message) -> Sequence[Message]:
    payload = message.get_payload()
    return [one for one in payload if isinstance(one, Message)] if isinstance(payload, list) else ()


def _said(fields: Message, name: str) -> str:
    return str(fields.get(name, "")).partition("(")[0].strip().lower()


def _status(fields: Message) -> str:
    found = _STATUS.match(str(fields.get("Status", "")))
    return found[1] if found else _UNSAID
