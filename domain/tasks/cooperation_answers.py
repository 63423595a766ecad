"""Which command meets a deadline or a gate item of a cooperation, by their rules."""

from collections.abc import Mapping

from domain.cooperations.commands.calls import ReceiveCompletion, SelectApplication
from domain.cooperations.commands.file import (
    AddStakeholder,
    ChangeStakeholder,
    EditSheet,
    HandOverManagers,
    RecordContribution,
    SignCharter,
)
from domain.cooperations.commands.lifecycle import AdvancePhase, ExtendDeadline, SettleAbandonment
from domain.cooperations.commands.record import (
    CloseExperiment,
    DeclareGateItem,
    DeliverDeliverable,
    JudgeCriterion,
    RecordContact,
    RecordEvaluation,
    RecordLesson,
    RecordQuickWin,
)
from domain.cooperations.state import Cooperation
from domain.deadlines.deadline import Deadline
from domain.deadlines.rules import TimeRule
from domain.kernel.command import Command
from domain.reviews.commands import OpenReview
from domain.rulebook import TERMS, DeadlineRule, GateItem, OccasionsRule, Rulebook
from domain.tasks.prefilled import Prefilled

_OF_ITEMS: Mapping[str, type[Command]] = {
    "deliverable": DeliverDeliverable,
    "declared": DeclareGateItem,
    "criteria": JudgeCriterion,
    "charter": SignCharter,
    "stakeholders": AddStakeholder,
    "managers": HandOverManagers,
    "inhabitants": EditSheet,
    "quick-wins": RecordQuickWin,
    "lessons": RecordLesson,
    "occasions": RecordContact,
    "contributions": RecordContribution,
    "experiments": CloseExperiment,
    "evaluation": RecordEvaluation,
    "selected": SelectApplication,
}
"""By the rule of the gate item; the others hold by what happens elsewhere, and no command of the file meets them."""

_OF_COUNTS: Mapping[str, type[Command]] = {
    "last-contact": RecordContact,
    "last-evaluation": RecordEvaluation,
    "last-occasion": RecordContact,
    "last-deliverable": DeliverDeliverable,
    "last-review": OpenReview,
    "experiment-start": CloseExperiment,
    "stakeholder-term": ChangeStakeholder,
    "charter-term": SignCharter,
    "abandonment-request": SettleAbandonment,
    "completion-request": ReceiveCompletion,
    "application": SelectApplication,
}
"""By what the deadline counts from."""

_ITSELF: Mapping[type[Command], str] = {
    DeliverDeliverable: "deliverable",
    DeclareGateItem: "item",
    JudgeCriterion: "item",
}
"""The field that the key of the gate item is."""


def meeting_a_deadline(
    rule: TimeRule, file: Cooperation, rulebook: Rulebook, subject: str | None = None
) -> Prefilled | None:
    """The command that meets a deadline of the present phase; None if none of the file's own does.

    ``subject`` is the stakeholder or experiment that it is about.
    """
    if not isinstance(rule, DeadlineRule):
        return None
    if item := rulebook.phases[file.current.phase].item(rule.until) if rule.until else None:
        return meeting_an_item(item, file)
    command = _by_count(rule)
    if command is None:
        return None
    about: Mapping[type[Command], tuple[str, str | None]] = {
        DeliverDeliverable: ("deliverable", rule.deliverable),
        RecordContact: ("occasion", rule.occasion),
        OpenReview: ("question", rule.review),
        CloseExperiment: ("experiment", subject),
        ChangeStakeholder: ("stakeholder", subject),
    }
    field, value = about.get(command, ("", None))
    return Prefilled(command, {"cooperation": file.id} | ({field: value} if value else {}))


def meeting_an_item(item: GateItem, file: Cooperation) -> Prefilled | None:
    """The command that meets a gate item; None if none of the file's own does."""
    command = _OF_ITEMS.get(item.needs.rule)
    if command is None:
        return None
    fields = {"cooperation": file.id}
    if itself := _ITSELF.get(command):
        fields[itself] = item.item
    if isinstance(item.needs, OccasionsRule):
        fields["occasion"] = item.needs.occasion
    return Prefilled(command, fields)


def more_time(deadline: Deadline, file: Cooperation) -> Prefilled | None:
    """An extension: for all but terms, which are what was agreed, and requests, which are settled."""
    if deadline.after in (*TERMS, "abandonment-request"):
        return None
    return Prefilled(ExtendDeadline, {"cooperation": file.id, "deadline": deadline.key})


def _by_count(rule: DeadlineRule) -> type[Command] | None:
    """By what the deadline counts from; of each year, what its window asks for."""
    if rule.after != "each-year":
        return _OF_COUNTS.get(rule.after, AdvancePhase)
    if rule.deliverable:
        return DeliverDeliverable
    return RecordContact if rule.occasion else None
