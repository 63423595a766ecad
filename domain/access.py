"""Who may do what: one pure function over the roles of that moment, the command and the file.

Authority is judged when a command is recorded, not when what it tells is said to have happened: nobody who
left can back-date a right. Nobody approves their own proposal.
"""

from datetime import datetime

from domain.commands import (
    AnyCommand,
    ChangePerson,
    Command,
    CountSilence,
    DeclareGateItem,
    DeclineApplication,
    FileCommand,
    FoundOrganisation,
    GrantRole,
    HandOverAllFiles,
    HandOverManagers,
    HandOverOpinions,
    ImportCooperation,
    IssueReminder,
    JudgeCriterion,
    MigrateCooperation,
    OpenCooperation,
    PublishRulebook,
    RecordOutage,
    RegisterPerson,
    ReopenCooperation,
    ReportDelivery,
    RevokeRole,
    SelectApplication,
    SettleAbandonment,
    SettleDelivery,
    WaiveGateItem,
)
from domain.commands.base import FundingCommand, MoneyCommand, ReviewCommand
from domain.commands.lifecycle import (
    AdvancePhase,
    CloseCooperation,
    ExtendDeadline,
    GoBack,
    PauseCooperation,
    RequestAbandonment,
    ResumeCooperation,
    WithdrawAbandonment,
)
from domain.commands.reviews import ConcludeReview
from domain.decide.setting import MANAGER_ROLES, Setting, State
from domain.directory import roles_anywhere, roles_of
from domain.envelopes.access import may_keep_money
from domain.fundings.access import may_fund
from domain.fundings.state import Funding
from domain.funnel import stage_after
from domain.ids import SERVICE
from domain.kept import KeptFile
from domain.persons import same_person
from domain.refusals import Refusal, refuse
from domain.reviews.access import may_review
from domain.reviews.state import Review
from domain.rulebook import CriteriaRule, DeclaredRule, Rulebook
from domain.state import Cooperation, Organisation
from domain.values import Role

_JUDGEMENTS = (
    DeclareGateItem,
    JudgeCriterion,
    WaiveGateItem,
    SelectApplication,
    DeclineApplication,
    SettleAbandonment,
    ReopenCooperation,
    ImportCooperation,
)

READ_EVERYWHERE = frozenset({Role.ADMINISTRATOR, Role.AUDITOR, Role.BOARD})
"""Roles that read every file, whatever their region."""

_ADMINISTRATOR = (Role.ADMINISTRATOR,)
_MANAGER = (Role.PROGRAMME_MANAGER,)
_BEGINNINGS = (OpenCooperation, ImportCooperation)
_SERVICE_COMMANDS = (IssueReminder, CountSilence, ReportDelivery, RecordOutage)
_STEPS = (
    OpenCooperation,
    AdvancePhase,
    GoBack,
    ExtendDeadline,
    PauseCooperation,
    ResumeCooperation,
    RequestAbandonment,
    WithdrawAbandonment,
    CloseCooperation,
    MigrateCooperation,
)


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


def _may(command: Command, kept: KeptFile | None, setting: Setting) -> Refusal | None:
    organisation, rulebook, now = setting.organisation, setting.rulebook, setting.now
    file = kept if isinstance(kept, Cooperation) else None
    if isinstance(command, SettleAbandonment) and same_person(organisation, command.actor, _asked_by(file)):
        return refuse("own_proposal")
    if (
        file is None
        and isinstance(command, FileCommand | SettleDelivery)
        and not isinstance(command, _BEGINNINGS)
    ):
        return None  # there is nothing to protect, and the rules say that the file is unknown
    region = command.region if isinstance(command, OpenCooperation) else kept.region if kept else None
    held = roles_of(organisation, command.actor, region, now)
    could = roles_for(command, file, rulebook)
    if held & set(could) or (held & MANAGER_ROLES and _acts_as_manager(command, kept)):
        return None
    return refuse("not_entitled", roles=could, region=region or "*")


def roles_for(command: Command, file: Cooperation | None, rulebook: Rulebook | None) -> tuple[Role, ...]:
    """The roles, held for the file's region, that entitle to a command."""
    match command:
        case RegisterPerson() | ChangePerson() | GrantRole() | RevokeRole():
            return _ADMINISTRATOR
        case HandOverAllFiles() | HandOverOpinions() | ImportCooperation() | PublishRulebook():
            return _ADMINISTRATOR
        case MigrateCooperation(to=to) if file and to.partition("@")[0] != file.programme:
            return _ADMINISTRATOR
        case HandOverManagers() | SettleDelivery() | MigrateCooperation():
            return (*_MANAGER, *_ADMINISTRATOR)
        case SettleAbandonment() | ReopenCooperation():
            return rulebook.settles_abandonment if rulebook else ()
        case WaiveGateItem():
            return rulebook.waives if rulebook else ()
        case DeclareGateItem(item=key) | JudgeCriterion(item=key) if file and rulebook and file.passes:
            phase = rulebook.phases.get(file.current.phase)
            item = phase.item(key) if phase else None
            if item and isinstance(item.needs, DeclaredRule | CriteriaRule) and item.needs.by:
                return item.needs.by
        case SelectApplication() | DeclineApplication() if file and rulebook and file.application:
            stage = stage_after(file.application, rulebook)
            if stage and stage.by:
                return stage.by
    return _MANAGER


def may_read(organisation: Organisation, person: str, file: KeptFile, now: datetime) -> bool:
    """Whether somebody may read a file: they hold a role in its region, or one that reads everywhere."""
    reads_all = roles_anywhere(organisation, person, now) & READ_EVERYWHERE
    return bool(reads_all or roles_of(organisation, person, file.region, now))


def _asked_by(file: Cooperation | None) -> str | None:
    return file.abandonment.requested_by if file and file.abandonment else None


def _service_may(command: Command) -> Refusal | None:
    if isinstance(command, ConcludeReview):  # by the panel's rule: it has no outcome of its own to give
        return None if command.outcome is None else refuse("not_for_the_service")
    allowed = (*_SERVICE_COMMANDS, FoundOrganisation)
    return None if isinstance(command, allowed) else refuse("not_for_the_service")


def _acts_as_manager(command: Command, file: KeptFile | None) -> bool:
    """Those in charge of the file record what happens in it; the steps of its life need the role itself."""
    return (
        isinstance(command, FileCommand | SettleDelivery)
        and file is not None
        and command.actor in file.managers
        and not isinstance(command, (*_STEPS, *_JUDGEMENTS))
    )
