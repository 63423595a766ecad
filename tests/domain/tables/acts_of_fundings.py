"""What the lifecycle does by itself for a funding: it is put before who decides, decided as a panel did, drawn on."""

from typing import Any

from domain.cooperations.events.told import ReviewAsked
from domain.files.act_events import ActPerformed, ActRefused
from domain.fundings.events.bodies import DecisionAsked
from domain.fundings.events.payments import TrancheRequested
from domain.kernel.event import Event
from domain.kernel.ids import SERVICE, funding_stream, review_opened_by_act
from domain.kernel.values import Role
from domain.registry.commands import AnyCommand
from domain.reviews.events import ReviewHeard
from domain.rulebook import Rulebook
from tests.domain.granting import (
    FUNDS,
    GRANTED,
    IN_REVIEW,
    REVIEW,
    asked_and_judged,
    knowing,
    review,
    wanted,
)
from tests.domain.kit import Given, Row, do, on
from tests.domain.paying import FUNDING, grant
from tests.domain.reviewing import invited, review_opened
from tests.domain.sample_people import IN_ROLE
from tests.domain.tables.acts import act
from tests.domain.tables.fundings_decisions import award

_REQUEST = {"after": "request"}
_COURSE = [
    act("put", "put-to-decision", when=_REQUEST),
    act("decide", "record-decision"),
    act("draw", "ask-for-tranche"),
]


def _acting(**changes: Any) -> Rulebook:
    """The instruments of the tests, with the same acts each."""
    whole = FUNDS.model_dump(mode="json", exclude_unset=True) | changes
    instruments = [one | {"course": _COURSE} for one in whole["instruments"]]
    return FUNDS.model_validate(whole | {"instruments": instruments}, strict=False)


FUNDED = _acting()
UNASKED = _acting(reviews=[])


def performs(key: str, occurrence: str) -> AnyCommand:
    """The service does an act of the funding."""
    return do("PerformAct", actor=SERVICE, act=key, occurrence=occurrence, funding=FUNDING)


def performed(key: str, does: Any, occurrence: str, because: int, subject: str | None = None) -> ActPerformed:
    """An act of the funding was done."""
    return ActPerformed(
        act=key,
        occurrence=occurrence,
        does=does,
        late=False,
        subject=subject,
        because=(because,) if because else (),
    )


def row(rule: str, given: Given, when: AnyCommand, then: tuple[Event, ...] | str, **more: Any) -> Row:
    """A row of the tests' funding, under rules with acts."""
    known = more.pop("asked", wanted())
    beside = knowing(known) | more.pop("beside", {})
    return Row(rule, given, when, then, **{"rulebook": FUNDED, "beside": beside, **more})


JURY = wanted("by_jury")
_OPENED = review_opened_by_act(funding_stream(FUNDING), "put/e1", "by_deciders")
_UNASKED = ActRefused(
    act="put", occurrence="put/e1", code="no_question_for_panel", params={"panels": "deciders"}
)
_HEARD = ReviewHeard(review=REVIEW, question="by_deciders", panel="deciders", amendment=None, outcome=None)

EITHER = wanted("by_either")
ADVISED = _HEARD.model_copy(update={"question": "by_advisers", "panel": "advisers"})

ROWS: tuple[Row, ...] = (
    row(
        "an eligible request lies before the role that decides it on the day it is made",
        asked_and_judged(wanted()),
        performs("put", "put/e1"),
        (
            DecisionAsked(dossier=1, bodies=(Role.REGIONAL_COMMISSION,)),
            performed("put", "put-to-decision", "put/e1", 1),
        ),
    ),
    row(
        "a request that is not eligible is put before nobody",
        asked_and_judged(wanted(cents=1_000_000)),
        performs("put", "put/e1"),
        "act_not_due",
        asked=wanted(cents=1_000_000),
    ),
    row(
        "where a panel decides, its review is opened",
        asked_and_judged(JURY),
        performs("put", "put/e1"),
        (
            review_opened(
                "deciders",
                rulebook=FUNDED.id,
                question="by_deciders",
                funding=FUNDING,
                members=invited(IN_ROLE[Role.JURY]),
                rests_on=2,
                barred=IN_ROLE[Role.PROGRAMME_MANAGER],
            ),
            ReviewAsked(review=_OPENED, question="by_deciders", funding=FUNDING, resubmits=None),
            ReviewHeard(
                review=_OPENED, question="by_deciders", panel="deciders", amendment=None, outcome=None
            ),
            DecisionAsked(dossier=1, bodies=("deciders",)),
            performed("put", "put-to-decision", "put/e1", 1, _OPENED),
        ),
        asked=JURY,
    ),
    row(
        "a panel that is asked nothing about fundings is left to people",
        asked_and_judged(JURY),
        performs("put", "put/e1"),
        (_UNASKED,),
        asked=JURY,
        rulebook=UNASKED,
    ),
    row(
        "and is tried again only once there is a question",
        (*asked_and_judged(JURY), on("2026-02-02", _UNASKED, SERVICE)),
        performs("put", "put/e1"),
        "no_question_for_panel",
        asked=JURY,
        rulebook=UNASKED,
    ),
    row(
        "what the panel that decides has concluded is recorded as the decision",
        (*asked_and_judged(JURY), _HEARD, _HEARD.model_copy(update={"outcome": "favourable"})),
        performs("decide", f"decide/r-{REVIEW}"),
        (
            *award(grant(JURY, FUNDED, body="deciders", review=REVIEW), key="by_jury"),
            performed("decide", "record-decision", f"decide/r-{REVIEW}", 4, REVIEW),
        ),
        asked=JURY,
        beside={IN_REVIEW: review("deciders", "favourable")},
    ),
    row(
        "an opinion is never recorded as the decision",
        (
            *asked_and_judged(EITHER),
            ADVISED,
            ADVISED.model_copy(update={"outcome": "favourable"}),
        ),
        performs("decide", f"decide/r-{REVIEW}"),
        "act_not_due",
        asked=EITHER,
        beside={IN_REVIEW: review("advisers", "favourable")},
    ),
    row(
        "a panel that has not concluded decides nothing",
        (*asked_and_judged(JURY), _HEARD),
        performs("decide", f"decide/r-{REVIEW}"),
        "act_not_due",
        asked=JURY,
        beside={IN_REVIEW: review("deciders")},
    ),
    row(
        "a refusal without reasons is left to people, who give them",
        (*asked_and_judged(JURY), _HEARD, _HEARD.model_copy(update={"outcome": "unfavourable"})),
        performs("decide", f"decide/r-{REVIEW}"),
        (
            ActRefused(
                act="decide",
                occurrence=f"decide/r-{REVIEW}",
                code="reasons_missing",
                params={"decision": "refused"},
            ),
        ),
        asked=JURY,
        beside={IN_REVIEW: review("deciders", "unfavourable")},
    ),
    row(
        "a tranche whose conditions hold is asked for",
        GRANTED,
        performs("draw", "draw/t-advance"),
        (
            TrancheRequested(tranche="advance", cents=1_000_000, levels=1, note=None),
            performed("draw", "ask-for-tranche", "draw/t-advance", 0, "advance"),
        ),
    ),
    row(
        "a tranche whose conditions do not hold is not",
        GRANTED,
        performs("draw", "draw/t-balance"),
        "act_not_due",
    ),
)
