"""The commands about a cooperation, and what an import brings with it."""

from typing import Annotated, Literal

from pydantic import Field

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
    | RecordPastReview
    | RecordPastFunding
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

    begins = True

    type: Literal["ImportCooperation"]
    acts: Annotated[
        tuple[Annotated[Act, Field(discriminator="type")], ...], Field(min_length=1, max_length=2_000)
    ]


AnyFileCommand = Act | ImportCooperation
"""Commands whose subject is one cooperation."""
