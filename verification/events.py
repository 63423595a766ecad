"""Whether this release can read every event, whatever version it was written in."""

from collections.abc import Sequence

from domain.registry.codec import decode
from verification.findings import Code, Finding
from verification.pages import Entry


class Events:
    """A page check."""

    async def page(self, page: Sequence[Entry]) -> Sequence[Finding]:
        """The events that cannot be read."""
        return [_unreadable(entry) for entry in page if not _reads(entry)]

    async def end(self) -> Sequence[Finding]:
        """Nothing more."""
        return ()


def _reads(entry: Entry) -> bool:
    try:
        decode(entry.event)
    except Exception:  # noqa: BLE001 - whatever it is, the event cannot be read
        return False
    return True


def _unreadable(entry: Entry) -> Finding:
    version = entry.body.value.get("version")
    return Finding(
        Code.EVENT_UNREADABLE,
        entry.position,
        {"type": entry.kind, "version": str(version), "stream": entry.event.stream},
    )
