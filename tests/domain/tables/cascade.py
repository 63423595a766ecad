"""What sleep, abandonment, closing, going back and other managers mean for a cooperation's reviews and fundings."""

from typing import Any

from domain.cooperations.events.file import ManagersChanged
from domain.cooperations.events.lifecycle import AbandonmentSettled, AbandonmentWithdrawn, CooperationReopened
from domain.cooperations.events.told import FundingAnswered, FundingAsked, ReviewAnswered
from domain.kernel.event import Event
from domain.kernel.values import Phase, Settlement
from domain.people.events import FilesHandedOver
from domain.registry.commands import AnyCommand
from domain.reviews.events import ReviewCarriedOver
from tests.domain.asking import paris
from tests.domain.below import (
    ASKED,
    BELOW,
    FELL,
    FUNDING,
    REFUSED,
    REVIEW,
    answered,
    ended,
    heard,
    opened_review,
    requested,
)
from tests.domain.kit import Row, do, file_of, on
from tests.domain.rules import CALLING
from tests.domain.sample_people import ELECTED, MANAGER, SECOND_MANAGER, STEERING
from tests.domain.silent import counted, reported, rules, told
from tests.domain.vocabulary import (
    ABANDONMENT_ASKED,
    BEGUN,
    DECLINED,
    HANDED_OVER,
    IN_DIAGNOSIS,
    PAUSED,
    RESUBMITTED,
    RESUMED,
    WHY,
    applied,
    entered,
)

CLOSING = do("CloseCooperation", outcome="handed-over", handed_to="La ville")
REOPENED = (CooperationReopened(reason=WHY), entered(Phase.EXPLORATION, 2, "reopened"))
ABANDONED = AbandonmentSettled(settlement=Settlement.GRANTED, reason=WHY)
KEPT_ON = AbandonmentSettled(settlement=Settlement.REFUSED, reason=WHY)


def _told(rule: str, when: AnyCommand, own: Event, status: str, *given: Any, **more: Any) -> Row:
    """Both hear where their cooperation stands."""
    return Row(
        rule, (*BEGUN, *ASKED, *given), when, (own, heard(status), heard(status)), beside=BELOW, **more
    )


_SLEEP = (
    _told("a pause is heard by reviews and fundings", do("PauseCooperation"), PAUSED, "paused"),
    _told("so is its end", do("ResumeCooperation"), RESUMED, "active", PAUSED),
    _told(
        "a request to abandon is heard",
        do("RequestAbandonment"),
        ABANDONMENT_ASKED,
        "abandonment-requested",
    ),
    _told(
        "so is that it was taken back",
        do("WithdrawAbandonment"),
        AbandonmentWithdrawn(reason=WHY),
        "active",
        ABANDONMENT_ASKED,
    ),
    _told(
        "so is that it was refused",
        do("SettleAbandonment", settlement="refused", actor=STEERING),
        KEPT_ON,
        "active",
        ABANDONMENT_ASKED,
    ),
    Row(
        "an application that was refused is heard",
        (*applied(), *ASKED),
        do(
            "DeclineApplication",
            points=["no_residents", "no_place"],
            reasons="Parce que.",
            would_change="Parce que.",
        ),
        (DECLINED, heard("declined"), heard("declined")),
        rulebook=CALLING,
        beside=BELOW,
    ),
    Row(
        "so is that it came back",
        (*applied(), *ASKED, DECLINED),
        do("ResubmitApplication", answers={"no_residents": "Parce que.", "no_place": "Parce que."}),
        (RESUBMITTED, heard("active"), heard("active")),
        rulebook=CALLING,
        beside=BELOW,
    ),
    Row(
        "silence that lets the file sleep is heard",
        (*BEGUN, *ASKED, told(), reported("sent")),
        do("CountSilence", actor="escale", occurrence="one/p1"),
        (counted("paused"), heard("paused"), heard("paused")),
        rulebook=rules("paused"),
        now=paris("2026-07-06"),
        beside=BELOW,
    ),
    Row(
        "what was refused hears too, for it may be asked for again; what is over does not",
        (
            *BEGUN,
            *ASKED,
            answered("refused"),
            ReviewAnswered(review="avis", question="avis", outcome="favourable"),
            FundingAsked(funding="close", instrument="free"),
            FundingAnswered(funding="close", instrument="free", stage="closed", amount_cents=None),
        ),
        do("PauseCooperation"),
        (PAUSED, heard("paused")),
        beside={FUNDING: (requested(), REFUSED)},
    ),
)

_CLOSINGS = (
    Row(
        "closed, questions fall and what is not decided is asked for no more",
        (*BEGUN, *ASKED),
        CLOSING,
        (HANDED_OVER, *FELL),
        beside=BELOW,
    ),
    Row(
        "so it is when abandoning is granted",
        (*BEGUN, *ASKED, ABANDONMENT_ASKED),
        do("SettleAbandonment", settlement="granted", actor=STEERING),
        (ABANDONED, *FELL),
        beside=BELOW,
    ),
    Row(
        "so it is when silence grants it",
        (
            *BEGUN,
            *ASKED,
            on("2026-03-02", ABANDONMENT_ASKED),
            told("one/e5", "2026-03-03T07:00:00Z"),
            reported("sent"),
        ),
        do("CountSilence", actor="escale", occurrence="one/e5"),
        (counted("granted", occurrence="one/e5"), *FELL),
        rulebook=rules("granted", after="abandonment-request", within="P30D", ladder="settling"),
        now=paris("2026-04-02"),
        beside=BELOW,
    ),
    Row(
        "a funding that was refused stays so when the file closes, and hears it",
        (*BEGUN, ASKED[1], answered("refused")),
        CLOSING,
        (HANDED_OVER, heard("closed")),
        beside={FUNDING: (requested(), REFUSED)},
    ),
    Row(
        "what was refused hears that the file is open again",
        (*BEGUN, ASKED[1], answered("refused"), HANDED_OVER),
        do("ReopenCooperation", actor=STEERING),
        (*REOPENED, heard("active")),
        beside={FUNDING: (requested(), REFUSED, heard("closed"))},
    ),
)

_GRANTED = (*BEGUN, ASKED[1], answered("granted"))
_MONEY = (
    Row(
        "nothing closes while a funding is granted",
        _GRANTED,
        CLOSING,
        "money_open",
        {"fundings": "aide"},
        beside={FUNDING: BELOW[FUNDING]},
    ),
    Row(
        "no abandonment is granted while a funding is",
        (*_GRANTED, ABANDONMENT_ASKED),
        do("SettleAbandonment", settlement="granted", actor=STEERING),
        "money_open",
        {"fundings": "aide"},
        beside={FUNDING: BELOW[FUNDING]},
    ),
    Row(
        "an abandonment may be refused all the same",
        (*_GRANTED, ABANDONMENT_ASKED),
        do("SettleAbandonment", settlement="refused", actor=STEERING),
        (KEPT_ON, heard("active")),
        beside={FUNDING: BELOW[FUNDING]},
    ),
    Row(
        "silence does not grant it either",
        (
            *_GRANTED,
            on("2026-03-02", ABANDONMENT_ASKED),
            told("one/e5", "2026-03-03T07:00:00Z"),
            reported("sent"),
        ),
        do("CountSilence", actor="escale", occurrence="one/e5"),
        "money_open",
        {"fundings": "aide"},
        rulebook=rules("granted", after="abandonment-request", within="P30D", ladder="settling"),
        now=paris("2026-04-02"),
        beside={FUNDING: BELOW[FUNDING]},
    ),
    Row(
        "once its funding is closed a file closes",
        (*_GRANTED, answered("closed")),
        CLOSING,
        (HANDED_OVER,),
    ),
)

_BACK = entered(Phase.EXPLORATION, 3, "back", reason=WHY)
_PASSES = (
    Row(
        "going back cancels the questions of the pass; fundings go on",
        (*IN_DIAGNOSIS, *ASKED),
        do("GoBack", to="exploration"),
        (_BACK, *ended("went-back")),
        beside={REVIEW: (opened_review(2),), FUNDING: BELOW[FUNDING]},
    ),
    Row(
        "or takes them along into the new one",
        (*IN_DIAGNOSIS, *ASKED),
        do("GoBack", to="exploration", reviews="carry-over"),
        (_BACK, ReviewCarriedOver(pass_number=3)),
        beside={REVIEW: (opened_review(2),), FUNDING: BELOW[FUNDING]},
    ),
    Row(
        "a question of an earlier pass stands",
        (*BEGUN, *ASKED, entered(Phase.DIAGNOSIS, 2)),
        do("GoBack", to="exploration"),
        (_BACK,),
        beside=BELOW,
    ),
    Row(
        "one that was taken along belongs to the pass that it came to",
        (*IN_DIAGNOSIS, *ASKED, _BACK, entered(Phase.DIAGNOSIS, 4)),
        do("GoBack", to="exploration"),
        (entered(Phase.EXPLORATION, 5, "back", reason=WHY), *ended("went-back")),
        beside={REVIEW: (opened_review(2), ReviewCarriedOver(pass_number=4)), FUNDING: BELOW[FUNDING]},
    ),
)

_OTHERS = (SECOND_MANAGER, ELECTED)
_CHANGED = ManagersChanged(managers=_OTHERS, reason=WHY)
_HANDS = (
    Row(
        "reviews and fundings hear who is in charge now",
        (*BEGUN, *ASKED),
        do("HandOverManagers", managers=_OTHERS),
        (_CHANGED, heard("active", _OTHERS), heard("active", _OTHERS)),
        beside=BELOW,
    ),
    Row(
        "also when all files of a manager change hands, asleep or not",
        (),
        do("HandOverAllFiles", from_person=MANAGER, to_person=SECOND_MANAGER),
        (
            FilesHandedOver(from_person=MANAGER, to_person=SECOND_MANAGER, files=("rives",), reason=WHY),
            _CHANGED,
            heard("paused", _OTHERS),
            heard("paused", _OTHERS),
        ),
        others=(file_of(*BEGUN, *ASKED, PAUSED),),
        beside=BELOW,
    ),
)

ROWS = (*_SLEEP, *_CLOSINGS, *_MONEY, *_PASSES, *_HANDS)
