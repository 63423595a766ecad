"""An import: a file's whole past in one append, each act judged on the state that those before it left."""

from dataclasses import replace

from domain.cooperations.commands.acts import ImportCooperation
from domain.cooperations.commands.file import AwaitFile, OpenCooperation
from domain.cooperations.decide.act import decide_act
from domain.cooperations.events.file import CooperationImported, RulebookChanged
from domain.cooperations.evolve.file import evolve
from domain.cooperations.state import Cooperation
from domain.files.setting import Happening, Setting, effective_at, foreseen
from domain.kernel.ids import cooperation_stream
from domain.kernel.moments import write_instant
from domain.kernel.refusal import Refusal, refuse


def decide_import(
    command: ImportCooperation, file: Cooperation | None, setting: Setting
) -> tuple[Happening, ...] | Refusal:
    """All the acts or none; the refusal of one names it. Their own actors do not matter: the importer vouches."""
    if file is not None:
        return refuse("already_open", cooperation=command.cooperation)
    if not isinstance(command.acts[0], OpenCooperation):
        return refuse("import_opens_first")
    stream, setting = cooperation_stream(command.cooperation), replace(setting, importing=True)
    happenings: list[Happening] = []
    for number, act in enumerate(command.acts, start=1):
        if act.cooperation != command.cooperation:
            return refuse("import_of_one_file", act=number)
        if act.effective_at is None:
            return refuse("import_undated", act=number)
        if isinstance(act, AwaitFile):  # it would write in files of which the import says nothing
            return refuse("await_after_import", act=number, awaited=act.awaited)
        decision = decide_act(act, file, setting)
        if isinstance(decision, Refusal):
            return refuse(
                "act_refused", act=number, act_type=act.type, refusal=decision.code, **decision.params
            )
        for event in decision:
            happening = Happening(stream, event, effective_at(act, setting))
            happenings.append(happening)
            file = evolve(file, foreseen(happening, len(happenings), command))
            if isinstance(event, RulebookChanged):
                setting = _under(event.rulebook, setting)
    at = write_instant(setting.now)
    happenings.append(Happening(stream, CooperationImported(entries=len(happenings), at=at), at))
    return tuple(happenings)


def _under(rulebook: str, setting: Setting) -> Setting:
    """The setting once the file has moved; the rules that it leaves are remembered."""
    left = {setting.rulebook.id: setting.rulebook} if setting.rulebook else {}
    return replace(setting, rulebook=setting.targets[rulebook], targets={**setting.targets, **left})
