"""``decide``: a command on a state gives events or a refusal; pure, and the same for people and service.

The access rule (``domain.decide.access.may``) is asked first, by the one way in.
"""

from collections.abc import Iterator, Sequence

from domain.acts.commands import ActCommand
from domain.acts.decide import decide_act_command, streams_beside_act
from domain.acts.deeds import Deed
from domain.cooperations.commands.acts import AnyFileCommand, ImportCooperation
from domain.cooperations.commands.base import FileCommand
from domain.cooperations.decide.act import decide_act
from domain.cooperations.decide.awaiting import beside, heard
from domain.cooperations.decide.importing import decide_import
from domain.cooperations.state import Cooperation
from domain.decide.cascade import cascade, streams_below
from domain.decide.handing_over import hand_over
from domain.decide.money import decide_money, streams_beside_money
from domain.decide.seen import changed_since
from domain.files.file import KeptFile
from domain.files.order import in_future
from domain.files.setting import Decision, Happening, Setting, State, effective_at
from domain.fundings.commands.base import FundingCommand
from domain.fundings.decide.consequences import streams_of_silence, told_of_silence
from domain.fundings.decide.funding import decide_funding, streams_beside_funding
from domain.fundings.state import Funding
from domain.kernel.command import Command, MoneyCommand
from domain.kernel.ids import cooperation_stream
from domain.kernel.refusal import Refusal, refuse
from domain.organisation.commands import HandOverAllFiles, HandOverOpinions
from domain.organisation.decide import decide_organisation
from domain.registry.commands import AnyCommand
from domain.reminders.commands import (
    CountSilence,
    DeliveryCommand,
    IssueReminder,
    KeptCommand,
    ReportDelivery,
    SettleDelivery,
)
from domain.reminders.decide import issue_reminder, report_delivery, settle_delivery
from domain.reminders.decide_silence import count_silence
from domain.reviews.commands import ReviewCommand
from domain.reviews.decide.review import decide_review, streams_beside_review
from domain.reviews.impartial import streams_of_request
from domain.reviews.state import Review


def decide(command: AnyCommand, subject: State, setting: Setting) -> tuple[Happening, ...] | Refusal:
    """What a command gives: its events with their streams and moments, or why not.

    ``subject`` is what the command is about. Those of its own stream come first, then what others hear of it.
    """
    if refusal := changed_since(command, setting):
        return refusal
    match command:
        case FileCommand():
            return _about_cooperation(command, subject if isinstance(subject, Cooperation) else None, setting)
        case ReviewCommand():
            return decide_review(command, subject if isinstance(subject, Review) else None, setting)
        case FundingCommand():
            return decide_funding(command, subject if isinstance(subject, Funding) else None, setting)
        case MoneyCommand():
            return decide_money(command, setting)
        case ActCommand():
            file = subject if isinstance(subject, KeptFile) else None
            return decide_act_command(command, file, setting, _decide_deed)
        case KeptCommand():
            file = subject if isinstance(subject, KeptFile) else None
            return _spread(command, file, _delivery(command, file, setting), setting)
        case HandOverAllFiles() | HandOverOpinions():
            return hand_over(command, setting)
    return decide_organisation(command, setting)


def streams_beside(command: AnyCommand, setting: Setting) -> Sequence[str]:
    """The streams that deciding a command rests on besides its own and the organisation's, as far as is known.

    ``setting.beside`` holds what was read so far. Whoever reads them asks again until no new one is named.
    """
    states = setting.beside
    match command:
        case ReviewCommand():
            return tuple(streams_beside_review(command, states))
        case FundingCommand():
            return tuple(streams_beside_funding(command, setting))
        case MoneyCommand():
            return tuple(streams_beside_money(command, states))
        case ActCommand():
            return tuple(
                streams_beside_act(command, setting, lambda deed: iter(streams_beside(deed, setting)))
            )
        case KeptCommand():
            return tuple(_streams_beside_delivery(command, setting))
        case FileCommand():
            file = states.get(command.stream)
            cooperation = file if isinstance(file, Cooperation) else None
            awaiting = map(cooperation_stream, beside(command, cooperation, setting))
            return (*awaiting, *streams_below(command, cooperation))
    return ()


def _decide_deed(deed: Deed, setting: Setting) -> tuple[Happening, ...] | Refusal:
    """What does an act is decided as if people gave it; that it may be given, the rulebook says."""
    return decide(deed, setting.beside.get(deed.stream), setting)


def _streams_beside_delivery(command: DeliveryCommand, setting: Setting) -> Iterator[str]:
    file = setting.beside.get(command.stream)
    if isinstance(command, IssueReminder | SettleDelivery) and isinstance(file, Review | Funding):
        yield from streams_of_request(file, setting.beside)
    elif isinstance(command, CountSilence) and isinstance(file, Funding):
        yield from streams_of_silence(file, setting)
    elif isinstance(file, Cooperation):
        yield from streams_below(command, file)


def _about_cooperation(
    command: AnyFileCommand, file: Cooperation | None, setting: Setting
) -> tuple[Happening, ...] | Refusal:
    if isinstance(command, ImportCooperation):
        return decide_import(command, file, setting)
    return _spread(command, file, decide_act(command, file, setting), setting)


def _spread(
    command: Command, file: KeptFile | None, decision: Decision, setting: Setting
) -> tuple[Happening, ...] | Refusal:
    """A file's own events, then what its reviews, its fundings and the files that wait for it hear."""
    if isinstance(decision, Refusal):
        return decision
    at = effective_at(command, setting)
    own = tuple(Happening(command.stream, event, at) for event in decision)
    if isinstance(file, Funding):
        return (*own, *told_of_silence(file, own, setting, at))
    if not isinstance(file, Cooperation):
        return own
    return (*own, *cascade(command, file, own, setting), *heard(file, own, setting))


def _delivery(command: DeliveryCommand, file: KeptFile | None, setting: Setting) -> Decision:
    if file is None:
        return refuse("unknown_cooperation", cooperation=command.file)
    if refusal := in_future(command, setting, setting.zone_of(file.region)):
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
