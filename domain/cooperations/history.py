"""A file as it was: what had happened by an instant, as far as it was known on a day.

Knowledge and events are two times. A correction belongs to what is known: it moves or voids what it points at,
whenever it was made. What speaks of something that had not happened yet is left out with it.
"""

from collections.abc import Iterable
from datetime import datetime
from zoneinfo import ZoneInfo

from domain.cooperations.events.file import CooperationOpened, StakeholderChanged, StakeholderRetired
from domain.cooperations.events.record import EntryCorrected, ExperimentClosed
from domain.cooperations.events.told import FundingAnswered, ReviewAnswered
from domain.cooperations.evolve.file import evolve, fold
from domain.cooperations.state import Cooperation
from domain.files.events import DeliveryReported, DeliverySettled
from domain.kernel.event import Event
from domain.kernel.moments import earliest
from domain.kernel.recorded import Recorded


def as_it_was(
    history: Iterable[Recorded], as_of: datetime | None, known_on: datetime | None, zone: ZoneInfo
) -> Cooperation | None:
    """The file at ``as_of`` as known on ``known_on``; None if it was not open, or not known to be.

    ``history`` comes from the ledger, in order; a missing instant asks for all there is.
    ``zone`` is that of the file's days.
    """
    known = [
        one for one in history if known_on is None or one.recorded_at is None or one.recorded_at <= known_on
    ]
    return fold(None, known) if as_of is None else _happened_by(known, as_of, zone)


def _happened_by(known: list[Recorded], as_of: datetime, zone: ZoneInfo) -> Cooperation | None:
    moments = {one.entry: one.effective_at for one in known}
    for one in known:
        if isinstance(one.event, EntryCorrected) and one.event.happened_at:
            moments[one.event.entry] = one.event.happened_at
    file: Cooperation | None = None
    for one in known:
        timeless = isinstance(one.event, EntryCorrected)
        if (timeless or earliest(moments[one.entry], zone) <= as_of) and _can_follow(file, one.event):
            file = evolve(file, one)
    if file is None:
        return None
    return file.changed(flags={one: since for one, since in file.flags.items() if one in file.entries})


def _can_follow(file: Cooperation | None, event: Event) -> bool:
    if file is None:
        return isinstance(event, CooperationOpened)
    match event:
        case StakeholderChanged() | StakeholderRetired():
            return event.stakeholder in file.stakeholders
        case ExperimentClosed():
            return event.experiment in file.experiments
        case EntryCorrected():
            return event.entry in file.entries
        case DeliveryReported() | DeliverySettled():
            return event.message in file.messages
        case ReviewAnswered():
            return event.review in file.reviews
        case FundingAnswered():
            return event.funding in file.fundings
    return True
