"""``decide``: a command on a state gives events or a refusal; pure, and the same for people and service.

The access rule (``domain.access.may``) is asked first, by the one way in.
"""

from domain.commands import (
    AnyFileCommand,
    CountSilence,
    DeliveryCommand,
    ImportCooperation,
    IssueReminder,
    ReportDelivery,
    SettleDelivery,
)
from domain.decide.awaiting import beside, heard
from domain.decide.file import decide_act
from domain.decide.importing import decide_import
from domain.decide.organisation import decide_organisation
from domain.decide.reminders import issue_reminder, report_delivery, settle_delivery
from domain.decide.setting import Decision, Happening, Setting, effective_at, foreseen, in_future
from domain.decide.silence import count_silence
from domain.ids import cooperation_stream
from domain.refusals import Refusal, refuse
from domain.state import Cooperation

__all__ = ["Happening", "Setting", "beside", "decide", "decide_organisation", "foreseen"]


def decide(
    command: AnyFileCommand, file: Cooperation | None, setting: Setting
) -> tuple[Happening, ...] | Refusal:
    """What a command about a cooperation gives: its events with their streams and moments, or why not.

    Those of its own stream come first, then what other files hear of it.
    """
    if isinstance(command, ImportCooperation):
        return decide_import(command, file, setting)
    if isinstance(command, DeliveryCommand):
        decision = _delivery(command, file, setting)
    else:
        decision = decide_act(command, file, setting)
    if isinstance(decision, Refusal):
        return decision
    stream, at = cooperation_stream(command.cooperation), effective_at(command, setting)
    own = tuple(Happening(stream, event, at) for event in decision)
    return (*own, *heard(file, own, setting)) if file else own


def _delivery(command: DeliveryCommand, file: Cooperation | None, setting: Setting) -> Decision:
    if file is None:
        return refuse("unknown_cooperation", cooperation=command.cooperation)
    if refusal := in_future(command, setting):
        return refusal
    rulebook = setting.rulebook
    match command:
        case ReportDelivery():
            return report_delivery(command, file)
        case SettleDelivery():
            return settle_delivery(command, file)
        case _ if rulebook is None:
            return refuse("unknown_programme", programme=file.rulebook)
        case IssueReminder():
            return issue_reminder(command, file, rulebook, setting)
        case CountSilence():
            return count_silence(command, file, rulebook, setting)
