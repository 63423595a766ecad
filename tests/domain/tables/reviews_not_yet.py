"""More time for a panel; a review not to be concluded yet, deferred, taken back; what silence counts as."""

from datetime import date
from typing import Any

from domain.cooperations.events.told import ReviewAnswered
from domain.files.events import DeadlineExtended, SilenceCounted
from domain.kernel.ids import SERVICE
from domain.reviews.events import ReviewCancelled
from tests.domain.asking import paris
from tests.domain.kit import NOW, Row, do, on
from tests.domain.reviewing import (
    ASKED,
    REVIEW,
    A,
    B,
    C,
    D,
    ask,
    asked,
    deferred,
    delegated,
    heard,
    replaced,
    revised,
    row,
    voted,
)
from tests.domain.silent import reported
from tests.domain.tables.reviews_ends import ALL_FOR, OVERDUE, SAID, conclude
from tests.domain.tables.reviews_members import LATER, E, F
from tests.domain.tables.reviews_opinions import GONE
from tests.domain.vocabulary import WHY, reminded


def more_time(until: date, base: str = "opinions/e1") -> DeadlineExtended:
    """The panel has until then."""
    return DeadlineExtended(deadline=base.partition("/")[0], occurrence=base, until=until, reason=SAID)


LATER_DAY = date(2026, 12, 9)

EXTENDED = (
    row(
        "the panel has more time",
        ASKED,
        ask("ExtendReview", until=f"{LATER_DAY}"),
        (more_time(LATER_DAY),),
    ),
    row(
        "everybody who owes has more time, but for those who have longer already",
        (
            *ASKED,
            *voted("favourable"),
            replaced(B, E, at="2026-11-11T09:00:00Z"),
            revised(),
            delegated(C, F, date(2026, 12, 1), at="2026-11-14T09:00:00Z"),
        ),
        ask("ExtendReview", until="2026-12-14"),
        (
            more_time(date(2026, 12, 14), "opinions/e1"),
            more_time(date(2026, 12, 14), "opinions/e4"),
        ),
        people=LATER,
    ),
    row(
        "no day is more time that is not later",
        ASKED,
        ask("ExtendReview", until="2026-12-02"),
        "not_an_extension",
        naming={"deadline": "opinions", "due": "2026-12-02"},
    ),
    row(
        "nobody has more time where nobody owes",
        (*ASKED, *voted(*ALL_FOR)),
        ask("ExtendReview", until=f"{LATER_DAY}"),
        "nobody_owes",
    ),
    row(
        "time does not run while the cooperation sleeps",
        (*ASKED, heard("paused")),
        ask("ExtendReview", until=f"{LATER_DAY}"),
        "review_sleeps",
        naming={"status": "paused"},
    ),
    row(
        "time runs on for a panel that pauses do not stop",
        (*asked("exempt"), heard("paused")),
        ask("ExtendReview", until=f"{LATER_DAY}"),
        (more_time(LATER_DAY),),
    ),
    row(
        "time does not run while an abandonment is asked, whatever pauses do",
        (*asked("exempt"), heard("abandonment-requested")),
        ask("ExtendReview", until=f"{LATER_DAY}"),
        "review_sleeps",
    ),
)

NOT_YET = (
    row(
        "no conclusion while somebody owes and has time",
        (*ASKED, *voted("favourable", "favourable", "favourable")),
        conclude(SERVICE),
        "review_not_ready",
        naming={"present": "3", "quorum": "2", "owing": D},
    ),
    row(
        "no conclusion on the day on which opinions are due",
        (*ASKED, *voted("favourable", "favourable", "favourable")),
        conclude(),
        "review_not_ready",
        now=paris("2026-12-02T23:59:59"),
    ),
    row(
        "no conclusion back-dated to before opinions were due",
        (*ASKED, *voted("favourable", "favourable", "favourable")),
        conclude(effective_at="2026-12-02"),
        "review_not_ready",
        now=OVERDUE,
    ),
    row(
        "no conclusion without the quorum, however late",
        (*ASKED, *voted("favourable")),
        conclude(),
        "review_not_ready",
        naming={"present": "1", "quorum": "2"},
        now=OVERDUE,
    ),
    row(
        "no conclusion on opinions about a former version",
        (*ASKED, *voted(*ALL_FOR), revised()),
        conclude(),
        "review_not_ready",
        naming={"present": "0"},
        now=paris("2027-03-01"),
    ),
    row(
        "no conclusion over those whose silence is still to be counted",
        (*asked("silent_jury"), *voted("favourable", "favourable")),
        conclude(),
        "review_not_ready",
        now=OVERDUE,
    ),
    row(
        "no conclusion while the cooperation sleeps",
        (*ASKED, *voted(*ALL_FOR), heard("paused")),
        conclude(SERVICE),
        "review_sleeps",
    ),
    row(
        "no conclusion before the last opinion",
        (*ASKED, *voted(*ALL_FOR)),
        conclude(effective_at="2026-11-09"),
        "before_previous_step",
    ),
    row(
        "no conclusion twice",
        (*ASKED, on("2026-11-20T09:00:00Z", deferred("no_place"))),
        conclude(SERVICE),
        "review_ended",
    ),
    row(
        "nobody chooses what the rule concludes",
        (*ASKED, *voted(*ALL_FOR)),
        conclude(outcome="favourable", reasons="Parce que."),
        "concluded_by_rule",
        naming={"rule": "majority"},
    ),
    row(
        "there are no points where nothing is refused",
        (*ASKED, *voted(*ALL_FOR)),
        conclude(points=["no_place"]),
        "points_without_refusal",
    ),
)


def answered(outcome: Any) -> ReviewAnswered:
    """What the cooperation hears."""
    return ReviewAnswered(review=REVIEW, question="by_whole_jury", outcome=outcome)


DEFERS = ask("DeferReview", points=["no_place", "no_place"], reasons="Parce que.", would_change="Parce que.")

OTHERWISE = (
    row(
        "a review is deferred with its points, once each",
        ASKED,
        DEFERS,
        (deferred("no_place"), answered("deferred")),
    ),
    row(
        "nothing is deferred while the cooperation sleeps",
        (*ASKED, heard("declined")),
        DEFERS,
        "review_sleeps",
    ),
    row(
        "a question is taken back, even while the cooperation sleeps",
        (*ASKED, *voted("favourable"), heard("paused")),
        ask("CancelReview"),
        (ReviewCancelled(cause="taken-back", reason=WHY), answered("cancelled")),
    ),
    row(
        "a question is taken back once",
        (*ASKED, on("2026-11-20T09:00:00Z", deferred("no_place"))),
        ask("CancelReview"),
        "review_ended",
    ),
    row(
        "a question is not taken back before the last step",
        ASKED,
        ask("CancelReview", effective_at="2026-11-01"),
        "before_previous_step",
    ),
)

TOLD = on("2026-11-02T09:00:00Z", reminded("opinions/e1", "invitation"))

REACHED = (*asked("silent_jury"), TOLD, reported("sent"))

SILENCE_COUNTS = do("CountSilence", actor=SERVICE, review=REVIEW, occurrence="opinions/e1")

SILENT = (
    row(
        "silence counts as the panel says once the deadline has passed",
        REACHED,
        SILENCE_COUNTS,
        (SilenceCounted(occurrence="opinions/e1", deadline="opinions", counts_as="favourable", item=None),),
        now=OVERDUE,
    ),
    row(
        "silence counts for nobody who was not told",
        asked("silent_jury"),
        SILENCE_COUNTS,
        "silence_untold",
        now=OVERDUE,
    ),
    row(
        "silence is no opinion of who has left the role of their seat",
        REACHED,
        SILENCE_COUNTS,
        "silence_vacant",
        naming={"occurrence": "opinions/e1"},
        people=GONE,
        now=OVERDUE,
    ),
    row(
        "once they are replaced, the others' silence counts",
        (*REACHED, replaced(A, E)),
        SILENCE_COUNTS,
        (SilenceCounted(occurrence="opinions/e1", deadline="opinions", counts_as="favourable", item=None),),
        people=(*LATER, GONE[-1]),
        now=OVERDUE,
    ),
    row(
        "who left after answering leaves nothing open",
        (*REACHED, *voted("favourable")),
        SILENCE_COUNTS,
        (SilenceCounted(occurrence="opinions/e1", deadline="opinions", counts_as="favourable", item=None),),
        people=GONE,
        now=OVERDUE,
    ),
    row(
        "silence does not count before the deadline",
        REACHED,
        SILENCE_COUNTS,
        "silence_too_early",
        naming={"since": "2026-12-03"},
        now=NOW,
    ),
    row(
        "silence counts for nothing where the panel says nothing",
        (*ASKED, TOLD, reported("sent")),
        SILENCE_COUNTS,
        "no_silence_counts",
        now=OVERDUE,
    ),
)

ROWS: tuple[Row, ...] = (*EXTENDED, *NOT_YET, *OTHERWISE, *SILENT)
