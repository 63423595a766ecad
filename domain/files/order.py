"""When something may have happened: not in the future, not before what it follows."""

from collections.abc import Collection
from zoneinfo import ZoneInfo

from domain.files.file import KeptFile
from domain.files.setting import Setting, effective_at, not_yet
from domain.kernel.command import Command
from domain.kernel.moments import earliest, latest
from domain.kernel.refusal import Refusal, refuse


def answers_otherwise(answers: Collection[str], points: Collection[str]) -> Refusal | None:
    """What comes again answers each point of the refusal or deferral, and no other."""
    if set(answers) == set(points):
        return None
    return refuse("answers_other_points", answered=tuple(answers) or ("–",), known=tuple(points) or ("–",))


def in_future(command: Command, setting: Setting, zone: ZoneInfo) -> Refusal | None:
    """Nothing is recorded before it happened, by the clocks of where it did."""
    return not_yet(effective_at(command, setting), setting, zone)


def out_of_order(command: Command, file: KeptFile, setting: Setting) -> Refusal | None:
    """Phase changes, pauses and decisions take effect in order."""
    at, zone = effective_at(command, setting), setting.zone_of(file.region)
    previous = file.last_step_at(zone)
    if latest(at, zone) < earliest(previous, zone):
        return refuse("before_previous_step", at=at, previous=previous)
    return None
