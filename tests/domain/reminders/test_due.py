"""Ladders: the highest rung only, once, never early, never on a day of rest, late when it is."""

from datetime import date, datetime, timedelta

import pytest

from domain.kernel.moments import write_instant
from domain.kernel.values import Term
from domain.reminders.due import due_rungs, next_instant, rungs_ahead, still_due
from tests.domain.asking import days_said, paris, said
from tests.domain.kit import file_of, on
from tests.domain.rules import RULES, counting
from tests.domain.vocabulary import (
    BEGUN,
    IN_EXPERIMENTATION,
    contact,
    declared,
    evaluated,
    extended,
    member,
    reminded,
)

FILE = file_of(*BEGUN, on("2026-11-01", contact()))
"""Its go decision is due on Tuesday 5 January 2027."""

GO = "go_decision/p1"


def looked(first: str, last: str) -> list[datetime]:
    """Nine in the morning, every day."""
    start = date.fromisoformat(first)
    days = (date.fromisoformat(last) - start).days + 1
    return [paris(f"{start + timedelta(days=number)}T09:00:00") for number in range(days)]


def test_a_ladder_is_climbed_rung_by_rung() -> None:
    """Before (a Saturday, so Monday), at, after, and to somebody else: each once, none late."""
    assert days_said(FILE, looked("2026-11-23", "2027-04-29")) == [
        ("2026-12-07", GO, "before", False),
        ("2027-01-05", GO, "due", False),
        ("2027-01-19", GO, "late", False),
        ("2027-02-05", GO, "escalation", False),
    ]


def test_after_an_outage_only_the_highest_goes_late_and_the_ladder_goes_on() -> None:
    """The others are overtaken: they never go."""
    missed = [now for now in looked("2026-11-23", "2027-04-29") if now >= paris("2027-01-20")]
    assert days_said(FILE, missed) == [
        ("2027-01-20", GO, "late", True),
        ("2027-02-05", GO, "escalation", False),
    ]


def test_of_two_rungs_on_one_day_only_the_higher_goes() -> None:
    """A Saturday's and a Monday's meet on Monday."""
    rules = counting("P12M", "-P2D", "P0D", "P1D")
    begun = file_of(*(on("2026-02-01", one) for one in BEGUN))  # due on Monday 1 February 2027
    assert days_said(begun, looked("2027-01-25", "2027-02-10"), rules) == [
        ("2027-02-01", "once/p1", "r2", False),
        ("2027-02-02", "once/p1", "r3", False),
    ]


def test_a_ladder_written_out_of_order_is_climbed_in_order() -> None:
    """Also where its rungs meet on one day."""
    rules = counting("P12M", "P0D", "-P2D", "-P1D")
    begun = file_of(*(on("2026-02-01", one) for one in BEGUN))
    [due] = due_rungs(begun, rules, paris("2027-02-01"))
    assert (due.rung.name, due.overtakes) == ("r1", ("r2", "r3"))


@pytest.mark.parametrize(
    ("due", "goes"),
    [
        ("2027-01-05", "2027-01-05T08:00:00"),
        ("2027-01-09", "2027-01-11T08:00:00"),  # a Saturday
        ("2027-03-28", "2027-03-30T08:00:00"),  # Easter Sunday, before Easter Monday
        ("2027-08-15", "2027-08-16T08:00:00"),  # a Sunday and a holiday
        ("2028-08-15", "2028-08-16T08:00:00"),  # a Tuesday, and a holiday
    ],
)
def test_no_rung_goes_early_nor_on_a_day_of_rest(due: str, goes: str) -> None:
    """The second before, nothing; at that second, the rung, on time."""
    rules = counting("P12M", "P0D")
    day = date.fromisoformat(due)
    begun = file_of(*(on(f"{day.replace(year=day.year - 1)}", one) for one in BEGUN))
    second = paris(goes)
    assert next_instant(begun, rules, paris("2026-11-23")) == second
    assert said(begun, second - timedelta(seconds=1), rules) == []
    assert said(begun, second, rules) == [("once/p1", "r1", False)]


def test_what_was_missed_waits_for_a_working_day_too() -> None:
    """A service that returns on a Saturday says nothing before Monday."""
    saturday = paris("2027-01-16")
    assert said(FILE, saturday) == []
    assert next_instant(FILE, RULES, saturday) == paris("2027-01-18")
    assert min(one.at for one in rungs_ahead(FILE, RULES)) == paris("2026-12-07")
    assert said(FILE, paris("2027-01-18")) == [(GO, "due", True)]


def test_late_means_after_its_day() -> None:
    """In the evening it is still on time, the next morning it is not; at night nothing is sent."""
    assert said(FILE, paris("2026-12-07T23:59:59")) == [(GO, "before", False)]
    assert said(FILE, paris("2026-12-08T07:59:59")) == []
    assert said(FILE, paris("2026-12-08T08:00:00")) == [(GO, "before", True)]


def test_a_rung_of_an_instant_is_late_after_a_minute() -> None:
    """Deadlines of seconds exist in tests of the real clock, and in short programmes."""
    rules = counting("PT30S", "-PT10S", "PT0S")
    begun = file_of(*(on("2026-11-23T09:00:00Z", one) for one in BEGUN))
    start = paris("2026-11-23T10:00:00")
    assert said(begun, start + timedelta(seconds=19), rules) == []
    assert said(begun, start + timedelta(seconds=20), rules) == [("once/p1", "r1", False)]
    assert said(begun, start + timedelta(seconds=90), rules) == [("once/p1", "r2", False)]
    assert said(begun, start + timedelta(seconds=91), rules) == [("once/p1", "r2", True)]


def test_what_is_met_is_not_reminded_of() -> None:
    """Nor is a message about it still wanted."""
    met = file_of(*BEGUN, on("2026-11-01", contact()), declared("go"))
    assert said(met, paris("2027-01-20")) == []
    assert still_due(FILE, RULES, GO)
    assert not still_due(met, RULES, GO)


def test_more_time_begins_a_new_ladder() -> None:
    """Its own rungs, once each; none from before it was granted."""
    more = file_of(
        *BEGUN,
        on("2026-11-01", contact()),
        reminded(GO, "before"),
        on("2026-12-10", extended("go_decision", GO, date(2027, 1, 8))),
    )
    assert days_said(more, looked("2026-12-10", "2027-04-29")) == [
        ("2027-01-08", f"{GO}/x1", "due", False),
        ("2027-01-22", f"{GO}/x1", "late", False),
        ("2027-02-08", f"{GO}/x1", "escalation", False),
    ]


def test_a_term_agreed_within_the_notice_is_not_announced_at_once() -> None:
    """Nobody is reminded of what they have only just agreed."""
    term = Term(until=date(2027, 1, 15))
    told = file_of(
        *BEGUN, on("2026-11-01", contact()), declared("go"), on("2026-12-07", member("amae", term))
    )
    assert days_said(told, looked("2026-12-07", "2027-02-01")) == [
        ("2027-01-15", "role_term/amae/2027-01-15", "due", False)
    ]


def test_a_recurrence_reminds_anew() -> None:
    """Each evaluation has its ladder."""
    after = file_of(*IN_EXPERIMENTATION, on("2026-11-02", contact()), on("2026-07-15", evaluated()))
    again = file_of(
        *IN_EXPERIMENTATION,
        on("2026-11-02", contact()),
        on("2026-07-15", evaluated()),
        on("2026-10-15", evaluated()),
    )
    days = looked("2027-01-10", "2027-04-29")
    assert days_said(after, days) == [
        ("2027-01-15", "evaluation_due/e6", "due", False),
        ("2027-02-15", "evaluation_due/e6", "escalation", False),
    ]
    assert days_said(again, days) == [("2027-04-15", "evaluation_due/e7", "due", False)]


def test_nothing_in_sight_is_nothing_to_wait_for() -> None:
    """All rungs done: no instant."""
    rules = counting("P12M", "P0D")
    done = file_of(*BEGUN, reminded("once/p1", "r1"))
    assert next_instant(done, rules, paris("2026-11-23")) is None
    assert not list(rungs_ahead(done, rules))


def test_the_next_instant_is_now_for_what_is_overdue() -> None:
    """Nobody waits for what has come."""
    now = paris("2027-01-20T09:00:00")
    assert next_instant(FILE, RULES, now) == now
    assert write_instant(next_instant(FILE, RULES, paris("2026-11-23")) or now) == "2026-12-07T07:00:00Z"
