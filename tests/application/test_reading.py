"""Commands as clients send them: what is not one is refused, in two languages, and repeated to nobody."""

import json
from typing import Any

import pytest

from application.commands.answer import Answer
from application.commands.parsing import read_command
from domain.registry.commands import AnyCommand
from tests.application.house import MANAGER, House, lesson

PRIVATE = "Camille est épuisée"
LESSON: dict[str, Any] = {
    "type": "RecordLesson",
    "command_id": "c-1",
    "actor": MANAGER,
    "cooperation": "rives",
    "title": "Tuilage",
    "note": PRIVATE,
}
OPEN_END: dict[str, Any] = {
    "type": "ExtendDeadline",
    "command_id": "c-1",
    "actor": MANAGER,
    "cooperation": "rives",
    "deadline": "go_decision",
    "until": "2027-01-01",
    "reason": PRIVATE,
}


def written(form: dict[str, Any] = LESSON, /, **changes: Any) -> str:
    """The command in JSON, with some fields changed; None leaves a field out."""
    changed = {**form, **changes}
    return json.dumps({key: value for key, value in changed.items() if value is not None})


def refused(text: str | bytes, actor: str | None = MANAGER) -> Answer:
    """The answer to what cannot be read."""
    answer = read_command(text, actor)
    assert isinstance(answer, Answer)
    assert (answer.outcome, answer.repeated, answer.position, answer.events) == ("invalid", False, None, ())
    assert answer.refusal is not None
    assert answer.refusal.code == "invalid"
    assert PRIVATE not in answer.model_dump_json()
    assert "Camille" not in answer.model_dump_json()
    for sentence in (answer.refusal.message, answer.refusal.remedy):
        assert sentence.fr.strip()
        assert sentence.en.strip()
    assert len(answer.model_dump_json()) < 5_000
    return answer


def read(text: str | bytes, actor: str | None = MANAGER) -> AnyCommand:
    """The command that can be read."""
    command = read_command(text, actor)
    assert not isinstance(command, Answer), command
    return command


def test_a_command_is_read() -> None:
    """From text and from bytes alike, stripped and composed (NFC)."""
    assert read(written()) == read(written().encode())
    decomposed = read(written(title="  Ete\N{COMBINING ACUTE ACCENT} "))
    assert decomposed.model_dump(include={"title"}) == {"title": "Eté"}


def test_the_actor_is_filled_in_and_never_replaced() -> None:
    """Who is logged in acts; nobody acts for another."""
    assert read(written(actor=None)).actor == MANAGER
    assert read(written(), None).actor == MANAGER
    other = refused(written(actor="p-ffffffffffff"))
    assert other.refusal is not None
    assert MANAGER in other.refusal.remedy.en
    refused(written(actor=None), None)


WRONG_FIELDS: list[tuple[str, str, str]] = [
    ("an unknown field", written(titel="Tuilage"), "titel: no such field, remove it"),
    ("a missing field", written(title=None), "title: this field is required"),
    ("a number for a text", written(title=3), "title: a text"),
    ("a list for a text", written(note=[PRIVATE]), "note: a text"),
    ("a reference into the vault", written(note={"vault": "a" * 32, "digest": PRIVATE}), "note: a text"),
    ("an unknown command", written(type="RecordSecret"), "type: one of"),
    ("no command", written(type=None), "type: “type” names the command"),
    ("a command that is a number", written(type=1), "type: one of"),
    ("an empty text", written(title=" \n "), "title: a text that is not empty"),
    ("a long title", written(title="x" * 201), "title: at most 200 characters"),
    ("a long note", written(note=PRIVATE * 2000), "note: at most 20000 characters"),
    ("NUL", written(note=f"{PRIVATE}\0"), "note: printable text, without the character U+0000"),
    ("a bell", written(title="Tu\a"), "title: printable text, without the character U+0007"),
    ("a line break in a title", written(title="Tu\nilage"), "without the character U+000A"),
    ("a C1 control character", written(note=f"{PRIVATE}\x85{PRIVATE}"), "without the character U+0085"),
    ("a file that is no name", written(cooperation="Rives !"), "cooperation: a short name"),
    ("an id with a space", written(command_id="c 1"), "command_id: an id of at most 300 characters"),
    ("an endless id", written(command_id="c" * 301), "command_id: an id of at most 300 characters"),
    ("an actor that is a novel", written(actor="a" * 101), "actor: a person’s id"),
    ("a day that does not exist", written(effective_at="2026-02-30"), "effective_at: a date that exists"),
    (
        "an instant without an offset",
        written(effective_at="2026-02-20T10:00:00"),
        "effective_at: a date that exists",
    ),
    ("a day that is a number", written(effective_at=2026), "effective_at: a text"),
    ("an extension to no day", written(OPEN_END, until="2027-02-30"), "until: a day that exists"),
    ("an extension to a word", written(OPEN_END, until="bientôt"), "until: a day"),
    ("an extension to a number", written(OPEN_END, until=20270101), "until: a day"),
    ("an extension beyond the calendar", written(OPEN_END, until="9999-12-31"), "until: at most 2199-12-31"),
]


@pytest.mark.parametrize(("rule", "text", "wanted"), WRONG_FIELDS, ids=[case[0] for case in WRONG_FIELDS])
def test_a_wrong_field_is_named_with_what_would_be_accepted(rule: str, text: str, wanted: str) -> None:
    """In French and English; the value itself is never repeated."""
    answer = refused(text, None)
    assert answer.refusal is not None
    assert wanted in answer.refusal.remedy.en
    assert answer.refusal.remedy.fr != answer.refusal.remedy.en


NOT_COMMANDS: list[tuple[str, str | bytes]] = [
    ("nothing", ""),
    ("a word", "bonjour"),
    ("half an object", written()[:-1]),
    ("two objects", written() + written()),
    ("a list", f"[{written()}]"),
    ("a string", json.dumps(PRIVATE)),
    ("null", "null"),
    ("a number", "42"),
    ("not a number", "NaN"),
    ("a number without an end", "9" * 5_000),
    ("an object that nests without an end", '{"a":' * 100_000),
    ("a list that nests without an end", "[" * 100_000),
    ("a note that nests without an end", '{"note":' + "[" * 900 + "]" * 900 + "}"),
    ("a note that nests deeply", written(note=None)[:-1] + ', "note":' + "[" * 400 + "]" * 400 + "}"),
    ("not UTF-8", b'{"type": "\xff\xfe"}'),
    ("UTF-16", written().encode("utf-16")),
    ("a lone surrogate, escaped", '{"type": "RecordLesson", "title": "\\ud800"}'),
    ("a lone surrogate in an id", '{"type": "RecordLesson", "command_id": "\\udfff"}'),
    ("a lone surrogate in a name", '{"\\ud800": 1}'),
    ("a lone surrogate, raw", '{"type": "RecordLesson", "title": "\ud800"}'),
    ("NUL between the fields", written()[:-1] + "\0}"),
    ("an infinite grade", '{"type": "RecordEvaluation", "grid": {"story": 1e400}}'),
    ("an entry as long as a book", '{"type": "CorrectEntry", "entry": ' + "1" * 4_000 + "}"),
]


@pytest.mark.parametrize(("rule", "text"), NOT_COMMANDS, ids=[case[0] for case in NOT_COMMANDS])
def test_what_is_no_command_is_refused(rule: str, text: str | bytes) -> None:
    """Whatever it is: an answer, never a fault."""
    refused(text)


def test_three_megabytes_are_too_many() -> None:
    """Of any command but an import; ten are too many for an import too. Nobody parses what is too large."""
    large = refused(written(note="x" * 3_000_000))
    assert large.refusal is not None
    enormous = refused("[" * 10_000_001)
    assert enormous.refusal is not None
    assert enormous.refusal.remedy.en == "at most 10 MB"
    padded = refused(written() + " " * 3_000_000)
    assert padded.refusal is not None
    assert padded.refusal.remedy.en == "at most 1 MB"


def test_the_answer_names_the_command_where_it_can() -> None:
    """So that whoever sent many knows which."""
    assert refused(written(title=None)).command_id == "c-1"
    assert refused(written(command_id=7)).command_id is None
    assert refused("[]").command_id is None


def test_many_mistakes_are_shown_a_few_at_a_time() -> None:
    """Five, in the order of the fields."""
    answer = refused(json.dumps({"type": "OpenCooperation"}), None)
    assert answer.refusal is not None
    assert answer.refusal.remedy.en.count("this field is required") == 5


def test_every_mistake_is_there_for_programs_with_its_place() -> None:
    """All of them, each at the field that it concerns; no value and no name that may be private is repeated."""
    form = {
        "type": "OpenCooperation",
        "command_id": "c-1",
        "name": "",
        "territory": {"name": "Vallée", "zonings": [{"zoning": "QPV", "source": "INSEE", PRIVATE: 1}]},
    }
    answer = refused(json.dumps(form), MANAGER)
    said = {one.pointer: one.message.en for one in answer.problems}
    assert said["/name"] == "a text that is not empty"
    assert said["/territory/zonings/0/source_date"] == "this field is required"
    assert "/territory/zonings/0" in said
    assert {"/cooperation", "/region", "/object", "/programme", "/managers"} <= said.keys()
    assert len(said) > 5


async def test_after_any_of_these_the_next_command_works(house: House) -> None:
    """Nothing was recorded by the way."""
    position = house.book.head.position
    for _, text in NOT_COMMANDS:
        refused(text)
    assert house.book.head.position == position
    assert (await house.do(lesson(1))).outcome == "recorded"
