"""Text from outside: a mark is read over, another encoding is named, and no parser's words stand in our sentences."""

import re

import pytest

from application.commands.answer import Answer
from application.commands.parsing import read_command
from application.plain_text import NotText, read_json, read_text
from application.rulebooks.safe_yaml import UnreadableFile, read_yaml

TEXT = '{"é": 1}'


@pytest.mark.parametrize("content", [TEXT.encode(), TEXT.encode("utf-8-sig")])
def test_a_byte_order_mark_is_no_part_of_the_text(content: bytes) -> None:
    """Whatever is read: text, JSON, YAML."""
    assert read_text(content) == TEXT
    assert read_json(content) == read_yaml(content).value == {"é": 1}
    assert read_json("\ufeff" + TEXT) == {"é": 1}


@pytest.mark.parametrize("encoding", ["utf-16", "utf-16-le", "utf-16-be"])
def test_utf_16_is_named(encoding: str) -> None:
    """With its mark or without."""
    with pytest.raises(NotText, match="UTF-16"):
        read_text(TEXT.encode(encoding))
    with pytest.raises(UnreadableFile, match="UTF-16"):
        read_yaml(TEXT.encode(encoding))


def test_what_is_no_text_is_told_at_its_place() -> None:
    """In characters, not in bytes."""
    with pytest.raises(NotText) as refused:
        read_text("a\néà".encode() + b"\xff")
    assert (refused.value.line, refused.value.column) == (2, 3)


LIBRARIES = re.compile(
    r"Expect|delimiter|codec|recursion|Exceeds|mapping|token|indicator|sys\.|char \d|decode|unicode|NoneType"
)
BROKEN_JSON = [
    "",
    "{",
    '{"a" 1}',
    '{"a": 1,}',
    '{"a": nul}',
    '{"a": "x}',
    '{"a": "\\x"}',
    '{"a": "\\u12"}',
    '{"a": "\t"}',
    '{"a": 1} {}',
    '{"a": ' + "9" * 5_000 + "}",
    "[" * 100_000,
    '{"type": ' + "[" * 900 + "]" * 900 + "}",
    '{"type": "\\ud800"}',
]
BROKEN_YAML = [
    "a: b: c",
    "a:\n - b\n c",
    "a: [b",
    "a: {b",
    '"a',
    "- a\nb: c",
    "\ta: b",
    "a: %",
    'a: "\\q"',
    "a\nb: c",
]


@pytest.mark.parametrize("text", BROKEN_JSON, ids=lambda text: text[:12])
def test_no_json_parser_speaks(text: str) -> None:
    """Neither in French nor in English."""
    answer = read_command(text, None)
    assert isinstance(answer, Answer)
    assert answer.refusal
    said = answer.refusal.message.fr + answer.refusal.message.en
    assert not LIBRARIES.search(said), said


@pytest.mark.parametrize("text", BROKEN_YAML)
def test_no_yaml_parser_speaks(text: str) -> None:
    """And what is said has line and column."""
    with pytest.raises(UnreadableFile) as refused:
        read_yaml(text.encode())
    said = refused.value.what.fr + refused.value.what.en
    assert not LIBRARIES.search(said), said


def test_a_broken_line_is_told_by_its_number_in_the_file() -> None:
    """It may be the thousandth."""
    answer = read_command("{", None, 1_000)
    assert isinstance(answer, Answer)
    assert answer.refusal
    assert "ligne 1000, colonne 2" in answer.refusal.message.fr
