"""The tables hold, and leave out no command, no event and no refusal."""

from dataclasses import replace
from typing import get_args

import pytest

from domain.cooperations.commands.acts import Act, ImportCooperation
from domain.cooperations.commands.file import OpenCooperation
from domain.cooperations.commands.lifecycle import ReopenCooperation
from domain.cooperations.commands.record import CorrectEntry
from domain.decide.decide import streams_beside
from domain.kernel.event import Event
from domain.kernel.refusal import Refusal
from domain.organisation.commands import OrganisationCommand
from domain.registry.commands import COMMAND_TYPES
from domain.registry.events import AnyEvent
from tests.domain.kit import Row, do
from tests.domain.tables import ROWS
from tests.domain.vocabulary import BEGUN, HANDED_OVER
from wording.sentences import SENTENCES

BY_ACCESS = {
    "unknown_actor",
    "not_entitled",
    "own_proposal",
    "only_the_service",
    "not_for_the_service",
    "has_conflict",
    "has_asked",
    "has_not_declared",
    "payments_in_conflict",
}
"""Given by ``domain.decide.access``: ``test_access``, ``test_impartial``."""

BY_THE_APPLICATION = {
    *("id_reused", "id_reserved", "actor_reserved"),
    *("unstorable", "invalid", "silence_counts_otherwise", "act_not_done", "rulebook_differs"),
}
"""Given by the one way in, by the reading of commands, by what-if: ``tests/application``."""

ADOPTED = {"RulebookAdopted"}
"""Recorded by the one way in, with the first decision under a shipped rulebook: ``tests/application/test_adopting``."""

RECORDING = {row.when.type: row for row in ROWS if not isinstance(row.then, str)}
READING = [
    row
    for row in ROWS
    if not isinstance(row.then, str) and not isinstance(row.when, OrganisationCommand | ImportCooperation)
]
ACTS = [RECORDING[kind.__name__] for kind in get_args(Act)]


@pytest.mark.parametrize("row", ROWS, ids=lambda row: row.rule)
def test_the_rules_say_what_the_table_says(row: Row) -> None:
    """Given, when, then."""
    row.holds()


def test_no_rule_stands_twice() -> None:
    """Each row has a name of its own."""
    names = [row.rule for row in ROWS]
    assert len(set(names)) == len(names)


def test_every_command_records_something_in_some_row() -> None:
    """No command is left out."""
    assert set(RECORDING) == set(COMMAND_TYPES)


def test_every_event_follows_in_some_row() -> None:
    """No event is left out."""
    found = {event.type for row in RECORDING.values() for event in row.then if isinstance(event, Event)}
    found |= {event.type for row in ROWS if not isinstance(row.then, str) for event in row.then}
    assert found | ADOPTED == {kind.__name__ for kind in get_args(AnyEvent)}


def test_every_refusal_has_a_row() -> None:
    """Each sentence is said for a reason that some test gives, and each reason has a sentence."""
    said = {row.then for row in ROWS if isinstance(row.then, str)}
    assert said | BY_ACCESS | BY_THE_APPLICATION == set(SENTENCES)
    assert not said & (BY_ACCESS | BY_THE_APPLICATION)


@pytest.mark.parametrize("row", ACTS, ids=lambda row: row.when.type)
def test_what_holds_for_every_act(row: Row) -> None:
    """Nothing happens to a file that is not there, is closed, has lost its rules, or before it happens."""
    later = row.when.model_copy(update={"effective_at": "2026-11-24"})
    assert _code(replace(row, when=later)) == "in_future"
    if isinstance(row.when, OpenCooperation):
        return
    assert _code(replace(row, given=())) == "unknown_cooperation"
    assert _code(replace(row, given=BEGUN, rulebook=None)) == "unknown_programme"
    if not isinstance(row.when, CorrectEntry | ReopenCooperation):
        assert _code(replace(row, given=(*row.given, HANDED_OVER))) == "file_closed"


@pytest.mark.parametrize("row", READING, ids=lambda row: row.rule)
def test_what_is_written_was_read(row: Row) -> None:
    """Whoever reads for a decision is told every stream that it may write in, and the row has it."""
    found, setting = row.decided(), row.setting()
    assert not isinstance(found, Refusal)
    read = {row.when.stream, *streams_beside(row.when, setting)}
    assert {one.stream for one in found} <= read


def test_a_fact_may_be_back_dated_and_the_event_keeps_the_day() -> None:
    """Two times: what happened then is told now."""
    row = Row("", BEGUN, do("RecordLesson", title="Tard", effective_at="2019-05"), ())
    found = row.decided()
    assert not isinstance(found, Refusal)
    assert [(one.stream, one.effective_at) for one in found] == [("cooperation:rives", "2019-05")]


def test_what_has_no_date_happens_now() -> None:
    """In UTC, to the second."""
    found = Row("", BEGUN, do("RecordLesson", title="Ici"), ()).decided()
    assert not isinstance(found, Refusal)
    assert [one.effective_at for one in found] == ["2026-11-23T09:00:00Z"]


def _code(row: Row) -> str | None:
    found = row.decided()
    return found.code if isinstance(found, Refusal) else None
