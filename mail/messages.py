"""What the outbox holds and what may become of it."""

from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import Literal, NamedTuple

FinalState = Literal["sent", "unknown", "failed", "withdrawn"]
"""Where a message comes to rest, until a person decides otherwise."""


AccountPurpose = Literal["access", "sign-in", "reset", "identity"]
"""What a letter with a link is for, to whoever has an account: choose a password, sign in, choose another, confirm an
address."""
LinkPurpose = Literal[AccountPurpose, "deposit"]
"""The same, or to hand something in."""
Purpose = Literal["reminder", "digest", LinkPurpose]
"""What a message is for; only reminders are claimed in the ledger, which is told what became of them."""


@dataclass(frozen=True, slots=True)
class Queued:
    """A message that may go out. ``content`` (RFC 5322) is empty when its recipient's data was erased.

    ``attempts`` counts how often it was taken up, ``deferrals`` how often a server asked to try again later.
    """

    organisation: str
    id: str
    file: str
    occurrence: str
    simulation: bool
    content: bytes
    attempts: int
    deferrals: int
    purpose: Purpose = "reminder"
    recipient: str = ""


@dataclass(frozen=True, slots=True)
class Taken:
    """A message committed as *sending* by a sender: from here on it may have left."""

    message: Queued
    sender: int
    attempt: int


@dataclass(frozen=True, slots=True)
class Final:
    """It came to rest in ``state``; ``reason`` is a code: the server's reply, or why there is none."""

    state: FinalState
    reason: str


@dataclass(frozen=True, slots=True)
class Later:
    """It is still queued and tried again after ``wait``; ``deferred`` if a server asked for that (4xx)."""

    wait: timedelta
    reason: str
    deferred: bool = False


@dataclass(frozen=True, slots=True)
class Unreported:
    """A message at rest of which the ledger has not been told."""

    organisation: str
    id: str
    file: str
    state: FinalState
    reason: str
    attempts: int


@dataclass(frozen=True, slots=True)
class Attempt:
    """The last of the attempts to send a message, and the state that the message is in."""

    organisation: str
    message: str
    number: int
    state: str


class LetterCursor(NamedTuple):
    """The message after which a page of a list begins."""

    created_at: datetime
    id: str


@dataclass(frozen=True, slots=True)
class Letter:
    """A message as people look it up. ``recipient`` is a person's id; ``created_at`` by the ledger's clock.

    ``next_attempt_at`` and ``changed_at`` are by the database server's clock.
    """

    id: str
    purpose: Purpose
    file: str
    occurrence: str
    recipient: str
    subject: str
    created_at: datetime
    state: str
    attempts: int
    next_attempt_at: datetime | None
    changed_at: datetime
    reason: str | None

    @property
    def cursor(self) -> LetterCursor:
        """Where a page begins that goes on after it."""
        return LetterCursor(self.created_at, self.id)
