"""Everything that can be asked of Escale, as frozen models; ``type`` tells them apart."""

from collections.abc import Mapping
from typing import Annotated, get_args

from pydantic import ConfigDict, Field, TypeAdapter

from domain.bank.commands import AnyAccountCommand
from domain.cooperations.commands.acts import Act, AnyFileCommand, ImportCooperation
from domain.cooperations.commands.base import FileCommand
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
from domain.envelopes.commands import AnyEnvelopeCommand
from domain.fundings.commands.any import AnyFundingCommand
from domain.fundings.commands.payments import IssuePaymentFile
from domain.kernel.command import Command
from domain.organisation.commands import (
    ChangePerson,
    FoundOrganisation,
    GrantRole,
    HandOverAllFiles,
    HandOverOpinions,
    OrganisationCommand,
    PublishRulebook,
    RecordOutage,
    RegisterPerson,
    RevokeRole,
)
from domain.reminders.commands import (
    CountSilence,
    DeliveryCommand,
    IssueReminder,
    ReportDelivery,
    SettleDelivery,
)
from domain.reviews.commands import AnyReviewCommand

AnyMoneyCommand = AnyEnvelopeCommand | AnyAccountCommand | IssuePaymentFile
"""Commands whose subject is the organisation's own money: envelopes, bank details, files for the bank."""

AnyCommand = Annotated[
    OrganisationCommand
    | AnyFileCommand
    | DeliveryCommand
    | AnyReviewCommand
    | AnyFundingCommand
    | AnyMoneyCommand,
    Field(discriminator="type"),
]
"""Every command there is."""

COMMANDS: TypeAdapter[AnyCommand] = TypeAdapter(AnyCommand, config=ConfigDict(defer_build=True))
"""Reads and describes commands: the one adapter, built once, when it is first used."""

COMMAND_TYPES: Mapping[str, type[Command]] = {one.__name__: one for one in get_args(get_args(AnyCommand)[0])}
"""Every command by its ``type``."""

__all__ = [
    "COMMANDS",
    "COMMAND_TYPES",
    "Act",
    "AddStakeholder",
    "AdvancePhase",
    "AnyAccountCommand",
    "AnyCommand",
    "AnyEnvelopeCommand",
    "AnyFileCommand",
    "AnyFundingCommand",
    "AnyMoneyCommand",
    "AnyReviewCommand",
    "AskForCompletion",
    "AwaitFile",
    "ChangePerson",
    "ChangeStakeholder",
    "CloseCooperation",
    "CloseExperiment",
    "Command",
    "CorrectEntry",
    "CountSilence",
    "DeclareGateItem",
    "DeclineApplication",
    "DeliverDeliverable",
    "DeliveryCommand",
    "DraftCharter",
    "EditSheet",
    "ExtendDeadline",
    "FileCommand",
    "FoundOrganisation",
    "GoBack",
    "GrantRole",
    "HandOverAllFiles",
    "HandOverManagers",
    "HandOverOpinions",
    "ImportCooperation",
    "IssueReminder",
    "JudgeCriterion",
    "MigrateCooperation",
    "OpenCooperation",
    "OrganisationCommand",
    "PauseCooperation",
    "PublishRulebook",
    "ReceiveCompletion",
    "RecordCommitment",
    "RecordContact",
    "RecordContribution",
    "RecordEvaluation",
    "RecordLesson",
    "RecordOutage",
    "RecordProblem",
    "RecordQuickWin",
    "RecordSolution",
    "RegisterPerson",
    "ReopenCooperation",
    "ReportDelivery",
    "RequestAbandonment",
    "ResubmitApplication",
    "ResumeCooperation",
    "RetireStakeholder",
    "RevokeRole",
    "SelectApplication",
    "SettleAbandonment",
    "SettleDelivery",
    "SignCharter",
    "StartExperiment",
    "WaiveGateItem",
    "WithdrawAbandonment",
]
