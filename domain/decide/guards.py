"""What holds for whole families of commands: not in the future, in order, not on a closed or silent file."""

from domain.commands import (
    Act,
    AdvancePhase,
    CloseCooperation,
    CorrectEntry,
    ExtendDeadline,
    GoBack,
    PauseCooperation,
    ReopenCooperation,
    RequestAbandonment,
    ResumeCooperation,
    SettleAbandonment,
    WithdrawAbandonment,
)
from domain.decide.setting import Setting, in_future, out_of_order
from domain.refusals import Refusal, refuse
from domain.state import Cooperation

_IN_ORDER = (
    AdvancePhase,
    GoBack,
    ExtendDeadline,
    PauseCooperation,
    ResumeCooperation,
    RequestAbandonment,
    WithdrawAbandonment,
    SettleAbandonment,
    CloseCooperation,
    ReopenCooperation,
)
_NOT_WHILE_PAUSED = (AdvancePhase, GoBack, ExtendDeadline, RequestAbandonment)
_NOT_WHILE_ABANDONMENT_IS_ASKED = (AdvancePhase, GoBack, ExtendDeadline, PauseCooperation, CloseCooperation)
_ALSO_WHEN_CLOSED = (ReopenCooperation, CorrectEntry)


def guard(command: Act, file: Cooperation, setting: Setting) -> Refusal | None:
    """Why the command cannot be taken up at all; None if its own rule may judge it."""
    if file.closed and not isinstance(command, _ALSO_WHEN_CLOSED):
        return refuse("file_closed", cooperation=file.id, outcome=file.closed.outcome)
    if refusal := in_future(command, setting):
        return refusal
    if isinstance(command, _IN_ORDER) and (refusal := out_of_order(command, file, setting)):
        return refusal
    if file.paused and isinstance(command, _NOT_WHILE_PAUSED):
        return refuse("file_paused")
    if file.abandonment and isinstance(command, _NOT_WHILE_ABANDONMENT_IS_ASKED):
        return refuse("abandonment_pending")
    return None
