"""A file asleep is reminded of where the rulebook says so: at the planned end, or every so often without one."""

from datetime import UTC, date, datetime

import pytest

from domain.cooperations.commands.lifecycle import ResumeCooperation
from domain.cooperations.events.lifecycle import CooperationPaused
from domain.kernel.moments import start_of
from domain.reminders.any_file import deadlines, speaking
from domain.reminders.view import FileView
from domain.rulebook import Rulebook
from domain.tasks.answers import answers_deadline
from domain.tasks.cooperations import tasks_of_cooperation
from tests.domain.asking import days_said, due_day
from tests.domain.kit import file_of, on
from tests.domain.reminders.test_due import looked
from tests.domain.rules import RULES, rulebook
from tests.domain.vocabulary import BEGUN, PAUSED, RESUMED, WHY

REMINDING = rulebook(
    pauses={"ladder": "once"},
    ladders={
        **RULES.model_dump(mode="json")["ladders"],
        "once": [{"rung": "due", "offset": "P0D", "to": "managers"}],
    },
)
PLANNED = CooperationPaused(reason=WHY, until=date(2026, 9, 15))
ASLEEP = (*BEGUN, on("2026-03-02", PAUSED))


def test_nothing_speaks_of_a_pause_where_the_rulebook_does_not() -> None:
    """As it always was, planned end or not."""
    assert speaking(file_of(*ASLEEP), RULES) == ()
    assert speaking(file_of(*BEGUN, on("2026-03-02", PLANNED)), RULES) == ()


def test_a_planned_end_is_reminded_of_on_its_day() -> None:
    """Once, and of nothing else; the file wakes when somebody wakes it."""
    file = file_of(*BEGUN, on("2026-03-02", PLANNED))
    assert [one.key for one in speaking(file, REMINDING)] == ["pause_end"]
    assert due_day(file, "pause_end", REMINDING) == ("pause_end/s1", "2026-09-15")
    assert days_said(file, looked("2026-03-02", "2028-01-01"), REMINDING) == [
        ("2026-09-15", "pause_end/s1", "due", False)
    ]
    [due] = speaking(file, REMINDING)
    answer = answers_deadline(due, file, REMINDING)
    assert answer is not None
    assert answer.command is ResumeCooperation


def test_without_a_planned_end_it_is_reminded_of_every_six_months() -> None:
    """Until it wakes; the next pause begins to count anew."""
    file = file_of(*ASLEEP)
    assert days_said(file, looked("2026-03-02", "2027-10-01"), REMINDING) == [
        ("2026-09-02", "pause_end/s1/n1", "due", False),
        ("2027-03-02", "pause_end/s1/n2", "due", False),
        ("2027-09-02", "pause_end/s1/n3", "due", False),
    ]
    awake = file_of(*ASLEEP, on("2026-04-01", RESUMED))
    assert all(one.key != "pause_end" for one in deadlines(awake, REMINDING))
    again = file_of(*ASLEEP, on("2026-04-01", RESUMED), on("2026-05-04", PAUSED))
    assert due_day(again, "pause_end", REMINDING) == ("pause_end/s2/n1", "2026-11-04")


@pytest.mark.parametrize("rules", [RULES, REMINDING], ids=["silent", "reminding"])
def test_the_task_to_wake_a_file_carries_the_planned_end(rules: Rulebook) -> None:
    """Whether anybody is reminded of it or not."""
    file = file_of(*BEGUN, on("2026-03-02", PLANNED))
    view = FileView(file, rules, position=1, recorded_at=datetime(2026, 9, 16, tzinfo=UTC))
    [asleep] = tasks_of_cooperation(view)
    assert (asleep.kind, asleep.due_on) == ("asleep", date(2026, 9, 15))
    assert asleep.overdue_from == start_of(date(2026, 9, 16), view.zone)
