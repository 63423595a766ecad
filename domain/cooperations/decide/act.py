"""Which rule answers which command about a file; the matches are exhaustive."""

from typing import assert_never

from domain.cooperations.commands.acts import Act
from domain.cooperations.commands.calls import (
    AskForCompletion,
    DeclineApplication,
    ReceiveCompletion,
    ResubmitApplication,
    SelectApplication,
)
from domain.cooperations.commands.file import (
    AddStakeholder,
    AwaitFile,
    ChangeStakeholder,
    DraftCharter,
    EditSheet,
    HandOverManagers,
    OpenCooperation,
    RecordCommitment,
    RecordContribution,
    RetireStakeholder,
    SignCharter,
)
from domain.cooperations.commands.lifecycle import (
    AdvancePhase,
    CloseCooperation,
    ExtendDeadline,
    GoBack,
    MigrateCooperation,
    PauseCooperation,
    ReopenCooperation,
    RequestAbandonment,
    ResumeCooperation,
    SettleAbandonment,
    WithdrawAbandonment,
)
from domain.cooperations.commands.past import RecordPastFunding, RecordPastReview
from domain.cooperations.commands.record import (
    CloseExperiment,
    CorrectEntry,
    DeclareGateItem,
    DeliverDeliverable,
    JudgeCriterion,
    RecordContact,
    RecordEvaluation,
    RecordLesson,
    RecordProblem,
    RecordQuickWin,
    RecordSolution,
    StartExperiment,
    WaiveGateItem,
)
from domain.cooperations.decide import (
    awaiting,
    calls,
    collective,
    experiments,
    lifecycle,
    migrating,
    opening,
    past,
    record,
)
from domain.cooperations.decide.guards import guard
from domain.cooperations.events.record import LessonRecorded, ProblemRecorded, QuickWinRecorded
from domain.cooperations.state import Cooperation
from domain.files.order import in_future
from domain.files.setting import Decision, Setting
from domain.kernel.refusal import refuse
from domain.rulebook import Rulebook


def decide_act(command: Act, file: Cooperation | None, setting: Setting) -> Decision:
    """What an act in the life of a cooperation gives."""
    if isinstance(command, OpenCooperation):
        return in_future(command, setting, setting.zone_of(command.region)) or opening.open_cooperation(
            command, file, setting
        )
    if file is None:
        return refuse("unknown_cooperation", cooperation=command.cooperation)
    if setting.rulebook is None:
        return refuse("unknown_programme", programme=file.rulebook)
    return guard(command, file, setting) or _decide(command, file, setting.rulebook, setting)


def _decide(command: Act, file: Cooperation, rulebook: Rulebook, setting: Setting) -> Decision:
    match command:
        case OpenCooperation():
            return opening.open_cooperation(command, file, setting)
        case EditSheet():
            return opening.edit_sheet(command, file)
        case HandOverManagers():
            return opening.hand_over_managers(command, file, setting)
        case AddStakeholder():
            return collective.add_stakeholder(command, file)
        case ChangeStakeholder():
            return collective.change_stakeholder(command, file)
        case RetireStakeholder():
            return collective.retire_stakeholder(command, file)
        case RecordCommitment():
            return collective.record_commitment(command, file)
        case RecordContribution():
            return collective.record_contribution(command, file)
        case AwaitFile():
            return awaiting.await_file(command, file, setting)
        case DraftCharter():
            return collective.draft_charter(command)
        case SignCharter():
            return collective.sign_charter(command, file)
        case RecordContact():
            return record.record_contact(command, file, rulebook)
        case DeliverDeliverable():
            return record.deliver_deliverable(command, file, rulebook)
        case DeclareGateItem():
            return record.declare_gate_item(command, file, rulebook, setting)
        case JudgeCriterion():
            return record.judge_criterion(command, file, rulebook)
        case WaiveGateItem():
            return record.waive_gate_item(command, file, rulebook, setting)
        case StartExperiment():
            return experiments.start_experiment(command, file, rulebook, setting)
        case CloseExperiment():
            return experiments.close_experiment(command, file, setting)
        case RecordQuickWin():
            return (QuickWinRecorded(title=command.title, note=command.note),)
        case RecordLesson():
            return (LessonRecorded(title=command.title, note=command.note),)
        case RecordProblem():
            return (ProblemRecorded(title=command.title, note=command.note),)
        case RecordSolution():
            return record.record_solution(command, file)
        case RecordEvaluation():
            return record.record_evaluation(command, rulebook)
        case RecordPastReview():
            return past.record_review(command)
        case RecordPastFunding():
            return past.record_funding(command)
        case CorrectEntry():
            return record.correct_entry(command, file, rulebook, setting)
        case SelectApplication():
            return calls.select(command, file, rulebook)
        case DeclineApplication():
            return calls.decline(command, file, rulebook)
        case ResubmitApplication():
            return calls.resubmit(command, file, rulebook, setting)
        case AskForCompletion():
            return calls.ask_for_completion(command, file)
        case ReceiveCompletion():
            return calls.receive_completion(command, file)
        case AdvancePhase():
            return lifecycle.advance_phase(command, file, rulebook, setting)
        case MigrateCooperation():
            return migrating.migrate_cooperation(command, file, rulebook, setting)
        case GoBack():
            return lifecycle.go_back(command, file, rulebook)
        case ExtendDeadline():
            return lifecycle.extend_deadline(command, file, rulebook)
        case PauseCooperation():
            return lifecycle.pause(command, file, rulebook, setting)
        case ResumeCooperation():
            return lifecycle.resume(command, file)
        case RequestAbandonment():
            return lifecycle.request_abandonment(command, file)
        case WithdrawAbandonment():
            return lifecycle.withdraw_abandonment(command, file)
        case SettleAbandonment():
            return lifecycle.settle_abandonment(command, file)
        case CloseCooperation():
            return lifecycle.close(command, file, rulebook, setting)
        case ReopenCooperation():
            return lifecycle.reopen(command, file)
    assert_never(command)
