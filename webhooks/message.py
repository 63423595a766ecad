"""What is said of an event: what happened, to which file, when, by whom; its keys and amounts, no private text."""

import json
from collections.abc import Mapping
from typing import Any

from domain.kernel.ids import file_of
from domain.kernel.moments import write_instant
from domain.kernel.recorded import Recorded

PING = "escale.Ping"
_PLACE = "vault"
"""What a reference to private text has, and nothing else."""
LONGEST = 500
"""Characters of a value; what is longer, as a whole rulebook, is read elsewhere."""
_OF_OPINIONS = frozenset({"member", "dossier", "by"})
_OPINIONS = frozenset({"OpinionGiven", "OpinionConfirmed"})
"""Of an opinion it is told that there is one, not which: panels decide before others know."""


def type_of(event: str) -> str:
    """The type under which an event is sent."""
    return f"escale.{event}"


def id_of(organisation: str, position: int) -> str:
    """The id under which it is sent, each time the same: receivers know by it what they had already."""
    return f"evt_{organisation}_{position}"


def body_of(organisation: str, recorded: Recorded) -> str:
    """The JSON that is sent of an event that the ledger has recorded. Raises ValueError for another."""
    if recorded.recorded_at is None:
        raise ValueError(f"entry {recorded.entry} of {recorded.stream} is not in the ledger")
    at = write_instant(recorded.recorded_at)
    data = {
        "organisation": organisation,
        "position": recorded.position,
        "stream": recorded.stream,
        "file": file_of(recorded.stream),
        "entry": recorded.entry,
        "effective_at": recorded.effective_at,
        "recorded_at": at,
        "actor": recorded.actor,
        "command_id": recorded.command_id,
        "cause": recorded.cause,
        "correlation": recorded.correlation,
        "rulebook": recorded.rulebook,
        "event": _told(recorded),
    }
    return _written(type_of(recorded.event.type), at, data)


def ping_body(organisation: str, at: str) -> str:
    """The JSON of a trial."""
    return _written(PING, at, {"organisation": organisation})


def _told(recorded: Recorded) -> Mapping[str, Any]:
    event = recorded.event
    fields = event.model_dump(mode="json", exclude={"type"})
    if event.type in _OPINIONS:
        fields = {name: value for name, value in fields.items() if name in _OF_OPINIONS}
    told: dict[str, Any] = _public(fields)
    return told


def _public(value: Any) -> Any:
    """The same without what stands in the vault."""
    match value:
        case dict():
            return {name: _public(one) for name, one in value.items() if _is_told(one)}
        case list():
            return [_public(one) for one in value if _is_told(one)]
    return value


def _is_told(value: Any) -> bool:
    if isinstance(value, str):
        return len(value) <= LONGEST
    return not (isinstance(value, dict) and _PLACE in value)


def _written(kind: str, at: str, data: Mapping[str, Any]) -> str:
    return json.dumps(
        {"type": kind, "timestamp": at, "data": data}, ensure_ascii=False, separators=(",", ":")
    )
