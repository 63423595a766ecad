"""Who may settle what became of a message; all else about reminders is the service's."""

from domain.files.charge import unless_in_charge
from domain.files.file import KeptFile
from domain.files.setting import Setting
from domain.kernel.refusal import Refusal
from domain.kernel.values import Role
from domain.reminders.commands import DeliveryCommand
from domain.reviews.impartial import unless_clear

_SETTLE = (Role.PROGRAMME_MANAGER, Role.ADMINISTRATOR)


def may_settle(command: DeliveryCommand, file: KeptFile | None, setting: Setting) -> Refusal | None:
    """Why the actor, a known person, may not give it; None if they may, or if the rules say that there is no file.

    Those in charge of the file may, and administrators; about a review or a funding, nobody in a conflict.
    """
    if file is None:
        return None
    return unless_in_charge(command.actor, file, setting, _SETTLE) or unless_clear(
        command.actor, file, setting, judging=False
    )
