"""What is due each year: the window that a file lives in, what meets it, and when the next one takes its place."""

import pytest

from domain.kernel.values import Phase
from domain.reminders.any_file import deadlines
from domain.reminders.due import next_instant
from tests.domain.asking import days_said, due_day, paris
from tests.domain.cooperations.test_clocks import Expected, counting, rule, session
from tests.domain.kit import Given, file_of, on
from tests.domain.rules import rulebook
from tests.domain.vocabulary import BEGUN, contact, corrected, delivered, entered, reminded

EVERY_AUTUMN = counting("each-year", "P2M", day="11-01", deliverable="logbook")
"""A chapter each November and December."""

WINDOWS: list[tuple[str, Given, Expected]] = [
    (
        "the first window is the first to begin after the phase was entered",
        BEGUN,
        [("one/2026", "2027-01-01")],
    ),
    (
        "one that begins that very day is",
        (on("2026-11-01", BEGUN[0]), on("2026-11-01", BEGUN[1])),
        [("one/2026", "2027-01-01"), ("one/2027", "2028-01-01")],
    ),
    (
        "one that had begun is not",
        (on("2026-11-02", BEGUN[0]), on("2026-11-02", BEGUN[1])),
        [("one/2027", "2028-01-01")],
    ),
    (
        "another phase of the rule changes nothing",
        (*BEGUN, on("2026-11-15", entered(Phase.DIAGNOSIS, 2))),
        [("one/2026", "2027-01-01"), ("one/2027", "2028-01-01")],
    ),
    (
        "what comes before it does not meet it",
        (*BEGUN, on("2026-10-31", delivered("logbook"))),
        [("one/2026", "2027-01-01")],
    ),
    (
        "what comes within meets it",
        (*BEGUN, on("2026-11-01", delivered("logbook"))),
        [("one/2027", "2028-01-01")],
    ),
    ("known to the month, too", (*BEGUN, on("2026-11", delivered("logbook"))), [("one/2027", "2028-01-01")]),
    (
        "late is better than never",
        (*BEGUN, on("2027-02-01", delivered("logbook"))),
        [("one/2027", "2028-01-01")],
    ),
    (
        "each year again",
        (*BEGUN, on("2026-12-01", delivered("logbook")), on("2027-12-01", contact())),
        [("one/2027", "2028-01-01"), ("one/2028", "2029-01-01")],
    ),
    (
        "something else does not",
        (*BEGUN, on("2026-11-01", delivered("portrait"))),
        [("one/2026", "2027-01-01"), ("one/2027", "2028-01-01")],
    ),
    (
        "what never happened does not",
        (*BEGUN, on("2026-11-05", delivered("logbook")), on("2026-11-06", corrected(3))),
        [("one/2026", "2027-01-01"), ("one/2027", "2028-01-01")],
    ),
]


@pytest.mark.parametrize(("says", "given", "due"), WINDOWS, ids=[case[0] for case in WINDOWS])
def test_a_duty_of_each_year(says: str, given: Given, due: Expected) -> None:
    """The window that the file lives in, unless it is met, and the one after."""
    assert [(one.occurrence, str(one.due.day)) for one in deadlines(file_of(*given), EVERY_AUTUMN)] == due


def test_a_window_missed_stays_open_until_the_next_begins() -> None:
    """Its ladder ends there, whoever was away; the next one has its own."""
    rules = rulebook(
        deadlines=[rule("each-year", "P2M", day="11-01", deliverable="logbook")],
        ladders={
            "short": [
                {"rung": "due", "offset": "P0D", "to": "managers"},
                {"rung": "escalation", "offset": "P9M", "to": "elected-representative"},
            ]
        },
    )
    file = file_of(*BEGUN, reminded("one/2026", "nothing"), on("2027-01-04T09:00:00Z", contact()))
    days = [
        paris(day)
        for day in ("2027-01-04", "2027-10-01", "2027-10-29", "2027-11-02", "2028-01-03", "2028-10-02")
    ]
    assert days_said(file, days, rules) == [
        ("2027-01-04", "one/2026", "due", False),
        ("2027-10-01", "one/2026", "escalation", False),
        ("2028-01-03", "one/2027", "due", False),
        ("2028-10-02", "one/2027", "escalation", False),
    ]
    late = paris("2027-11-02")
    assert days_said(file, [late], rules) == []
    assert next_instant(file, rules, late) == paris("2028-01-03")


def test_the_duty_of_29_february_is_of_the_28th_in_common_years() -> None:
    """The window of 2027 takes what is dated that day."""
    rules = counting("each-year", "P10D", day="02-29", occasion="session")
    assert due_day(file_of(*BEGUN), "one", rules) == ("one/2026", "2026-03-10")
    met = file_of(*BEGUN, on("2026-02-28", session()))
    assert due_day(met, "one", rules) == ("one/2027", "2027-03-10")
    assert due_day(file_of(*BEGUN, on("2027-03-05", session())), "one", rules) == ("one/2028", "2028-03-10")
