"""The commands there are and the fields they ask for, read off their pydantic models."""

import json
import re
from collections.abc import Iterable, Iterator
from contextlib import suppress
from dataclasses import dataclass, replace
from functools import cache
from typing import Any

from domain.kernel.command import Command
from domain.kernel.folded import folded
from domain.organisation.commands import PublishRulebook
from domain.registry.commands import COMMAND_TYPES
from language import Text
from queries.refused import Failure, invalid
from wording.accepted import WHOLE_NUMBER
from wording.codes import code_words
from wording.punctuation import quoted
from wording.values import of_field, word

GIVEN = ("type", "command_id", "actor")
"""Fields that nobody is asked for: the first is the command's name, the others have their options."""

_YES = {"oui": True, "yes": True, "true": True, "o": True, "y": True, "1": True}
_NO = {"non": False, "no": False, "false": False, "n": False, "0": False}
_INTEGER = re.compile(r"-?[0-9]{1,15}")


NOT_ASKED = ("seen",)
"""Fields that may be given but that nobody is asked for: pages fill them in."""


@dataclass(frozen=True, slots=True)
class Field:
    """One field of a command, or a part of one (``territory.name``); ``schema`` has no references left."""

    name: str
    required: bool
    schema: dict[str, Any]
    command: str = ""
    """The command that it is a field of."""

    @property
    def option(self) -> str:
        """How it is written on the command line."""
        return "--" + self.name.replace("_", "-")

    @property
    def choices(self) -> tuple[str, ...]:
        """The values it may take, if they are listed."""
        schema = self.schema.get("items", self.schema) if self.schema.get("type") == "array" else self.schema
        return tuple(schema.get("enum", ()))

    @property
    def words(self) -> tuple[str, ...]:
        """The choices as people say them in their language."""
        return tuple(word(one, of_field(self.command, self.name)) for one in self.choices)

    @property
    def person(self) -> bool:
        """Whether it holds ids of persons, for which their addresses may stand."""
        schema = self.schema.get("items", self.schema) if self.schema.get("type") == "array" else self.schema
        return "p-[0-9a-f]" in schema.get("pattern", "")

    @property
    def many(self) -> bool:
        """Whether it holds several plain values."""
        return self.schema.get("type") == "array" and self.schema["items"].get("type") != "object"

    @property
    def shape(self) -> str:
        """What a list of objects looks like in JSON, fields that may be left out in brackets; empty for all else."""
        items = self.schema.get("items", {})
        if self.schema.get("type") != "array" or "properties" not in items:
            return ""
        required = items.get("required", ())
        shown = (f'"{one}": …' if one in required else f'("{one}": …)' for one in items["properties"])
        return "[{" + ", ".join(shown) + "}, …]"

    def part(self, key: str) -> "Field | None":
        """The value under one key, where the field holds values by key; None for all else."""
        [value, *_] = self.schema.get("patternProperties", {}).values() or [None]
        return Field(f"{self.name}.{key}", required=False, schema=value) if value else None

    def read(self, texts: list[str]) -> Any:
        """The value that words of the command line or of a prompt stand for. Raises Failure.

        Objects of a list may be given one by one, or several at once as a list.
        """
        if self.many:
            words = [word.strip() for text in texts for word in text.split(",") if word.strip()]
            return [self._one(word, self.schema["items"]) for word in words]
        if self.schema.get("type") == "array":
            values = [self._one(text, self.schema) for text in texts]
            return [one for value in values for one in (value if isinstance(value, list) else [value])]
        return self._one(texts[-1], self.schema)

    def _one(self, text: str, schema: dict[str, Any]) -> Any:
        kind = schema.get("type")
        if self.choices and kind == "string":
            return self._choice(text)
        if kind == "boolean" and text.casefold() in _YES | _NO:
            return (_YES | _NO)[text.casefold()]
        if kind == "integer" and _INTEGER.fullmatch(text):
            return int(text)
        if kind in {"object", "array"}:
            try:
                return json.loads(text)
            except ValueError:
                raise self._refused(text, "du JSON", "JSON") from None
        if kind in {"boolean", "integer"}:
            accepted = Text("oui ou non", "yes or no") if kind == "boolean" else WHOLE_NUMBER
            raise self._refused(text, *accepted)
        return text

    def _choice(self, text: str) -> str:
        """The value that a word stands for, in whichever case, with accents or without; or the value itself."""
        wanted = folded(text)
        for choice, said in zip(self.choices, self.words, strict=True):
            if wanted in (folded(choice), folded(said)):
                return choice
        of = of_field(self.command, self.name)
        named = [code_words(one, of) or (one, one) for one in self.choices]
        french, english = (", ".join(words) for words in zip(*named, strict=True))
        raise self._refused(text, f"parmi : {french}", f"one of: {english}")

    def _refused(self, text: str, fr: str, en: str) -> Failure:
        shown = text if len(text) <= len("x" * 40) else text[:40] + "…"
        return invalid(
            "bad-value",
            Text(
                f"{self.option} : {quoted(shown).fr} n’est pas {fr}",
                f"{self.option}: {quoted(shown).en} is not {en}",
            ),
            Text(f"Donnez {fr}." if not fr.startswith("parmi") else f"Choisissez {fr}.", f"Give {en}."),
        )


@cache
def command_classes() -> dict[str, type[Command]]:
    """Every command that has fields to fill in, by its type: a rulebook is published from its file."""
    return {name: one for name, one in COMMAND_TYPES.items() if one is not PublishRulebook}


def command_class(name: str) -> type[Command]:
    """The command of a name: ``RecordContact``, ``record-contact``. Raises Failure."""
    wanted = name.replace("-", "").replace("_", "").casefold()
    for known, one in command_classes().items():
        if known.casefold() == wanted:
            return one
    if wanted == PublishRulebook.__name__.casefold():
        raise invalid(
            "published-from-file",
            Text("un règlement se publie à partir de son fichier", "a rulebook is published from its file"),
            Text("Donnez `escale programme publish FICHIER`.", "Give `escale programme publish FILE`."),
        )
    names = ", ".join(command_classes())
    raise invalid(
        "unknown-command",
        Text(f"aucune commande ne s’appelle {quoted(name).fr}", f"no command is called {quoted(name).en}"),
        Text(f"Les commandes : {names}.", f"The commands: {names}."),
    )


def fields_of(command: type[Command]) -> tuple[Field, ...]:
    """The fields of a command that people fill in, in the order of the model, required ones first."""
    schema = command.model_json_schema()
    found = [
        replace(one, command=command.__name__)
        for one in _fields(schema, schema.get("$defs", {}))
        if one.name not in GIVEN
    ]
    return tuple(sorted(found, key=lambda one: not one.required))


def fields_named_in(words: Iterable[str]) -> frozenset[str]:
    """The options that the fields of a command have, whole ones only; of the first one that is named."""
    for named in words:
        with suppress(Failure):
            found = fields_of(command_class(named))
            return frozenset("--" + one.name.partition(".")[0].replace("_", "-") for one in found)
    return frozenset()


def put(fields: dict[str, Any], name: str, value: Any) -> None:
    """Set a field, or a part of one, in a command's JSON form."""
    first, _, rest = name.partition(".")
    if rest:
        put(fields.setdefault(first, {}), rest, value)
    else:
        fields[first] = value


def _fields(
    schema: dict[str, Any], definitions: dict[str, Any], within: str = "", *, needed: bool = True
) -> Iterator[Field]:
    required = set(schema.get("required", ()))
    for name, part in schema["properties"].items():
        found = resolved(part, definitions)
        must = needed and name in required
        if "properties" in found:
            yield from _fields(found, definitions, f"{within}{name}.", needed=must)
        else:
            yield Field(within + name, must, found)


def resolved(schema: dict[str, Any], definitions: dict[str, Any]) -> dict[str, Any]:
    """A schema with its reference followed and its ``null`` alternative left out."""
    if "$ref" in schema:
        return resolved(definitions[schema["$ref"].rpartition("/")[2]], definitions)
    if "anyOf" in schema:
        rest = [one for one in schema["anyOf"] if one.get("type") != "null"]
        return resolved(rest[0], definitions) if len(rest) == 1 else schema
    if schema.get("type") == "array" and "items" in schema:
        return {**schema, "items": resolved(schema["items"], definitions)}
    return schema
