"""What an append must look like before any store looks at it, and what its outcome looks like."""

from collections.abc import Iterator, Sequence
from datetime import datetime

from domain.kernel.ledger import Append, Conflict, Outcome


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


class Fallen:
    """What items of a call were to write and did not: of each stream the first entry.

    Later items of the call that expect such an entry were decided on it. Its number alone does not tell: somebody
    else's entry may have it by now.
    """

    def __init__(self) -> None:
        self._first: dict[str, int] = {}

    def add(self, item: Append) -> None:
        """The item was not appended."""
        for event in item.events:
            self._first[event.stream] = min(event.entry, self._first.get(event.stream, event.entry))

    def conflict(self, item: Append) -> Conflict | None:
        """The conflict of an item that was decided on what did not happen; None if it was not."""
        for stream, entry in item.expected.items():
            first = self._first.get(stream)
            if first is not None and entry >= first:
                return Conflict(stream, entry, first - 1)
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
    """Cut ``items`` wherever a command id comes back: its repeat must see what the first one left.

    What could never be appended stands alone.
    """
    current: dict[str, Append] = {}
    for item in items:
        unfit = misfit(item) is not None
        if current and (unfit or item.command_id in current):
            yield list(current.values())
            current = {}
        if unfit:
            yield [item]
        else:
            current[item.command_id] = item
    if current:
        yield list(current.values())
