"""What a command of the service follows from: the entry that made it due. Of people’s, the command itself."""

from collections.abc import Iterator
from datetime import datetime

from domain.acts.commands import AnnounceAct, PerformAct
from domain.acts.standings import acts_of
from domain.cooperations.gate import gate
from domain.cooperations.state import Cooperation
from domain.files.file import KeptFile
from domain.kernel.clock_marks import clock_mark
from domain.kernel.command import Command
from domain.kernel.ids import SERVICE
from domain.kernel.moments import latest
from domain.kernel.recorded import cause_at
from domain.reminders.commands import CountSilence, IssueReminder, ReportDelivery, SettleDelivery
from domain.reminders.outcomes import GATE_COMPLETE
from domain.reviews.commands import ConcludeReview
from domain.rulebook import Rulebook
from domain.rulebook.complete_gate import GOING_ON

ANSWERED = ("OpinionGiven", "OpinionConfirmed", "MemberRecused", "SilenceCounted")
"""By what a member of a panel owes no opinion any more."""


def cause_of(command: Command, file: KeptFile | None, rulebook: Rulebook | None, now: datetime) -> str:
    """The entry of its file that made a command due, or whose letter it tells of; else the command’s own id.

    ``file`` as it is when the command is decided.
    """
    entries = () if file is None else tuple(_made_due(command, file, rulebook, now))
    return cause_at(command.stream, max(entries)) if entries else command.command_id


def _made_due(command: Command, file: KeptFile, rulebook: Rulebook | None, now: datetime) -> Iterator[int]:
    match command:
        case ConcludeReview(actor=actor) if actor == SERVICE:
            yield from (one.number for kind in ANSWERED for one in file.by_type.get(kind, ()))
        case IssueReminder(occurrence=occurrence):
            yield from _began(occurrence, file, rulebook, now)
        case CountSilence(occurrence=occurrence):
            told = [one.entry for one in file.messages.values() if one.occurrence == occurrence]
            yield from told or _began(occurrence, file, rulebook, now)
        case AnnounceAct(occurrence=occurrence) | PerformAct(occurrence=occurrence) if rulebook:
            standing = (one.planned for one in acts_of(file, rulebook, now))
            for one in (one for one in standing if one.occurrence == occurrence):
                yield from one.because or _at(one.since, file, rulebook)
        case ReportDelivery(message=message) | SettleDelivery(message=message):
            if known := file.messages.get(message):
                yield known.entry


def _at(since: datetime | None, file: KeptFile, rulebook: Rulebook) -> Iterator[int]:
    """What happened when an act became due that does not say by which entries."""
    zone = rulebook.zone_of(file.region)
    held = (one for one in file.entries.values() if not one.void)
    return (one.number for one in held if since is not None and latest(one.at, zone) == since)


def _began(occurrence: str, file: KeptFile, rulebook: Rulebook | None, now: datetime) -> Iterator[int]:
    """Since when its clock runs: of a complete gate, since the last entry that shows an item."""
    deadline = occurrence.partition("/")[0]
    if deadline in (GATE_COMPLETE, GOING_ON) and isinstance(file, Cooperation) and rulebook:
        yield from (entry for item in gate(file, rulebook, now) for entry in item.entries)
    yield from _marked(occurrence, file)


def _marked(occurrence: str, file: KeptFile) -> Iterator[int]:
    """The entry that an occurrence names: by its number, or as the one by which a pass was entered."""
    mark = clock_mark(occurrence)
    if mark is None:
        return
    if mark.since == "entry":
        yield from (mark.number,) if mark.number in file.entries else ()
    elif isinstance(file, Cooperation):
        yield from (one.entry for one in file.passes if one.number == mark.number)
