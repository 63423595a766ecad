"""Requests that panels decide, from the asking to the agreement; reviews that come to no answer by themselves."""

from collections.abc import Mapping
from typing import Any

from domain.files.events import DeliveryReported
from domain.fundings.events.requests import FundingDeclined
from domain.kernel.ids import review_stream
from domain.reviews.events import ReviewHeard
from tests.domain import granting, paying, reviewing
from tests.domain.kit import Given, on
from tests.domain.sample_people import ELECTED, MANAGER
from tests.domain.tasks.scene import Scene
from tests.domain.vocabulary import MESSAGE, WHY, reminded

BY_JURY = granting.wanted("by_jury")
WAITING = paying.request("waiting", co_funding=(granting.CITY,))
DEFERRED = FundingDeclined(
    decision="deferred",
    body="board",
    dossier=1,
    review=None,
    points=("no_place",),
    reasons=WHY,
    would_change=WHY,
)
NOBODY_ANSWERED = {"at": "2026-08-03T09:00:00Z"}
IN_DOUBT = (
    reminded("decision/e1", "due"),
    DeliveryReported(message=MESSAGE, delivery="unknown", code=None),
)


def _heard(outcome: Any = None) -> ReviewHeard:
    return ReviewHeard(
        review="avis", question="by_deciders", panel="deciders", amendment=None, outcome=outcome
    )


def _by_jury(*events: Any, review: Given = ()) -> Scene:
    """A request that only the jury decides, in the charge of the pair."""
    asked, judged = granting.asked_and_judged(BY_JURY)
    asked = asked.model_copy(update={"managers": (MANAGER, ELECTED)})
    beside = granting.knowing(BY_JURY) | ({review_stream("avis"): review} if review else {})
    return Scene(paying.KEY, (asked, judged, *events), granting.FUNDS, beside)


def _money(*given: Any, review: Given = ()) -> Scene:
    beside = {review_stream("avis"): review} if review else {}
    return Scene(paying.KEY, given, paying.PAID_BY, beside)


def _since_summer(panel: str, *events: Any, **changes: Any) -> Scene:
    """A review that was opened in August: its deadlines have passed."""
    opened = on("2026-08-03T09:00:00Z", reviewing.review_opened(panel, **changes))
    return Scene(reviewing.STREAM, (opened, *events), reviewing.ASKING)


PANELS: Mapping[str, Scene] = {
    "a request to put to the jury": _by_jury(),
    "a request that the jury has": _by_jury(_heard(), review=granting.review()),
    "a request that the jury granted": _by_jury(
        _heard(), _heard("favourable"), review=granting.review(outcome="favourable")
    ),
    "a request that the jury refused": _by_jury(
        _heard(), _heard("unfavourable"), review=granting.review(outcome="unfavourable")
    ),
    "a request to put to the jury, with a conflict": _by_jury(
        review=(*granting.review("advisers"), reviewing.declared(MANAGER, conflict=True))
    ),
    "a request that was deferred": _money(paying.requested(paying.request()), DEFERRED),
    "an agreement to prepare": _money(
        *paying.awarded(paying.request(cents=5_000_000), allocations=(paying.set_aside(5_000_000),))
    ),
    "a charter and a co-funder to wait for": _money(*paying.awarded(WAITING)),
    "a letter in doubt about money": _money(
        paying.requested(paying.request()), *IN_DOUBT, review=reviewing.asked(funding=paying.FUNDING)
    ),
    "too few have answered": _since_summer("whole_jury"),
    "too few are left": _since_summer(
        "whole_jury",
        reviewing.declared(reviewing.A, conflict=True),
        members=reviewing.invited(reviewing.A),
    ),
}
"""By what waits in it."""
