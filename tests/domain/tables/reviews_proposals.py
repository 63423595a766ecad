"""What a panel decides is bound to what it saw: the request, or the amount and conditions that were proposed."""

from datetime import date
from typing import Any

from domain.cooperations.events.told import ReviewAsked
from domain.fundings.events.requests import FundingRevised
from domain.kernel.ids import cooperation_stream
from domain.reviews.events import DossierRevised
from domain.reviews.proposal import Condition, Proposal
from tests.domain.granting import (
    FUNDS,
    IN_REVIEW,
    JURY,
    REVIEW,
    asked_and_judged,
    decide,
    judged,
    knowing,
    review,
    row,
    wanted,
)
from tests.domain.kit import FILE, Row, do
from tests.domain.paying import FUNDING, KEY, grant, set_aside
from tests.domain.tables.fundings_decisions import award
from tests.domain.vocabulary import WHY

_ASKED = wanted("by_jury")
_PREMISES = Condition(condition="premises", label="Un local", due=date(2026, 12, 15))
_FOUNDED = Condition(condition="statutes", label="Des statuts", due=date(2026, 12, 15))
_LESS = Proposal(amount_cents=1_200_000, conditions=(_PREMISES,))
_BESIDE = {**knowing(_ASKED), KEY: asked_and_judged(_ASKED)}


def _given(*conditions: Condition) -> list[dict[str, Any]]:
    return [one.model_dump(mode="json") for one in conditions]


def _recorded(rule: str, then: Any, proposal: Proposal | None, **said: Any) -> Row:
    """A panel that saw this has answered favourably; somebody records its decision."""
    beside = {**knowing(_ASKED), IN_REVIEW: review(outcome="favourable", proposal=proposal)}
    command = decide("granted", JURY, review=REVIEW, **said)
    return row(rule, asked_and_judged(_ASKED), command, then, beside=beside)


def _granted(cents: int, *conditions: Condition) -> tuple[Any, ...]:
    given = grant(
        _ASKED,
        FUNDS,
        body="deciders",
        review=REVIEW,
        amount_cents=cents,
        conditions=conditions,
        allocations=(set_aside(cents, "essai/by_jury/2026"),),
        schedule=grant(wanted("by_jury", cents), FUNDS).schedule,
    )
    return award(given, "by_jury")


def _asked(rule: str, then: Any, *, request: Any = _ASKED, question: str = "by_deciders", **said: Any) -> Row:
    """A panel is asked about the request."""
    command = do("OpenReview", review=REVIEW, question=question, funding=FUNDING, cooperation=FILE, **said)
    beside = {**knowing(request), KEY: asked_and_judged(request)}
    return Row(rule, (), command, then, rulebook=FUNDS, beside=beside)


def _revised(rule: str, then: Any, before: Proposal | None, **said: Any) -> Row:
    command = do("ReviseDossier", review=REVIEW, note="Parce que.", **said)
    given = review(proposal=before)
    return Row(rule, given, command, then, rulebook=FUNDS, beside=_BESIDE)


def _next(proposal: Proposal | None) -> tuple[DossierRevised, ...]:
    return (DossierRevised(dossier=2, documents=(), rests_on=2, note=WHY, proposal=proposal),)


_REVISED = wanted("by_jury", 1_900_000)
_DECISIONS = (
    _recorded("a panel grants what was proposed to it", _granted(1_200_000, _PREMISES), _LESS),
    _recorded(
        "whoever records it may repeat what it saw",
        _granted(1_200_000, _PREMISES),
        _LESS,
        amount_cents=1_200_000,
        conditions=_given(_PREMISES),
    ),
    _recorded(
        "whoever records it may repeat what was asked for", _granted(2_000_000), None, amount_cents=2_000_000
    ),
    _recorded("nobody grants less than the panel saw", "panel_saw_otherwise", None, amount_cents=1_999_999),
    _recorded("nobody grants more than the panel saw", "panel_saw_otherwise", _LESS, amount_cents=2_000_000),
    _recorded(
        "nobody adds a condition to what the panel saw",
        "panel_saw_otherwise",
        None,
        conditions=_given(_PREMISES),
    ),
    _recorded(
        "nobody puts another condition in the place of what the panel saw",
        "panel_saw_otherwise",
        _LESS,
        conditions=_given(_FOUNDED),
    ),
    _recorded(
        "nobody changes what a condition says",
        "panel_saw_otherwise",
        _LESS,
        conditions=_given(_PREMISES.model_copy(update={"label": "Autre chose"})),
    ),
)
_PROPOSALS = (
    _revised(
        "another version may propose less",
        _next(_LESS),
        None,
        amount_cents=1_200_000,
        conditions=_given(_PREMISES),
    ),
    _revised("a proposal stays in the next version", _next(_LESS), _LESS),
    _revised(
        "its conditions may go",
        _next(Proposal(amount_cents=1_200_000)),
        _LESS,
        conditions=[],
    ),
    _revised("nothing above what is asked for is proposed", "above_request", None, amount_cents=2_000_001),
    _revised("no proposal of nothing", "amount_missing", None, amount_cents=0),
    _revised("no condition twice", "condition_twice", None, conditions=_given(_PREMISES, _PREMISES)),
    _revised(
        "no condition after the term",
        "condition_outside_term",
        None,
        conditions=_given(_PREMISES.model_copy(update={"due": date(2027, 1, 1)})),
    ),
    _asked("a panel is not asked for more than the request", "above_request", amount_cents=2_000_001),
    row(
        "a request that is revised takes the place of what was proposed",
        asked_and_judged(_ASKED),
        do("ReviseFunding", funding=FUNDING, request=_REVISED.model_dump(mode="json")),
        (
            FundingRevised(dossier=2, request=_REVISED, reason=WHY),
            judged(_REVISED, 2, date(2026, 11, 23)),
            DossierRevised(dossier=2, documents=(), rests_on=4, note=None, proposal=None),
        ),
        beside={
            cooperation_stream(FILE): (
                *knowing(_ASKED)[cooperation_stream(FILE)],
                ReviewAsked(review=REVIEW, question="by_deciders", funding=FUNDING, resubmits=None),
            ),
            IN_REVIEW: review(proposal=_LESS),
        },
    ),
)

ROWS: tuple[Row, ...] = (*_DECISIONS, *_PROPOSALS)
