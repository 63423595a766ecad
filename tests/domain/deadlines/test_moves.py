"""What moves a due date: pauses and pending completions, each by its rule, and extensions; never backwards."""

from datetime import date
from typing import Any

import pytest

from domain.cooperations.events.calls import CompletionAsked, CompletionReceived
from domain.deadlines.moves import Move
from domain.rulebook import Rulebook
from tests.domain.asking import deadline, due_day
from tests.domain.kit import Given, file_of, on
from tests.domain.rules import rulebook
from tests.domain.vocabulary import BEGUN, PAUSED, RESUMED, WHY, extended

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
