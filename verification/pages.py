"""The ledger as checks read it: page by page, each body read once for all of them."""

from collections.abc import AsyncIterator, Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path
from typing import Any, NamedTuple, Protocol

import asyncpg

from domain.kernel.ledger import StoredEvent, UnknownOrganisation
from eventstore.bodies import Body, read_body
from eventstore.queries import load_queries
from eventstore.rows import to_event
from eventstore.verify import PAGE, AuditedEvent
from verification.findings import Finding
from verification.store import Store

_QUERIES = load_queries(Path(__file__).with_name("pages.sql"))


@dataclass(frozen=True, slots=True)
class Seen:
    """What a ledger said of itself when the verification began: up to here it is looked at.

    ``last`` is the last position that is really there; ``kind`` may be anything.
    """

    organisation: str
    kind: str
    position: int
    hash: bytes
    recorded_at: datetime
    last: int


@dataclass(frozen=True, slots=True)
class Entry:
    """One row of the ledger, and what its body says."""

    audited: AuditedEvent
    body: Body

    @property
    def event(self) -> StoredEvent:
        """The row."""
        return self.audited.event

    @property
    def position(self) -> int:
        """Where it stands."""
        return self.audited.event.position

    @property
    def kind(self) -> str:
        """The type of the event."""
        return self.text("type")

    def text(self, field: str) -> str:
        """A field of the body that should be text; empty if it is not."""
        value = self.body.value.get(field)
        return value if isinstance(value, str) else ""

    @property
    def data(self) -> Mapping[str, Any]:
        """What the event itself says."""
        value = self.body.value.get("data")
        return value if isinstance(value, dict) else {}

    def references(self) -> Iterator["Reference"]:
        """The private texts that it refers to."""
        yield from _references(self.data)


class Reference(NamedTuple):
    """Where a private text lies, and the digest that the ledger keeps of it."""

    place: str
    digest: str


class PageCheck(Protocol):
    """A check that looks at each page of a ledger, and once more when all have gone by."""

    async def page(self, page: Sequence[Entry]) -> Sequence[Finding]:
        """What is wrong with these entries. Raises NotReadable, LedgerUnavailable."""

    async def end(self) -> Sequence[Finding]:
        """What is wrong with the whole. Raises NotReadable, LedgerUnavailable."""


async def seen(store: Store, organisation: str) -> Seen:
    """Where a ledger ends now. Raises UnknownOrganisation, NotReadable, LedgerUnavailable."""
    rows = await store.rows(_QUERIES["seen"], organisation)
    if not rows:
        raise UnknownOrganisation(organisation)
    return Seen(**rows[0])


async def pages(store: Store, ledger: Seen) -> AsyncIterator[Sequence[Entry]]:
    """The entries from position 1 to the head, in order. Raises NotReadable, LedgerUnavailable."""
    after = 0
    while after < ledger.position:
        rows = await store.rows(_QUERIES["page"], ledger.organisation, after, ledger.position, PAGE)
        if not rows:
            return
        yield [_entry(row) for row in rows]
        after = rows[-1]["position"]


def _entry(row: asyncpg.Record) -> Entry:
    event = to_event(row)
    return Entry(AuditedEvent(event, row["content"]), read_body(event.body))


def _references(value: Any) -> Iterator[Reference]:
    match value:
        case {"vault": str(place), "digest": str(digest), **other} if not other:
            yield Reference(place, digest)
        case dict():
            for each in value.values():
                yield from _references(each)
        case list():
            for each in value:
                yield from _references(each)
