"""What reviews and fundings answered, as gates see it: in the cooperation's own entries."""

from typing import Any, Literal

import pytest

from domain.cooperations.events.told import (
    FundingAnswered,
    FundingAsked,
    ReviewAnswered,
    ReviewAsked,
    ReviewEnd,
)
from domain.cooperations.gate import gate
from domain.kernel.values import Phase
from tests.domain.gathering import asking
from tests.domain.kit import NOW, Given, file_of
from tests.domain.vocabulary import BEGUN, declared, entered

ASKED = ReviewAsked(review="avis", question="jury", funding=None, resubmits=None)
FUNDING_ASKED = FundingAsked(funding="aide", instrument="grant")


def answered(outcome: ReviewEnd) -> ReviewAnswered:
    """How the review ended."""
    return ReviewAnswered(review="avis", question="jury", outcome=outcome)


def funding_is(stage: Literal["granted", "refused", "closed"]) -> FundingAnswered:
    """What became of the funding."""
    return FundingAnswered(funding="aide", instrument="grant", stage=stage, amount_cents=1_000)


CASES: list[tuple[str, dict[str, Any], Given, tuple[int, ...] | None]] = [
    ("a review that nobody held", {"rule": "review", "review": "jury"}, BEGUN, None),
    ("a review that was only asked for", {"rule": "review", "review": "jury"}, (*BEGUN, ASKED), None),
    (
        "any opinion will do where none is named",
        {"rule": "review", "review": "jury"},
        (*BEGUN, ASKED, answered("unfavourable")),
        (4,),
    ),
    (
        "an opinion of another kind than asked for",
        {"rule": "review", "review": "jury", "outcomes": ["favourable"]},
        (*BEGUN, ASKED, answered("unfavourable")),
        None,
    ),
    ("a review deferred", {"rule": "review", "review": "jury"}, (*BEGUN, ASKED, answered("deferred")), None),
    (
        "the last answer to a question counts",
        {"rule": "review", "review": "jury", "outcomes": ["favourable"]},
        (
            *BEGUN,
            ASKED,
            answered("favourable"),
            ReviewAsked(review="avis-2", question="jury", funding=None, resubmits="avis"),
            ReviewAnswered(review="avis-2", question="jury", outcome="unfavourable"),
        ),
        None,
    ),
    (
        "an answer of an earlier pass",
        {"rule": "review", "review": "jury"},
        (*BEGUN, ASKED, answered("favourable"), entered(Phase.EXPLORATION, 2, "back")),
        None,
    ),
    (
        "another question",
        {"rule": "review", "review": "other"},
        (*BEGUN, ASKED, answered("favourable")),
        None,
    ),
    ("a funding that nobody decided", {"rule": "funding", "instrument": "grant"}, BEGUN, None),
    (
        "a funding refused",
        {"rule": "funding", "instrument": "grant"},
        (*BEGUN, FUNDING_ASKED, funding_is("refused")),
        None,
    ),
    (
        "a funding granted, and closed since",
        {"rule": "funding", "instrument": "grant"},
        (*BEGUN, FUNDING_ASKED, funding_is("granted"), funding_is("closed")),
        (4,),
    ),
    (
        "what an import declares of the time before",
        {"rule": "review", "review": "jury"},
        (*BEGUN, declared("it")),
        (3,),
    ),
]


@pytest.mark.parametrize(
    ("needs", "given", "shown"), [case[1:] for case in CASES], ids=[case[0] for case in CASES]
)
def test_an_item_is_met_by_the_answer_it_asks_for(
    needs: dict[str, Any], given: Given, shown: tuple[int, ...] | None
) -> None:
    """And the entry that tells it is named."""
    standing = gate(file_of(*given), asking(needs), NOW)[0]
    assert standing.held == ("met" if shown is not None else "missing")
    assert standing.entries == (shown or ())
