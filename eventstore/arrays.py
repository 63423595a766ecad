"""Turn commands into the parallel lists that ``ledger.append`` takes."""

from collections.abc import Sequence
from dataclasses import dataclass, field, fields
from datetime import datetime
from typing import Any

from domain.kernel.ledger import Append
from eventstore.shape import home_stream


@dataclass(slots=True)
class AppendLists:
    """The arguments of ``ledger.append``, in its order. Streams are numbered from 1, as SQL counts."""

    streams: list[str] = field(default_factory=list)
    command_ids: list[str] = field(default_factory=list)
    actors: list[str] = field(default_factory=list)
    digests: list[bytes] = field(default_factory=list)
    digest_keys: list[bytes | None] = field(default_factory=list)
    refusals: list[str | None] = field(default_factory=list)
    homes: list[int] = field(default_factory=list)
    reads_to: list[int] = field(default_factory=list)
    events_to: list[int] = field(default_factory=list)
    read_streams: list[int] = field(default_factory=list)
    read_entries: list[int] = field(default_factory=list)
    event_streams: list[int] = field(default_factory=list)
    event_entries: list[int] = field(default_factory=list)
    bodies: list[bytes] = field(default_factory=list)
    secret_commands: list[int] = field(default_factory=list)
    secret_ids: list[str] = field(default_factory=list)
    secret_values: list[str] = field(default_factory=list)
    secret_keys: list[bytes] = field(default_factory=list)
    secret_subjects: list[str | None] = field(default_factory=list)
    message_commands: list[int] = field(default_factory=list)
    message_ids: list[str] = field(default_factory=list)
    message_files: list[str] = field(default_factory=list)
    message_occurrences: list[str] = field(default_factory=list)
    message_recipients: list[str] = field(default_factory=list)
    message_subjects: list[str] = field(default_factory=list)
    message_contents: list[bytes] = field(default_factory=list)
    message_times: list[datetime] = field(default_factory=list)

    def arguments(self) -> list[Any]:
        """The lists, in the order of the function's parameters; None for an empty one.

        Most commands bring no message and many no secret: what is not sent need not be packed and unpacked.
        """
        return [getattr(self, name) or None for name in _PARAMETERS]


_PARAMETERS = tuple(each.name for each in fields(AppendLists))


def append_lists(items: Sequence[Append]) -> AppendLists:
    """The lists for ``items``."""
    lists = AppendLists()
    numbers: dict[str, int] = {}
    for number, item in enumerate(items, start=1):
        for stream, entry in item.expected.items():
            lists.read_streams.append(numbers.setdefault(stream, len(numbers) + 1))
            lists.read_entries.append(entry)
        for event in item.events:
            lists.event_streams.append(numbers[event.stream])
            lists.event_entries.append(event.entry)
            lists.bodies.append(event.body)
        _list_command(lists, item, numbers)
        _list_belongings(lists, item, number)
    lists.streams.extend(numbers)
    return lists


def _list_command(lists: AppendLists, item: Append, numbers: dict[str, int]) -> None:
    lists.command_ids.append(item.command_id)
    lists.actors.append(item.actor)
    lists.digests.append(item.digest)
    lists.digest_keys.append(item.digest_key)
    lists.refusals.append(item.refusal)
    lists.homes.append(numbers[home_stream(item)])
    lists.reads_to.append(len(lists.read_streams))
    lists.events_to.append(len(lists.event_streams))


def _list_belongings(lists: AppendLists, item: Append, number: int) -> None:
    for secret in item.secrets:
        lists.secret_commands.append(number)
        lists.secret_ids.append(secret.id)
        lists.secret_values.append(secret.value)
        lists.secret_keys.append(secret.key)
        lists.secret_subjects.append(secret.subject)
    for message in item.messages:
        lists.message_commands.append(number)
        lists.message_ids.append(message.id)
        lists.message_files.append(message.file)
        lists.message_occurrences.append(message.occurrence)
        lists.message_recipients.append(message.recipient)
        lists.message_subjects.append(message.subject)
        lists.message_contents.append(message.content)
        lists.message_times.append(message.created_at)
