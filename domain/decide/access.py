"""Who may do what: one pure function over the roles of that moment, the command and the file.

Authority is judged when a command is recorded, not when what it tells is said to have happened: nobody who
left can back-date a right. Nobody approves their own proposal.
"""

from collections.abc import Mapping
from typing import Any, cast

from domain.acts.access import may_hold_back
from domain.acts.commands import HoldBackAct, ReleaseAct
from domain.bank.access import may_keep_details
from domain.bank.commands import AccountCommand
from domain.cooperations.access import may_act
from domain.cooperations.commands.base import FileCommand
from domain.cooperations.state import Cooperation
from domain.envelopes.access import may_keep_envelope
from domain.envelopes.commands import EnvelopeCommand
from domain.files.file import KeptFile
from domain.files.setting import Setting, State
from domain.fundings.access import may_fund
from domain.fundings.commands.base import FundingCommand
from domain.fundings.commands.payments import IssuePaymentFile
from domain.fundings.payment_file_access import may_issue
from domain.fundings.state import Funding
from domain.kernel.command import Command
from domain.kernel.ids import SERVICE
from domain.kernel.refusal import Refusal, refuse
from domain.organisation.access import may_organise
from domain.organisation.commands import FoundOrganisation
from domain.registry.commands import AnyCommand
from domain.reminders.access import may_settle
from domain.reminders.commands import KeptCommand
from domain.reviews.access import may_review
from domain.reviews.commands import ConcludeReview, ReviewCommand
from domain.reviews.state import Review


def may(command: AnyCommand, subject: State, setting: Setting) -> Refusal | None:
    """Why the command's actor may not give it, naming the roles that could; None if they may."""
    if isinstance(command, FoundOrganisation):
        return None  # there is nobody yet who could be asked
    if command.actor == SERVICE:
        return _service_may(command)
    if command.by_the_service == "only":
        return refuse("only_the_service")
    if command.actor not in setting.organisation.people:
        return refuse("unknown_actor", actor=command.actor)
    match command:
        case FileCommand():
            return may_act(command, subject if isinstance(subject, Cooperation) else None, setting)
        case ReviewCommand():
            return may_review(command, subject if isinstance(subject, Review) else None, setting)
        case FundingCommand():
            return may_fund(command, subject if isinstance(subject, Funding) else None, setting)
        case EnvelopeCommand():
            return may_keep_envelope(command, setting)
        case AccountCommand():
            return may_keep_details(command, setting)
        case IssuePaymentFile():
            return may_issue(command, setting)
        case HoldBackAct() | ReleaseAct():
            return may_hold_back(command, subject if isinstance(subject, KeptFile) else None, setting)
        case KeptCommand():
            return may_settle(command, subject if isinstance(subject, KeptFile) else None, setting)
    return may_organise(command, setting)


def may_give(
    kind: type[Command], fields: Mapping[str, str | int], person: str, subject: State, setting: Setting
) -> Refusal | None:
    """Why somebody may not give a command of which only some fields are known yet; None if they may."""
    known: dict[str, Any] = {**fields, "actor": person}
    asked = cast("AnyCommand", kind.model_construct(**known))  # access looks at no other fields
    return may(asked, subject, setting)


def _service_may(command: AnyCommand) -> Refusal | None:
    """What it does by itself; a review it concludes by the panel's rule, with no outcome of its own to give."""
    own_outcome = isinstance(command, ConcludeReview) and command.outcome is not None
    return refuse("not_for_the_service") if command.by_the_service == "never" or own_outcome else None
