"""The commands that the service gives by itself about a file, from what taking stock finds due."""

from domain.commands import CountSilence, IssueReminder
from domain.ids import SERVICE, reminder_command_id, silence_command_id
from domain.standing import SILENCE, DueReminder


def id_of(cooperation: str, due: DueReminder) -> str:
    """The command's id, always the same for what is due once."""
    if due.kind == SILENCE:
        return silence_command_id(cooperation, due.occurrence)
    return reminder_command_id(cooperation, due.occurrence, due.rung)


def act_on(cooperation: str, due: DueReminder, command_id: str) -> IssueReminder | CountSilence:
    """The command that does what is due."""
    if due.kind == SILENCE:
        return CountSilence(
            type="CountSilence",
            command_id=command_id,
            actor=SERVICE,
            cooperation=cooperation,
            occurrence=due.occurrence,
        )
    return IssueReminder(
        type="IssueReminder",
        command_id=command_id,
        actor=SERVICE,
        cooperation=cooperation,
        occurrence=due.occurrence,
        rung=due.rung,
    )
