"""Who may do what: one pure function over the roles of that moment, the command and the file.

Authority is judged when a command is recorded, not when what it tells is said to have happened: nobody who
left can back-date a right. Nobody approves their own proposal.
"""

from domain.cooperations.access import _may
from domain.envelopes.access import may_keep_money
from domain.files.file import KeptFile
from domain.files.setting import Setting, State
from domain.fundings.access import may_fund
from domain.fundings.commands.base import FundingCommand
from domain.fundings.state import Funding
from domain.kernel.command import Command, MoneyCommand
from domain.kernel.ids import SERVICE
from domain.kernel.refusal import Refusal, refuse
from domain.organisation.commands import (
    FoundOrganisation,
    RecordOutage,
)
from domain.registry.commands import AnyCommand
from domain.reminders.commands import CountSilence, IssueReminder, ReportDelivery
from domain.reviews.access import may_review
from domain.reviews.commands import ConcludeReview, ReviewCommand
from domain.reviews.state import Review

_SERVICE_COMMANDS = (IssueReminder, CountSilence, ReportDelivery, RecordOutage)


def may(command: AnyCommand, subject: State, setting: Setting) -> Refusal | None:
    """Why the command's actor may not give it, naming the roles that could; None if they may."""
    if isinstance(command, FoundOrganisation) or command.actor == SERVICE:
        return _service_may(command)
    if isinstance(command, _SERVICE_COMMANDS):
        return refuse("only_the_service")
    if command.actor not in setting.organisation.people:
        return refuse("unknown_actor", actor=command.actor)
    match command:
        case ReviewCommand():
            return may_review(command, subject if isinstance(subject, Review) else None, setting)
        case FundingCommand():
            return may_fund(command, subject if isinstance(subject, Funding) else None, setting)
        case MoneyCommand():
            return may_keep_money(command, setting)
    return _may(command, subject if isinstance(subject, KeptFile) else None, setting)


def _service_may(command: Command) -> Refusal | None:
    if isinstance(command, ConcludeReview):  # by the panel's rule: it has no outcome of its own to give
        return None if command.outcome is None else refuse("not_for_the_service")
    allowed = (*_SERVICE_COMMANDS, FoundOrganisation)
    return None if isinstance(command, allowed) else refuse("not_for_the_service")
