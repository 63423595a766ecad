"""Events and commands for tests of the store, as small as they may be."""

import hmac
import json
from collections.abc import Mapping
from dataclasses import replace
from datetime import UTC, datetime
from typing import Any

from domain.kernel.ledger import Append, NewEvent, OutgoingMessage, Secret

ORGANISATION = "ville-de-demain"
NOW = datetime(2026, 3, 2, 9, 30, tzinfo=UTC)


def event(stream: str, entry: int, **data: Any) -> NewEvent:
    """An event whose body is canonical JSON."""
    body = {"data": data, "entry": entry, "stream": stream, "type": "Noted", "version": 1}
    written = json.dumps(body, separators=(",", ":"), ensure_ascii=False, sort_keys=True)
    return NewEvent(stream, entry, written.encode())


def command(command_id: str, expected: Mapping[str, int], *events: NewEvent, **more: Any) -> Append:
    """A command that wants ``events`` recorded."""
    key = command_id.encode(errors="replace").ljust(32, b"k")[:32]
    digest = hmac.digest(key, b"what the client sent", "sha256")
    return Append(command_id, "person-1", digest, key, dict(expected), events, **more)


def open_command(command_id: str, stream: str, entry: int) -> Append:
    """A command with nothing private, whose digest needs no key."""
    return replace(note(command_id, stream, entry), digest=b"what was sent", digest_key=None)


def note(command_id: str, stream: str, entry: int, **data: Any) -> Append:
    """A command that adds one event to one stream."""
    return command(command_id, {stream: entry - 1}, event(stream, entry, **data))


def secret(secret_id: str, value: str = "Camille", subject: str | None = "person-7") -> Secret:
    """A private value."""
    return Secret(secret_id, value, secret_id.encode().ljust(32, b"s")[:32], subject)


def message(message_id: str) -> OutgoingMessage:
    """A message that may go out."""
    return OutgoingMessage(message_id, "file-1", "due-1", "c@example.org", "Rappel", b"Subject: Rappel", NOW)
