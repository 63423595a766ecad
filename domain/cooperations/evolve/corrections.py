"""Corrections: a later event says that an earlier entry happened at another moment, or never.

Facts are put right and deadlines follow. Decisions stand; those that would no longer pass are flagged
(``domain.cooperations.flags``).
"""

from dataclasses import replace

from domain.cooperations.events.record import EntryCorrected
from domain.cooperations.evolve.collective import without_commitment, without_draft, without_signing
from domain.cooperations.evolve.record import without_judgement
from domain.cooperations.state import Cooperation, Judgement
from domain.files.entries import FileEntry

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
        "ContributionRecorded",
        "CriterionJudged",
        "PastReviewRecorded",
        "PastFundingRecorded",
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
    """What never happened leaves the collective and the charter too; what it had replaced holds again."""
    match entry.type:
        case "CharterSigned" if state.charter:
            return state.changed(charter=without_signing(state.charter, entry.number))
        case "CharterDrafted" if state.charter:
            drafts = (one.number for one in state.entries.values() if one.type == entry.type and not one.void)
            return state.changed(charter=without_draft(state.charter, drafts))
        case "StakeholderAdded" if entry.key:
            rest = {key: one for key, one in state.stakeholders.items() if key != entry.key}
            return state.changed(stakeholders=rest)
        case "CriterionJudged":
            where = next(key for key, one in state.judgements.items() if _rests_on(one, entry.number))
            return state.changed(judgements=without_judgement(state, where, entry.number))
        case "CommitmentRecorded":
            return state.changed(commitments=without_commitment(state.commitments, entry.number))
    return state


def _rests_on(judgement: Judgement | None, entry: int) -> bool:
    return judgement is not None and (judgement.entry == entry or _rests_on(judgement.replaces, entry))
