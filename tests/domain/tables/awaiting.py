"""Files that wait for others: which ones, and what they hear of each other's steps."""

from domain.cooperations.events.file import AwaitedFileMoved, FileAwaited, FileAwaitedBy
from domain.cooperations.events.lifecycle import CooperationClosed, CooperationReopened
from domain.files.entries import GateItemHeld
from domain.kernel.values import ClosingOutcome, Phase
from tests.domain.kit import FILE, Row, do, other
from tests.domain.rules import BARE
from tests.domain.sample_people import AUDITOR
from tests.domain.vocabulary import (
    BEGUN,
    HANDED_OVER,
    IN_CAPITALISATION,
    IN_DIAGNOSIS,
    WHY,
    delivered,
    entered,
    lesson,
    opened,
)

COMPLETED = CooperationClosed(
    outcome=ClosingOutcome.COMPLETED,
    handed_to=None,
    gate=(
        GateItemHeld(item="balance", held="met", entries=(6,)),
        GateItemHeld(item="lessons", held="met", entries=(7,)),
    ),
    reason=WHY,
)
DONE = (*IN_CAPITALISATION, delivered("balance"), lesson())
AWAITS = FileAwaited(awaited="nord")
AWAITED = FileAwaitedBy(waiting=FILE)
NORD, WAITING = other("nord", *IN_DIAGNOSIS), other("nord", *BEGUN, FileAwaited(awaited=FILE))
WAITED_FOR = FileAwaitedBy(waiting="nord")


def moved(phase: Phase, *, of: str = "nord", completed: bool = False) -> AwaitedFileMoved:
    """A waiting file hears where the other one is."""
    return AwaitedFileMoved(awaited=of, phase=phase, completed=completed)


WAITS = (
    Row(
        "a file waits for another, hears where that one is, and the other knows",
        BEGUN,
        do("AwaitFile", awaited="nord"),
        (AWAITS, moved(Phase.DIAGNOSIS), AWAITED),
        others=(NORD,),
    ),
    Row(
        "a completed file may be waited for",
        BEGUN,
        do("AwaitFile", awaited="nord"),
        (AWAITS, moved(Phase.CAPITALISATION, completed=True), AWAITED),
        others=(other("nord", *DONE, COMPLETED),),
    ),
    Row(
        "a file that was handed over is not waited for",
        BEGUN,
        do("AwaitFile", awaited="nord"),
        "awaited_closed",
        naming={"awaited": "nord", "outcome": "handed-over"},
        others=(other("nord", *BEGUN, HANDED_OVER),),
    ),
    Row(
        "a file that is not there is not waited for",
        BEGUN,
        do("AwaitFile", awaited="sud"),
        "unknown_cooperation",
        naming={"cooperation": "sud"},
        others=(NORD,),
    ),
    Row(
        "a file that one may not read is as if it were not there",
        BEGUN,
        do("AwaitFile", awaited="nord"),
        "unknown_cooperation",
        naming={"cooperation": "nord"},
        others=(other("nord", opened(region="grand-est"), BEGUN[1]),),
    ),
    Row(
        "who serves every region may have a file wait for one of another region",
        BEGUN,
        do("AwaitFile", awaited="nord", actor=AUDITOR),
        (AWAITS, moved(Phase.EXPLORATION), AWAITED),
        others=(other("nord", opened(region="grand-est"), BEGUN[1]),),
    ),
    Row("a file does not wait for itself", BEGUN, do("AwaitFile", awaited=FILE), "awaits_itself"),
    Row(
        "a file is waited for once",
        (*BEGUN, AWAITS),
        do("AwaitFile", awaited="nord"),
        "already_awaited",
        naming={"awaited": "nord"},
        others=(NORD,),
    ),
    Row(
        "two files do not wait for each other",
        BEGUN,
        do("AwaitFile", awaited="nord"),
        "awaits_each_other",
        naming={"awaited": "nord"},
        others=(WAITING,),
    ),
    Row(
        "nor do they through a third",
        BEGUN,
        do("AwaitFile", awaited="nord"),
        "awaits_each_other",
        others=(
            other("nord", *BEGUN, FileAwaited(awaited="sud")),
            other("sud", *BEGUN, FileAwaited(awaited=FILE)),
        ),
    ),
    Row(
        "two files may wait for the same third",
        BEGUN,
        do("AwaitFile", awaited="nord"),
        (AWAITS, moved(Phase.EXPLORATION), AWAITED),
        others=(other("nord", *BEGUN, FileAwaited(awaited="sud")), other("sud", *BEGUN)),
    ),
)

STEPS = (
    Row(
        "a file that waits hears of the next phase",
        (*BEGUN, WAITED_FOR),
        do("AdvancePhase", to="experimentation"),
        (entered(Phase.EXPERIMENTATION, 2), moved(Phase.EXPERIMENTATION, of=FILE)),
        rulebook=BARE,
        others=(WAITING,),
    ),
    Row(
        "a file that waits hears of a going back",
        (*IN_DIAGNOSIS, WAITED_FOR),
        do("GoBack", to="exploration"),
        (entered(Phase.EXPLORATION, 3, "back", reason=WHY), moved(Phase.EXPLORATION, of=FILE)),
        others=(WAITING,),
    ),
    Row(
        "every file that waits hears of a completion",
        (*DONE, WAITED_FOR, FileAwaitedBy(waiting="sud")),
        do("CloseCooperation", outcome="completed"),
        (COMPLETED, *(2 * (moved(Phase.CAPITALISATION, of=FILE, completed=True),))),
        others=(WAITING, other("sud", *BEGUN, FileAwaited(awaited=FILE))),
    ),
    Row(
        "a closed file hears nothing",
        (*IN_DIAGNOSIS, WAITED_FOR),
        do("GoBack", to="exploration"),
        (entered(Phase.EXPLORATION, 3, "back", reason=WHY),),
        others=(other("nord", *BEGUN, FileAwaited(awaited=FILE), HANDED_OVER),),
    ),
    Row(
        "what leaves a file where it was is no news",
        (*BEGUN, WAITED_FOR),
        do("CloseCooperation", outcome="handed-over", handed_to="La ville"),
        (HANDED_OVER,),
        others=(WAITING,),
    ),
    Row(
        "a file that waits hears that a completed one lives again",
        (*DONE, WAITED_FOR, COMPLETED),
        do("ReopenCooperation"),
        (
            CooperationReopened(reason=WHY),
            entered(Phase.CAPITALISATION, 5, "reopened"),
            moved(Phase.CAPITALISATION, of=FILE),
        ),
        others=(WAITING,),
    ),
    Row(
        "a file that reopens hears what it missed, and nothing that it knew",
        (
            *BEGUN,
            AWAITS,
            moved(Phase.EXPLORATION),
            FileAwaited(awaited="sud"),
            moved(Phase.EXPLORATION, of="sud"),
            HANDED_OVER,
        ),
        do("ReopenCooperation"),
        (CooperationReopened(reason=WHY), entered(Phase.EXPLORATION, 2, "reopened"), moved(Phase.DIAGNOSIS)),
        others=(NORD, other("sud", *BEGUN)),
    ),
)

ROWS = (*WAITS, *STEPS)
