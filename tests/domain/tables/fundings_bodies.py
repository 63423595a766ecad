"""Who decides about money: levels of a circuit, the fast track, panels by what their reviews concluded."""

from typing import Any

from domain.cooperations.events.told import ReviewAnswered, ReviewAsked
from domain.files.events import SilenceCounted
from domain.kernel.ids import envelope_stream
from domain.kernel.values import Role
from domain.reviews.events import ReviewCancelled, ReviewDeferred
from tests.domain.granting import (
    ASKED,
    FUNDS,
    IN_REVIEW,
    JURY,
    REVIEW,
    STEERING,
    answered,
    asked_and_judged,
    decide,
    declined,
    knowing,
    no_more_asked,
    review,
    row,
    wanted,
)
from tests.domain.kit import Given, Row
from tests.domain.paying import BOARD, FUNDING, grant, opened, set_aside
from tests.domain.sample_people import ELECTED
from tests.domain.tables.fundings_decisions import award
from tests.domain.vocabulary import PAUSED, WHY

_FAST = wanted(fast_track="investment", beneficiary=wanted().beneficiary.model_copy(update={"employees": 9}))
_BIG = wanted(cents=2_000_001)
_ONE_MORE = grant(_BIG, FUNDS, allocations=(set_aside(2_000_001),))
_FAST_ENVELOPE = "essai/grant/fast-track/2026"

_BODIES = (
    row(
        "a cent above it the board decides",
        asked_and_judged(_BIG),
        decide(actor=BOARD),
        award(_ONE_MORE),
    ),
    row(
        "the fast track has a circuit and an envelope of its own",
        asked_and_judged(_FAST),
        decide(actor=STEERING),
        award(
            grant(
                _FAST,
                FUNDS,
                circuit="fast-track",
                body=Role.STEERING_COMMITTEE,
                allocations=(set_aside(2_000_000, _FAST_ENVELOPE),),
            )
        ),
        beside={**knowing(_FAST), envelope_stream(_FAST_ENVELOPE): (opened(),)},
    ),
    row(
        "nobody decides where the rulebook names nobody",
        asked_and_judged(wanted("carried")),
        decide(actor=BOARD),
        "nobody_decides",
    ),
    row(
        "nothing is decided while the cooperation sleeps",
        ASKED,
        decide(),
        "file_paused",
        beside=knowing(wanted(), PAUSED),
    ),
    row(
        "a body that no pause stops decides all the same",
        asked_and_judged(wanted("plain")),
        decide(actor=BOARD),
        award(grant(wanted("plain"), FUNDS), "plain"),
        beside=knowing(wanted("plain"), PAUSED),
    ),
)


def _judging(rule: str, then: Any, said: Given, key: str = "by_jury", **more: Any) -> Row:
    """A panel's review decides."""
    asked, actor = wanted(key), more.pop("actor", JURY)
    command = decide(more.pop("decision", "granted"), actor, review=REVIEW)
    beside = {**knowing(asked), IN_REVIEW: said}
    return row(rule, asked_and_judged(asked), command, then, beside=beside, **more)


def _by_panel(key: str = "by_jury", body: Any = "deciders") -> tuple[Any, ...]:
    return award(grant(wanted(key), FUNDS, body=body, review=REVIEW), key)


_DEFERRED = ReviewDeferred(points=("no_place",), reasons=WHY, would_change=WHY)
_PANELS = (
    _judging("a panel's favourable answer grants", _by_panel(), review(outcome="favourable")),
    _judging("so does one with conditions", _by_panel(), review(outcome="favourable-with-conditions")),
    _judging(
        "its chair may record it",
        _by_panel(),
        review(outcome="favourable"),
        actor=ELECTED,
    ),
    _judging(
        "a panel's unfavourable answer refuses",
        (declined(body="deciders", review=REVIEW), answered("refused", key="by_jury")),
        review(outcome="unfavourable"),
        decision="refused",
    ),
    _judging(
        "a panel's deferral defers",
        (declined("deferred", body="deciders", review=REVIEW), answered("deferred", key="by_jury")),
        (*review(), _DEFERRED),
        decision="deferred",
    ),
    _judging(
        "nobody records something else than the panel said",
        "review_says_otherwise",
        review(outcome="unfavourable"),
        naming={"outcome": "unfavourable", "decision": "granted"},
    ),
    _judging("a panel that has not answered", "review_not_concluded", review()),
    _judging(
        "a panel that is asked no more",
        "review_not_concluded",
        (*review(), ReviewCancelled(cause="taken-back", reason=None)),
    ),
    _judging(
        "a panel that saw an earlier version",
        "review_outdated",
        review(outcome="favourable", rests_on=0),
    ),
    _judging(
        "a panel that was asked about another funding",
        "review_of_another",
        review(outcome="favourable", funding="autre"),
    ),
    _judging(
        "a panel that was asked about an amendment",
        "review_of_another",
        review(outcome="favourable", amendment="avenant-1"),
    ),
    _judging(
        "a panel that has no say in it",
        "review_misfits",
        review("advisers", outcome="favourable"),
        naming={"panels": "deciders"},
    ),
    row(
        "a panel decides by a review",
        asked_and_judged(wanted("by_jury")),
        decide(actor=JURY),
        "review_needed",
        naming={"panels": "deciders"},
        beside=knowing(wanted("by_jury")),
    ),
    row(
        "a review that nobody opened",
        asked_and_judged(wanted("by_jury")),
        decide(actor=JURY, review=REVIEW),
        "unknown_review",
        beside=knowing(wanted("by_jury")),
    ),
    _judging(
        "a role cites what a panel advised",
        _by_panel("by_either", Role.BOARD),
        review("no_say", outcome="unfavourable"),
        "by_either",
        actor=BOARD,
    ),
    _judging(
        "an advisory panel does not decide",
        "panel_advises",
        review("advisers", outcome="favourable"),
        "by_either",
    ),
)

_ASKED_OF = ReviewAsked(review=REVIEW, question="by_deciders", funding=FUNDING, resubmits=None)
_CANCELLED = ReviewAnswered(review=REVIEW, question="by_deciders", outcome="cancelled")
_SILENT = SilenceCounted(occurrence="decision/e1", deadline="decision", counts_as="refused", item=None)
_OTHERS = (
    row(
        "panels are asked no more about what is decided",
        ASKED,
        decide("refused"),
        (
            declined(),
            answered("refused"),
            ReviewCancelled(cause="decided", reason=None),
            _CANCELLED,
            no_more_asked(),
        ),
        beside={**knowing(wanted(), _ASKED_OF), IN_REVIEW: review()},
    ),
    row(
        "a panel that has answered stays as it is",
        ASKED,
        decide("refused"),
        (declined(), answered("refused")),
        beside={
            **knowing(wanted(), _ASKED_OF, _CANCELLED),
            IN_REVIEW: review(outcome="favourable"),
        },
    ),
)

ROWS = (*_BODIES, *_PANELS, *_OTHERS)
