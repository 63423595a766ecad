"""Walk a ledger from its first event and find the first place where it is not what was written."""

import json
from collections.abc import AsyncIterator, Sequence
from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum
from typing import Protocol

from domain.kernel.ledger import GENESIS, BrokenChain, Head, StoredEvent
from eventstore.bodies import Body, read_body
from eventstore.chain import chain_hash

PAGE = 1_000
"""Events read in one go."""


class Break(StrEnum):
    """In which way a chain does not hold."""

    POSITION_MISSING = "position_missing"
    POSITION_TWICE = "position_twice"
    ENTRY_OUT_OF_ORDER = "entry_out_of_order"
    HASH_DIFFERS = "hash_differs"
    TIME_GOES_BACK = "time_goes_back"
    NOT_JSON = "not_json"
    KEY_TWICE = "key_twice"
    NOT_CANONICAL = "not_canonical"
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
    walker = Walker(organisation, end)
    while walker.position < end.last:
        page = await store.audit(organisation, walker.position, PAGE)
        for audited in page:
            if broken := walker.step(audited, read_body(audited.event.body)):
                yield broken
                return
        if not page:
            break
        yield walker.position
    if broken := walker.arrive():
        yield broken


class Walker:
    """Where the walk stands, and what the next event must look like."""

    def __init__(self, organisation: str, end: AuditEnd) -> None:
        self.organisation = organisation
        self.end = end
        self.position = 0
        self._hash = GENESIS
        self._recorded_at: datetime | None = None
        self._entries: dict[str, int] = {}

    def step(self, audited: AuditedEvent, body: Body) -> BrokenChain | None:
        """Check one event against all before it."""
        event, due, head = audited.event, self.position + 1, self.end.head
        if event.position != due:
            twice = event.position == self.position > 0
            return BrokenChain(
                event.position if twice else due, Break.POSITION_TWICE if twice else Break.POSITION_MISSING
            )
        if event.hash != chain_hash(self.organisation, self._hash, due, event.recorded_at, event.body):
            return BrokenChain(due, Break.HASH_DIFFERS)
        if self._recorded_at and event.recorded_at < self._recorded_at:
            return BrokenChain(due, Break.TIME_GOES_BACK)
        if body.fault:
            return BrokenChain(due, Break(body.fault))
        if not _agrees(audited, body):
            return BrokenChain(due, Break.CONTENT_DIFFERS)
        if event.entry != self._entries.get(event.stream, 0) + 1:
            return BrokenChain(due, Break.ENTRY_OUT_OF_ORDER)
        if due == head.position and (event.hash, event.recorded_at) != (head.hash, head.recorded_at):
            return BrokenChain(due, Break.HEAD_DIFFERS)
        self.position, self._hash, self._recorded_at = due, event.hash, event.recorded_at
        self._entries[event.stream] = event.entry
        return None

    def arrive(self) -> BrokenChain | None:
        """Check that the last event is the one the head tells of."""
        head, last = self.end.head, self.end.last
        if last < head.position:
            return BrokenChain(last + 1, Break.TAIL_MISSING)
        if last > head.position or (last == 0 and head.hash != GENESIS):
            return BrokenChain(head.position + 1, Break.HEAD_DIFFERS)
        return None


def _agrees(audited: AuditedEvent, body: Body) -> bool:
    """Whether the columns beside the body say what the body says."""
    said = body.value
    if (said.get("stream"), said.get("entry")) != (audited.event.stream, audited.event.entry):
        return False
    return _normal(said) == _normal(json.loads(audited.content))


def _normal(value: object) -> str:
    """One text for one JSON value, so that 1, 1.0 and true stay apart."""
    return json.dumps(value, sort_keys=True)
