"""An item of the gate and its deadline are one task of whoever may see to it; other recipients hear of the deadline."""

from datetime import UTC, date, datetime

import pytest

from domain.reminders.view import FileView
from domain.tasks.cooperations import tasks_of_cooperation
from domain.tasks.task import TaskLine
from tests.domain.kit import Given, file_of
from tests.domain.rules import RULES
from tests.domain.vocabulary import BEGUN, IN_DIAGNOSIS, declared

NOW = datetime(2026, 3, 1, tzinfo=UTC)


def tasks(given: Given) -> list[TaskLine]:
    """What waits in a file."""
    file = file_of(*given)
    return list(tasks_of_cooperation(FileView(file, RULES, position=1, recorded_at=NOW)))


@pytest.mark.parametrize(
    ("given", "item", "due"),
    [(BEGUN, "go", date(2027, 1, 5)), (IN_DIAGNOSIS, "portrait", None)],
    ids=["declared", "delivered"],
)
def test_an_item_and_its_deadline_are_one_task(given: Given, item: str, due: date | None) -> None:
    """The item carries the day; whoever sees to it has no second task for the deadline."""
    found = tasks(given)
    [one] = [line for line in found if (line.kind, line.subject) == ("gate-item", item)]
    assert one.due_on is not None
    assert due is None or one.due_on == due
    assert one.overdue_from is not None
    again = [line for line in found if line.kind in ("deadline", "escalation") and line.due_on == one.due_on]
    assert [line for line in again if (line.persons, line.roles) == (one.persons, one.roles)] == []


def test_whom_a_deadline_reminds_and_who_cannot_see_to_the_item_still_hears_of_it() -> None:
    """The decision is the elected representatives'; those in charge may give it more time. A portrait is theirs."""
    heard = {(line.kind, line.roles) for line in tasks(BEGUN) if line.subject == "go_decision/p1"}
    assert heard == {("deadline", ("programme-manager",))}
    [portrait] = [line for line in tasks(IN_DIAGNOSIS) if line.subject.startswith("portrait_due")]
    assert (portrait.kind, portrait.roles) == ("escalation", ("elected-representative",))


def test_a_deadline_of_something_else_is_a_task_of_its_own() -> None:
    """No item stands for it, or its item is met."""
    for given in (BEGUN, (*BEGUN, declared("go"))):
        assert [line for line in tasks(given) if line.subject.startswith("inactivity")]
