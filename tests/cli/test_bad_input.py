"""Whatever comes in, the answer says what is wrong, nothing is recorded and the next command works."""

import json
from typing import Any

import pytest

from tests.cli.house import NOUR, House
from tests.cli.test_do import contact

THREE_MEGABYTES = 3_000_000


def _line(**more: Any) -> bytes:
    return json.dumps({**contact("bad/1"), **more}).encode()


BAD: dict[str, bytes] = {
    "unknown field": _line(surplus=1),
    "wrong type": _line(kind=3),
    "number for text": _line(note=7),
    "impossible date": _line(effective_at="2026-02-30"),
    "date without meaning": _line(effective_at="yesterday"),
    "three megabytes of text": _line(note="a" * THREE_MEGABYTES),
    "three megabytes of label": _line(type="RecordLesson", title="a" * THREE_MEGABYTES),
    "NUL": _line(note="a\0b"),
    "control character": _line(note="a\x1b[31mb"),
    "lone surrogate": _line(note="a\ud800b"),
    "lone surrogate in the id": _line(command_id="\ud800"),
    "no UTF-8": _line(note="x").replace(b'"x"', b'"\xff\xfe"'),
    "no type": json.dumps({"command_id": "bad/2"}).encode(),
    "unknown type": _line(type="Fly"),
    "sealed text from outside": _line(note={"vault": "a", "digest": "b"}),
    "not JSON": b"{not json}",
    "not an object": b"[1, 2]",
    "infinity": _line(entry=1).replace(b": 1", b": Infinity"),
    "nothing": b"",
    "deep": b"[" * 100_000,
}


@pytest.mark.parametrize("name", BAD)
def test_what_cannot_be_read_is_invalid_and_says_what_would_be_accepted(house: House, name: str) -> None:
    """Exit code 2, a code, sentences in both languages, no traceback, nothing recorded."""
    result = house.run("do", "--file", "-", "--as", NOUR, stdin=BAD[name])
    assert result.code == 2, result.err
    assert "Traceback" not in result.err
    answer = result.json
    assert answer["outcome"] == "invalid"
    for sentence in (answer["refusal"]["message"], answer["refusal"]["remedy"]):
        assert sentence["fr"]
        assert sentence["en"]
        assert len(sentence["fr"]) < len("x" * 1_000), "the value itself is not repeated"


def test_nothing_bad_was_recorded_and_the_next_command_works(house: House) -> None:
    """All of it in one stream of lines, a good command last: one event, one exit code for the worst."""
    head = house.head()
    lines = [line for name, line in BAD.items() if line and name != "deep"]
    stream = b"\n".join([*lines, json.dumps(contact("bad/good")).encode()])
    result = house.run("do", "--file", "-", "--as", NOUR, stdin=stream)
    assert [one["outcome"] for one in result.answers] == ["invalid"] * len(lines) + ["recorded"]
    assert result.code == 2
    assert house.head() == head + 1


@pytest.mark.parametrize(
    ("command", "code"),
    [
        ({"effective_at": "2030"}, "in_future"),
        ({"type": "AdvancePhase", "to": "capitalisation", "kind": None}, "not_the_next_phase"),
        ({"type": "AdvancePhase", "to": "experimentation", "kind": None}, "gate_incomplete"),
    ],
)
def test_what_the_rules_forbid_is_refused_with_its_code(
    house: House, command: dict[str, Any], code: str
) -> None:
    """Exit code 1; the code is stable, the remedy says what would make it pass."""
    fields = {key: value for key, value in {**contact(f"bad/{code}"), **command}.items() if value is not None}
    head = house.head()
    result = house.do(fields, person=NOUR)
    assert (result.code, result.json["outcome"], house.head()) == (1, "refused", head)
    assert result.json["refusal"]["code"] == code
    assert result.json["refusal"]["remedy"]["fr"]


@pytest.mark.parametrize(
    ("years", "french", "english"),
    [
        ("abc", "un nombre entier", "a whole number"),
        ("0", "1 au moins", "at least 1"),
        ("31", "30 au plus", "at most 30"),
    ],
)
def test_an_option_says_what_it_wants_in_the_readers_language(
    house: House, years: str, french: str, english: str
) -> None:
    """Not in that of the libraries."""
    words = ("rehearse", "tec", "--years", years)
    assert french in house.run(*words).err
    assert english in house.run(*words, LANG="en_GB.UTF-8").err
