"""What holds for whole families of commands: not in the future, in order, not on a closed or sleeping file."""

from domain.cooperations.commands.acts import Act
from domain.cooperations.commands.calls import (
    AskForCompletion,
    DeclineApplication,
    ReceiveCompletion,
    ResubmitApplication,
    SelectApplication,
)
from domain.cooperations.commands.lifecycle import (
    AdvancePhase,
    CloseCooperation,
    ExtendDeadline,
    GoBack,
    MigrateCooperation,
    PauseCooperation,
    ReopenCooperation,
    RequestAbandonment,
    ResumeCooperation,
    SettleAbandonment,
    WithdrawAbandonment,
)
from domain.cooperations.commands.record import CorrectEntry
from domain.cooperations.state import Cooperation
from domain.files.order import in_future, out_of_order
from domain.files.setting import Setting
from domain.kernel.refusal import Refusal, refuse
from domain.kernel.values import ClosingOutcome

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
    MigrateCooperation,
    SelectApplication,
    DeclineApplication,
    ResubmitApplication,
    AskForCompletion,
    ReceiveCompletion,
)
_ONWARD = (AdvancePhase, GoBack, ExtendDeadline, SelectApplication, DeclineApplication, AskForCompletion)
_NOT_WHILE_PAUSED = (*_ONWARD, RequestAbandonment)
_NOT_WHILE_ABANDONMENT_IS_ASKED = (*_ONWARD, PauseCooperation, CloseCooperation, ResubmitApplication)
_NOT_WHILE_DECLINED = (*_ONWARD, PauseCooperation)
_ALSO_WHEN_CLOSED = (ReopenCooperation, CorrectEntry)


def guard(command: Act, file: Cooperation, setting: Setting) -> Refusal | None:
    """Why the command cannot be taken up at all; None if its own rule may judge it."""
    if file.closed and not isinstance(command, _ALSO_WHEN_CLOSED):
        return refuse("file_closed", cooperation=file.id, outcome=file.closed.outcome)
    if refusal := in_future(command, setting, setting.zone_of(file.region)):
        return refusal
    if isinstance(command, _IN_ORDER) and (refusal := out_of_order(command, file, setting)):
        return refusal
    if file.paused and isinstance(command, _NOT_WHILE_PAUSED):
        return refuse("file_paused")
    if file.abandonment and isinstance(command, _NOT_WHILE_ABANDONMENT_IS_ASKED):
        return refuse("abandonment_pending")
    if file.declined and (isinstance(command, _NOT_WHILE_DECLINED) or _completes(command)):
        return refuse("application_declined", known=file.application.declined if file.application else ())
    return None


def _completes(command: Act) -> bool:
    """A refused application may still be abandoned or handed over, never completed."""
    return isinstance(command, CloseCooperation) and command.outcome is ClosingOutcome.COMPLETED
