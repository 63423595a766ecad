"""Which command meets a deadline: by the gate item that it waits for, or else by what it counts from."""

from collections.abc import Mapping

from domain.cooperations.state import Cooperation
from domain.rulebook import DeadlineRule, Rulebook

_OF_ITEMS: Mapping[str, str] = {
    "deliverable": "DeliverDeliverable",
    "declared": "DeclareGateItem",
    "criteria": "JudgeCriterion",
    "charter": "SignCharter",
    "stakeholders": "AddStakeholder",
    "managers": "HandOverManagers",
    "inhabitants": "EditSheet",
    "quick-wins": "RecordQuickWin",
    "lessons": "RecordLesson",
    "occasions": "RecordContact",
    "contributions": "RecordContribution",
    "experiments": "CloseExperiment",
    "evaluation": "RecordEvaluation",
    "selected": "SelectApplication",
}
"""By the rule of the gate item; the others hold by what happens elsewhere, and no command of the file meets them."""

_OF_COUNTS: Mapping[str, str] = {
    "last-contact": "RecordContact",
    "last-evaluation": "RecordEvaluation",
    "last-occasion": "RecordContact",
    "last-deliverable": "DeliverDeliverable",
    "experiment-start": "CloseExperiment",
    "stakeholder-term": "ChangeStakeholder",
    "charter-term": "SignCharter",
    "abandonment-request": "SettleAbandonment",
    "completion-request": "ReceiveCompletion",
    "application": "SelectApplication",
}
"""By what the deadline counts from."""


def answer(rule: DeadlineRule, file: Cooperation, rulebook: Rulebook) -> str | None:
    """The command that meets a deadline of the present phase; None if none of the file's own does."""
    item = rulebook.phases[file.current.phase].item(rule.until) if rule.until else None
    if item:
        return _OF_ITEMS.get(item.needs.rule)
    if rule.after == "each-year":
        return "DeliverDeliverable" if rule.deliverable else "RecordContact"
    return _OF_COUNTS.get(rule.after, "AdvancePhase")
