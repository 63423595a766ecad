"""Which command what happens in a file follows from: the ledger knows, so that nothing need be passed on."""

import json
from collections.abc import Mapping, Sequence
from typing import Any, Protocol

from application.observability.tracing import Origin
from domain.kernel.ids import SERVICE, stream_of
from domain.kernel.ledger import LedgerUnavailable, StoredEvent, UnknownOrganisation

_FOLLOW_UPS = frozenset({"ReminderIssued", "ReminderOvertaken", "DeliveryReported"})
"""What the service records in a file as a consequence of what came before: it begins nothing."""


class Streams(Protocol):
    """The ledger, as far as it is asked."""

    async def read_streams(
        self, organisation: str, after: Mapping[str, int]
    ) -> Mapping[str, Sequence[StoredEvent]]:
        """The entries of each stream after the given entry, in order."""


class Causes:
    """Looks for the last command in a file that was more than a reminder."""

    def __init__(self, ledger: Streams) -> None:
        self._ledger = ledger

    async def of_file(self, organisation: str, file: str) -> Origin | None:
        """What is to be done in a file now follows from it; None if nothing can be found."""
        return _origin(organisation, await self._backwards(organisation, file))

    async def of_message(self, organisation: str, file: str, message: str) -> Origin | None:
        """What a message follows from: the last one before the message was issued."""
        bodies = await self._backwards(organisation, file)
        for index, body in enumerate(bodies):
            if body["type"] == "ReminderIssued" and body["data"]["message"] == message:
                return _origin(organisation, bodies[index:])
        return None

    async def _backwards(self, organisation: str, file: str) -> list[dict[str, Any]]:
        """The file's entries, the last one first; none where the ledger cannot be asked: that is no reason to fail."""
        stream = stream_of(file)
        try:
            stored = (await self._ledger.read_streams(organisation, {stream: 0})).get(stream, ())
        except (LedgerUnavailable, UnknownOrganisation):
            return []
        return [json.loads(one.body) for one in reversed(stored)]


def _origin(organisation: str, backwards: Sequence[Mapping[str, Any]]) -> Origin | None:
    for body in backwards:
        if body["actor"] != SERVICE or body["type"] not in _FOLLOW_UPS:
            return Origin(organisation, body["correlation"])
    return None
