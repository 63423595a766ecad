"""Which command meets a deadline of a review."""

from collections.abc import Mapping

from domain.deadlines.deadline import Deadline
from domain.kernel.command import Command
from domain.reviews.commands import ConcludeReview, ConfirmOpinion, ExtendReview, GiveOpinion
from domain.reviews.panel import CONCLUSION, CONFIRMATION, OPINIONS
from domain.reviews.state import Review
from domain.tasks.prefilled import Prefilled

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


def more_time_for_a_review(file: Review) -> Prefilled:
    """An extension, for everybody who still owes something."""
    return Prefilled(ExtendReview, {"review": file.id})
