"""From when deadlines count: occasions, deliverables, items met, experiments, requests, applications, dates."""

from datetime import date
from typing import Any

import pytest

from domain.cooperations.events.calls import CompletionAsked, CompletionReceived
from domain.cooperations.events.record import ContactRecorded, ExperimentClosed, ExperimentStarted
from domain.cooperations.events.told import ReviewAnswered, ReviewAsked, ReviewEnd
from domain.files.entries import GateItemHeld
from domain.kernel.event import Event
from domain.kernel.values import ContactKind, Phase
from domain.reminders.any_file import deadlines
from domain.rulebook import Rulebook
from tests.domain.asking import due_day
from tests.domain.kit import Given, file_of, on
from tests.domain.rules import CALLING, rulebook
from tests.domain.vocabulary import (
    BEGUN,
    DECLINED,
    IN_EXPERIMENTATION,
    RESUBMITTED,
    WHY,
    applied,
    contact,
    corrected,
    declared,
    delivered,
    entered,
    evaluated,
    selected,
    waived,
)


def rule(after: str, within: str, **more: Any) -> dict[str, Any]:
    """A deadline ``one`` that counts so."""
    name = {"fr": "un", "en": "one"}
    return {"deadline": "one", "name": name, "after": after, "within": within, "ladder": "short", **more}


def counting(after: str, within: str, /, *, calls: bool = False, **more: Any) -> Rulebook:
    """The rules with that deadline alone."""
    changes: dict[str, Any] = {"deadlines": [rule(after, within, **more)]}
    if calls and CALLING.calls:
        changes["calls"] = CALLING.calls.model_dump(mode="json")
    return rulebook(**changes)


def session(occasion: str | None = "session") -> ContactRecorded:
    """People met on an occasion."""
    return ContactRecorded(kind=ContactKind.MEETING, stakeholders=(), occasion=occasion, note=None)


def tried(key: str) -> ExperimentStarted:
    """An experiment began."""
    return ExperimentStarted(experiment=key, title=key.title(), until=date(2027, 1, 1), note=None)


def found(key: str) -> ExperimentClosed:
    """It ended with its finding."""
    return ExperimentClosed(experiment=key, outcome="kept", finding=WHY)


def put(key: str, question: str = "jury") -> ReviewAsked:
    """A question was put to its panel."""
    return ReviewAsked(review=key, question=question, funding=None, resubmits=None)


def ended(key: str, outcome: ReviewEnd = "favourable") -> ReviewAnswered:
    """It was answered, or taken back."""
    return ReviewAnswered(review=key, question="jury", outcome=outcome)


def advanced(*held: GateItemHeld) -> Event:
    """The first phase was left with its gate held so."""
    return entered(Phase.DIAGNOSIS, 2, gate=held)


ASKED = CompletionAsked(what=WHY)
RECEIVED = CompletionReceived(note=None)
MEETINGS = counting("last-occasion", "P1M", occasion="session")
CHAPTERS = counting("last-deliverable", "P1Y", deliverable="logbook")
YEARLY = counting("last-review", "P1Y", review="jury")
AFTER_ANSWERS = counting("last-review", "P6M", review="jury", counting="answered")
AFTER_GO = counting("gate-item", "P3M", item="go")
EXPERIMENTS = counting("experiment-start", "P6M")
COMPLETION = counting("completion-request", "P1M")
ANSWER = counting("application", "P2M", calls=True)
HELD_GO = GateItemHeld(item="go", held="met", entries=(3,))

Expected = list[tuple[str, str]]

CASES: list[tuple[str, Rulebook, Given, Expected]] = [
    ("a meeting is due a month after entering the phase", MEETINGS, BEGUN, [("one/e2", "2026-02-05")]),
    (
        "then a month after the last of its kind",
        MEETINGS,
        (
            *BEGUN,
            on("2026-01-31", session()),
            on("2026-02-10", session("seminar")),
            on("2026-02-11", contact()),
        ),
        [("one/e3", "2026-02-28")],
    ),
    (
        "one that never happened does not count",
        MEETINGS,
        (*BEGUN, on("2026-01-20", session()), corrected(3)),
        [("one/e2", "2026-02-05")],
    ),
    (
        "a chapter is due a year after the last, whatever else is delivered",
        CHAPTERS,
        (*BEGUN, on("2026-03-31", delivered("logbook")), on("2026-05-01", delivered("portrait"))),
        [("one/e3", "2027-03-31")],
    ),
    ("a question is due a year after entering the phase", YEARLY, BEGUN, [("one/e2", "2027-01-05")]),
    ("nobody is reminded of what is asked already", YEARLY, (*BEGUN, on("2026-02-02", put("a"))), []),
    (
        "answered, it is due a year after it was asked",
        YEARLY,
        (*BEGUN, on("2026-02-02", put("a")), on("2026-03-16", ended("a"))),
        [("one/e3", "2027-02-02")],
    ),
    (
        "or counts from the answer",
        AFTER_ANSWERS,
        (*BEGUN, on("2026-02-02", put("a")), on("2026-03-16", ended("a"))),
        [("one/e4", "2026-09-16")],
    ),
    (
        "what was taken back was not asked",
        YEARLY,
        (*BEGUN, on("2026-02-02", put("a")), on("2026-03-16", ended("a", "cancelled"))),
        [("one/e2", "2027-01-05")],
    ),
    (
        "another question is another matter",
        YEARLY,
        (*BEGUN, on("2026-02-02", put("a", "board"))),
        [("one/e2", "2027-01-05")],
    ),
    ("nothing counts from an item that is missing", AFTER_GO, BEGUN, []),
    (
        "it counts from when it was met",
        AFTER_GO,
        (*BEGUN, on("2026-02-10", declared("go"))),
        [("one/p1", "2026-05-10")],
    ),
    (
        "meeting it again changes nothing",
        AFTER_GO,
        (*BEGUN, on("2026-02-10", declared("go")), on("2026-03-10", declared("go"))),
        [("one/p1", "2026-05-10")],
    ),
    ("or waived", AFTER_GO, (*BEGUN, on("2026-02-10", waived("go"))), [("one/p1", "2026-05-10")]),
    (
        "it goes on counting in the next phase",
        AFTER_GO,
        (*BEGUN, on("2026-02-10", declared("go")), on("2026-03-01", advanced(HELD_GO))),
        [("one/p1", "2026-05-10")],
    ),
    (
        "and begins anew in a new pass of its phase, once met there",
        AFTER_GO,
        (
            *BEGUN,
            on("2026-02-10", declared("go")),
            on("2026-03-01", advanced(HELD_GO)),
            on("2026-04-01", entered(Phase.EXPLORATION, 3, "back")),
        ),
        [],
    ),
    (
        "each open experiment has its own",
        EXPERIMENTS,
        (
            *IN_EXPERIMENTATION,
            on("2026-02-01", tried("four-a-pain")),
            on("2026-03-01", tried("cantine")),
            on("2026-04-01", tried("atelier")),
            on("2026-05-01", found("cantine")),
        ),
        [("one/e5", "2026-08-01"), ("one/e7", "2026-10-01")],
    ),
    ("nothing was asked", COMPLETION, BEGUN, []),
    ("what is asked is due", COMPLETION, (*BEGUN, on("2026-01-31", ASKED)), [("one/e3", "2026-02-28")]),
    ("until it has come", COMPLETION, (*BEGUN, on("2026-01-31", ASKED), on("2026-02-05", RECEIVED)), []),
    (
        "asked again, it is due again",
        COMPLETION,
        (*BEGUN, on("2026-01-31", ASKED), on("2026-02-05", RECEIVED), on("2026-03-02", ASKED)),
        [("one/e5", "2026-04-02")],
    ),
    ("an application is due for an answer", ANSWER, applied(), [("one/e1", "2026-03-05")]),
    (
        "shortlisted too, since it was received",
        ANSWER,
        (*applied(), on("2026-02-01", selected("shortlisted"))),
        [("one/e1", "2026-03-05")],
    ),
    ("not at the end of the funnel", ANSWER, (*applied(), on("2026-02-01", selected("supported"))), []),
    ("nor refused", ANSWER, (*applied(), on("2026-02-01", DECLINED)), []),
    (
        "received anew, it counts anew",
        ANSWER,
        (*applied(), on("2026-02-01", DECLINED), on("2026-06-15", RESUBMITTED)),
        [("one/e4", "2026-08-15")],
    ),
    ("a file without a call has none", ANSWER, BEGUN, []),
    (
        "a date is a date",
        counting("date", "P0D", date="2026-09-30"),
        BEGUN,
        [("one/2026-09-30", "2026-09-30")],
    ),
    (
        "or so long after it",
        counting("date", "P1M", date="2026-09-30"),
        BEGUN,
        [("one/2026-09-30", "2026-10-30")],
    ),
    (
        "the same in whatever phase",
        counting("date", "P0D", date="2026-09-30"),
        (*BEGUN, on("2026-06-01", entered(Phase.DIAGNOSIS, 2))),
        [("one/2026-09-30", "2026-09-30")],
    ),
    ("one that had passed concerns the file no more", counting("date", "P0D", date="2026-01-04"), BEGUN, []),
    (
        "one of the very day of entry does",
        counting("date", "P0D", date="2026-01-05"),
        BEGUN,
        [("one/2026-01-05", "2026-01-05")],
    ),
]


@pytest.mark.parametrize(("says", "rules", "given", "due"), CASES, ids=[case[0] for case in CASES])
def test_from_when_it_counts(says: str, rules: Rulebook, given: Given, due: Expected) -> None:
    """The occurrences and their days."""
    assert [(one.occurrence, str(one.due.day)) for one in deadlines(file_of(*given), rules)] == due


def test_a_month_too_short_is_told_with_the_deadline() -> None:
    """31 January plus a month is 28 February, and says that it was the 31st."""
    [one] = deadlines(file_of(*BEGUN, on("2026-01-31", session())), MEETINGS)
    assert (one.due.day, one.due.clipped) == (date(2026, 2, 28), 31)


def test_what_concerns_one_of_several_says_which() -> None:
    """An experiment by its id."""
    [one] = deadlines(file_of(*IN_EXPERIMENTATION, tried("cantine")), EXPERIMENTS)
    assert one.subject == "cantine"


def test_occasions_that_must_lie_close_together_end_a_deadline_whenever_they_do() -> None:
    """Two sessions within three months, a year after the phase was entered; later the deadline stays met."""
    gate = [
        {
            "item": "rhythm",
            "name": {"fr": "r", "en": "r"},
            "needs": {"rule": "occasions", "occasion": "session"},
        }
    ]
    gate[0]["needs"] |= {"at_least": 2, "within": "P3M"}  # type: ignore[operator]
    phase = {"name": {"fr": "e", "en": "e"}, "gate": gate}
    rules = rulebook(phases={"exploration": phase}, deadlines=[rule("phase-entry", "P2Y", until="rhythm")])
    apart = (*BEGUN, on("2026-02-01", session()), on("2026-09-01", session()))
    assert due_day(file_of(*apart), "one", rules) == ("one/p1", "2028-01-05")
    assert (
        due_day(file_of(*apart, on("2026-11-01", session()), on("2027-12-01", contact())), "one", rules)
        is None
    )


def test_a_day_of_the_file_is_a_day_of_its_region() -> None:
    """In La Réunion, what happened on the 31st counts from the 31st, and goes out at eight there."""
    rules = rulebook(
        deadlines=[rule("last-evaluation", "P1M")],
        regions={"reunion": {"holidays": "FR-974", "zone": "Indian/Reunion"}},
    )
    file = file_of(*BEGUN, on("2026-03-31", evaluated())).changed(region="reunion")
    [one] = deadlines(file, rules)
    assert one.due.day == date(2026, 4, 30)
    assert one.rungs[0].at.isoformat() == "2026-04-30T08:00:00+04:00"
