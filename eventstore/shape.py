"""What an append must look like before any store looks at it."""

from collections.abc import Iterator, Sequence

from domain.ledger import Append


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
