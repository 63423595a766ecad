"""Corrections: a later event says that an earlier entry happened at another moment, or never.

Facts are put right and deadlines follow. Decisions stand; those that rested on the entry and would no longer
pass are flagged, for a person to look at (design, "Two times").
"""

from collections.abc import Iterator
from dataclasses import replace

from domain.events import EntryCorrected
from domain.moments import earliest, latest
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

_DECISIONS = frozenset({"PhaseEntered", "CooperationClosed"})


def flagged_by(state: Cooperation, entry: int, happened_at: str | None, *, void: bool) -> tuple[int, ...]:
    """The decisions that rest on ``entry`` and would no longer pass if it were corrected so."""
    return tuple(
        decision.number
        for decision in state.entries.values()
        if decision.type in _DECISIONS
        and entry in _rests_on(state, decision)
        and (void or (happened_at is not None and earliest(happened_at) > latest(decision.at)))
    )


def correct(state: Cooperation, event: EntryCorrected) -> Cooperation:
    """The file with the entry put right, and its decisions flagged."""
    old = state.entries[event.entry]
    entry = replace(old, at=event.happened_at or old.at, void=event.void or old.void)
    state = state.changed(
        entries={**state.entries, entry.number: entry},
        flags={**dict.fromkeys(event.flags, state.entry), **state.flags},
    )
    return _undo(state, entry) if event.void else state


def _rests_on(state: Cooperation, decision: FileEntry) -> Iterator[int]:
    for number in decision.basis:
        yield number
        if number in state.entries:
            yield from _rests_on(state, state.entries[number])


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
