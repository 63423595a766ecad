"""What holds for whole families of commands: not in the future, in order, not on a closed or sleeping file."""

from collections.abc import Collection

from domain.cooperations.commands.acts import Act
from domain.cooperations.commands.lifecycle import CloseCooperation
from domain.cooperations.state import Cooperation
from domain.files.order import in_future, out_of_order
from domain.files.setting import Setting
from domain.kernel.refusal import Refusal, refuse
from domain.kernel.values import ASLEEP, ClosingOutcome, Standstill


def guard(command: Act, file: Cooperation, setting: Setting) -> Refusal | None:
    """Why the command cannot be taken up at all; None if its own rule may judge it."""
    if file.closed and not command.also_when_closed:
        return refuse("file_closed", cooperation=file.id, outcome=file.closed.outcome)
    if refusal := in_future(command, setting, setting.zone_of(file.region)):
        return refusal
    if command.in_order and (refusal := out_of_order(command, file, setting)):
        return refusal
    declined: frozenset[Standstill] = frozenset({"declined"} if _completes(command) else ())
    return stands_still(file, command.not_while | declined)


def stands_still(file: Cooperation, why: Collection[Standstill] = ASLEEP) -> Refusal | None:
    """Why nothing moves on in a cooperation, as far as these reasons count."""
    if file.paused and "paused" in why:
        return refuse("file_paused")
    if file.abandonment and "abandonment-requested" in why:
        return refuse("abandonment_pending")
    if file.application and file.declined and "declined" in why:
        return refuse("application_declined", known=file.application.declined)
    return None


def _completes(command: Act) -> bool:
    """A refused application may still be abandoned or handed over, never completed."""
    return isinstance(command, CloseCooperation) and command.outcome is ClosingOutcome.COMPLETED
