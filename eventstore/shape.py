"""What an append must look like before any store looks at it, and what its outcome looks like."""

from collections.abc import Iterator, Sequence
from datetime import datetime

from domain.ledger import Append, Outcome


def misfit(item: Append) -> str | None:
    """Why ``item`` could never be appended, whatever the ledger holds; None if it might."""
    if not item.expected:
        return "a command reads at least one stream"
    if (item.refusal is None) != bool(item.events):
        return "a command is either recorded with events or refused"
    if item.refusal is not None and (item.secrets or item.messages):
        return "a refused command leaves nothing behind"
    entries = dict(item.expected)
    for event in item.events:
        if event.stream not in entries:
            return f"stream {event.stream} is written without having been read"
        entries[event.stream] += 1
        if event.entry != entries[event.stream]:
            return f"entry {event.entry} of stream {event.stream} is out of order"
    return None


def home_stream(item: Append) -> str:
    """The stream that says who may see the outcome: the first written, or the first read if refused."""
    return item.events[0].stream if item.events else next(iter(item.expected))


def appended_outcome(item: Append, before: int, recorded_at: datetime) -> Outcome:
    """The outcome of ``item``, appended after position ``before``."""
    return Outcome(
        command_id=item.command_id,
        actor=item.actor,
        recorded_at=recorded_at,
        stream=home_stream(item),
        first_position=before + 1 if item.events else None,
        last_position=before + len(item.events) if item.events else None,
        refusal=item.refusal,
    )


def rounds(items: Sequence[Append]) -> Iterator[list[Append]]:
    """Cut ``items`` wherever a command id comes back: its repeat must see what the first one left."""
    current: dict[str, Append] = {}
    for item in items:
        if item.command_id in current:
            yield list(current.values())
            current = {}
        current[item.command_id] = item
    if current:
        yield list(current.values())
