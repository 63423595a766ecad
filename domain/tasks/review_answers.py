"""Which command meets a deadline of a review, and how one that came to no answer goes on."""

from collections.abc import Mapping

from domain.deadlines.deadline import Deadline
from domain.kernel.command import Command
from domain.reviews.commands import (
    CancelReview,
    ConcludeReview,
    ConfirmOpinion,
    ExtendReview,
    GiveOpinion,
    InviteMembers,
    ReplaceMember,
)
from domain.reviews.panel import CONCLUSION, CONFIRMATION, OPINIONS, somebody_owes
from domain.reviews.state import Review
from domain.tasks.prefilled import Prefilled
from domain.tasks.task import TaskLine

_BY_KEY: Mapping[str, type[Command]] = {
    OPINIONS: GiveOpinion,
    CONFIRMATION: ConfirmOpinion,
    CONCLUSION: ConcludeReview,
}


def meeting_a_review_deadline(deadline: Deadline, file: Review) -> Prefilled:
    """The command of those who owe it: an opinion on the last version of the dossier, or the conclusion."""
    command = _BY_KEY[deadline.key]
    dossier = {"dossier": file.dossier.number} if "dossier" in command.model_fields else {}
    return Prefilled(command, {"review": file.id, **dossier})


def answers_in_a_review(line: TaskLine, file: Review) -> tuple[Prefilled, ...]:
    """Who takes a seat; the ways out of a quorum not met: more time or others, or to take the question back."""
    if line.kind == "vacant-seat":
        return (Prefilled(ReplaceMember, {"review": file.id, "member": line.subject.partition("/")[0]}),)
    if line.kind != "quorum":
        return ()
    others = (ExtendReview, ReplaceMember) if somebody_owes(file) else (InviteMembers,)
    return tuple(Prefilled(one, {"review": file.id}) for one in (*others, CancelReview))


def more_time_for_a_review(file: Review) -> Prefilled:
    """An extension, for everybody who still owes something."""
    return Prefilled(ExtendReview, {"review": file.id})
