"""For how long a letter about a review lets its reader in: thirty days past the deadline, or past the end."""

from datetime import timedelta

import pytest

from domain.reviews.deadlines import deadlines
from domain.reviews.invitation import invited_until, still_invited
from tests.domain.asking import paris
from tests.domain.kit import On, on
from tests.domain.reviewing import (
    ASKING,
    ELSEWHERE,
    A,
    B,
    asked,
    declared,
    deferred,
    delegated,
    recused,
    replaced,
    review_of,
    voted,
)
from tests.domain.sample_people import ELECTED

NOW = paris("2026-11-16T09:00:00")
DEADLINE = paris("2026-12-03T00:00:00")
"""The first instant after the day on which opinions are due."""


@pytest.mark.parametrize(
    ("who", "after", "until"),
    [
        (A, (), DEADLINE + timedelta(days=30)),
        (ELSEWHERE, (), None),
        (A, (recused(A),), None),
        (A, (declared(A, conflict=True),), None),
        (A, (replaced(A, ELSEWHERE),), None),
    ],
    ids=["a member", "who does not sit", "who was recused", "who declared a conflict", "who was replaced"],
)
def test_members_are_let_in_until_thirty_days_after_the_deadline(
    who: str, after: tuple[On, ...], until: object
) -> None:
    """Whoever sits when the letter goes."""
    review = review_of(*asked("whole_jury", *after))
    assert invited_until(review, ASKING, who, "opinions/e1", NOW) == until


def test_who_stands_in_for_a_member_is_let_in() -> None:
    """By the deadline that began when they were asked to."""
    review = review_of(*asked("whole_jury", delegated(B, ELECTED, DEADLINE.date())))
    [occurrence] = [one.occurrence for one in deadlines(review, ASKING) if one.owing[0].person == ELECTED]
    assert invited_until(review, ASKING, ELECTED, occurrence, NOW)


def test_no_letter_lets_in_once_that_time_has_passed_nor_for_a_deadline_that_is_met() -> None:
    """A letter that was held up for long leads to the page."""
    review = review_of(*asked())
    assert invited_until(review, ASKING, A, "opinions/e1", DEADLINE + timedelta(days=30)) is None
    assert invited_until(review, ASKING, A, "opinions/e9", NOW) is None


def test_the_chair_is_not_let_in_by_a_letter_about_the_conclusion() -> None:
    """Concluding takes a sign-in."""
    review = review_of(*asked("presided", *voted(*("favourable",) * 2, *("unfavourable",) * 2)))
    [conclusion] = deadlines(review, ASKING)
    assert invited_until(review, ASKING, A, conclusion.occurrence, NOW) is None


def test_links_end_thirty_days_after_the_review() -> None:
    """For whoever has or had a seat, recused or not: the room says why it shows nothing; for nobody else."""
    at = "2026-11-20T09:00:00Z"
    ended = review_of(*asked("whole_jury", recused(B)), on(at, deferred("few")))
    last = paris("2026-12-20T10:00:00")
    for who in (A, B):
        assert still_invited(ended, ASKING, who, last - timedelta(minutes=1))
        assert not still_invited(ended, ASKING, who, last)
    assert still_invited(review_of(*asked()), ASKING, A, last)
    assert not still_invited(ended, ASKING, ELSEWHERE, NOW)
