"""Calls: under which a file opens, how its application goes through the funnel, what it is asked to complete."""

from datetime import date
from zoneinfo import ZoneInfo

from domain.cooperations.commands.calls import (
    AskForCompletion,
    DeclineApplication,
    ReceiveCompletion,
    ResubmitApplication,
    SelectApplication,
)
from domain.cooperations.decide.completion import held_back
from domain.cooperations.events.calls import (
    ApplicationDeclined,
    ApplicationResubmitted,
    ApplicationSelected,
    CompletionAsked,
    CompletionReceived,
)
from domain.cooperations.funnel import stage_after
from domain.cooperations.state import Cooperation
from domain.files.order import answers_otherwise
from domain.files.setting import Decision, Setting, effective_at
from domain.kernel.moments import may_lie_within
from domain.kernel.refusal import Refusal, refuse
from domain.rulebook import Call, Rulebook


def cannot_open(call: str | None, rulebook: Rulebook, at: str, zone: ZoneInfo) -> Refusal | None:
    """Why no file opens then, under that call or without one; None if it may."""
    period, calls = rulebook.period, rulebook.calls
    if period and not may_lie_within(at, period.since, period.until, zone):
        return refuse("outside_period", at=at, period=_days(period.since, period.until))
    if calls is None or not calls.calls:
        return refuse("no_calls", call=call, programme=rulebook.programme) if call else None
    if call is None:
        return None if calls.outreach else refuse("call_required", known=_open(rulebook, at, zone))
    return _not_open(call, rulebook, at, zone)


def select(command: SelectApplication, file: Cooperation, rulebook: Rulebook) -> Decision:
    """Take the application to the next stage of its funnel, and to no other."""
    if file.application is None:
        return refuse("no_application")
    following = stage_after(file.application, rulebook)
    if following is None:
        return refuse("last_stage", stage=file.application.stage)
    if command.stage != following.stage:
        stage = file.application.stage
        return refuse("not_the_next_stage", to=command.stage, stage=stage, following=following.stage)
    if refusal := held_back("selection", file, rulebook):
        return refusal
    return (ApplicationSelected(stage=command.stage, note=command.note),)


def decline(command: DeclineApplication, file: Cooperation, rulebook: Rulebook) -> Decision:
    """Refuse an application that has not reached the last stage of its funnel."""
    if file.application is None:
        return refuse("no_application")
    if stage_after(file.application, rulebook) is None:
        return refuse("last_stage", stage=file.application.stage)
    if refusal := held_back("selection", file, rulebook):
        return refusal
    points = tuple(dict.fromkeys(command.points))
    return (ApplicationDeclined(points=points, reasons=command.reasons, would_change=command.would_change),)


def resubmit(
    command: ResubmitApplication, file: Cooperation, rulebook: Rulebook, setting: Setting
) -> Decision:
    """Bring back what was refused, with an answer to every reason and to nothing else, while the call is open."""
    if file.application is None:
        return refuse("no_application")
    asked = file.application.declined
    if not asked:
        return refuse("not_declined")
    if rulebook.calls is None or not rulebook.calls.resubmission:
        return refuse("no_resubmission", programme=rulebook.programme)
    if refusal := answers_otherwise(command.answers, asked):
        return refusal
    at, zone = effective_at(command, setting), rulebook.zone_of(file.region)
    if refusal := _not_open(file.application.call, rulebook, at, zone):
        return refusal
    return (ApplicationResubmitted(answers=command.answers),)


def ask_for_completion(command: AskForCompletion, file: Cooperation) -> Decision:
    """Ask for what the file lacks, once at a time."""
    return refuse("completion_pending") if file.completion_pending else (CompletionAsked(what=command.what),)


def receive_completion(command: ReceiveCompletion, file: Cooperation) -> Decision:
    """Record that what was asked for has come."""
    return (CompletionReceived(note=command.note),) if file.completion_pending else refuse("no_completion")


def _not_open(key: str, rulebook: Rulebook, at: str, zone: ZoneInfo) -> Refusal | None:
    call = rulebook.call(key)
    if call is None:
        return refuse("unknown_call", call=key, known=_open(rulebook, at, zone))
    return None if call.is_open(at, zone) else _closed(call, rulebook, at, zone)


def _closed(call: Call, rulebook: Rulebook, at: str, zone: ZoneInfo) -> Refusal:
    period = _days(call.opens, call.closes)
    return refuse("call_closed", call=call.call, at=at, period=period, known=_open(rulebook, at, zone))


def _open(rulebook: Rulebook, at: str, zone: ZoneInfo) -> tuple[str, ...]:
    """The calls that may be answered then."""
    calls = rulebook.calls.calls if rulebook.calls else ()
    return tuple(one.call for one in calls if one.is_open(at, zone))


def _days(since: date | None, until: date | None) -> str:
    return f"{since or '…'} – {until or '…'}"
