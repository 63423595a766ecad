"""Interruptions: whom they silence, that nothing is sent twice because of them, and nothing due earlier."""

from datetime import date, timedelta
from typing import Any

from hypothesis import given
from hypothesis import strategies as st

from domain.kernel.moments import write_instant
from domain.reminders.any_file import deadlines
from domain.reminders.due import due_rungs, next_instant
from tests.domain.asking import days_said, due_day, paris, said
from tests.domain.deadlines.test_moves import ASKED, RECEIVED, asleep, rules
from tests.domain.kit import file_of, on
from tests.domain.rules import CALLING, rulebook
from tests.domain.vocabulary import (
    ABANDONMENT_ASKED,
    BEGUN,
    DECLINED,
    PAUSED,
    RESUBMITTED,
    RESUMED,
    applied,
    extended,
    reminded,
)


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
