"""A command that comes again is recognised; what is private in it cannot be guessed from its digest."""

import json
from typing import Any

from application.commands.digests import digest, draw_digest_key, repeats
from domain.kernel.ledger import Known, Outcome
from domain.registry.commands import COMMANDS, AnyCommand

LESSON = {
    "type": "RecordLesson",
    "command_id": "c1",
    "actor": "p-0123456789ab",
    "cooperation": "rives",
    "title": "A",
}


def _read(**more: Any) -> AnyCommand:
    return COMMANDS.validate_json(json.dumps({**LESSON, **more}))


def _again(**answers: str) -> AnyCommand:
    given = {key: value for key, value in LESSON.items() if key != "title"}
    return COMMANDS.validate_json(json.dumps({**given, "type": "ResubmitApplication", "answers": answers}))


def _known(command: AnyCommand, key: bytes | None) -> Known:
    outcome = Outcome("c1", "p-0123456789ab", None, "cooperation:rives", 1, 1, None)  # type: ignore[arg-type]
    return Known(outcome, digest(command, key), key)


def test_only_private_text_needs_a_key() -> None:
    """A key is drawn anew each time; nothing private, no key."""
    private = _read(note="Rencontre avec Camille.")
    assert draw_digest_key(_read()) is None
    assert draw_digest_key(private) != draw_digest_key(private)


def test_texts_by_key_are_private_too() -> None:
    """The answers to the points of a refusal."""
    told = _again(no_place="Camille prête sa grange.")
    key = draw_digest_key(told)
    assert key is not None
    assert repeats(told, _known(told, key))
    assert not repeats(_again(no_place="Dominique prête sa grange."), _known(told, key))


def test_the_private_acts_of_an_import_make_it_private() -> None:
    """What an import brings counts like what it is."""
    act = {**LESSON, "effective_at": "2026"}
    fields = {
        "type": "ImportCooperation",
        "command_id": "i",
        "actor": "p-0123456789ab",
        "cooperation": "rives",
    }
    public = COMMANDS.validate_json(json.dumps({**fields, "acts": [act]}))
    private = COMMANDS.validate_json(json.dumps({**fields, "acts": [act, {**act, "note": "Camille"}]}))
    assert draw_digest_key(public) is None
    assert draw_digest_key(private) is not None


def test_the_same_command_repeats_and_another_does_not() -> None:
    """With and without a key; a field left out is not the same as its default given."""
    public, private = _read(), _read(note="Camille")
    key = draw_digest_key(private)
    assert repeats(public, _known(public, None))
    assert repeats(private, _known(private, key))
    assert not repeats(private, _known(public, None))
    assert not repeats(public, _known(private, key))
    assert not repeats(_read(note=None), _known(public, None))


def test_once_the_key_is_erased_the_stored_outcome_is_believed() -> None:
    """Nobody can tell any more; a public digest never comes to that."""
    private = _read(note="Camille")
    known = _known(private, draw_digest_key(private))
    assert repeats(_read(note="Dominique"), Known(known.outcome, known.digest, None))
