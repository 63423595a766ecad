"""A question is about something: a file that lives, a funding to be decided, an amendment proposed, once at a time."""

from domain.cooperations.events.told import ReviewAsked
from domain.kernel.ids import review_stream
from tests.domain.kit import FILE, Row, on
from tests.domain.reviewing import ASKED, FUNDING, REVIEW, asked, funding_requested, review_opened, row
from tests.domain.tables.reviews import (
    _ASKED,
    AIDED,
    AMENDED,
    EARLIER,
    HERE,
    REFUSED_AID,
    ask_review,
    heard,
    told,
)
from tests.domain.vocabulary import ABANDONMENT_ASKED, BEGUN, HANDED_OVER, PAUSED

SUBJECT = (
    row("a review is opened once", ASKED, ask_review(), "review_exists", naming={"review": REVIEW}),
    row("nothing is asked of nobody's file", (), ask_review(), "unknown_cooperation", beside={HERE: ()}),
    row("nothing is asked without rules", (), ask_review(), "unknown_programme", rulebook=None),
    row("nothing is asked in the future", (), ask_review(effective_at="2027"), "in_future"),
    row(
        "nothing is asked before the last step of the file",
        (),
        ask_review(effective_at="2025"),
        "before_previous_step",
    ),
    row(
        "nothing is asked about a closed file",
        (),
        ask_review(),
        "file_closed",
        beside={HERE: (*BEGUN, HANDED_OVER)},
    ),
    row(
        "nothing is asked about a sleeping file",
        (),
        ask_review(),
        "review_sleeps",
        naming={"cooperation": FILE, "status": "paused"},
        beside={HERE: (*BEGUN, PAUSED)},
    ),
    row(
        "nothing is asked about a file that may be abandoned",
        (),
        ask_review(),
        "review_sleeps",
        naming={"status": "abandonment-requested"},
        beside={HERE: (*BEGUN, ABANDONMENT_ASKED)},
    ),
    row(
        "a question is one of the rulebook",
        (),
        ask_review(question="why"),
        "unknown_question",
        naming={"question": "why"},
    ),
    row(
        "a question about the gate names no funding",
        (),
        ask_review(funding="aide"),
        "review_of_something_else",
        naming={"about": "gate"},
        beside=AIDED,
    ),
    row(
        "a question about a funding names it",
        (),
        ask_review(question="grant"),
        "review_of_something_else",
        naming={"about": "funding"},
    ),
    row(
        "a question about a funding names no amendment",
        (),
        ask_review(question="grant", funding="aide", amendment="plus"),
        "review_of_something_else",
        beside=AMENDED,
    ),
    row(
        "a question about an amendment names it",
        (),
        ask_review(question="change", funding="aide"),
        "review_of_something_else",
        naming={"about": "amendment"},
        beside=AMENDED,
    ),
    row(
        "nothing is proposed where no money is asked for",
        (),
        ask_review(question="by_whole_jury", amount_cents=100),
        "proposal_of_nothing",
    ),
    row(
        "an amendment is its own proposal",
        (),
        ask_review(question="change", funding="aide", amendment="plus", amount_cents=100),
        "proposal_of_nothing",
        beside=AMENDED,
    ),
    row("a question about an application needs one", (), ask_review(question="call"), "no_application"),
    row(
        "a funding that nobody asked for is not judged",
        (),
        ask_review(question="grant", funding="aide"),
        "unknown_funding",
        beside={FUNDING: ()},
    ),
    row(
        "the funding is one of this cooperation",
        (),
        ask_review(question="grant", funding="aide"),
        "funding_of_another",
        naming={"cooperation": "ailleurs"},
        beside={FUNDING: (on("2026-10-01", funding_requested("ailleurs")),)},
    ),
    row(
        "a funding that was decided is not judged",
        (),
        ask_review(question="grant", funding="aide"),
        "nothing_to_decide",
        naming={"stage": "refused"},
        beside={FUNDING: (*AIDED[FUNDING], REFUSED_AID)},
    ),
    row(
        "an amendment that nobody proposed is not judged",
        (),
        ask_review(question="change", funding="aide", amendment="moins"),
        "no_such_amendment",
        naming={"known": "plus"},
        beside=AMENDED,
    ),
    row(
        "a question is not put twice at a time",
        (),
        ask_review(),
        "question_open",
        naming={"review": EARLIER},
        beside={HERE: _ASKED, review_stream(EARLIER): ASKED},
    ),
    row(
        "the same question may be put about another funding",
        (),
        ask_review(question="advice", funding="aide"),
        (
            review_opened(question="advice", funding="aide", rests_on=1),
            told(question="advice", funding="aide"),
            heard("advice"),
        ),
        beside={
            **AIDED,
            HERE: (
                *BEGUN,
                ReviewAsked(review=EARLIER, question="advice", funding="autre", resubmits=None),
            ),
            review_stream(EARLIER): asked(question="advice", funding="autre"),
        },
    ),
)

ROWS: tuple[Row, ...] = SUBJECT
