"""What the ledger is asked and what it answers: the contract between the rules and the stores.

A ledger belongs to one organisation and is totally ordered: position 1, 2, 3… without gaps. A *stream* is the
part of it that concerns one subject (``organisation``, ``cooperation:<id>``); an event's *entry* is its number
within its stream, from 1.
"""

from collections.abc import AsyncIterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum
from typing import Protocol

GENESIS = bytes(32)
"""The hash before the first event."""


class LedgerKind(StrEnum):
    """Whether a ledger counts, or only rehearses: a simulation has a clock of its own and never mails out."""

    REAL = "real"
    SIMULATION = "simulation"


@dataclass(frozen=True, slots=True)
class StoredEvent:
    """One event as the ledger holds it. ``body`` is canonical JSON (RFC 8785), the very bytes hashed."""

    position: int
    stream: str
    entry: int
    recorded_at: datetime
    body: bytes
    hash: bytes


@dataclass(frozen=True, slots=True)
class NewEvent:
    """One event to append. ``body`` holds type, version, stream, entry, data and metadata."""

    stream: str
    entry: int
    body: bytes


@dataclass(frozen=True, slots=True)
class Secret:
    """One private value for the vault; ``key`` (32 random bytes) keys its digest and dies with it.

    ``subject`` is the person whom it concerns, where there is one: erasing the person erases it.
    """

    id: str
    value: str
    key: bytes
    subject: str | None


@dataclass(frozen=True, slots=True)
class OutgoingMessage:
    """An e-mail rendered once, stored with its claim. ``id`` derives from the claim; ``content`` is RFC 5322."""

    id: str
    file: str
    occurrence: str
    recipient: str
    subject: str
    content: bytes
    created_at: datetime


@dataclass(frozen=True, slots=True)
class Append:
    """What one command wants recorded: its events, or the code of its refusal; all of it or nothing.

    ``expected`` gives the last entry of every stream that was read to decide. ``digest`` is of
    the fields the client sent; where some are private, under ``digest_key``, which the vault keeps.
    """

    command_id: str
    actor: str
    digest: bytes
    digest_key: bytes | None
    expected: Mapping[str, int]
    events: tuple[NewEvent, ...] = ()
    refusal: str | None = None
    """Canonical JSON of the command's type, of code and parameters (codes, ids and dates only)."""
    secrets: tuple[Secret, ...] = ()
    messages: tuple[OutgoingMessage, ...] = ()


@dataclass(frozen=True, slots=True)
class Outcome:
    """What became of a command: ``positions`` recorded (first to last), or the refusal. Holds no text.

    ``stream`` is the stream first written (or first expected, if refused): it says who may see the outcome.
    """

    command_id: str
    actor: str
    recorded_at: datetime
    stream: str
    first_position: int | None
    last_position: int | None
    refusal: str | None


@dataclass(frozen=True, slots=True)
class NumberedRefusal:
    """A command that was refused. Refusals are numbered from 1, without gaps.

    ``at_position`` is where the ledger ended then; None if that was before refusals were numbered.
    """

    number: int
    outcome: Outcome
    at_position: int | None


@dataclass(frozen=True, slots=True)
class Appended:
    """The command is in the ledger."""

    outcome: Outcome


@dataclass(frozen=True, slots=True)
class Known:
    """The command id was known; ``digest_key`` is None if the digest has none, or once erased."""

    outcome: Outcome
    digest: bytes
    digest_key: bytes | None


@dataclass(frozen=True, slots=True)
class Conflict:
    """A stream has moved on since it was read: reload it and decide again."""

    stream: str
    expected: int
    actual: int


@dataclass(frozen=True, slots=True)
class Unstorable:
    """The item's own data cannot be stored; the others of its group are not touched."""

    reason: str


AppendResult = Appended | Known | Conflict | Unstorable


@dataclass(frozen=True, slots=True)
class Head:
    """Where a ledger ends."""

    organisation: str
    kind: LedgerKind
    position: int
    hash: bytes
    recorded_at: datetime


@dataclass(frozen=True, slots=True)
class BrokenChain:
    """The first position at which the chain does not hold, and why (a code)."""

    position: int
    reason: str


class LedgerUnavailable(Exception):
    """The store is out of reach: whether the command was recorded is unknown. Repeat it with the same id."""


class LedgerFull(LedgerUnavailable):
    """The store's disk is full: it answers, and can record nothing."""


class UnknownOrganisation(Exception):
    """No ledger was founded under that name."""


class Ledger(Protocol):
    """The store of all organisations' ledgers."""

    async def found(self, organisation: str, kind: LedgerKind, now: datetime) -> bool:
        """Create a ledger, empty; False if it exists with that kind. Raises ValueError for another kind."""

    async def organisations(self) -> Sequence[str]:
        """The organisations that have a ledger, by name."""

    async def head(self, organisation: str) -> Head:
        """Where the ledger ends now. Raises UnknownOrganisation."""

    async def append(
        self, organisation: str, items: Sequence[Append], now: datetime
    ) -> Sequence[AppendResult]:
        """Append many commands under one lock and one flush: an answer for each, in order.

        ``recorded_at`` is the later of ``now`` and the head's. Raises LedgerUnavailable, UnknownOrganisation.
        """

    async def read_streams(
        self, organisation: str, after: Mapping[str, int]
    ) -> Mapping[str, Sequence[StoredEvent]]:
        """The entries of each stream after the given entry, in order."""

    async def read(self, organisation: str, after: int, limit: int) -> Sequence[StoredEvent]:
        """The ledger after a position, in order, at most ``limit`` events."""

    async def streams(self, organisation: str, prefix: str) -> Sequence[str]:
        """The names of the streams that start with ``prefix``."""

    async def last_positions(
        self, organisation: str, prefix: str, after: str, limit: int
    ) -> Mapping[str, int]:
        """The streams that start with ``prefix`` and come after the name ``after``, each with its last position.

        At most ``limit`` of them, by name; ``after`` is empty for the first page.
        """

    async def streams_with(
        self, organisation: str, types: Sequence[str], programme: str | None
    ) -> Sequence[str]:
        """The streams with an event of one of these types under any version of a programme, or of any, by name."""

    async def read_without(
        self, organisation: str, streams: Sequence[str], types: Sequence[str]
    ) -> Mapping[str, Sequence[StoredEvent]]:
        """The entries of each stream, in order, but those of these types."""

    async def outcome(self, organisation: str, command_id: str) -> Outcome | None:
        """What became of a command; None if it was never handled here."""

    async def refused(self, organisation: str, before: int | None, limit: int) -> Sequence[NumberedRefusal]:
        """Commands that were refused, the latest first; ``before``: those whose number is lower."""

    async def refused_about(self, organisation: str, streams: Sequence[str]) -> Sequence[NumberedRefusal]:
        """Commands about any of these streams that were refused, the first first."""

    async def known(self, organisation: str, command_ids: Sequence[str]) -> Mapping[str, Known]:
        """What became of those commands that were handled here, by their ids."""

    def verify(self, organisation: str) -> AsyncIterator[int | BrokenChain]:
        """Walk the chain from the first event: positions reached, then, if it breaks, where."""
