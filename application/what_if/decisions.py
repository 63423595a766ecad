"""Which entries are decisions, and the command that each of them answered."""

from collections.abc import Callable
from typing import Any

from domain.acts.commands import PerformAct
from domain.cooperations.commands.base import FileCommand
from domain.cooperations.commands.calls import DeclineApplication, ResubmitApplication, SelectApplication
from domain.cooperations.commands.file import OpenCooperation
from domain.cooperations.commands.lifecycle import (
    AdvancePhase,
    CloseCooperation,
    ExtendDeadline,
    GoBack,
    ReopenCooperation,
    SettleAbandonment,
)
from domain.cooperations.commands.record import WaiveGateItem
from domain.cooperations.events.calls import ApplicationDeclined, ApplicationResubmitted, ApplicationSelected
from domain.cooperations.events.file import CooperationOpened
from domain.cooperations.events.lifecycle import (
    AbandonmentSettled,
    CooperationClosed,
    CooperationReopened,
    PhaseEntered,
)
from domain.cooperations.events.record import GateItemWaived
from domain.files.act_events import ActPerformed
from domain.files.events import DeadlineExtended, SilenceCounted
from domain.kernel.ids import SERVICE, file_of
from domain.kernel.recorded import Recorded
from domain.registry.commands import AnyCommand
from domain.reminders.commands import CountSilence

DECISIONS = frozenset(
    {
        "AbandonmentSettled",
        "ActPerformed",
        "ApplicationDeclined",
        "ApplicationResubmitted",
        "ApplicationSelected",
        "CooperationClosed",
        "CooperationOpened",
        "CooperationReopened",
        "DeadlineExtended",
        "GateItemWaived",
        "PhaseEntered",
        "SilenceCounted",
    }
)
"""The types of events that decisions give. What was refused then left no such event and is not looked at."""


def command_of(recorded: Recorded) -> AnyCommand | None:
    """The command that an entry answered; None if it is no decision of its own, as what an act of the service did."""
    event = recorded.event
    match event:
        case ActPerformed(act=act, occurrence=occurrence):
            return _given(PerformAct, recorded, act=act, occurrence=occurrence)
        case PhaseEntered(way="advanced") if recorded.actor != SERVICE:
            return _given(AdvancePhase, recorded, to=event.phase, reason=event.reason)
        case PhaseEntered(way="back"):
            return _given(GoBack, recorded, to=event.phase, reason=event.reason)
        case GateItemWaived():
            return _given(WaiveGateItem, recorded, item=event.item, reason=event.reason)
        case DeadlineExtended(deadline=deadline, until=until, reason=reason):
            return _given(ExtendDeadline, recorded, deadline=deadline, until=until, reason=reason)
        case SilenceCounted():
            return _given(CountSilence, recorded, occurrence=event.occurrence)
        case ApplicationSelected():
            return _given(SelectApplication, recorded, stage=event.stage, note=event.note)
        case ApplicationDeclined(points=points, reasons=reasons, would_change=change):
            return _given(DeclineApplication, recorded, points=points, reasons=reasons, would_change=change)
        case ApplicationResubmitted():
            return _given(ResubmitApplication, recorded, answers=event.answers)
        case AbandonmentSettled():
            return _given(SettleAbandonment, recorded, settlement=event.settlement, reason=event.reason)
        case CooperationClosed(outcome=outcome, handed_to=taker, reason=reason):
            return _given(CloseCooperation, recorded, outcome=outcome, handed_to=taker, reason=reason)
        case CooperationReopened():
            return _given(ReopenCooperation, recorded, reason=event.reason)
        case CooperationOpened():
            sheet = {
                name: getattr(event, name) for name in CooperationOpened.model_fields.keys() - _NOT_ASKED
            }
            return _given(OpenCooperation, recorded, programme=event.rulebook.partition("@")[0], **sheet)
    return None


_NOT_ASKED = {"type", "rulebook"}
"""What an opening records without being told."""


def _given(
    kind: type[FileCommand | CountSilence | PerformAct], recorded: Recorded, **fields: Any
) -> AnyCommand:
    """The command as it was given. It passed its checks then; private text stays sealed."""
    construct: Callable[..., Any] = kind.model_construct
    command: AnyCommand = construct(
        type=kind.__name__,
        command_id=recorded.command_id,
        actor=recorded.actor,
        effective_at=recorded.effective_at,
        cooperation=file_of(recorded.stream),
        **fields,
    )
    return command
