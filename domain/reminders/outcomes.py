"""What is told once: to whoever asked, what became of it; to those in charge, that a gate is complete.

By the letter of the event, on a day on which people work, not while the file sleeps. What is older than ``NEWS`` is no
news: sleep of the file and outages of the service do not count.
"""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import datetime, timedelta
from zoneinfo import ZoneInfo

from domain.cooperations.gate_clocks import complete_since
from domain.cooperations.state import Cooperation
from domain.deadlines.prospects import Prospect
from domain.files.file import KeptFile
from domain.files.outcome import Outcome
from domain.kernel.moments import earliest
from domain.people.state import Organisation
from domain.rulebook import Rulebook

NEWS = timedelta(days=31)
GATE_COMPLETE = "gate-complete"
TOLD = "told"
"""The only rung of what is told once."""


@dataclass(frozen=True, slots=True)
class Telling:
    """Something to tell. ``asked_by``: to whom, before anybody else; ``but``: who brought it about themselves.

    ``outcome`` is None of a complete gate. From ``ends`` on it is no news any more.
    """

    occurrence: str
    happened: datetime
    at: datetime
    ends: datetime | None = None
    asked_by: tuple[str, ...] = ()
    but: str | None = None
    outcome: Outcome | None = None


def tellings(file: KeptFile, rulebook: Rulebook, organisation: Organisation) -> tuple[Telling, ...]:
    """What a file has to tell and has not told, in the order in which it happened."""
    return tuple(one for one in _all(file, rulebook, organisation) if one.occurrence not in file.rungs_done)


def due_tellings(
    file: KeptFile, rulebook: Rulebook, organisation: Organisation, now: datetime
) -> tuple[Telling, ...]:
    """What to tell now; nothing on a day on which people do not work."""
    if rulebook.calendar_of(file.region).sendable_from(now) > now:
        return ()
    found = tellings(file, rulebook, organisation)
    return tuple(one for one in found if one.at <= now and (one.ends is None or now < one.ends))


def tellings_ahead(file: KeptFile, rulebook: Rulebook, organisation: Organisation) -> Iterator[Prospect]:
    """When something is to be told, which may have come already."""
    return (Prospect(one.at, one.ends) for one in tellings(file, rulebook, organisation))


def telling_of(
    occurrence: str, file: KeptFile, rulebook: Rulebook, organisation: Organisation
) -> Telling | None:
    """What an occurrence tells, told already or not; None if it tells nothing, or nothing any more."""
    return next((one for one in _all(file, rulebook, organisation) if one.occurrence == occurrence), None)


def is_told_once(occurrence: str) -> bool:
    """Whether an occurrence is of something that is told once, and of no deadline: no deadline's key has a hyphen."""
    return "-" in occurrence.partition("/")[0]


def still_told(occurrence: str, file: KeptFile) -> bool:
    """Whether a claimed letter still has its reason: its entry holds, or the file is still in the pass of its gate."""
    kind, _, mark = occurrence.partition("/")
    if kind == GATE_COMPLETE:
        return not file.ended and mark == f"p{file.pass_number}"
    return any(one.occurrence == occurrence and not file.entries[one.entry].void for one in file.outcomes)


def _all(file: KeptFile, rulebook: Rulebook, organisation: Organisation) -> Iterator[Telling]:
    zone = rulebook.zone_of(file.region)
    for one in file.outcomes:
        if not file.entries[one.entry].void and not _is_silent(file, one) and _somebody_else(file, one):
            yield _outcome(one, file, organisation, zone)
    if isinstance(file, Cooperation) and (complete := complete_since(file, rulebook, zone)):
        yield Telling(f"{GATE_COMPLETE}/p{file.pass_number}", complete, complete)


def _is_silent(file: KeptFile, outcome: Outcome) -> bool:
    """Sleep silences all but what put the file to sleep; an end is told whatever its cooperation does."""
    stands_still = file.paused if isinstance(file, Cooperation) else file.asleep
    return stands_still and not file.ended and outcome.kind != "silence-counted"


def _somebody_else(file: KeptFile, outcome: Outcome) -> bool:
    return any(one != outcome.by for one in outcome.asked_by or file.managers)


def _outcome(one: Outcome, file: KeptFile, organisation: Organisation, zone: ZoneInfo) -> Telling:
    happened = earliest(one.at, zone)
    known = one.recorded_at or happened
    return Telling(
        one.occurrence, happened, known, _ends(known, file, organisation, zone), one.asked_by, one.by, one
    )


def _ends(known: datetime, file: KeptFile, organisation: Organisation, zone: ZoneInfo) -> datetime:
    """Until when it is news: later by the time in which nobody could be told."""
    asleep = ((earliest(one.since, zone), earliest(one.until, zone)) for one in file.pauses if one.until)
    away = ((one.since, one.until) for one in organisation.outages)
    ends = known + NEWS
    for since, until in sorted((*asleep, *away)):
        if since < ends:
            ends += max(until - max(since, known), timedelta())
    return ends
