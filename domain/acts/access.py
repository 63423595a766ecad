"""Who may hold an act back, and release it: those in charge, whom the rulebook names; a decision, who may decide it."""

from domain.acts.commands import HoldBackAct, ReleaseAct
from domain.acts.deeds import deciding_level
from domain.acts.prescribed import act_of
from domain.files.charge import in_charge
from domain.files.file import KeptFile
from domain.files.setting import Setting
from domain.fundings.circuit import entitled
from domain.fundings.state import Funding
from domain.kernel.refusal import Refusal, refuse
from domain.kernel.values import Role
from domain.reviews.impartial import unless_clear
from domain.rulebook import Rulebook
from domain.rulebook.course import AnyAct, RecordDecision


def may_hold_back(
    command: HoldBackAct | ReleaseAct, file: KeptFile | None, setting: Setting
) -> Refusal | None:
    """Why the actor may not; None if they may, or if the rules say that there is no such act."""
    rulebook = setting.rulebook
    act = act_of(command.act, file, rulebook) if file and rulebook else None
    if file is None or rulebook is None or act is None:
        return None
    could = (Role.PROGRAMME_MANAGER, *act.held_by)
    if in_charge(command.actor, file, setting, could) or _decides(
        command.actor, act, file, rulebook, setting
    ):
        return unless_clear(command.actor, file, setting, judging=False)
    return refuse("not_entitled", roles=could, region=file.region)


def _decides(person: str, act: AnyAct, file: KeptFile, rulebook: Rulebook, setting: Setting) -> bool:
    """Whoever may decide what a panel has concluded about may keep it from being recorded."""
    if not isinstance(act, RecordDecision) or not isinstance(file, Funding):
        return False
    level = deciding_level(file, rulebook)
    return level is not None and bool(
        entitled(level, person, file.region, rulebook, setting.organisation, setting.now)
    )
