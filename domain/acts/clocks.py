"""Until when an announced act may be held back."""

from datetime import datetime

from domain.deadlines.act_clocks import announcement
from domain.files.file import KeptFile
from domain.files.planned_act import PlannedAct
from domain.reminders.any_file import deadlines
from domain.rulebook import Rulebook


def announced_until(planned: PlannedAct, file: KeptFile, rulebook: Rulebook) -> datetime | None:
    """When the time to hold it back has passed, moved by pauses and extensions; None if it was not announced."""
    base = announcement(planned)
    found = (one.due.passes_at for one in deadlines(file, rulebook) if one.base == base)
    return next(found, None)
