"""Who may give which command about a cooperation."""

from domain.cooperations.commands.acts import AnyFileCommand, ImportCooperation
from domain.cooperations.commands.calls import DeclineApplication, SelectApplication
from domain.cooperations.commands.file import HandOverManagers, OpenCooperation
from domain.cooperations.commands.lifecycle import MigrateCooperation, ReopenCooperation, SettleAbandonment
from domain.cooperations.commands.record import DeclareGateItem, JudgeCriterion, WaiveGateItem
from domain.cooperations.funnel import stage_after
from domain.cooperations.state import Cooperation
from domain.files.charge import unless_entitled, unless_in_charge
from domain.files.setting import Setting
from domain.kernel.refusal import Refusal, refuse
from domain.kernel.values import Role
from domain.people.identity import same_person
from domain.rulebook import CriteriaRule, DeclaredRule, Rulebook

_ADMINISTRATOR = (Role.ADMINISTRATOR,)
_MANAGER = (Role.PROGRAMME_MANAGER,)


def may_act(command: AnyFileCommand, file: Cooperation | None, setting: Setting) -> Refusal | None:
    """Why the actor, a known person, may not give it; None if they may, or if the rules say that there is no file.

    Those in charge of the file record what happens in it; the steps of its life need the role itself. Nobody settles
    their own request.
    """
    if isinstance(command, SettleAbandonment) and same_person(
        setting.organisation, command.actor, _asked_by(file)
    ):
        return refuse("own_proposal")
    if file is None and not command.begins:
        return None
    could = roles_for(command, file, setting.rulebook)
    if file and command.by_those_in_charge:
        return unless_in_charge(command.actor, file, setting, could)
    region = command.region if isinstance(command, OpenCooperation) else file.region if file else None
    return unless_entitled(command.actor, could, region, setting)


def roles_for(
    command: AnyFileCommand, file: Cooperation | None, rulebook: Rulebook | None
) -> tuple[Role, ...]:
    """The roles, held for the file's region, that entitle to a command."""
    match command:
        case ImportCooperation():
            return _ADMINISTRATOR
        case MigrateCooperation(to=to) if file and to.partition("@")[0] != file.programme:
            return _ADMINISTRATOR
        case HandOverManagers() | MigrateCooperation():
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
