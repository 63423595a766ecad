"""What was objected before is answered: every point, and nothing else."""

from domain.kernel.ids import review_stream
from domain.reviews.events import ReviewCancelled
from tests.domain.kit import Row, on
from tests.domain.reviewing import asked, row, voted
from tests.domain.tables.reviews import ANSWERED, ANSWERS, EARLIER, ask_review
from tests.domain.vocabulary import WHY

RESUBMITTED = (
    row("answers answer a review", (), ask_review(answers={"no_place": "Voici."}), "answers_to_nothing"),
    row(
        "what is answered is a review that there was",
        (),
        ask_review(**ANSWERS),
        "unknown_review",
        naming={"review": EARLIER},
        beside={review_stream(EARLIER): ()},
    ),
    row(
        "what is answered was asked by the same question",
        (),
        ask_review("silent_jury", **ANSWERS),
        "another_question",
        naming={"question": "by_whole_jury"},
        beside=ANSWERED,
    ),
    row(
        "what was taken back is not answered",
        (),
        ask_review(**ANSWERS),
        "not_to_be_resubmitted",
        naming={"status": "cancelled"},
        beside={
            review_stream(EARLIER): asked(
                "whole_jury",
                on("2026-11-20T09:00:00Z", ReviewCancelled(cause="taken-back", reason=WHY)),
            )
        },
    ),
    row(
        "what is still asked is not answered",
        (),
        ask_review(**ANSWERS),
        "not_to_be_resubmitted",
        naming={"status": "open"},
        beside={review_stream(EARLIER): asked("whole_jury", *voted("unfavourable"))},
    ),
    row(
        "every point is answered",
        (),
        ask_review(resubmits=EARLIER, answers={"no_place": "Voici."}),
        "answers_other_points",
        naming={"answered": "no_place", "known": "no_residents, no_place"},
        beside=ANSWERED,
    ),
    row(
        "no point is answered that nobody raised",
        (),
        ask_review(resubmits=EARLIER, answers=ANSWERS["answers"] | {"no_money": "Voici."}),
        "answers_other_points",
        beside=ANSWERED,
    ),
    row(
        "a submission says how the points were answered",
        (),
        ask_review(resubmits=EARLIER),
        "answers_other_points",
        naming={"answered": "–", "known": "no_residents, no_place"},
        beside=ANSWERED,
    ),
)

ROWS: tuple[Row, ...] = RESUBMITTED
