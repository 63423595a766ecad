"""The ledger in memory: for tests of what stands above it, under the same contract as PostgreSQL's."""

import json
from collections.abc import AsyncIterator, Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace
from datetime import datetime
from typing import Any

from domain.kernel.ledger import (
    GENESIS,
    Append,
    Appended,
    AppendResult,
    BrokenChain,
    Conflict,
    Head,
    Known,
    LedgerKind,
    NewEvent,
    NumberedRefusal,
    Outcome,
    OutgoingMessage,
    Secret,
    StoredEvent,
    UnknownOrganisation,
    Unstorable,
)
from eventstore.chain import chain_hash
from eventstore.shape import Fallen, appended_outcome, misfit
from eventstore.verify import AuditedEvent, AuditEnd, walk


@dataclass(slots=True)
class Book:
    """One organisation's ledger and what was written in the same transactions."""

    head: Head
    events: list[StoredEvent] = field(default_factory=list)
    streams: dict[str, list[StoredEvent]] = field(default_factory=dict)
    outcomes: dict[str, tuple[Outcome, bytes]] = field(default_factory=dict)
    command_keys: dict[str, bytes] = field(default_factory=dict)
    secrets: dict[str, tuple[Secret, str]] = field(default_factory=dict)
    """Each with the id of the command that brought it."""
    refusals: list[NumberedRefusal] = field(default_factory=list)
    messages: dict[str, OutgoingMessage] = field(default_factory=dict)


class MemoryLedger:
    """All organisations' ledgers, for as long as the process lives."""

    def __init__(self) -> None:
        self.books: dict[str, Book] = {}

    async def found(self, organisation: str, kind: LedgerKind, now: datetime) -> bool:
        """Create a ledger, empty; False if it exists with that kind. Raises ValueError for another kind."""
        if organisation not in self.books:
            self.books[organisation] = Book(Head(organisation, kind, 0, GENESIS, now))
            return True
        if self.books[organisation].head.kind != kind:
            raise ValueError(f"the ledger of {organisation} was founded as another kind")
        return False

    async def organisations(self) -> Sequence[str]:
        """The organisations that have a ledger, by name."""
        return sorted(self.books)

    async def head(self, organisation: str) -> Head:
        """Where the ledger ends now. Raises UnknownOrganisation."""
        return self._book(organisation).head

    async def append(
        self, organisation: str, items: Sequence[Append], now: datetime
    ) -> Sequence[AppendResult]:
        """Append many commands: an answer for each, in order. Raises UnknownOrganisation."""
        book = self._book(organisation)
        now = max(now, book.head.recorded_at)
        answers: list[AppendResult] = []
        fallen = Fallen()
        for item in items:
            answer = _append(book, item, now, fallen)
            if not isinstance(answer, Appended):
                fallen.add(item)
            answers.append(answer)
        return answers

    async def read_streams(
        self, organisation: str, after: Mapping[str, int]
    ) -> Mapping[str, Sequence[StoredEvent]]:
        """The entries of each stream after the given entry, in order."""
        book = self.books.get(organisation)
        return {
            stream: book.streams.get(stream, [])[entry:] if book else [] for stream, entry in after.items()
        }

    async def read(self, organisation: str, after: int, limit: int) -> Sequence[StoredEvent]:
        """The ledger after a position, in order, at most ``limit`` events."""
        book = self.books.get(organisation)
        return book.events[after : after + limit] if book else []

    async def streams(self, organisation: str, prefix: str) -> Sequence[str]:
        """The names of the streams that start with ``prefix``, in order."""
        book = self.books.get(organisation)
        return sorted(stream for stream in book.streams if stream.startswith(prefix)) if book else []

    async def last_positions(
        self, organisation: str, prefix: str, after: str, limit: int
    ) -> Mapping[str, int]:
        """A page of the streams that start with ``prefix``, each with its last position."""
        names = [one for one in await self.streams(organisation, prefix) if one > after][:limit]
        return {one: self.books[organisation].streams[one][-1].position for one in names}

    async def streams_with(
        self, organisation: str, types: Sequence[str], programme: str | None
    ) -> Sequence[str]:
        """The streams with an event of one of these types under any version of a programme, or of any, by name."""
        book = self.books.get(organisation)
        bodies = [(event.stream, json.loads(event.body)) for event in book.events] if book else []
        return sorted(
            {
                stream
                for stream, body in bodies
                if body["type"] in types
                and (body.get("rulebook") or "").startswith(f"{programme}@" if programme else "")
            }
        )

    async def read_without(
        self, organisation: str, streams: Sequence[str], types: Sequence[str]
    ) -> Mapping[str, Sequence[StoredEvent]]:
        """The entries of each stream, in order, but those of these types."""
        whole = await self.read_streams(organisation, dict.fromkeys(streams, 0))
        return {
            stream: [event for event in events if json.loads(event.body)["type"] not in types]
            for stream, events in whole.items()
        }

    async def outcome(self, organisation: str, command_id: str) -> Outcome | None:
        """What became of a command; None if it was never handled here."""
        book = self.books.get(organisation)
        return book.outcomes[command_id][0] if book and command_id in book.outcomes else None

    async def refused(self, organisation: str, before: int | None, limit: int) -> Sequence[NumberedRefusal]:
        """Commands that were refused, the latest first; ``before``: those whose number is lower."""
        found = self._refusals(organisation)
        return found[: None if before is None else before - 1][::-1][:limit]

    async def refused_about(self, organisation: str, streams: Sequence[str]) -> Sequence[NumberedRefusal]:
        """Commands about any of these streams that were refused, the first first."""
        return [one for one in self._refusals(organisation) if one.outcome.stream in streams]

    def _refusals(self, organisation: str) -> Sequence[NumberedRefusal]:
        book = self.books.get(organisation)
        return book.refusals if book else []

    async def known(self, organisation: str, command_ids: Sequence[str]) -> Mapping[str, Known]:
        """What became of those commands that were handled here, by their ids."""
        book = self.books.get(organisation)
        there = [one for one in command_ids if one in book.outcomes] if book else []
        return {one: Known(*book.outcomes[one], book.command_keys.get(one)) for one in there} if book else {}

    def verify(self, organisation: str) -> AsyncIterator[int | BrokenChain]:
        """Walk the chain from the first event: positions reached, then, if it breaks, where."""
        return walk(organisation, self)

    async def audit(self, organisation: str, after: int, limit: int) -> Sequence[AuditedEvent]:
        """A page of the ledger, for ``verify``."""
        page = await self.read(organisation, after, limit)
        return [AuditedEvent(event, event.body.decode()) for event in page]

    async def audit_end(self, organisation: str) -> AuditEnd:
        """The head and the last event that is really there, for ``verify``. Raises UnknownOrganisation."""
        book = self._book(organisation)
        return AuditEnd(book.head, book.events[-1].position if book.events else 0)

    def _book(self, organisation: str) -> Book:
        try:
            return self.books[organisation]
        except KeyError:
            raise UnknownOrganisation(organisation) from None


def _append(book: Book, item: Append, now: datetime, fallen: Fallen) -> AppendResult:
    if reason := misfit(item):
        return Unstorable(reason)
    if item.command_id in book.outcomes:
        outcome, digest = book.outcomes[item.command_id]
        return Known(outcome, digest, book.command_keys.get(item.command_id))
    if conflict := fallen.conflict(item):
        return conflict
    for stream, expected in item.expected.items():
        actual = len(book.streams.get(stream, ()))
        if actual != expected:
            return Conflict(stream, expected, actual)
    if reason := _unstorable(book, item):
        return Unstorable(reason)
    outcome = appended_outcome(item, book.head.position, now)
    if item.refusal:
        book.refusals.append(NumberedRefusal(len(book.refusals) + 1, outcome, book.head.position))
    for event in item.events:
        _add(book, event, now)
    book.outcomes[item.command_id] = outcome, item.digest
    if item.digest_key is not None:
        book.command_keys[item.command_id] = item.digest_key
    book.secrets.update({secret.id: (secret, item.command_id) for secret in item.secrets})
    book.messages.update({message.id: message for message in item.messages})
    return Appended(outcome)


def _add(book: Book, event: NewEvent, now: datetime) -> None:
    head = book.head
    position = head.position + 1
    digest = chain_hash(head.organisation, head.hash, position, now, event.body)
    stored = StoredEvent(position, event.stream, event.entry, now, event.body, digest)
    book.events.append(stored)
    book.streams.setdefault(event.stream, []).append(stored)
    book.head = replace(head, position=position, hash=digest, recorded_at=now)


def _unstorable(book: Book, item: Append) -> str | None:
    """What PostgreSQL would object to in the item's own data."""
    try:
        bodies = [json.loads(event.body) for event in item.events]
        if any("\0" in text for text in (*_texts(bodies), *_own_texts(item))):
            return "NUL"
        "".join(_own_texts(item)).encode()
    except ValueError as error:
        return type(error).__name__
    if any(secret.id in book.secrets for secret in item.secrets):
        return "secrets_pkey"
    if any(message.id in book.messages for message in item.messages):
        return "outbox_pkey"
    return None


def _own_texts(item: Append) -> Iterator[str]:
    yield from (item.command_id, item.actor, item.refusal or "", *item.expected)
    for secret in item.secrets:
        yield from (secret.id, secret.value, secret.subject or "")
    for message in item.messages:
        yield from (message.id, message.file, message.occurrence, message.recipient, message.subject)


def _texts(value: Any) -> Iterator[str]:
    """Every string in a JSON value, keys included."""
    match value:
        case str():
            yield value
        case dict():
            yield from value
            for each in value.values():
                yield from _texts(each)
        case list():
            for each in value:
                yield from _texts(each)
