"""Private text stands where the codec seals it, and nowhere else."""

import json
from collections.abc import Iterator
from typing import Any, get_args

import pytest
from pydantic import BaseModel, ValidationError

from domain.cooperations.commands.calls import ResubmitApplication
from domain.fundings.commands.requests import ResubmitFunding
from domain.kernel.event import Event
from domain.kernel.model import Model
from domain.kernel.prose import Prose
from domain.kernel.values import Key
from domain.registry.commands import COMMANDS, AnyCommand
from domain.registry.events import AnyEvent
from domain.reviews.commands import OpenReview

EVENTS: tuple[type[Event], ...] = get_args(AnyEvent)
WRITTEN_BY_PEOPLE = {
    "reason",
    "reasons",
    "would_change",
    "answers",
    "finding",
    "note",
    "expects",
    "brings",
    "email",
    "administrator_email",
    "administrator_name",
}
"""Fields that hold what people write about people; ``name`` is one in what is said of persons."""

COMMANDS_WITH_ANSWERS = (ResubmitApplication, ResubmitFunding, OpenReview)


def _kinds(annotation: Any) -> Iterator[Any]:
    yield annotation
    for inner in get_args(annotation):
        yield from _kinds(inner)
    if isinstance(annotation, type) and issubclass(annotation, BaseModel):
        for field in annotation.model_fields.values():
            yield from _kinds(field.annotation)


@pytest.mark.parametrize("kind", EVENTS, ids=lambda kind: kind.__name__)
def test_prose_stands_at_the_top_of_an_event(kind: type[Event]) -> None:
    """The codec seals an event's own fields, alone or by key: prose deeper inside would reach the ledger in clear."""
    for name, field in kind.model_fields.items():
        if field.annotation in (Prose, dict[Key, Prose]) or set(get_args(field.annotation)) == {
            Prose,
            type(None),
        }:
            continue
        assert Prose not in list(_kinds(field.annotation)), f"{kind.__name__}.{name}"


def test_what_people_write_is_prose_in_every_command_and_event() -> None:
    """Reasons, notes, names and addresses of people are never plain text."""
    commands = [kind for kind in _kinds(AnyCommand) if isinstance(kind, type) and issubclass(kind, Model)]
    assert len(commands) > len(COMMANDS.json_schema()["discriminator"]["mapping"]) / 2
    for kind in (*commands, *EVENTS):
        private = WRITTEN_BY_PEOPLE | (
            {"name"}
            if kind.__name__ in {"RegisterPerson", "ChangePerson", "PersonRegistered", "PersonChanged"}
            else set()
        )
        for name in private & set(kind.model_fields):
            assert Prose in list(_kinds(kind.model_fields[name].annotation)), f"{kind.__name__}.{name}"


@pytest.mark.parametrize("kind", COMMANDS_WITH_ANSWERS)
def test_no_answer_points_into_the_vault(kind: type[Model]) -> None:
    """What a client sends is text: a reference would show what others wrote."""
    sent = {"answers": {"no_place": {"vault": "0" * 32, "digest": "0" * 64}}}
    with pytest.raises(ValidationError) as told:
        kind.model_validate_json(json.dumps(sent))
    assert ("answers", "no_place") in {one["loc"] for one in told.value.errors()}
