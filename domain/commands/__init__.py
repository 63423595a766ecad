"""Everything that can be asked of Escale, as frozen models; ``type`` tells them apart."""

from typing import Annotated, Literal

from pydantic import Field, TypeAdapter

from domain.commands.base import Command, FileCommand
from domain.commands.file import (
    AddStakeholder,
    ChangeStakeholder,
    DraftCharter,
    EditSheet,
    HandOverManagers,
    OpenCooperation,
    RecordCommitment,
    RetireStakeholder,
    SignCharter,
)
from domain.commands.lifecycle import (
    AdvancePhase,
    CloseCooperation,
    ExtendDeadline,
    GoBack,
    PauseCooperation,
    ReopenCooperation,
    RequestAbandonment,
    ResumeCooperation,
    SettleAbandonment,
    WithdrawAbandonment,
)
from domain.commands.organisation import (
    FoundOrganisation,
    GrantRole,
    HandOverAllFiles,
    RegisterPerson,
    RevokeRole,
)
from domain.commands.record import (
    CorrectEntry,
    DeclareGateItem,
    DeliverDeliverable,
    RecordContact,
    RecordEvaluation,
    RecordLesson,
    RecordProblem,
    RecordQuickWin,
    RecordSolution,
    WaiveGateItem,
)
from domain.commands.reminders import IssueReminder, ReportDelivery, SettleDelivery

OrganisationCommand = FoundOrganisation | RegisterPerson | GrantRole | RevokeRole | HandOverAllFiles
"""Commands whose subject is the organisation."""

Act = (
    OpenCooperation
    | EditSheet
    | AddStakeholder
    | ChangeStakeholder
    | RetireStakeholder
    | RecordCommitment
    | HandOverManagers
    | DraftCharter
    | SignCharter
    | RecordContact
    | DeliverDeliverable
    | DeclareGateItem
    | WaiveGateItem
    | RecordQuickWin
    | RecordLesson
    | RecordProblem
    | RecordSolution
    | RecordEvaluation
    | CorrectEntry
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


DeliveryCommand = IssueReminder | ReportDelivery | SettleDelivery
"""Commands about reminders."""

AnyFileCommand = Act | ImportCooperation | DeliveryCommand
"""Commands whose subject is one cooperation."""

AnyCommand = Annotated[OrganisationCommand | AnyFileCommand, Field(discriminator="type")]
"""Every command there is."""

COMMANDS: TypeAdapter[OrganisationCommand | AnyFileCommand] = TypeAdapter(AnyCommand)
"""Reads and describes commands: the one adapter, built once."""

__all__ = [
    "COMMANDS",
    "Act",
    "AddStakeholder",
    "AdvancePhase",
    "AnyCommand",
    "AnyFileCommand",
    "ChangeStakeholder",
    "CloseCooperation",
    "Command",
    "CorrectEntry",
    "DeclareGateItem",
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
    "ImportCooperation",
    "IssueReminder",
    "OpenCooperation",
    "OrganisationCommand",
    "PauseCooperation",
    "RecordCommitment",
    "RecordContact",
    "RecordEvaluation",
    "RecordLesson",
    "RecordProblem",
    "RecordQuickWin",
    "RecordSolution",
    "RegisterPerson",
    "ReopenCooperation",
    "ReportDelivery",
    "RequestAbandonment",
    "ResumeCooperation",
    "RetireStakeholder",
    "RevokeRole",
    "SettleAbandonment",
    "SettleDelivery",
    "SignCharter",
    "WaiveGateItem",
    "WithdrawAbandonment",
]
