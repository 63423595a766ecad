"""With what a field is filled in to try a command: what fits, then values of its type that rules may take."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from functools import cache
from typing import Any

from domain.cooperations.state import Cooperation
from domain.kernel.command import Command
from queries.choices import FITTING
from queries.choosing.circumstances import Circumstances
from queries.command_form import Field, fields_of

UNKNOWN = "a-completer"
"""A name that nothing has."""
_DAYS = (0, 1, 60, 400, 1200, -1, -60)
"""How far from today days lie that are tried: rules want some to be past, others to leave time."""
_MOST_TOGETHER = 12
"""People or parties that are tried together."""
_PROSE, _MOMENT = 20_000, 40
"""The longest of private text and of moments: by it the schema tells them from other text."""
_OF_PATTERNS: Mapping[str, str] = {
    "^[a-z0-9]+(-": UNKNOWN,
    "^[a-z][a-z0-9_]": UNKNOWN.replace("-", "_"),
    "^[0-9a-f]{32}": "0" * 32,
    "^sha256": "sha256:" + "0" * 64,
    "^p-": "p-000000000000",
    "^([0-9]{2}|2[AB])": "75056",
}


@dataclass(frozen=True, slots=True)
class Slot:
    """A field of a command that is tried: ``chosen`` where what it holds is known, and nothing else fits."""

    field: Field
    chosen: bool

    @property
    def name(self) -> str:
        """The path of the field."""
        return self.field.name

    @property
    def listed(self) -> bool:
        """Whether its values are few and known: each may be judged otherwise."""
        schema = self.field.schema
        return self.chosen or "enum" in schema or schema.get("type") == "boolean"

    @property
    def dated(self) -> bool:
        """Whether it holds a day: another one may do."""
        return self.field.schema.get("format") == "date"

    @property
    def written(self) -> bool:
        """Whether people write in it what the rules look at: no private text, no document, nothing that is listed."""
        schema = self.field.schema
        items = schema.get("items", schema)
        plain = self.listed or items.get("maxLength") in (_PROSE, _MOMENT)
        return not plain and not items.get("pattern", "").startswith("^sha256")


_TOLD = frozenset({"effective_at", "seen"})
"""Fields that say when and on what a command rests, not what it does."""


@cache
def slots_of(command: type[Command]) -> tuple[Slot, ...]:
    """The fields of a command as they are tried, required ones first."""
    known = FITTING.get(command, {})
    return tuple(Slot(one, one.name in known) for one in fields_of(command) if one.name not in _TOLD)


@cache
def paths_of(command: type[Command]) -> tuple[str, ...]:
    """Its fields by their paths, each followed by what it is a part of."""
    found = (part for one in slots_of(command) for part in _paths(one.name))
    return tuple(dict.fromkeys(found))


def _paths(name: str) -> Iterator[str]:
    parts = name.split(".")
    yield from (".".join(parts[:many]) for many in range(len(parts), 0, -1))


def fillings(slot: Slot, asked: Circumstances, command: type[Command]) -> Sequence[Any]:
    """The values to try, in order; none where a choice has nothing left to choose."""
    if not slot.chosen:
        return list(_of_schema(slot.field.schema, asked.setting.now.date()))
    _, fitting = FITTING[command][slot.name]
    values, schema = list(fitting(asked)), slot.field.schema
    if schema.get("type") == "array":
        return list(_together(values, schema.get("minItems", 1)))
    if "patternProperties" in schema:
        [part] = schema["patternProperties"].values()
        one = next(_of_schema(part, asked.setting.now.date()))
        return [dict.fromkeys(values, one)] if values else []
    return values


def days_in(params: Mapping[str, str]) -> Iterator[str]:
    """The days that a refusal speaks of, and those after them: a day that would do may be among them."""
    for text in params.values():
        try:
            day = date.fromisoformat(text)
        except ValueError:
            continue
        yield from (day.isoformat(), (day + timedelta(days=1)).isoformat())


def _together(values: Sequence[Any], least: int) -> Iterator[list[Any]]:
    """As few as may be, each of them in turn; then more together."""
    if least <= 1:
        yield from ([one] for one in values[:_MOST_TOGETHER])
    for many in range(max(2, least), min(len(values), _MOST_TOGETHER) + 1):
        yield list(values[:many])
        yield list(values[-many:])


def placeholder(slot: Slot, asked: Circumstances) -> Any:
    """What stands where there is nothing to choose, so that the rules say why; of rulebooks, the last there can be."""
    if isinstance(asked.file, Cooperation) and "@" in slot.field.schema.get("pattern", ""):
        return f"{asked.file.programme}@999999"
    return next(_of_schema(slot.field.schema, asked.setting.now.date()))


def _of_schema(schema: Mapping[str, Any], today: date) -> Iterator[Any]:
    match schema.get("type"):
        case "boolean":
            yield from (False, True)
        case "integer":
            yield schema.get("minimum", 0) or 1
        case "array":
            yield from _lists(schema, today)
        case "object":
            yield _object(schema, today)
        case _:
            yield from _texts(schema, today)


def _lists(schema: Mapping[str, Any], today: date) -> Iterator[Any]:
    """One, or as many as it takes; then two that differ in what they are called."""
    one = next(_of_schema(schema["items"], today))
    yield [one] * max(1, schema.get("minItems", 0))
    if isinstance(one, dict):
        yield [one, {key: f"{value}-bis" if isinstance(value, str) else value for key, value in one.items()}]


def _object(schema: Mapping[str, Any], today: date) -> dict[str, Any]:
    required, properties = schema.get("required", ()), schema.get("properties", {})
    if properties:
        return {name: next(_of_schema(properties[name], today)) for name in required}
    [part] = schema.get("patternProperties", {}).values() or [{}]
    return {UNKNOWN.replace("-", "_"): next(_of_schema(part, today))}


def _texts(schema: Mapping[str, Any], today: date) -> Iterator[Any]:
    pattern = schema.get("pattern", "")
    if "enum" in schema:
        yield from schema["enum"]
    elif schema.get("format") == "date":
        yield from ((today + timedelta(days=days)).isoformat() for days in _DAYS)
    elif schema.get("maxLength") == _MOMENT:
        yield from (today.isoformat(), (today - timedelta(days=1)).isoformat())
    else:
        known = (value for start, value in _OF_PATTERNS.items() if pattern.startswith(start))
        yield next(known, "A-COMPLETER")
