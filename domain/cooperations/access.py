"""Who may give which command about a cooperation."""

from domain.cooperations.commands.acts import ImportCooperation
from domain.cooperations.commands.base import FileCommand
from domain.cooperations.commands.calls import DeclineApplication, SelectApplication
from domain.cooperations.commands.file import HandOverManagers, OpenCooperation
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
from domain.cooperations.commands.record import DeclareGateItem, JudgeCriterion, WaiveGateItem
from domain.cooperations.funnel import stage_after
from domain.cooperations.state import Cooperation
from domain.files.charge import MANAGER_ROLES
from domain.files.file import KeptFile
from domain.files.setting import Setting
from domain.kernel.command import Command
from domain.kernel.refusal import Refusal, refuse
from domain.kernel.values import Role
from domain.organisation.commands import (
    ChangePerson,
    GrantRole,
    HandOverAllFiles,
    HandOverOpinions,
    PublishRulebook,
    RegisterPerson,
    RevokeRole,
)
from domain.people.identity import same_person
from domain.people.roles import roles_of
from domain.reminders.commands import SettleDelivery
from domain.rulebook import CriteriaRule, DeclaredRule, Rulebook

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


_ADMINISTRATOR = (Role.ADMINISTRATOR,)


_MANAGER = (Role.PROGRAMME_MANAGER,)


_BEGINNINGS = (OpenCooperation, ImportCooperation)


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


def _asked_by(file: Cooperation | None) -> str | None:
    return file.abandonment.requested_by if file and file.abandonment else None


def _acts_as_manager(command: Command, file: KeptFile | None) -> bool:
    """Those in charge of the file record what happens in it; the steps of its life need the role itself."""
    return (
        isinstance(command, FileCommand | SettleDelivery)
        and file is not None
        and command.actor in file.managers
        and not isinstance(command, (*_STEPS, *_JUDGEMENTS))
    )


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
