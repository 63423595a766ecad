"""Recording what happened: contacts, deliverables, gate items, learning, corrections."""

from domain.cooperations.commands.record import (
    CorrectEntry,
    DeclareGateItem,
    DeliverDeliverable,
    JudgeCriterion,
    RecordContact,
    RecordEvaluation,
    RecordSolution,
    WaiveGateItem,
)
from domain.cooperations.events.record import (
    ContactRecorded,
    CriterionJudged,
    DeliverableDelivered,
    EntryCorrected,
    EvaluationRecorded,
    GateItemDeclared,
    GateItemWaived,
    SolutionRecorded,
)
from domain.cooperations.evolve.corrections import FACTS
from domain.cooperations.flags import flagged_by
from domain.cooperations.gate import is_held
from domain.cooperations.state import Cooperation
from domain.files.setting import Decision, Setting, effective_at, not_yet
from domain.kernel.moments import earliest
from domain.kernel.refusal import Refusal, refuse
from domain.rulebook import CriteriaRule, DeclaredRule, FundingRule, ReviewRule, Rulebook


def record_contact(command: RecordContact, file: Cooperation, rulebook: Rulebook) -> Decision:
    """Record who was in touch, on what occasion; those named must be, or have been, in the collective."""
    unknown = tuple(key for key in command.stakeholders if key not in file.stakeholders)
    if unknown:
        return refuse("unknown_stakeholder", stakeholder=unknown, known=tuple(file.stakeholders))
    if command.occasion and command.occasion not in rulebook.occasions:
        return refuse("unknown_occasion", occasion=command.occasion, known=tuple(rulebook.occasions))
    return (
        ContactRecorded(
            kind=command.kind,
            stakeholders=command.stakeholders,
            occasion=command.occasion,
            note=command.note,
        ),
    )


def deliver_deliverable(command: DeliverDeliverable, file: Cooperation, rulebook: Rulebook) -> Decision:
    """Record a deliverable that the present phase asks for, once or again and again; a better version may follow."""
    known = rulebook.deliverables(file.current.phase)
    if command.deliverable not in known:
        return refuse("unknown_deliverable", deliverable=command.deliverable, known=known)
    return (
        DeliverableDelivered(deliverable=command.deliverable, document=command.document, note=command.note),
    )


def declare_gate_item(
    command: DeclareGateItem, file: Cooperation, rulebook: Rulebook, setting: Setting
) -> Decision:
    """Declare an item that is judged by people; the others follow from what is recorded.

    Who imports a past also declares what its panels and funders answered then: there is no review nor funding of it.
    """
    phase = rulebook.phases[file.current.phase]
    declared = (DeclaredRule, ReviewRule, FundingRule) if setting.importing else DeclaredRule
    known = tuple(item.item for item in phase.gate if isinstance(item.needs, declared))
    if command.item not in known:
        return refuse("not_declarable", item=command.item, known=known)
    absent = tuple(number for number in command.evidence if _void(file, number))
    if absent:
        return refuse("unknown_entry", entry=absent, last=file.entry)
    return (GateItemDeclared(item=command.item, evidence=command.evidence, note=command.note),)


def judge_criterion(command: JudgeCriterion, file: Cooperation, rulebook: Rulebook) -> Decision:
    """Judge a criterion of the present gate; it may be judged anew."""
    phase = rulebook.phases[file.current.phase]
    judged = {item.item: item.needs for item in phase.gate if isinstance(item.needs, CriteriaRule)}
    if command.item not in judged:
        return refuse("not_judged_by_criteria", item=command.item, known=tuple(judged))
    criteria = judged[command.item].of
    if command.criterion not in criteria:
        return refuse(
            "unknown_criterion", criterion=command.criterion, item=command.item, known=tuple(criteria)
        )
    return (
        CriterionJudged(item=command.item, criterion=command.criterion, met=command.met, note=command.note),
    )


def waive_gate_item(
    command: WaiveGateItem, file: Cooperation, rulebook: Rulebook, setting: Setting
) -> Decision:
    """Waive an item that is missing."""
    phase = rulebook.phases[file.current.phase]
    if phase.item(command.item) is None:
        return refuse("unknown_item", item=command.item, known=tuple(item.item for item in phase.gate))
    at = earliest(effective_at(command, setting), rulebook.zone_of(file.region))
    if is_held(file, rulebook, command.item, at):
        return refuse("item_held", item=command.item)
    return (GateItemWaived(item=command.item, reason=command.reason),)


def record_solution(command: RecordSolution, file: Cooperation) -> Decision:
    """Record a solution tried for a problem of this file."""
    problem = file.entries.get(command.problem)
    if problem is None or problem.void or problem.type != "ProblemRecorded":
        known = tuple(
            one.number for one in file.entries.values() if one.type == "ProblemRecorded" and not one.void
        )
        return refuse("unknown_problem", entry=command.problem, known=known)
    return (
        SolutionRecorded(
            problem=command.problem, title=command.title, solved=command.solved, note=command.note
        ),
    )


def record_evaluation(command: RecordEvaluation, rulebook: Rulebook) -> Decision:
    """Record an evaluation on the programme's whole grid."""
    if rulebook.evaluation is None:
        return refuse("no_grid", programme=rulebook.programme)
    if set(command.grid) != set(rulebook.evaluation.items):
        return refuse("other_grid", known=tuple(rulebook.evaluation.items))
    return (EvaluationRecorded(grid=command.grid, note=command.note),)


def correct_entry(command: CorrectEntry, file: Cooperation, rulebook: Rulebook, setting: Setting) -> Decision:
    """Say that a fact happened at another moment, or never."""
    if refusal := _uncorrectable(command, file, setting):
        return refusal
    rulebooks = {**setting.targets, rulebook.id: rulebook}
    flags = flagged_by(file, rulebooks, command.entry, command.happened_at, void=command.void)
    return (
        EntryCorrected(
            entry=command.entry,
            happened_at=command.happened_at,
            void=command.void,
            flags=flags,
            reason=command.reason,
        ),
    )


def _uncorrectable(command: CorrectEntry, file: Cooperation, setting: Setting) -> Refusal | None:
    entry = file.entries.get(command.entry)
    if entry is None:
        return refuse("unknown_entry", entry=command.entry, last=file.entry)
    if entry.type not in FACTS:
        return refuse("not_a_fact", entry=command.entry, type=entry.type)
    if entry.void:
        return refuse("already_void", entry=command.entry)
    if command.void == (command.happened_at is not None):
        return refuse("corrects_one_thing")
    if command.happened_at == entry.at:
        return refuse("changes_nothing")
    return (
        not_yet(command.happened_at, setting, setting.zone_of(file.region)) if command.happened_at else None
    )


def _void(file: Cooperation, number: int) -> bool:
    return number not in file.entries or file.entries[number].void
