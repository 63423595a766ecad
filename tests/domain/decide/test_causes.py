"""What made each command of the service due, and that people's commands follow from nothing but themselves."""

import pytest

from domain.decide.causes import cause_of
from domain.files.file import KeptFile
from domain.kernel.ids import SERVICE
from tests.domain.kit import Row, do
from tests.domain.reminders.test_outcomes import COMPLETE
from tests.domain.tables import ROWS

BY_RULE = {row.rule: row for row in ROWS}
OF_THE_SERVICE = [row for row in ROWS if row.when.actor == SERVICE and not isinstance(row.then, str)]
ABOUT_NO_FILE = {"FoundOrganisation", "RecordOutage"}
"""Nothing that stands in a file made them due."""

DUE = [
    ("the majority concludes, in the name of the service", 9, "OpinionGiven"),
    ("a rung goes to each of those in charge", 2, "PhaseEntered"),
    ("a pending abandonment reminds those who settle it", 3, "AbandonmentRequested"),
    ("silence counts as the rulebook says once the deadline has passed", 3, "ReminderIssued"),
    ("silence that lets the file sleep is heard", 5, "ReminderIssued"),
    ("no decision in time counts as a refusal, and the cooperation hears it", 3, "ReminderIssued"),
    ("an act with a delay is announced first", 2, "PhaseEntered"),
    ("an act opens its review, and says what made it due", 2, "PhaseEntered"),
    ("an eligible request lies before the role that decides it on the day it is made", 1, "FundingRequested"),
    ("what the panel that decides has concluded is recorded as the decision", 4, "ReviewHeard"),
    ("a tranche whose conditions hold is asked for", 3, "FundingGranted"),
    ("a message on its way is reported sent", 3, "ReminderIssued"),
]
"""A row of the tables, the entry that made its command due, and what that is."""


def cause(row: Row) -> tuple[str, KeptFile | None]:
    """What the command of a row follows from, and the file that it is about."""
    state = row.setting().beside[row.when.stream]
    file = state if isinstance(state, KeptFile) else None
    return cause_of(row.when, file, row.rulebook, row.now), file


@pytest.mark.parametrize(("rule", "entry", "kind"), DUE, ids=[rule for rule, _, _ in DUE])
def test_a_command_of_the_service_follows_from_what_made_it_due(rule: str, entry: int, kind: str) -> None:
    """By its number in the file."""
    row = BY_RULE[rule]
    found, file = cause(row)
    assert found == f"{row.when.stream}#{entry}"
    assert file is not None
    assert file.entries[entry].type == kind


@pytest.mark.parametrize("row", OF_THE_SERVICE, ids=lambda row: row.rule)
def test_what_the_service_records_in_a_file_always_has_an_entry_that_made_it_due(row: Row) -> None:
    """And asked again it is the same."""
    found, _ = cause(row)
    assert (found == row.when.command_id) == (row.when.type in ABOUT_NO_FILE)
    assert cause(row)[0] == found


def test_what_people_do_follows_from_nothing_but_itself() -> None:
    """But for who settles a message, which follows from its letter."""
    people = [row for row in ROWS if row.when.actor != SERVICE and not isinstance(row.then, str)]
    others = {row.when.type for row in people if cause(row)[0] != row.when.command_id}
    assert others == {"SettleDelivery"}


def test_that_a_gate_is_complete_follows_from_the_entry_that_completed_it() -> None:
    """Not from the entering of the phase, which its occurrence names."""
    told = do("IssueReminder", actor=SERVICE, occurrence="gate-complete/p1", rung="told")
    row = Row("a complete gate is told", COMPLETE, told, ())
    assert cause(row)[0] == f"cooperation:rives#{len(COMPLETE)}"
