"""What every file folds of its acts."""

from dataclasses import replace

from domain.files.act_events import (
    ActAnnounced,
    ActEvent,
    ActHeldBack,
    ActPerformed,
    ActRefused,
    ActReleased,
)
from domain.files.acts import ActsSeen, HeldAct, RefusedAct
from domain.files.file import AFile
from domain.kernel.recorded import Recorded


def fold_acts(state: AFile, event: ActEvent, recorded: Recorded) -> AFile:
    """The file after something became of one of its acts."""
    return state.changed(acts=_changed(state.acts, event, recorded))


def _changed(acts: ActsSeen, event: ActEvent, recorded: Recorded) -> ActsSeen:
    entry = recorded.entry
    match event:
        case ActAnnounced(occurrence=occurrence):
            return replace(acts, announced={**acts.announced, occurrence: entry})
        case ActPerformed(occurrence=occurrence):
            refused = {key: one for key, one in acts.refused.items() if key != occurrence}
            performed = {**acts.performed, occurrence: entry}
            return replace(acts, performed=performed, refused=refused, in_a_row=acts.in_a_row + 1)
        case ActRefused(occurrence=occurrence, code=code, params=params):
            before = acts.refused.get(occurrence)
            refused_act = RefusedAct(code, params, before.since if before else entry, entry)
            return replace(acts, refused={**acts.refused, occurrence: refused_act})
        case ActHeldBack(act=act, until=until, reason=reason):
            held = HeldAct(entry, recorded.actor, reason, until)
            return replace(acts, held={**acts.held, act: held})
        case ActReleased(act=act):
            return replace(acts, held={key: one for key, one in acts.held.items() if key != act})
