"""What was written is read for ever, and written again as it was."""

import json
from collections.abc import Iterable, Iterator, Mapping
from datetime import UTC, datetime
from pathlib import Path
from typing import Any, get_args

import pytest
import rfc8785

from domain.cooperations.events.calls import ApplicationResubmitted
from domain.cooperations.events.record import LessonRecorded
from domain.kernel.ids import secret_id
from domain.kernel.ledger import GENESIS, StoredEvent
from domain.kernel.prose import Prose
from domain.kernel.upcasters import UPCASTERS, upcast
from domain.kernel.values import Key
from domain.people.events import PersonChanged, PersonRegistered
from domain.registry.codec import decode, encode
from domain.registry.events import AnyEvent
from tests.golden.occasions import OCCASIONS
from tests.golden.write import SAMPLES, recorded, sample_of

KINDS = {kind.model_fields["type"].default: kind for kind in get_args(AnyEvent)}
WRITTEN = sorted(SAMPLES.glob("*.json"))


def stored(body: bytes) -> StoredEvent:
    """The body as a ledger gives it."""
    meant = json.loads(body)
    at = datetime(2026, 11, 23, 9, 0, tzinfo=UTC)
    return StoredEvent(7, meant["stream"], meant["entry"], at, body, GENESIS)


def draw_no_key() -> bytes:
    """Nothing is sealed a second time."""
    raise AssertionError("a private value was sealed again")


def test_every_version_of_every_event_has_its_sample() -> None:
    """A new version adds a sample and keeps the old ones."""
    due = {
        sample_of(kind, version) for kind, model in KINDS.items() for version in range(1, model.version + 1)
    }
    assert set(WRITTEN) == due


@pytest.mark.parametrize("path", WRITTEN, ids=lambda path: path.stem)
def test_a_sample_is_what_its_name_says_in_canonical_json(path: Path) -> None:
    """RFC 8785: the bytes that are hashed."""
    body = path.read_bytes()
    meant = json.loads(body)
    assert path.name == f"{meant['type']}.v{meant['version']}.json"
    assert rfc8785.dumps(meant) == body
    assert set(meant) == {
        "type",
        "version",
        "stream",
        "entry",
        "effective_at",
        "actor",
        "command_id",
        "cause",
        "correlation",
        "rulebook",
        "data",
    }


@pytest.mark.parametrize("path", WRITTEN, ids=lambda path: path.stem)
def test_a_sample_is_read_in_the_present_version(path: Path) -> None:
    """Every field, with what surrounds the event."""
    body = path.read_bytes()
    meant, found = json.loads(body), decode(stored(body))
    assert type(found.event) is KINDS[meant["type"]]
    around = ("stream", "entry", "effective_at", "actor", "command_id", "cause", "correlation", "rulebook")
    assert {key: getattr(found, key) for key in around} == {key: meant[key] for key in around}
    assert (found.position, found.recorded_at) == (7, datetime(2026, 11, 23, 9, 0, tzinfo=UTC))


@pytest.mark.parametrize("path", WRITTEN, ids=lambda path: path.stem)
def test_a_sample_of_the_present_version_is_written_again_as_it_was(path: Path) -> None:
    """Byte for byte."""
    body = path.read_bytes()
    found = decode(stored(body))
    if json.loads(body)["version"] == type(found.event).version:
        assert encode(found, 0, draw_no_key).new.body == body


@pytest.mark.parametrize("event", OCCASIONS, ids=lambda event: event.type)
def test_the_present_code_writes_what_the_sample_holds(event: AnyEvent) -> None:
    """A changed field, name or order is a new version."""
    entry = OCCASIONS.index(event) + 1
    written = encode(recorded(event, entry), 0, lambda: bytes(range(32)))
    assert written.new.body == sample_of(event.type, event.version).read_bytes()
    assert decode(stored(written.new.body)).event == written.recorded.event


@pytest.mark.parametrize("event", OCCASIONS, ids=lambda event: event.type)
def test_no_private_text_is_written(event: AnyEvent) -> None:
    """Each value goes to the vault under a key of its own; a person's values go with the person."""
    keys = iter(bytes([number]) * 32 for number in range(256))
    written = encode(recorded(event, 1), 3, lambda: next(keys))
    private = [text for text in _prose(event) if text is not None]
    assert [one.value for one in written.secrets] == private
    assert (
        len({one.key for one in written.secrets}) == len({one.id for one in written.secrets}) == len(private)
    )
    assert not any(text.encode() in written.new.body for text in private)
    subject = event.person if isinstance(event, PersonRegistered | PersonChanged) else None
    assert {one.subject for one in written.secrets} <= {subject}


def test_each_of_several_answers_is_sealed_in_a_place_of_its_own() -> None:
    """By the point that it answers, even where two say the same."""
    same = Prose(text="Voir l’annexe.")
    event = ApplicationResubmitted(answers={"no_residents": same, "no_place": same})
    written = encode(recorded(event, 1), 0, lambda: bytes(32))
    data = json.loads(written.new.body)["data"]
    places = {key: secret_id(f"sample/{event.type}", 0, f"answers.{key}") for key in event.answers}
    assert {key: one["vault"] for key, one in data["answers"].items()} == places
    assert {(one.id, one.value) for one in written.secrets} == {(one, same.text) for one in places.values()}


@pytest.mark.parametrize("kind", KINDS.values(), ids=KINDS.keys())
def test_private_text_lies_where_the_codec_looks(kind: Any) -> None:
    """At the top of an event, alone or by key, never within another value."""
    for field in kind.model_fields.values():
        for part in _parts(field.annotation):
            assert part in (Prose, dict[Key, Prose]) or not _holds_prose(part), (
                f"{kind.__name__}: {field.annotation}"
            )


def _added(data: Mapping[str, Any]) -> Mapping[str, Any]:
    return {**data, "heard": 1}


def _renamed(data: Mapping[str, Any]) -> Mapping[str, Any]:
    return {("title" if key == "heading" else key): value for key, value in data.items()}


def test_old_shapes_climb_version_by_version() -> None:
    """Each upcaster takes one step; what is current takes none."""
    steps = {("Told", 1): _renamed, ("Told", 2): _added}
    assert upcast("Told", 1, {"heading": "x"}, 3, steps) == {"title": "x", "heard": 1}
    assert upcast("Told", 2, {"title": "x"}, 3, steps) == {"title": "x", "heard": 1}
    assert upcast("Told", 3, {"title": "x"}, 3, steps) == {"title": "x"}


def test_a_missing_step_and_a_version_of_the_future_are_said_to_be_so() -> None:
    """An older program does not guess what a newer one wrote."""
    with pytest.raises(KeyError):
        upcast("Told", 1, {}, 3, {("Told", 2): _added})
    with pytest.raises(KeyError, match="newer than this program, which knows 2"):
        upcast("Told", 3, {}, 2, {})


def test_one_text_that_answered_every_reason_answers_each() -> None:
    """The place in the vault and its digest stay what they were."""
    old = sample_of("ApplicationResubmitted", 1).read_bytes()
    event, told = decode(stored(old)).event, json.loads(old)["data"]
    assert isinstance(event, ApplicationResubmitted)
    assert list(event.answers) == told["answered"]
    assert {(one.vault, one.digest) for one in event.answers.values()} == {
        (told["answers"]["vault"], told["answers"]["digest"])
    }


def test_the_reading_of_events_climbs_too(monkeypatch: pytest.MonkeyPatch) -> None:
    """A lesson of an invented version 1, read by a program that knows version 2."""
    monkeypatch.setattr(LessonRecorded, "version", 2)
    monkeypatch.setitem(UPCASTERS, ("LessonRecorded", 1), _renamed)
    old = json.loads(sample_of("LessonRecorded", 1).read_bytes())
    old["data"]["heading"] = old["data"].pop("title")
    event = decode(stored(rfc8785.dumps(old))).event
    assert isinstance(event, LessonRecorded)
    assert event.title == "Prendre le temps"


def _prose(event: AnyEvent) -> Iterator[str | None]:
    for name in type(event).model_fields:
        value = getattr(event, name)
        yield from (one.text for one in _parts_of(value) if isinstance(one, Prose))


def _parts_of(value: Any) -> Iterable[Any]:
    return value.values() if isinstance(value, dict) else (value,)


def _parts(annotation: Any) -> Iterator[Any]:
    parts = get_args(annotation)
    if parts and type(None) in parts:
        yield from parts
    else:
        yield annotation


def _holds_prose(annotation: Any) -> bool:
    if annotation is Prose:
        return True
    inner = [field.annotation for field in getattr(annotation, "model_fields", {}).values()]
    return any(_holds_prose(part) for part in (*get_args(annotation), *inner))
