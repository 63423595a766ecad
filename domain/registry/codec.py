"""Events as bytes and back: canonical JSON (RFC 8785), private text sealed, old versions upcast.

The body of an event: ``type``, ``version``, ``stream``, ``entry``, ``effective_at``, ``actor``, ``command_id``,
``cause``, ``correlation``, ``rulebook`` and ``data``. Position, time of recording and hash stand beside it.
"""

import hmac
from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass, replace
from typing import Any, get_args

import rfc8785
from pydantic_core import from_json

from domain.kernel.canonical import canonical
from domain.kernel.event import Event
from domain.kernel.ids import secret_id
from domain.kernel.ledger import NewEvent, Secret, StoredEvent
from domain.kernel.prose import Prose, holds_prose
from domain.kernel.recorded import Recorded
from domain.kernel.upcasters import upcast
from domain.people.events import PersonChanged, PersonRegistered, RulebookPublished
from domain.registry.events import AnyEvent

_KINDS: dict[str, type[Event]] = {kind.model_fields["type"].default: kind for kind in get_args(AnyEvent)}


@dataclass(frozen=True, slots=True)
class Encoded:
    """An event ready to append: its bytes, its private values, and itself as it will be read back."""

    new: NewEvent
    secrets: tuple[Secret, ...]
    recorded: Recorded


def encode(recorded: Recorded, index: int, draw_key: Callable[[], bytes]) -> Encoded:
    """Seal the private text of an event (the ``index``-th of its command) and write its body.

    ``draw_key`` gives 32 random bytes, a key for each private value.
    """
    event, hidden = _seal(recorded, index, draw_key)
    sealed = replace(recorded, event=event)
    write = rfc8785.dumps if isinstance(event, RulebookPublished) else canonical
    body = write(
        {
            "type": event.type,
            "version": event.version,
            "stream": recorded.stream,
            "entry": recorded.entry,
            "effective_at": recorded.effective_at,
            "actor": recorded.actor,
            "command_id": recorded.command_id,
            "cause": recorded.cause,
            "correlation": recorded.correlation,
            "rulebook": recorded.rulebook,
            "data": event.model_dump(mode="json", exclude={"type"}),
        }
    )
    return Encoded(NewEvent(recorded.stream, recorded.entry, body), hidden, sealed)


def decode(stored: StoredEvent) -> Recorded:
    """Read an event back, in the present version of its type.

    Not strict, since JSON has no dates; what was written passed strict validation.
    """
    body = from_json(stored.body)
    kind = _KINDS[body["type"]]
    data = upcast(body["type"], body["version"], body["data"], kind.version)
    return Recorded(
        event=kind.model_validate(data, strict=False),
        stream=stored.stream,
        entry=stored.entry,
        effective_at=body["effective_at"],
        actor=body["actor"],
        command_id=body["command_id"],
        cause=body["cause"],
        correlation=body["correlation"],
        rulebook=body["rulebook"],
        position=stored.position,
        recorded_at=stored.recorded_at,
    )


def event_of(type: str, data: Mapping[str, Any]) -> Event:  # noqa: A002
    """An event, in the present version of its type, from its content as JSON has it. Raises KeyError."""
    return _KINDS[type].model_validate(data, strict=False)


def decode_all(stored: Iterable[StoredEvent]) -> list[Recorded]:
    """Read events back, in order."""
    return [decode(one) for one in stored]


def digest(key: bytes, value: str) -> str:
    """The digest of a private value under its own random key: HMAC-SHA256, in hexadecimal."""
    return hmac.digest(key, value.encode(), "sha256").hex()


def _seal(recorded: Recorded, index: int, draw_key: Callable[[], bytes]) -> tuple[Event, tuple[Secret, ...]]:
    event = recorded.event
    subject = event.person if isinstance(event, PersonRegistered | PersonChanged) else None
    hidden: list[Secret] = []

    def seal(value: Prose, field: str) -> Prose:
        if value.text is None:
            return value
        key, place = draw_key(), secret_id(recorded.command_id, index, field)
        hidden.append(Secret(place, value.text, key, subject))
        return value.seal(place, digest(key, value.text))

    sealed: dict[str, Any] = {}
    for field in type(event).model_fields:
        match getattr(event, field):
            case Prose() as value:
                sealed[field] = seal(value, field)
            case dict() as values if holds_prose(values):
                sealed[field] = {key: seal(one, f"{field}.{key}") for key, one in values.items()}
    return (event.model_copy(update=sealed) if hidden else event), tuple(hidden)
