"""Fast canonical JSON is the canonical JSON of RFC 8785, wherever it is used."""

import json
from typing import get_args

import pytest
import rfc8785
from hypothesis import given
from hypothesis import strategies as st

from domain.kernel.canonical import canonical
from domain.kernel.command import Command
from domain.kernel.event import Event
from domain.registry.commands import COMMAND_TYPES
from domain.registry.events import AnyEvent

_SAFE = 2**53 - 1
_KEYS = st.text(st.characters(max_codepoint=126), max_size=8)
_VALUES = st.recursive(
    st.none() | st.booleans() | st.integers(-_SAFE, _SAFE) | st.text(),
    lambda inner: st.lists(inner, max_size=4) | st.dictionaries(_KEYS, inner, max_size=4),
    max_leaves=20,
)
_KINDS: tuple[type[Event] | type[Command], ...] = (*get_args(AnyEvent), *COMMAND_TYPES.values())
_WRITTEN_OTHERWISE = {"RulebookPublished", "PublishRulebook"}


@given(st.dictionaries(_KEYS, _VALUES, max_size=6))
def test_it_writes_the_same_bytes(value: dict[str, object]) -> None:
    """Control characters, quotes and letters of every script among them."""
    assert canonical(value) == rfc8785.dumps(value)  # type: ignore[arg-type]


def test_every_control_character_is_written_as_the_standard_says() -> None:
    """Each by itself, and those beside them."""
    for code in (*range(0x100), 0x2028, 0x2029, 0xFFFF, 0x1F600):
        value = {"text": chr(code)}
        assert canonical(value) == rfc8785.dumps(value), hex(code)


def test_a_lone_surrogate_is_nobodys_text() -> None:
    """As RFC 8785 demands."""
    with pytest.raises(ValueError, match="surrogates"):
        canonical({"text": "\ud800"})


def test_whatever_is_written_so_holds_neither_fractions_nor_anything_at_all() -> None:
    """Only rulebooks do, and they are written by the library."""
    open_to_all = ('"number"', "JsonValue", '"additionalProperties": true')
    found = {
        kind.__name__
        for kind in _KINDS
        if any(one in json.dumps(kind.model_json_schema()) for one in open_to_all)
    }
    assert found == _WRITTEN_OTHERWISE
