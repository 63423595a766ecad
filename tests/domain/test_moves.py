"""What moves a due date: pauses and pending completions, each by its rule, and extensions; never backwards."""

from datetime import date, timedelta
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from domain.deadlines import deadlines
from domain.due import due_rungs, next_instant
from domain.events import CompletionAsked, CompletionReceived
from domain.moments import write_instant
from domain.moves import Move
from domain.rulebook import Rulebook
from tests.domain.asking import days_said, deadline, due_day, paris, said
from tests.domain.kit import Given, file_of, on
from tests.domain.rules import CALLING, rulebook
from tests.domain.vocabulary import (
    ABANDONMENT_ASKED,
    BEGUN,
    DECLINED,
    PAUSED,
    RESUBMITTED,
    RESUMED,
    WHY,
    applied,
    extended,
    reminded,
)

ASKED, RECEIVED = CompletionAsked(what=WHY), CompletionReceived(note=None)
DUE = date(2026, 7, 5)
"""Six months after the file was opened, when nothing interrupts."""


def rules(**more: Any) -> Rulebook:
    """A deadline ``one`` of six months, which interruptions touch so."""
    name = {"fr": "un", "en": "one"}
    one = {
        "deadline": "one",
        "name": name,
        "after": "phase-entry",
        "within": "P6M",
        "ladder": "short",
        **more,
    }
    return rulebook(deadlines=[one])


def asleep(since: str, until: str) -> Given:
    """A pause."""
    return on(since, PAUSED), on(until, RESUMED)


def lacking(since: str, until: str) -> Given:
    """A completion that was asked for, and came."""
    return on(since, ASKED), on(until, RECEIVED)


PAUSE, LACK = asleep("2026-03-01", "2026-04-01"), lacking("2026-05-01", "2026-05-11")

CASES: list[tuple[str, dict[str, str], Given, str, list[tuple[str, str | None, str, str]]]] = [
    (
        "a pause goes on with what remained",
        {},
        PAUSE,
        "2026-08-05",
        [("pause", "continue", "2026-07-05", "2026-08-05")],
    ),
    (
        "or begins again in full",
        {"pause": "restart"},
        PAUSE,
        "2026-10-01",
        [("pause", "restart", "2026-07-05", "2026-10-01")],
    ),
    ("or changes nothing", {"pause": "ignore"}, PAUSE, "2026-07-05", []),
    ("what is to be completed changes nothing by itself", {}, LACK, "2026-07-05", []),
    (
        "it goes on with what remained where its rule says so",
        {"completion": "continue"},
        LACK,
        "2026-07-15",
        [("completion", "continue", "2026-07-05", "2026-07-15")],
    ),
    (
        "or begins again in full where it says that",
        {"completion": "restart"},
        LACK,
        "2026-11-11",
        [("completion", "restart", "2026-07-05", "2026-11-11")],
    ),
    (
        "each by its own rule, one after the other",
        {"completion": "restart"},
        (*PAUSE, *LACK),
        "2026-11-11",
        [
            ("pause", "continue", "2026-07-05", "2026-08-05"),
            ("completion", "restart", "2026-08-05", "2026-11-11"),
        ],
    ),
    (
        "a pause after a restart moves the new date",
        {"completion": "restart"},
        (*LACK, *asleep("2026-10-01", "2026-10-11")),
        "2026-11-21",
        [
            ("completion", "restart", "2026-07-05", "2026-11-11"),
            ("pause", "continue", "2026-11-11", "2026-11-21"),
        ],
    ),
    (
        "both at once: no day counts twice",
        {"completion": "continue"},
        (
            on("2026-03-01", PAUSED),
            on("2026-03-11", ASKED),
            on("2026-04-01", RESUMED),
            on("2026-04-11", RECEIVED),
        ),
        "2026-08-15",
        [
            ("pause", "continue", "2026-07-05", "2026-08-05"),
            ("completion", "continue", "2026-08-05", "2026-08-15"),
        ],
    ),
    (
        "what came during a pause begins again only once the file is awake",
        {"completion": "restart"},
        (
            on("2026-03-01", PAUSED),
            on("2026-03-11", ASKED),
            on("2026-03-21", RECEIVED),
            on("2026-04-01", RESUMED),
        ),
        "2026-10-01",
        [
            ("pause", "continue", "2026-07-05", "2026-08-05"),
            ("completion", "restart", "2026-08-05", "2026-10-01"),
        ],
    ),
    (
        "two pauses begin again twice",
        {"pause": "restart"},
        (*asleep("2026-02-01", "2026-02-11"), *asleep("2026-03-01", "2026-03-02")),
        "2026-09-02",
        [("pause", "restart", "2026-07-05", "2026-08-11"), ("pause", "restart", "2026-08-11", "2026-09-02")],
    ),
    (
        "nothing moves what has passed",
        {"pause": "restart", "completion": "restart"},
        (*asleep("2026-07-06", "2026-08-01"), *lacking("2026-08-02", "2026-08-03")),
        "2026-07-05",
        [],
    ),
    (
        "an extension on top names the day that held",
        {"pause": "continue"},
        (*PAUSE, on("2026-04-02", extended("one", "one/p1", date(2026, 9, 30)))),
        "2026-09-30",
        [("pause", "continue", "2026-07-05", "2026-08-05"), ("extension", None, "2026-08-05", "2026-09-30")],
    ),
    (
        "and is moved by what comes after it",
        {"pause": "continue"},
        (on("2026-02-01", extended("one", "one/p1", date(2026, 9, 30))), *PAUSE),
        "2026-10-31",
        [("extension", None, "2026-07-05", "2026-09-30"), ("pause", "continue", "2026-09-30", "2026-10-31")],
    ),
    (
        "beginning again never takes an extension back",
        {"pause": "restart"},
        (on("2026-02-01", extended("one", "one/p1", date(2026, 12, 31))), *PAUSE),
        "2026-12-31",
        [("extension", None, "2026-07-05", "2026-12-31")],
    ),
]


def moves_of(moves: tuple[Move, ...]) -> list[tuple[str, str | None, str, str]]:
    """Cause, rule, from which day to which."""
    return [(one.cause, one.rule, str(one.from_day), str(one.to_day)) for one in moves]


@pytest.mark.parametrize(("says", "rule", "given_", "due", "moves"), CASES, ids=[case[0] for case in CASES])
def test_what_moves_a_date_is_named(
    says: str, rule: dict[str, str], given_: Given, due: str, moves: list[tuple[str, str | None, str, str]]
) -> None:
    """Six months from 5 January 2026, and what happened to them."""
    one = deadline(file_of(*BEGUN, *given_), "one", rules(**rule))
    assert one is not None
    assert (str(one.due.day), moves_of(one.moves)) == (due, moves)


def test_a_move_tells_from_when_to_when() -> None:
    """The part of the interruption that counted."""
    one = deadline(file_of(*BEGUN, *PAUSE), "one", rules())
    assert one is not None
    assert [(f"{move.since:%F}", f"{move.until:%F}") for move in one.moves] == [("2026-03-01", "2026-04-01")]


def test_a_term_moves_only_where_its_rule_says_restart() -> None:
    """A date of the calendar stays; beginning again counts from the end of the pause."""
    for pause, due in (("continue", "2026-09-30"), ("restart", "2026-10-11")):
        dated = {"after": "date", "date": "2026-08-31", "within": "P30D", "pause": pause}
        file = file_of(*BEGUN, *asleep("2026-09-01", "2026-09-11"))
        assert due_day(file, "one", rules(**dated)) == ("one/2026-08-31", due)


def test_while_something_is_to_be_completed_its_clocks_say_nothing() -> None:
    """Others do, and so does what waits for the completion itself."""
    name = {"fr": "x", "en": "x"}
    keys = {"stops": {"completion": "continue"}, "goes_on": {}, "asked": {"after": "completion-request"}}
    some = rulebook(
        deadlines=[
            {
                "deadline": key,
                "name": name,
                "after": "phase-entry",
                "within": "P3M",
                "ladder": "short",
                **more,
            }
            for key, more in keys.items()
        ]
    )
    file = file_of(*BEGUN, on("2026-03-02", ASKED))
    now = paris("2026-06-02")
    assert {key for key, _, _ in said(file, now, some)} == {"goes_on/p1", "asked/e3"}
    assert {one.key for one in deadlines(file, some)} == set(keys)
    answered = file_of(*BEGUN, on("2026-03-02", ASKED), on("2026-03-12", RECEIVED))
    assert due_day(answered, "stops", some) == ("stops/p1", "2026-04-15")
    assert {key for key, _, _ in said(answered, now, some)} == {"goes_on/p1", "stops/p1"}


def test_a_refused_application_silences_its_file_until_it_comes_back() -> None:
    """It shows its deadlines all the same, and they are not moved."""
    refused = (*applied(), on("2026-02-01", DECLINED))
    file = file_of(*refused)
    assert (file.status, said(file, paris("2027-06-01"), CALLING)) == ("declined", [])
    assert next_instant(file, CALLING, paris("2027-06-01")) is None
    assert due_day(file, "go_decision", CALLING) == ("go_decision/p1", "2027-01-05")
    back = file_of(*refused, on("2026-06-01", RESUBMITTED))
    assert "go_decision/p1" in {key for key, _, _ in said(back, paris("2027-06-01"), CALLING)}


def test_a_clock_that_begins_again_does_not_remind_again() -> None:
    """The rung before the first date went out; before the second it does not."""
    some = rulebook(
        deadlines=[
            {
                "deadline": "one",
                "name": {"fr": "un", "en": "one"},
                "after": "phase-entry",
                "within": "P6M",
                "ladder": "full",
                "pause": "restart",
            }
        ]
    )
    file = file_of(
        *BEGUN, on("2026-06-05", reminded("one/p1", "before")), *asleep("2026-06-10", "2026-06-15")
    )
    days = [paris("2026-11-16") + timedelta(days=number) for number in range(40)]
    assert days_said(file, days, some) == [("2026-12-15", "one/p1", "due", False)]


MOMENTS = st.lists(st.integers(0, 360 * 24 * 60), min_size=2, max_size=10, unique=True).map(sorted)
"""When the file was interrupted and went on, in order: minutes since the day after it was opened."""


@given(
    moments=MOMENTS,
    kinds=st.lists(st.sampled_from(["pause", "completion"]), min_size=5, max_size=5),
    pause=st.sampled_from(["continue", "restart", "ignore"]),
    completion=st.sampled_from(["continue", "restart", "ignore"]),
    more=st.one_of(st.none(), st.dates(date(2026, 8, 1), date(2027, 6, 1))),
)
def test_no_interruption_makes_anything_due_earlier_or_anew(
    moments: list[int], kinds: list[str], pause: str, completion: str, more: date | None
) -> None:
    """Whatever interrupts, by whatever rules: never an earlier day, the same occurrence, each move to a later day."""
    some = rules(pause=pause, completion=completion)
    pairs = list(zip(moments[::2], moments[1::2], strict=False))
    breaks: list[Any] = []
    for (since, until), kind in zip(pairs, kinds, strict=False):
        begins, ends = (PAUSED, RESUMED) if kind == "pause" else (ASKED, RECEIVED)
        told = (write_instant(paris("2026-01-06") + timedelta(minutes=one)) for one in (since, until))
        breaks += [on(moment, event) for moment, event in zip(told, (begins, ends), strict=True)]
    extension = (on("2026-01-06", extended("one", "one/p1", more)),) if more else ()
    [plain] = deadlines(file_of(*BEGUN, *extension), some)
    [moved] = deadlines(file_of(*BEGUN, *extension, *breaks), some)
    assert moved.occurrence == plain.occurrence
    assert moved.due.at >= plain.due.at
    assert [rung.name for rung in moved.rungs] == [rung.name for rung in plain.rungs]
    days = [plain.due.day, *(one.to_day for one in moved.moves if one.cause != "extension")]
    assert days == sorted(days)
    assert days[-1] == moved.due.day
    if pause == completion == "ignore":
        assert moved.due == plain.due


def test_an_abandonment_asked_for_still_speaks_while_something_is_to_be_completed() -> None:
    """Those who settle it are told."""
    some = rulebook(
        deadlines=[
            {
                "deadline": "abandonment",
                "name": {"fr": "a", "en": "a"},
                "after": "abandonment-request",
                "within": "P30D",
                "ladder": "settling",
            }
        ]
    )
    file = file_of(*BEGUN, on("2026-03-02", ASKED), on("2026-03-03", ABANDONMENT_ASKED))
    assert [one.deadline.key for one in due_rungs(file, some, paris("2026-03-04"))] == ["abandonment"]
