"""Acts that are to come on a day that is known after the last event of a file, without a look at the clock."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import datetime

from domain.acts.standings import acts_of
from domain.files.file import KeptFile
from domain.reminders.view import FileView
from domain.rulebook import Names
from domain.rulebook.course import AskForTranche


@dataclass(frozen=True, slots=True)
class ComingAct:
    """An act that will be done at an instant as things are; ``held``: people hold it back until then."""

    key: str
    occurrence: str
    name: Names
    at: datetime
    held: bool
    tranche: str | None = None
    """The tranche that is asked for."""


def acts_to_come(view: FileView[KeptFile]) -> Iterator[ComingAct]:
    """Those without a deadline of their own: what was announced, asked for or refused has one.

    As of ``view.recorded_at``: what is due then stays to come until it is done.
    """
    for one in acts_of(view.file, view.rulebook, view.recorded_at):
        if one.at is None or one.state in ("announced", "refused", "asleep", "stopped"):
            continue
        if one.planned.occurrence in view.file.acts.announced:
            continue
        act, subject = one.planned.act, one.planned.subject
        tranche = subject if isinstance(act, AskForTranche) else None
        yield ComingAct(act.act, one.planned.occurrence, act.name, one.at, one.state == "held", tranche)
