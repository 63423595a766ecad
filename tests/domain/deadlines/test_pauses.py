"""A pause silences a file and moves its deadlines by its length; a pending abandonment only silences."""

from datetime import date, datetime, time, timedelta
from pathlib import Path

import pytest

import programmes
from application.rulebooks.shelf import YamlRulebooks
from domain.cooperations.events.lifecycle import AbandonmentSettled, AbandonmentWithdrawn
from domain.kernel.moments import PARIS, write_instant
from domain.kernel.values import Settlement, Term
from domain.people.state import Organisation
from domain.reminders.any_file import deadlines
from domain.reminders.due import next_instant, rungs_ahead, still_due
from tests.domain.asking import deadline, due_day, paris, said
from tests.domain.kit import Given, file_of, on
from tests.domain.rules import RULES, counting
from tests.domain.vocabulary import (
    ABANDONMENT_ASKED,
    BEGUN,
    PAUSED,
    RESUMED,
    WHY,
    contact,
    drafted,
    extended,
    member,
    reminded,
    signed,
)

PUBLISHED = YamlRulebooks(Path(programmes.__file__).parent)


def asleep(since: str, until: str) -> Given:
    """A pause from one moment to another."""
    return on(since, PAUSED), on(until, RESUMED)


TO_MARCH = on("2026-02-01", extended("go_decision", "go_decision/p1", date(2027, 3, 1)))

MOVED: list[tuple[str, Given, str]] = [
    ("one pause", asleep("2026-02-01", "2026-03-03"), "2027-02-04"),
    (
        "two pauses add up",
        (*asleep("2026-02-01", "2026-03-03"), *asleep("2026-05-01", "2026-05-11")),
        "2027-02-14",
    ),
    (
        "a pause within a day moves nothing",
        asleep("2026-02-01T08:00:00Z", "2026-02-01T17:00:00Z"),
        "2027-01-05",
    ),
    (
        "a pause over midnight counts the day",
        asleep("2026-02-01T17:00:00Z", "2026-02-02T08:00:00Z"),
        "2027-01-06",
    ),
    ("a pause that lasts moves nothing yet", (on("2026-02-01", PAUSED),), "2027-01-05"),
    ("a pause after the due day does not move it", asleep("2027-01-06", "2027-02-06"), "2027-01-05"),
    ("a pause from the due day on does", asleep("2027-01-05", "2027-01-15"), "2027-01-15"),
    (
        "a pause that only a first one brings within the time moves it too",
        (*asleep("2026-12-01", "2026-12-31"), *asleep("2027-02-01", "2027-02-11")),
        "2027-02-14",
    ),
    ("a pause known to the month counts from its first day", asleep("2026-02", "2026-03"), "2027-02-02"),
    (
        "pauses that seem to overlap do not count a day twice",
        (*asleep("2026-03-01", "2026-06-01"), *asleep("2026", "2026-09-01")),
        "2027-07-08",
    ),
    (
        "an extension is moved by what comes after it",
        (TO_MARCH, *asleep("2026-02-01", "2026-02-11")),
        "2027-03-11",
    ),
    ("not by what came before", (*asleep("2026-01-10", "2026-01-20"), TO_MARCH), "2027-03-01"),
]


@pytest.mark.parametrize(("rule", "given", "due"), MOVED, ids=[case[0] for case in MOVED])
def test_a_pause_moves_a_deadline_by_its_days(rule: str, given: Given, due: str) -> None:
    """The go decision is due on 5 January 2027 when nobody sleeps."""
    found = due_day(file_of(*BEGUN, *given), "go_decision")
    assert found is not None
    assert found[1] == due


def test_a_moved_deadline_is_the_same_occurrence() -> None:
    """What was sent before the pause is not sent again."""
    file = file_of(*BEGUN, reminded("go_decision/p1", "before"), *asleep("2026-12-10", "2026-12-20"))
    assert due_day(file, "go_decision") == ("go_decision/p1", "2027-01-15")
    assert said(file, paris("2026-12-21")) == [("inactivity/e2", "due", True)], "those in charge first"
    assert ("go_decision/p1", "due", False) in said(file, paris("2027-01-15"))


def test_a_pause_before_the_silence_began_does_not_move_it() -> None:
    """Each deadline is moved by the pauses of its own time."""
    file = file_of(*BEGUN, *asleep("2026-02-01", "2026-03-03"), on("2026-04-01", contact()))
    assert due_day(file, "inactivity") == ("inactivity/e5", "2026-10-01")
    assert due_day(file, "go_decision") == ("go_decision/p1", "2027-02-04")


def test_a_contact_during_a_pause_counts_from_its_end() -> None:
    """Of the pause only what followed the contact moves the deadline."""
    file = file_of(*BEGUN, on("2026-02-01", PAUSED), on("2026-02-21", contact()), on("2026-03-03", RESUMED))
    assert due_day(file, "inactivity") == ("inactivity/e4", "2026-08-31")


def test_an_exact_deadline_is_moved_by_the_very_time() -> None:
    """Hours and seconds, not days."""
    rules = counting("PT48H", "PT0S")
    file = file_of(
        *(on("2026-03-02T09:00:00Z", one) for one in BEGUN),
        *asleep("2026-03-03T09:00:00Z", "2026-03-03T09:00:07Z"),
    )
    one = deadline(file, "once", rules)
    assert one is not None
    assert one.due.at == paris("2026-03-04T10:00:07")


def test_no_pause_moves_a_term() -> None:
    """What was agreed for a date stays there."""
    term = Term(until=date(2027, 6, 30))
    collective = (*BEGUN, member("amae", term), drafted(), signed(4, date(2029, 12, 31)))
    file = file_of(*collective, *asleep("2026-02-01", "2026-08-01"))
    assert due_day(file, "role_term") == ("role_term/amae/2027-06-30", "2027-06-30")
    assert due_day(file, "charter_term") == ("charter_term/2029-12-31", "2029-12-31")


def test_a_sleeping_file_says_nothing() -> None:
    """However overdue; it shows its deadlines all the same."""
    file = file_of(*BEGUN, on("2026-02-01", PAUSED))
    assert said(file, paris("2028-03-01")) == []
    assert next_instant(file, RULES, paris("2028-03-01")) is None
    assert not list(rungs_ahead(file, RULES))
    assert not still_due(file, RULES, "go_decision/p1")
    assert {one.key for one in deadlines(file, RULES)} == {"go_decision", "inactivity"}


def test_a_pending_abandonment_silences_all_but_its_own_deadline() -> None:
    """Those who settle it are reminded, nobody else is."""
    file = file_of(*BEGUN, on("2026-02-02T09:00:00Z", ABANDONMENT_ASKED))
    assert said(file, paris("2027-06-01")) == [("abandonment/e3", "due", True)]
    assert still_due(file, RULES, "abandonment/e3")
    assert not still_due(file, RULES, "go_decision/p1")


@pytest.mark.parametrize(
    "answer",
    [AbandonmentWithdrawn(reason=WHY), AbandonmentSettled(settlement=Settlement.REFUSED, reason=WHY)],
    ids=["taken back", "refused"],
)
def test_an_abandonment_that_does_not_come_wakes_everything_unchanged(answer: AbandonmentWithdrawn) -> None:
    """Unlike a pause it moves no date."""
    before = file_of(*BEGUN)
    after = file_of(*BEGUN, on("2026-02-02", ABANDONMENT_ASKED), on("2026-12-01", answer))
    assert due_day(after, "go_decision") == due_day(before, "go_decision")
    assert due_day(after, "inactivity") == due_day(before, "inactivity")
    now = paris("2026-12-07")
    assert said(after, now) == said(before, now) != []


def test_an_abandonment_that_is_granted_silences_for_good() -> None:
    """It closes the file."""
    granted = AbandonmentSettled(settlement=Settlement.GRANTED, reason=WHY)
    file = file_of(*BEGUN, ABANDONMENT_ASKED, granted)
    assert (file.status, deadlines(file, RULES)) == ("closed", ())
    assert next_instant(file, RULES, paris("2027-06-01")) is None


EVERY_FIFTH_DAY = [date(2027, 1, 1) + timedelta(days=number) for number in range(0, 365, 5)]


@pytest.mark.parametrize("day", EVERY_FIFTH_DAY, ids=str)
def test_a_request_to_abandon_is_told_at_once(day: date) -> None:
    """Whatever the day: the rung that tells of it never lies before the request itself."""
    rules = PUBLISHED.get(Organisation(), "tec@1")
    asked = datetime.combine(day, time(9), PARIS)
    begun = (on("2026-11-23", one) for one in BEGUN)
    file = file_of(*begun, on(write_instant(asked), ABANDONMENT_ASKED))
    assert said(file, rules.calendar.sendable_from(asked), rules) == [("abandonment/e3", "asked", False)]
