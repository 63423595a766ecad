"""The commands that the service gives by itself about a file, from what taking stock finds due."""

from domain.acts.commands import AnnounceAct, PerformAct
from domain.kernel.ids import (
    SERVICE,
    act_command_id,
    conclusion_command_id,
    naming,
    reminder_command_id,
    review_of,
    silence_command_id,
)
from domain.reminders.commands import CountSilence, IssueReminder
from domain.reminders.standing import DueReminder
from domain.reviews.commands import ConcludeReview

ServiceAct = IssueReminder | CountSilence | ConcludeReview | AnnounceAct | PerformAct


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
        case "announcement":
            return AnnounceAct(
                type="AnnounceAct",
                command_id=command_id,
                actor=SERVICE,
                act=due.rung,
                occurrence=due.occurrence,
                **naming(file),
            )
        case "act":
            return PerformAct(
                type="PerformAct",
                command_id=command_id,
                actor=SERVICE,
                act=due.rung,
                occurrence=due.occurrence,
                **naming(file),
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
        case "announcement":
            return act_command_id(file, due.occurrence, what="announce", attempt=0)
        case "act":
            return act_command_id(file, due.occurrence, what="act", attempt=due.attempt)
