"""All that somebody owes on many panels goes to somebody else: everything or nothing."""

from datetime import date
from typing import Any

from domain.kernel.ids import review_stream
from domain.reviews.events import MemberReplaced, OpinionDelegated
from tests.domain.kit import Row, do, on
from tests.domain.reviewing import (
    A,
    B,
    asked,
    declared,
    deferred,
    delegated,
    given,
    invited,
    recused,
    revised,
)
from tests.domain.sample_people import ADMINISTRATOR, STRANGER
from tests.domain.tables.reviews_members import A_LEFT, TODAY, E, F
from tests.domain.vocabulary import WHY

FIRST, SECOND, THIRD, FOURTH = (review_stream(f"avis-{number}") for number in range(1, 5))
TAKEN = MemberReplaced(member=A, substitute=E, reason=WHY)
GIVEN = (declared(A), given(A))


def hand_over(to: str = E, **more: Any) -> Any:
    """Everything that the first member owes goes to somebody."""
    return do("HandOverOpinions", actor=ADMINISTRATOR, from_person=A, to_person=to, **more)


def _row(rule: str, beside: Any, then: Any, when: Any = None, **more: Any) -> Row:
    return Row(
        rule, (), when or hand_over(), then, rulebook=None, beside=beside, **{"people": A_LEFT, **more}
    )


ROWS: tuple[Row, ...] = (
    _row(
        "all opinions that somebody owes go to somebody else at once, and no other",
        {
            FIRST: asked(),
            SECOND: asked("whole_jury", *GIVEN),
            THIRD: asked("whole_jury", *GIVEN, revised()),
            FOURTH: asked("whole_jury", on("2026-11-20T09:00:00Z", deferred("no_place"))),
            review_stream("avis-5"): asked(members=invited(B)),
        },
        (TAKEN, TAKEN),
    ),
    _row(
        "an opinion that was delegated to somebody goes on until the day that was set",
        {FIRST: asked("whole_jury", delegated(B, A, TODAY), members=invited(B))},
        (OpinionDelegated(member=B, to=E, until=TODAY, reason=WHY),),
    ),
    _row(
        "what a delegate owed until yesterday is not theirs to hand over",
        {FIRST: asked("whole_jury", delegated(B, A, date(2026, 11, 22)), members=invited(B))},
        "no_opinions",
    ),
    _row(
        "who owes nothing hands nothing over",
        {FIRST: asked("whole_jury", *GIVEN)},
        "no_opinions",
        naming={"person": A},
    ),
    _row("nothing is handed over to oneself", {FIRST: asked()}, "changes_nothing", hand_over(A)),
    _row(
        "nothing is handed over to a stranger",
        {FIRST: asked()},
        "unknown_person",
        hand_over(STRANGER),
        naming={"person": STRANGER},
    ),
    _row(
        "nothing is handed over where the other cannot sit everywhere, and it is said where",
        {
            FIRST: asked(),
            SECOND: asked("whole_jury", delegated(B, E, TODAY)),
            THIRD: asked("whole_jury", delegated(B, E, TODAY), recused(E)),
            FOURTH: asked(region="grand-est"),
        },
        "cannot_take_over",
        naming={"person": E, "reviews": "avis-2, avis-3, avis-4"},
    ),
    _row(
        "nothing is handed over before the last step",
        {FIRST: asked()},
        "before_previous_step",
        hand_over(F, effective_at="2026-11-01"),
    ),
)
