"""Pausing and resuming; abandonment asked, withdrawn, settled."""

from datetime import date

from domain.cooperations.events.lifecycle import AbandonmentSettled, AbandonmentWithdrawn, CooperationPaused
from domain.kernel.values import Settlement
from tests.domain.kit import Row, do, on
from tests.domain.vocabulary import ABANDONMENT_ASKED, BEGUN, HANDED_OVER, PAUSED, RESUMED, WHY, contact

ASLEEP = (*BEGUN, on("2026-03-01", PAUSED))
ASKED = (*BEGUN, on("2026-03-01", ABANDONMENT_ASKED))
REFUSED = AbandonmentSettled(settlement=Settlement.REFUSED, reason=WHY)
WITHDRAWN = AbandonmentWithdrawn(reason=WHY)

ROWS = (
    Row("a file is put to sleep", BEGUN, do("PauseCooperation"), (PAUSED,)),
    Row(
        "a pause may have a planned end",
        BEGUN,
        do("PauseCooperation", until="2026-12-31"),
        (CooperationPaused(reason=WHY, until=date(2026, 12, 31)),),
    ),
    Row(
        "which lies after its beginning",
        BEGUN,
        do("PauseCooperation", until="2026-11-23"),
        "pause_ends_before",
    ),
    Row("a sleeping file is not put to sleep", ASLEEP, do("PauseCooperation"), "already_paused"),
    Row("a sleeping file wakes", ASLEEP, do("ResumeCooperation"), (RESUMED,)),
    Row("a file that is awake does not wake", (*ASLEEP, RESUMED), do("ResumeCooperation"), "not_paused"),
    Row(
        "a file does not wake before it fell asleep",
        ASLEEP,
        do("ResumeCooperation", effective_at="2026-02-28"),
        "before_previous_step",
    ),
    Row(
        "a file may wake in the month it fell asleep",
        ASLEEP,
        do("ResumeCooperation", effective_at="2026-03"),
        (RESUMED,),
    ),
    Row(
        "an imprecise step does not let a later one slip before an earlier",
        (*ASLEEP, on("2026", RESUMED)),
        do("PauseCooperation", effective_at="2026-02-01"),
        "before_previous_step",
        naming={"previous": "2026-03-01"},
    ),
    Row("a sleeping file can be written in", ASLEEP, do("RecordContact", kind="phone"), (contact(),)),
    Row("an abandonment is asked", BEGUN, do("RequestAbandonment"), (ABANDONMENT_ASKED,)),
    Row("an abandonment is asked once at a time", ASKED, do("RequestAbandonment"), "abandonment_pending"),
    Row("a sleeping file is woken before it is abandoned", ASLEEP, do("RequestAbandonment"), "file_paused"),
    Row(
        "a file that may be abandoned is not put to sleep",
        ASKED,
        do("PauseCooperation"),
        "abandonment_pending",
    ),
    Row("the request is taken back", ASKED, do("WithdrawAbandonment"), (WITHDRAWN,)),
    Row("nothing asked, nothing taken back", BEGUN, do("WithdrawAbandonment"), "no_abandonment"),
    Row("the request is refused", ASKED, do("SettleAbandonment", settlement="refused"), (REFUSED,)),
    Row(
        "the request is granted",
        ASKED,
        do("SettleAbandonment", settlement="granted"),
        (AbandonmentSettled(settlement=Settlement.GRANTED, reason=WHY),),
    ),
    Row(
        "nothing asked, nothing to settle",
        (*ASKED, REFUSED),
        do("SettleAbandonment", settlement="granted"),
        "no_abandonment",
    ),
    Row(
        "a request that was refused may be made again",
        (*ASKED, REFUSED),
        do("RequestAbandonment"),
        (ABANDONMENT_ASKED,),
    ),
    Row("a closed file is not abandoned", (*BEGUN, HANDED_OVER), do("RequestAbandonment"), "file_closed"),
)
