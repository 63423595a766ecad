"""Private text: what people write about people. It lives in the vault; events only refer to it.

A command carries prose in clear. The codec of the ledger replaces it, in the event, by a reference to the
vault and a digest under a random key of that value, so that erasing value and key together leaves nothing
readable while the hash chain still verifies (crypto-shredding; EDPB guidelines 01/2025 on keyed digests).
"""

import re
import unicodedata
from collections.abc import Mapping
from dataclasses import dataclass
from typing import Annotated, Any, Self

from pydantic import GetCoreSchemaHandler, GetJsonSchemaHandler
from pydantic.json_schema import JsonSchemaValue
from pydantic_core import CoreSchema, PydanticCustomError, core_schema

LONGEST_PROSE = 20_000
"""Characters; about ten printed pages."""

_CONTROLS = re.compile(r"[\x00-\x1f\x7f-\x9f\ud800-\udfff]")
"""Control characters and surrogates (Unicode categories Cc and Cs)."""


@dataclass(frozen=True, slots=True)
class Prose:
    """Text in clear (``text``) until it is recorded; afterwards where it lies (``vault``) and its ``digest``."""

    text: str | None = None
    vault: str | None = None
    digest: str | None = None

    @property
    def sealed(self) -> bool:
        """Whether the text has gone to the vault."""
        return self.vault is not None

    def seal(self, vault: str, digest: str) -> Self:
        """The reference that an event keeps in place of the text."""
        return type(self)(vault=vault, digest=digest)

    @classmethod
    def __get_pydantic_core_schema__(cls, _source: Any, _handler: GetCoreSchemaHandler) -> CoreSchema:
        """Read a string as text in clear and ``{"vault", "digest"}`` as a sealed reference."""
        return core_schema.no_info_plain_validator_function(
            _read_prose,
            serialization=core_schema.plain_serializer_function_ser_schema(_write_prose),
        )

    @classmethod
    def __get_pydantic_json_schema__(
        cls, _schema: CoreSchema, _handler: GetJsonSchemaHandler
    ) -> JsonSchemaValue:
        """Show the only form that clients send: a string."""
        return {"type": "string", "minLength": 1, "maxLength": LONGEST_PROSE}


@dataclass(frozen=True, slots=True)
class Altered:
    """Stands for a text that somebody altered where it lay: its digest does not hold, and it is neither shown nor used.

    One such text takes down nothing but itself: who reads it says that it is altered, and goes on.
    """


Texts = Mapping[str, str | Altered]
"""What the vault answers, by place: erased texts are missing."""


def legible(text: str | Altered | None) -> str | None:
    """A text that can be used: None for one that was erased or altered."""
    return None if isinstance(text, Altered) else text


def holds_prose(value: Any) -> bool:
    """Whether a field's value is private text, or private texts by key: the two forms that commands and events have."""
    parts = value.values() if isinstance(value, dict) else (value,)
    return any(isinstance(one, Prose) for one in parts)


def clean_text(text: str, longest: int, *, lines: bool) -> str:
    """Strip and normalise (NFC) ``text``; ``lines`` allows line breaks and tabs.

    Raises PydanticCustomError for empty or too long text, control characters and lone surrogates.
    """
    if len(text) > longest:
        raise PydanticCustomError("text_too_long", "at most {longest} characters", {"longest": longest})
    allowed = "\n\t" if lines else ""
    text = unicodedata.normalize("NFC", text.replace("\r\n", "\n")).strip()
    if not text:
        raise PydanticCustomError("text_empty", "a text that is not empty")
    for found in _CONTROLS.finditer(text):
        if (character := found[0]) not in allowed:
            raise PydanticCustomError(
                "text_forbidden",
                "printable text, without the character {code}",
                {"code": f"U+{ord(character):04X}"},
            )
    return text


def _read_prose(value: Any) -> Prose:
    if isinstance(value, dict) and value.keys() == {"vault", "digest"}:
        vault, digest = value["vault"], value["digest"]
        if isinstance(vault, str) and isinstance(digest, str):
            return Prose(None, vault, digest)
    if isinstance(value, str):
        return Prose(text=clean_text(value, LONGEST_PROSE, lines=True))
    if isinstance(value, Prose):
        return value
    raise PydanticCustomError("text_expected", "a text")


def _refuse_sealed(value: Any) -> Any:
    if isinstance(value, dict):
        raise PydanticCustomError("text_expected", "a text")
    return value


def _write_prose(value: Prose) -> Any:
    return value.text if value.vault is None else {"vault": value.vault, "digest": value.digest}


class _OnlyClear:
    """Refuses references in commands: nobody may point into the vault from outside."""

    def __get_pydantic_core_schema__(self, source: Any, handler: GetCoreSchemaHandler) -> CoreSchema:
        return core_schema.no_info_before_validator_function(_refuse_sealed, handler(source))


ClearProse = Annotated[Prose, _OnlyClear()]
"""Prose as commands carry it: a string, never a reference."""
