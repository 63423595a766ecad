"""Which command meets a deadline or a gate item of a cooperation, by their rules."""

from collections.abc import Mapping

from domain.cooperations.commands.calls import ReceiveCompletion, SelectApplication
from domain.cooperations.commands.file import (
    AddStakeholder,
    AwaitFile,
    ChangeStakeholder,
    DraftCharter,
    EditSheet,
    HandOverManagers,
    RecordContribution,
    SignCharter,
)
from domain.cooperations.commands.lifecycle import (
    AdvancePhase,
    CloseCooperation,
    ExtendDeadline,
    ResumeCooperation,
    SettleAbandonment,
)
from domain.cooperations.commands.record import (
    CloseExperiment,
    DeclareGateItem,
    DeliverDeliverable,
    JudgeCriterion,
    RecordContact,
    RecordEvaluation,
    RecordLesson,
    RecordQuickWin,
    StartExperiment,
)
from domain.cooperations.funnel import stage_after
from domain.cooperations.state import Cooperation
from domain.deadlines.deadline import Deadline
from domain.deadlines.rules import TimeRule
from domain.kernel.command import Command
from domain.kernel.values import ClosingOutcome
from domain.reviews.commands import OpenReview
from domain.rulebook import (
    TERMS,
    CharterRule,
    ContributionsRule,
    DeadlineRule,
    ExperimentsRule,
    FundingRule,
    GateItem,
    OccasionsRule,
    ReviewRule,
    Rulebook,
    SelectedRule,
)
from domain.rulebook.complete_gate import GOING_ON
from domain.rulebook.pauses import PAUSE_END
from domain.tasks.asking_answers import asking_a_panel, asking_for_money
from domain.tasks.prefilled import Prefilled
from domain.tasks.task import TaskLine

_OF_ITEMS: Mapping[str, type[Command]] = {
    "deliverable": DeliverDeliverable,
    "declared": DeclareGateItem,
    "criteria": JudgeCriterion,
    "charter": SignCharter,
    "stakeholders": AddStakeholder,
    "files": AwaitFile,
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
    if rule.after == PAUSE_END:
        return Prefilled(ResumeCooperation, {"cooperation": file.id})
    if rule.after == GOING_ON:
        return going_on(file, rulebook)
    if not isinstance(rule, DeadlineRule):
        return None
    if item := rulebook.phases[file.current.phase].item(rule.until) if rule.until else None:
        return meeting_an_item(item, file, rulebook)
    command = _by_count(rule)
    if command is None:
        return None
    if command is AdvancePhase:
        return going_on(file, rulebook)
    if rule.after == "last-review" and rule.review:
        return asking_a_panel(rule.review, file)
    about: Mapping[type[Command], tuple[str, str | None]] = {
        DeliverDeliverable: ("deliverable", rule.deliverable),
        RecordContact: ("occasion", rule.occasion),
        CloseExperiment: ("experiment", subject),
        ChangeStakeholder: ("stakeholder", subject),
    }
    field, value = about.get(command, ("", None))
    return Prefilled(command, {"cooperation": file.id} | ({field: value} if value else {}))


def meeting_an_item(item: GateItem, file: Cooperation, rulebook: Rulebook) -> Prefilled | None:
    """The command that brings a gate item nearer next; None if none of the file's own does."""
    command = _OF_ITEMS.get(item.needs.rule)
    if command is None:
        return None
    fields: dict[str, str | int] = {"cooperation": file.id}
    if itself := _ITSELF.get(command):
        fields[itself] = item.item
    match item.needs:
        case OccasionsRule(occasion=occasion):
            fields["occasion"] = occasion
        case CharterRule() if not _drafted(file):
            command = DraftCharter
        case ContributionsRule() if all(one.retired for one in file.stakeholders.values()):
            command = AddStakeholder
        case ExperimentsRule():
            running = [key for key, one in file.experiments.items() if one.closed is None]
            command = CloseExperiment if running else StartExperiment
            fields |= {"experiment": running[0]} if running else {}
        case SelectedRule():
            stage = stage_after(file.application, rulebook) if file.application else None
            fields |= {"stage": stage.stage} if stage else {}
    return Prefilled(command, fields)


def answers_in_a_cooperation(line: TaskLine, file: Cooperation, rulebook: Rulebook) -> tuple[Prefilled, ...]:
    """The commands that answer a task of a gate; none for the other kinds."""
    if line.kind == "gate-complete":
        return (going_on(file, rulebook),)
    item = rulebook.phases[file.current.phase].item(line.subject)
    if item is None:
        return ()
    match line.kind, item.needs:
        case "gate-item", _:
            answer = meeting_an_item(item, file, rulebook)
            return (answer,) if answer else ()
        case "review-to-ask", ReviewRule(review=question):
            return (asking_a_panel(question, file, _about(question, file, rulebook)),)
        case "funding-to-ask", FundingRule(instrument=instrument):
            return (asking_for_money(instrument, file),)
        case "funding-to-ask", ReviewRule(review=question):
            return tuple(asking_for_money(one, file) for one in instruments_of(question, rulebook)[:1])
    return ()


def instruments_of(question: str, rulebook: Rulebook) -> tuple[str, ...]:
    """The instruments about which a question may be asked, those first whose money its panel decides."""
    asked = rulebook.question(question)
    panel = asked.panel if asked else ""
    deciding = [one for one in rulebook.instruments if any(panel in level.by for level in one.circuit)]
    return tuple(dict.fromkeys(one.instrument for one in (*deciding, *rulebook.instruments)))


def _about(question: str, file: Cooperation, rulebook: Rulebook) -> str | None:
    """The request that a question about money is about."""
    asked = rulebook.question(question)
    if asked is None or asked.about != "funding":
        return None
    return next((key for key, seen in file.fundings.items() if seen.stage == "requested"), None)


def going_on(file: Cooperation, rulebook: Rulebook) -> Prefilled:
    """To pass the gate: into the next phase, or, of the last one, to the end of the cooperation as completed."""
    following = rulebook.phase_after(file.current.phase)
    if following:
        return Prefilled(AdvancePhase, {"cooperation": file.id, "to": following})
    return Prefilled(CloseCooperation, {"cooperation": file.id, "outcome": ClosingOutcome.COMPLETED})


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


def _drafted(file: Cooperation) -> bool:
    """Whether there is a draft that was not signed yet."""
    charter = file.charter
    return charter is not None and (charter.signed is None or charter.draft > charter.signed)
