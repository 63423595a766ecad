"""Closing, what a closed file still takes, reopening."""

from domain.cooperations.events.lifecycle import AbandonmentSettled, CooperationClosed, CooperationReopened
from domain.files.entries import GateItemHeld
from domain.kernel.values import ClosingOutcome, Phase, Settlement
from tests.domain.kit import Row, do, on
from tests.domain.vocabulary import (
    ABANDONMENT_ASKED,
    BEGUN,
    HANDED_OVER,
    IN_CAPITALISATION,
    PAUSED,
    WHY,
    contact,
    corrected,
    delivered,
    entered,
    lesson,
)

DONE = (*IN_CAPITALISATION, delivered("balance"), lesson())
CLOSED = (*BEGUN, contact(), on("2026-06-01", HANDED_OVER))
ABANDONED = (*BEGUN, ABANDONMENT_ASKED, AbandonmentSettled(settlement=Settlement.GRANTED, reason=WHY))

ROWS = (
    Row(
        "a cooperation is completed from its last phase, and the entry keeps how the gate held",
        DONE,
        do("CloseCooperation", outcome="completed"),
        (
            CooperationClosed(
                outcome=ClosingOutcome.COMPLETED,
                handed_to=None,
                gate=(
                    GateItemHeld(item="balance", held="met", entries=(6,)),
                    GateItemHeld(item="lessons", held="met", entries=(7,)),
                ),
                reason=WHY,
            ),
        ),
    ),
    Row(
        "a cooperation is not completed with something missing",
        IN_CAPITALISATION,
        do("CloseCooperation", outcome="completed"),
        "gate_incomplete",
        naming={"missing": "balance, lessons"},
    ),
    Row(
        "a cooperation is not completed before its last phase",
        BEGUN,
        do("CloseCooperation", outcome="completed"),
        "not_in_last_phase",
        naming={"phase": "exploration"},
    ),
    Row(
        "a file is handed over to a local body at any time",
        BEGUN,
        do("CloseCooperation", outcome="handed-over", handed_to="La ville"),
        (HANDED_OVER,),
    ),
    Row(
        "a file handed over names to whom",
        BEGUN,
        do("CloseCooperation", outcome="handed-over"),
        "handed_to_whom",
    ),
    Row(
        "only a file handed over names to whom",
        DONE,
        do("CloseCooperation", outcome="completed", handed_to="La ville"),
        "handed_to_whom",
    ),
    Row(
        "nobody abandons alone",
        BEGUN,
        do("CloseCooperation", outcome="abandoned"),
        "abandonment_is_asked",
    ),
    Row(
        "a file that may be abandoned is not closed otherwise",
        (*DONE, ABANDONMENT_ASKED),
        do("CloseCooperation", outcome="completed"),
        "abandonment_pending",
    ),
    Row(
        "a sleeping file may be handed over",
        (*BEGUN, PAUSED),
        do("CloseCooperation", outcome="handed-over", handed_to="La ville"),
        (HANDED_OVER,),
    ),
    Row(
        "a closed file takes no act",
        CLOSED,
        do("RecordContact", kind="phone"),
        "file_closed",
        naming={"outcome": "handed-over"},
    ),
    Row(
        "an abandoned file takes no act",
        ABANDONED,
        do("RecordContact", kind="phone"),
        "file_closed",
        naming={"outcome": "abandoned"},
    ),
    Row(
        "a closed file is not closed again",
        CLOSED,
        do("CloseCooperation", outcome="completed"),
        "file_closed",
    ),
    Row(
        "the record of a closed file can be put right",
        CLOSED,
        do("CorrectEntry", entry=3, void=True),
        (corrected(3),),
    ),
    Row(
        "a closed file is reopened in a new pass of its phase",
        CLOSED,
        do("ReopenCooperation"),
        (CooperationReopened(reason=WHY), entered(Phase.EXPLORATION, 2, "reopened")),
    ),
    Row(
        "a file is not reopened before it was closed",
        CLOSED,
        do("ReopenCooperation", effective_at="2026-05-31"),
        "before_previous_step",
    ),
    Row("an open file is not reopened", BEGUN, do("ReopenCooperation"), "not_closed"),
)
