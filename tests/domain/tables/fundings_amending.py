"""Amendments decided by the body of the new amount, signed by all, or taken back."""

from typing import Any

from domain.cooperations.events.told import ReviewAnswered, ReviewAsked
from domain.envelopes.events import FundsReleased, FundsReserved
from domain.fundings.events.payments import TrancheRequested
from domain.fundings.events.requests import AmendmentRefused, AmendmentSigned, AmendmentWithdrawn
from domain.kernel.ids import envelope_stream
from domain.kernel.values import Role
from domain.reviews.events import ReviewCancelled
from tests.domain.granting import (
    ASKED,
    COMMISSION,
    GRANTED,
    IN_REVIEW,
    REVIEW,
    RUNNING,
    WHY_NOT,
    granting,
    knowing,
    no_more_asked,
    review,
    row,
    wanted,
)
from tests.domain.kit import Row, do, on
from tests.domain.paying import BOARD, FUNDING, IN_ENVELOPE, instalments, opened, set_aside
from tests.domain.sample_people import MANAGER
from tests.domain.signing import CITY, PARTIES, SIGNED, amended, proposing
from tests.domain.vocabulary import WHY

_MORE = RUNNING.model_copy(update={"cents": 5_500_000})
_UP: dict[str, Any] = {"amount_cents": 2_500_000, "plan": (_MORE,)}
_DOWN: dict[str, Any] = {"amount_cents": 1_600_000}
_ON_ITS_WAY = on(
    "2026-03-02", TrancheRequested(tranche="advance", cents=1_000_000, levels=1, note=None), MANAGER
)
_UNEVEN = granting(schedule=instalments(advance=1_900_000, balance=100_000))
_MOST_OF_IT = TrancheRequested(tranche="advance", cents=1_900_000, levels=1, note=None)


def settle(decision: str = "granted", actor: str = BOARD, **more: Any) -> Any:
    """Somebody decides about the amendment."""
    said = {} if decision == "granted" else WHY_NOT
    fields = {"funding": FUNDING, "amendment": "avenant-1", "actor": actor, "decision": decision}
    return do("DecideAmendment", **fields, **{**said, **more})


def _refused(body: Any = Role.BOARD) -> AmendmentRefused:
    return AmendmentRefused(
        amendment="avenant-1",
        body=body,
        review=None,
        points=("no_residents",),
        reasons=WHY,
        would_change=WHY,
    )


_LAST_YEAR = granting(allocations=(set_aside(2_000_000, "essai/grant/2025"),))
_EXTRA = (set_aside(500_000),)
_LESS = (set_aside(400_000),)
_ABOUT = ReviewAsked(review=REVIEW, question="by_deciders", funding=FUNDING, resubmits=None)
_ENDED = ReviewAnswered(review=REVIEW, question="by_deciders", outcome="cancelled")
_DECIDED = (
    row(
        "more is set aside when it is granted; without a signed agreement it holds at once",
        proposing(**_UP),
        settle(),
        (
            amended(GRANTED, 2_500_000, allocations=_EXTRA),
            FundsReserved(funding=FUNDING, cents=500_000, counts=False),
        ),
    ),
    row(
        "more is set aside in the envelope of the year in which the amendment is decided",
        proposing(_LAST_YEAR, **_UP),
        settle(),
        (
            amended(_LAST_YEAR, 2_500_000, allocations=_EXTRA),
            FundsReserved(funding=FUNDING, cents=500_000, counts=False),
        ),
        beside={**knowing(wanted()), envelope_stream("essai/grant/2025"): (opened(2_000_000),)},
    ),
    row(
        "less is given back at once where no agreement was signed",
        proposing(**_DOWN),
        settle(actor=COMMISSION),
        (
            amended(GRANTED, 1_600_000, body=Role.REGIONAL_COMMISSION, released=_LESS),
            FundsReleased(funding=FUNDING, cents=400_000),
        ),
    ),
    row(
        "under a signed agreement less is given back once all have signed",
        proposing(SIGNED, **_DOWN),
        settle(actor=COMMISSION),
        (amended(SIGNED, 1_600_000, body=Role.REGIONAL_COMMISSION),),
    ),
    row(
        "an envelope gives no more for an amendment than it has",
        proposing(**_UP),
        settle(),
        "envelope_exhausted",
        beside={**knowing(wanted()), IN_ENVELOPE: (opened(499_999),)},
    ),
    row("an amendment is refused with reasons", proposing(**_UP), settle("refused"), (_refused(),)),
    row(
        "an amendment is not refused without reasons",
        proposing(**_UP),
        settle("refused", reasons=None),
        "reasons_missing",
    ),
    row(
        "an amendment is not granted with what belongs to a refusal",
        proposing(**_UP),
        settle(points=["no_place"]),
        "points_of_a_grant",
    ),
    row(
        "an amendment that nobody proposed",
        GRANTED,
        settle(),
        "unknown_amendment",
        naming={"known": ""},
    ),
    row("an amendment is decided once", (*proposing(**_UP), _refused()), settle(), "unknown_amendment"),
    row("before a grant there is no amendment", ASKED, settle(), "stage_forbids"),
    row(
        "what went on its way meanwhile is not undercut",
        (
            *proposing(_UNEVEN, **_DOWN),
            on("2026-06-02", _MOST_OF_IT),
        ),
        settle(actor=COMMISSION),
        "below_what_is_paid",
    ),
    row(
        "a panel is asked no more about an amendment that is decided",
        proposing(**_UP),
        settle("refused"),
        (_refused(), ReviewCancelled(cause="decided", reason=None), _ENDED, no_more_asked("avenant-1")),
        beside={**knowing(wanted(), _ABOUT), IN_REVIEW: review(amendment="avenant-1")},
    ),
    row(
        "a panel that is asked about something else goes on",
        proposing(**_UP),
        settle("refused"),
        (_refused(),),
        beside={**knowing(wanted(), _ABOUT), IN_REVIEW: review(amendment="avenant-2")},
    ),
)


def _sign(rule: str, given: Any, party: str, then: Any, **more: Any) -> Row:
    command = do("SignAmendment", funding=FUNDING, amendment="avenant-1", party=party)
    return row(rule, given, command, then, **more)


def signed(party: str, *, complete: bool = False, **more: Any) -> AmendmentSigned:
    """A party signed the amendment."""
    said: dict[str, Any] = {"schedule": (), "released": (), **more}
    return AmendmentSigned(amendment="avenant-1", party=party, complete=complete, **said)


_TO_SIGN = (*proposing(SIGNED, **_DOWN), amended(SIGNED, 1_600_000))
_CUT = instalments(advance=800_000, balance=800_000)
_JOINING = (*proposing(SIGNED, parties=(*PARTIES, CITY)), amended(SIGNED))
_PAID_MEANWHILE = instalments(advance=1_000_000, balance=600_000)
_SIGNED = (
    _sign("a party signs an amendment", _TO_SIGN, "region", (signed("region"),)),
    _sign(
        "with the last signature it holds, and what it takes less is free",
        (*_TO_SIGN, signed("region")),
        "amae",
        (
            signed("amae", complete=True, schedule=_CUT, released=_LESS),
            FundsReleased(funding=FUNDING, cents=400_000),
        ),
    ),
    _sign(
        "what went on its way before the last signature keeps its amount",
        (*_TO_SIGN, signed("region"), _ON_ITS_WAY),
        "amae",
        (
            signed("amae", complete=True, schedule=_PAID_MEANWHILE, released=_LESS),
            FundsReleased(funding=FUNDING, cents=400_000),
        ),
    ),
    _sign(
        "who joins signs too",
        (*_JOINING, signed("region"), signed("amae")),
        "ville",
        (signed("ville", complete=True, schedule=instalments(advance=1_000_000, balance=1_000_000)),),
    ),
    _sign("it does not hold without them", (*_JOINING, signed("region")), "amae", (signed("amae"),)),
    _sign("a party signs an amendment once", (*_TO_SIGN, signed("region")), "region", "party_signed"),
    _sign("who is no party signs no amendment", _TO_SIGN, "ville", "unknown_party"),
    _sign("what is only proposed is not signed", proposing(SIGNED, **_DOWN), "amae", "unknown_amendment"),
)


def withdrawn(*released: Any, reason: Any = WHY) -> AmendmentWithdrawn:
    """It was taken back, or fell."""
    return AmendmentWithdrawn(amendment="avenant-1", released=released, reason=reason)


_TAKE_BACK = do("WithdrawAmendment", funding=FUNDING, amendment="avenant-1")
_WITHDRAWN = (
    row("a proposed amendment is taken back", proposing(**_UP), _TAKE_BACK, (withdrawn(),)),
    row(
        "one that nobody signs is taken back, and what was set aside for it is free",
        (*proposing(SIGNED, **_UP), amended(SIGNED, 2_500_000, allocations=_EXTRA)),
        _TAKE_BACK,
        (withdrawn(*_EXTRA), FundsReleased(funding=FUNDING, cents=500_000)),
    ),
    row(
        "what holds is not taken back",
        (*proposing(**_UP), amended(GRANTED, 2_500_000, allocations=_EXTRA)),
        _TAKE_BACK,
        "unknown_amendment",
    ),
)

ROWS = (*_DECIDED, *_SIGNED, *_WITHDRAWN)
