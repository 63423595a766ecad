"""What states and other fixed values are called: each once, in both languages, and none is without a word."""

import re
from collections.abc import Iterator, Mapping
from enum import Enum
from typing import Any, Literal, get_args, get_origin

import pytest
from pydantic import BaseModel

from domain.cooperations.events.told import ReviewAnswered
from domain.cooperations.state import Status
from domain.fundings.state import Amendment, Payment, ReportState, Stage, TrancheState
from domain.kernel.values import Role
from domain.registry.commands import COMMAND_TYPES
from domain.registry.events import AnyEvent
from domain.reminders.standing import Standing, Step
from domain.rulebook import Panel, Silence
from domain.rulebook.funding import Step as StepRule
from language import speaking
from mail.messages import FinalState
from wording.codes import CODES, TABLES
from wording.codes_of_cooperations import ASLEEP
from wording.commands import COMMANDS
from wording.events import EVENTS
from wording.fields import FIELDS
from wording.silence import WILL_COUNT_AS
from wording.standing import standing_details
from wording.values import of_field, word

CALENDARS = {"holidays"}
"""Fields whose codes are told as they are: whose holidays, by ISO 3166-2."""


def test_nothing_is_worded_twice() -> None:
    """What is said of one thing stands in one table."""
    assert sum(map(len, TABLES)) == len(CODES)


@pytest.mark.parametrize(
    "table", [COMMANDS, EVENTS, FIELDS, *CODES.values()], ids=lambda table: next(iter(table))
)
def test_no_half_is_missing(table: Mapping[str, tuple[str, str]]) -> None:
    """French and English, with nothing around them."""
    for code, (french, english) in table.items():
        assert french.strip(), code
        assert english.strip(), code


def _fixed(kind: Any) -> Iterator[str]:
    """The values that a type lists."""
    if isinstance(kind, type) and issubclass(kind, Enum):
        yield from (one.value for one in kind)
    elif get_origin(kind) is Literal:
        yield from get_args(kind)
    for inner in get_args(kind):
        if not isinstance(inner, str):
            yield from _fixed(inner)


def _models(kind: Any, seen: set[type[BaseModel]]) -> Iterator[type[BaseModel]]:
    """A model and those that it is made of; a rulebook, which it may carry, is told by words of its own."""
    if isinstance(kind, type) and issubclass(kind, BaseModel):
        if kind in seen or kind.__module__.startswith("domain.rulebook"):
            return
        seen.add(kind)
        yield kind
        for info in kind.model_fields.values():
            yield from _models(info.annotation, seen)
    for inner in get_args(kind):
        yield from _models(inner, seen)


def _fields() -> Iterator[tuple[str, str, tuple[str, ...]]]:
    seen: set[type[BaseModel]] = set()
    for kind in (*COMMAND_TYPES.values(), *get_args(AnyEvent)):
        for model in _models(kind, seen):
            for name, info in model.model_fields.items():
                if name not in ("type", *CALENDARS) and (fixed := tuple(_fixed(info.annotation))):
                    yield model.__name__, name, fixed


@pytest.mark.parametrize(
    ("owner", "field", "codes"), list(_fields()), ids=lambda one: one if isinstance(one, str) else ""
)
def test_every_fixed_value_of_a_command_or_an_event_has_a_word(
    owner: str, field: str, codes: tuple[str, ...]
) -> None:
    """By the field that holds it."""
    assert not set(codes) - CODES[of_field(owner, field)].keys()


STATES: list[tuple[str, Any]] = [
    ("cooperation", Status),
    ("funding", Stage),
    ("tranche-stage", TrancheState.__annotations__["stage"]),
    ("payment", Payment.__annotations__["stage"]),
    ("report-stage", ReportState.__annotations__["stage"]),
    ("amendment", Amendment.__annotations__["stage"]),
    ("review", ReviewAnswered.model_fields["outcome"].annotation),
    ("delivery", FinalState),
    ("role", Role),
    ("recipient", Role),
    ("silence", Silence.model_fields["counts_as"].annotation),
    ("silence", Panel.model_fields["silence"].annotation),
    ("silence", StepRule.model_fields["silence"].annotation),
]


@pytest.mark.parametrize(("of", "kind"), STATES, ids=lambda one: one if isinstance(one, str) else "")
def test_every_state_has_a_word(of: str, kind: Any) -> None:
    """Wherever files, tranches, payments, reports, messages and people may have got to."""
    codes = set(_fixed(kind))
    assert codes
    assert not codes - CODES[of].keys()


@pytest.mark.parametrize("of", ["cooperation", "review", "funding"])
def test_whatever_lives_may_sleep(of: str) -> None:
    """A review and a funding are as asleep as their cooperation, and say so in its words."""
    assert all(CODES[of][code] == words for code, words in ASLEEP.items())


def test_what_silence_counts_as_is_said_for_each_of_its_words() -> None:
    """As a forecast, and as what happened."""
    assert WILL_COUNT_AS.keys() == CODES["silence"].keys()


@pytest.mark.parametrize("step", [None, *get_args(Step)])
def test_the_pages_of_temporal_say_the_same_words(step: Step | None) -> None:
    """Both languages in one line, from the same table, whatever the file is at."""
    for of in ("review", "funding"):
        for code, (french, english) in CODES[of].items():
            if step is None or (of == "review") == (step in ("opinions", "conclusion")):
                shown = standing_details(
                    Standing(position=1, step=step, pass_number=1, status=code, wait_seconds=1)
                )
                said = re.split(r", |\n", shown)[1]
                assert said in {
                    _both(*CODES[one][code]) for one in ("review", "funding") if code in CODES[one]
                }
                assert french in said or step is None
                assert english in said or step is None


def _both(french: str, english: str) -> str:
    return french if french == english else f"{french} / {english}"


def test_a_word_is_said_in_the_language_that_is_spoken() -> None:
    """And what has none stands as it is."""
    with speaking("fr"):
        assert (word("closed", "funding"), word("closed", "cooperation")) == ("soldé", "close")
    with speaking("en"):
        assert word("2026-11", "funding") == "2026-11"
