"""Corrections: a later event says that an earlier entry happened at another moment, or never.

Facts are put right and deadlines follow. Decisions stand; those that would no longer pass are flagged
(``domain.flags``).
"""

from dataclasses import replace

from domain.events import EntryCorrected
from domain.state import Cooperation, FileEntry

FACTS = frozenset(
    {
        "ContactRecorded",
        "DeliverableDelivered",
        "GateItemDeclared",
        "QuickWinRecorded",
        "LessonRecorded",
        "ProblemRecorded",
        "SolutionRecorded",
        "EvaluationRecorded",
        "CharterDrafted",
        "CharterSigned",
        "CommitmentRecorded",
        "StakeholderAdded",
    }
)
"""The types of entries that can be corrected: facts. Decisions are not corrected but taken anew."""

def correct(state: Cooperation, event: EntryCorrected) -> Cooperation:
    """The file with the entry put right, and its decisions flagged."""
    old = state.entries[event.entry]
    entry = replace(old, at=event.happened_at or old.at, void=event.void or old.void)
    state = state.changed(
        entries={**state.entries, entry.number: entry},
        flags={**dict.fromkeys(event.flags, state.entry), **state.flags},
    )
    return _undo(state, entry) if event.void else state


def _undo(state: Cooperation, entry: FileEntry) -> Cooperation:
    """What never happened leaves the collective and the charter too."""
    match entry.type:
        case "CharterSigned" if state.charter and state.charter.signed == entry.number:
            return state.changed(charter=replace(state.charter, signed=None, signatories=(), until=None))
        case "CharterDrafted" if state.charter and state.charter.draft == entry.number:
            return state.changed(charter=None if state.charter.signed is None else state.charter)
        case "StakeholderAdded" if entry.key:
            rest = {key: one for key, one in state.stakeholders.items() if key != entry.key}
            return state.changed(stakeholders=rest)
        case "CommitmentRecorded":
            lines = {key: line for key, line in state.commitments.items() if line.entry != entry.number}
            return state.changed(commitments=lines)
    return state
