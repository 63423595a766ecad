"""Walk a ledger from its first event and find the first place where it is not what was written."""

import json
from collections.abc import AsyncIterator, Sequence
from dataclasses import dataclass
from enum import StrEnum
from typing import Protocol

from domain.ledger import GENESIS, BrokenChain, Head, StoredEvent
from eventstore.chain import chain_hash

_PAGE = 1_000


class Break(StrEnum):
    """In which way a chain does not hold."""

    POSITION_MISSING = "position_missing"
    ENTRY_OUT_OF_ORDER = "entry_out_of_order"
    HASH_DIFFERS = "hash_differs"
    CONTENT_DIFFERS = "content_differs"
    TAIL_MISSING = "tail_missing"
    HEAD_DIFFERS = "head_differs"


@dataclass(frozen=True, slots=True)
class AuditedEvent:
    """An event and the JSON text of the copy that is kept beside its body for queries."""

    event: StoredEvent
    content: str


@dataclass(frozen=True, slots=True)
class AuditEnd:
    """The head, and the position of the last event that is really there."""

    head: Head
    last: int


class Auditable(Protocol):
    """What a store shows to an audit."""

    async def audit(self, organisation: str, after: int, limit: int) -> Sequence[AuditedEvent]:
        """A page of the ledger, in order."""

    async def audit_end(self, organisation: str) -> AuditEnd:
        """Where the ledger says it ends, and where it does, seen at one instant."""


async def walk(organisation: str, store: Auditable) -> AsyncIterator[int | BrokenChain]:
    """Positions reached, page by page, up to where the ledger ended at the start; then the break, if any."""
    end = await store.audit_end(organisation)
    walker = _Walker(organisation, end.head)
    while walker.position < end.last:
        page = await store.audit(organisation, walker.position, _PAGE)
        for audited in page:
            if broken := walker.step(audited):
                yield broken
                return
        if not page:
            break
        yield walker.position
    if broken := walker.arrive(end):
        yield broken


class _Walker:
    """Where the walk stands, and what the next event must look like."""

    def __init__(self, organisation: str, head: Head) -> None:
        self.organisation = organisation
        self.head = head
        self.position = 0
        self.hash = GENESIS
        self.entries: dict[str, int] = {}

    def step(self, audited: AuditedEvent) -> BrokenChain | None:
        """Check one event against all before it."""
        event, due = audited.event, self.position + 1
        if event.position != due:
            return BrokenChain(due, Break.POSITION_MISSING)
        if event.hash != chain_hash(self.organisation, self.hash, due, event.recorded_at, event.body):
            return BrokenChain(due, Break.HASH_DIFFERS)
        if not _agrees(audited):
            return BrokenChain(due, Break.CONTENT_DIFFERS)
        if event.entry != self.entries.get(event.stream, 0) + 1:
            return BrokenChain(due, Break.ENTRY_OUT_OF_ORDER)
        if due == self.head.position and (event.hash, event.recorded_at) != (
            self.head.hash,
            self.head.recorded_at,
        ):
            return BrokenChain(due, Break.HEAD_DIFFERS)
        self.position, self.hash = due, event.hash
        self.entries[event.stream] = event.entry
        return None

    def arrive(self, end: AuditEnd) -> BrokenChain | None:
        """Check that the last event is the one the head tells of."""
        if end.last < end.head.position:
            return BrokenChain(end.last + 1, Break.TAIL_MISSING)
        if end.last > end.head.position or (end.last == 0 and end.head.hash != GENESIS):
            return BrokenChain(end.head.position + 1, Break.HEAD_DIFFERS)
        return None


def _agrees(audited: AuditedEvent) -> bool:
    """Whether the columns beside the body say what the body says."""
    body = json.loads(audited.event.body)
    if (body.get("stream"), body.get("entry")) != (audited.event.stream, audited.event.entry):
        return False
    return _normal(body) == _normal(json.loads(audited.content))


def _normal(value: object) -> str:
    """One text for one JSON value, so that 1, 1.0 and true stay apart."""
    return json.dumps(value, sort_keys=True)
