"""What is sent about an imported past: of each overdue deadline the highest rung, once, on the next working day."""

from datetime import date, datetime

import pytest

from domain.cooperations.events.file import CooperationImported
from domain.cooperations.state import Cooperation
from domain.kernel.moments import write_instant
from domain.kernel.values import Term
from domain.reminders.due import next_instant
from tests.domain.asking import days_said, paris
from tests.domain.kit import On, file_of, on
from tests.domain.reminders.test_due import looked
from tests.domain.rules import RULES
from tests.domain.vocabulary import BEGUN, contact, declared, member

GO = "go_decision/p1"


def imported(at: datetime, *past: On) -> Cooperation:
    """A file whose past came in at once."""
    instant = write_instant(at)
    return file_of(*past, on(instant, CooperationImported(entries=len(past), at=instant)))


SINCE_2020 = tuple(on("2020-01-06", one) for one in BEGUN)
OVERDUE = (*SINCE_2020, on("2023-12", contact()))
"""A go decision due in January 2021, and silence since 2023."""


@pytest.mark.parametrize(
    ("at", "goes"),
    [
        ("2026-11-23T10:00:00", "2026-11-24"),  # a Monday
        ("2026-11-23T00:00:01", "2026-11-24"),
        ("2026-11-27T10:00:00", "2026-11-30"),  # a Friday
        ("2026-11-28T10:00:00", "2026-11-30"),  # a Saturday
        ("2026-12-24T23:00:00", "2026-12-28"),  # Christmas Eve, before Christmas and a weekend
    ],
)
def test_each_overdue_deadline_speaks_once_on_the_next_working_day(at: str, goes: str) -> None:
    """The highest rung, on time (it is the import's own day); then never again."""
    file = imported(paris(at), *OVERDUE)
    assert next_instant(file, RULES, paris(at)) == paris(goes)
    assert days_said(file, looked(at[:10], "2028-12-31")) == [
        (goes, GO, "escalation", False),
        (goes, "inactivity/e3", "escalation", False),
    ]


def test_nothing_is_said_about_a_past_that_was_in_time() -> None:
    """A rung that had passed before a deadline that had not is never sent; those to come are."""
    past = (*(on("2025-12-15", one) for one in BEGUN), on("2026-11-01", contact()))
    file = imported(paris("2026-11-23T10:00:00"), *past)  # due on 15 December, announced on 15 November
    assert days_said(file, looked("2026-11-23", "2027-04-29")) == [
        ("2026-12-15", GO, "due", False),
        ("2026-12-29", GO, "late", False),
        ("2027-01-15", GO, "escalation", False),
    ]


def test_an_overdue_ladder_goes_on_where_it_stands() -> None:
    """What was missed is said once; the escalation comes in its time."""
    past = (*(on("2025-11-10", one) for one in BEGUN), on("2026-11-01", contact()))
    file = imported(paris("2026-11-20T10:00:00"), *past)  # a Friday, ten days after the due day
    assert days_said(file, looked("2026-11-20", "2027-04-29")) == [
        ("2026-11-23", GO, "due", False),
        ("2026-11-24", GO, "late", False),
        ("2026-12-10", GO, "escalation", False),
    ]


def test_a_rung_that_comes_on_that_same_day_is_the_highest() -> None:
    """Two on one day are one."""
    past = (*(on("2025-11-09", one) for one in BEGUN), on("2026-11-01", contact()))
    file = imported(paris("2026-11-20T10:00:00"), *past)  # the rung "late" falls on Monday 23 November
    assert days_said(file, looked("2026-11-20", "2026-11-30")) == [("2026-11-23", GO, "late", False)]


def test_what_begins_after_the_import_reminds_as_ever() -> None:
    """A contact after it begins a silence of its own."""
    past = (*SINCE_2020, on("2020-01-06", declared("go")))
    at = paris("2026-11-23T10:00:00")
    before = imported(at, *past)
    instant = write_instant(at)
    after = file_of(
        *past, on(instant, CooperationImported(entries=3, at=instant)), on("2026-11-24", contact())
    )
    assert days_said(before, looked("2026-11-23", "2027-12-31")) == [
        ("2026-11-24", "inactivity/e2", "escalation", False)
    ]
    assert days_said(after, looked("2026-11-25", "2027-12-31")) == [
        ("2027-05-24", "inactivity/e5", "due", False),
        ("2027-06-24", "inactivity/e5", "escalation", False),
    ]


def test_the_terms_of_an_imported_past_remind_before_they_end() -> None:
    """An import silences the past, not the future."""
    past = (
        *SINCE_2020,
        on("2020-01-06", declared("go")),
        on("2026-11-20", contact()),
        on("2026-01-05", member("amae", Term(until=date(2027, 3, 1)))),
    )
    file = imported(paris("2026-11-23T10:00:00"), *past)
    assert days_said(file, looked("2026-11-23", "2027-04-29")) == [
        ("2027-01-04", "role_term/amae/2027-03-01", "before", False),
        ("2027-03-01", "role_term/amae/2027-03-01", "due", False),
    ]
