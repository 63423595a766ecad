"""The commands that the service gives by itself about a file, from what taking stock finds due."""

from domain.kernel.ids import (
    SERVICE,
    conclusion_command_id,
    naming,
    reminder_command_id,
    review_of,
    silence_command_id,
)
from domain.reminders.commands import CountSilence, IssueReminder
from domain.reminders.standing import DueReminder
from domain.reviews.commands import ConcludeReview

ServiceAct = IssueReminder | CountSilence | ConcludeReview


def act_on(file: str, due: DueReminder) -> ServiceAct:
    """The command that does what is due; ``file`` is the key of a cooperation, a review or a funding."""
    command_id = _id_of(file, due)
    match due.kind:
        case "reminder":
            return IssueReminder(
                type="IssueReminder",
                command_id=command_id,
                actor=SERVICE,
                occurrence=due.occurrence,
                rung=due.rung,
                **naming(file),
            )
        case "silence":
            return CountSilence(
                type="CountSilence",
                command_id=command_id,
                actor=SERVICE,
                occurrence=due.occurrence,
                **naming(file),
            )
        case "conclusion":
            return ConcludeReview(
                type="ConcludeReview", command_id=command_id, actor=SERVICE, review=review_of(file)
            )


def _id_of(file: str, due: DueReminder) -> str:
    """The command's id, always the same for what is due once."""
    match due.kind:
        case "reminder":
            return reminder_command_id(file, due.occurrence, due.rung)
        case "silence":
            return silence_command_id(file, due.occurrence)
        case "conclusion":
            return conclusion_command_id(file, due.occurrence)
