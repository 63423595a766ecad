"""Everything that can be asked of Escale, as frozen models; ``type`` tells them apart."""

from collections.abc import Mapping
from typing import Annotated, Literal, get_args

from pydantic import Field, TypeAdapter

from domain.commands.base import Command, FileCommand
from domain.commands.calls import (
    AskForCompletion,
    DeclineApplication,
    ReceiveCompletion,
    ResubmitApplication,
    SelectApplication,
)
from domain.commands.envelopes import AnyEnvelopeCommand
from domain.commands.file import (
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
from domain.commands.fundings import CourseCommand
from domain.commands.lifecycle import (
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
from domain.commands.organisation import (
    ChangePerson,
    FoundOrganisation,
    GrantRole,
    HandOverAllFiles,
    HandOverOpinions,
    PublishRulebook,
    RecordOutage,
    RegisterPerson,
    RevokeRole,
)
from domain.commands.payments import AnyAccountCommand, IssuePaymentFile, PaymentCommand
from domain.commands.record import (
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
from domain.commands.reminders import CountSilence, IssueReminder, ReportDelivery, SettleDelivery
from domain.commands.reviews import AnyReviewCommand

OrganisationCommand = (
    FoundOrganisation
    | RegisterPerson
    | ChangePerson
    | GrantRole
    | RevokeRole
    | HandOverAllFiles
    | HandOverOpinions
    | PublishRulebook
    | RecordOutage
)
"""Commands whose subject is the organisation."""

Act = (
    OpenCooperation
    | EditSheet
    | AddStakeholder
    | ChangeStakeholder
    | RetireStakeholder
    | RecordCommitment
    | RecordContribution
    | AwaitFile
    | HandOverManagers
    | DraftCharter
    | SignCharter
    | RecordContact
    | DeliverDeliverable
    | DeclareGateItem
    | JudgeCriterion
    | WaiveGateItem
    | StartExperiment
    | CloseExperiment
    | RecordQuickWin
    | RecordLesson
    | RecordProblem
    | RecordSolution
    | RecordEvaluation
    | CorrectEntry
    | SelectApplication
    | DeclineApplication
    | ResubmitApplication
    | AskForCompletion
    | ReceiveCompletion
    | AdvancePhase
    | GoBack
    | ExtendDeadline
    | PauseCooperation
    | ResumeCooperation
    | RequestAbandonment
    | WithdrawAbandonment
    | SettleAbandonment
    | CloseCooperation
    | ReopenCooperation
    | MigrateCooperation
)
"""What people do in the life of a cooperation; also what an import may bring."""


class ImportCooperation(FileCommand):
    """Bring a file's whole past in one append: its acts in order, each judged by the rules as it comes.

    Of each deadline then overdue only the highest rung goes out, on the next working day; nothing else is sent
    about that past.
    """

    type: Literal["ImportCooperation"]
    acts: Annotated[
        tuple[Annotated[Act, Field(discriminator="type")], ...], Field(min_length=1, max_length=2_000)
    ]


DeliveryCommand = IssueReminder | CountSilence | ReportDelivery | SettleDelivery
"""Commands about reminders, and about what silence counts as: of a cooperation, a review or a funding."""

AnyFileCommand = Act | ImportCooperation
"""Commands whose subject is one cooperation."""

AnyFundingCommand = CourseCommand | PaymentCommand
"""Commands whose subject is one funding; ``domain.commands.fundings`` and ``payments`` have them."""

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

COMMANDS: TypeAdapter[AnyCommand] = TypeAdapter(AnyCommand)
"""Reads and describes commands: the one adapter, built once."""

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
