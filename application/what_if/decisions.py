"""Which entries are decisions, and the command that each of them answered."""

from collections.abc import Callable
from typing import Any

from domain.commands import (
    AdvancePhase,
    AnyCommand,
    CloseCooperation,
    CountSilence,
    DeclineApplication,
    ExtendDeadline,
    GoBack,
    OpenCooperation,
    ReopenCooperation,
    ResubmitApplication,
    SelectApplication,
    SettleAbandonment,
    WaiveGateItem,
)
from domain.commands.base import FileCommand
from domain.events import (
    AbandonmentSettled,
    ApplicationDeclined,
    ApplicationResubmitted,
    ApplicationSelected,
    CooperationClosed,
    CooperationOpened,
    CooperationReopened,
    DeadlineExtended,
    GateItemWaived,
    PhaseEntered,
    SilenceCounted,
)
from domain.events.recorded import Recorded
from domain.ids import file_of

DECISIONS = frozenset(
    {
        "AbandonmentSettled",
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
    """The command that an entry answered; None if it is no decision of its own."""
    event = recorded.event
    match event:
        case PhaseEntered(way="advanced"):
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


def _given(kind: type[FileCommand | CountSilence], recorded: Recorded, **fields: Any) -> AnyCommand:
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
