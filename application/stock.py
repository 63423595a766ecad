"""Taking stock of a file: where it stands at a position of the ledger, what is due, how long nothing will be."""

from datetime import datetime

from application.files import Files, RuledFile
from application.heartbeat import is_stale
from application.ports import Clock, SignsOfLife
from domain.deadlines import deadlines
from domain.due import due_rungs, first_of, rungs_ahead
from domain.ledger import Ledger
from domain.silence import due_silences, silences_ahead
from domain.standing import LONGEST_WAIT_SECONDS, SILENCE, DueReminder, Standing
from domain.state import Cooperation

LOOK_AGAIN_SECONDS = 60.0
"""How soon a file is looked at again whose silence waits for the service to know whether it was away."""


class UnknownCooperation(Exception):
    """The ledger has no such file: it was restored to before its opening, or never opened it."""


async def take_stock(
    ledger: Ledger, files: Files, clock: Clock, signs: SignsOfLife, organisation: str, cooperation: str
) -> Standing:
    """The standing of a file, with everything up to the position it names. Raises UnknownCooperation.

    No silence counts while the service's last sign of life is old: an outage is not recorded yet.
    """
    head = await ledger.head(organisation)
    ruled = await files.ruled(organisation, cooperation)
    if ruled is None:
        raise UnknownCooperation(f"{organisation}/{cooperation} at position {head.position}")
    now = await clock.now(organisation)
    silent = silences_due(ruled, now)
    withheld = bool(silent) and is_stale(await signs.last(organisation), now)
    awaited = next(iter(deadlines(ruled.file, ruled.rulebook)), None)
    wait = LONGEST_WAIT_SECONDS
    if not clock.simulated(organisation):
        wait = _seconds_until_next(ruled, now, withheld=withheld)
    return Standing(
        position=head.position,
        phase=ruled.file.current.phase if isinstance(ruled.file, Cooperation) else None,
        pass_number=ruled.file.pass_number,
        status=ruled.file.status,
        over=ruled.file.ended,
        due=all_due(ruled, () if withheld else silent, now),
        wait_seconds=wait,
        awaits=awaited.key if awaited else None,
        until=awaited.due.day if awaited else None,
    )


def silences_due(ruled: RuledFile, now: datetime) -> tuple[DueReminder, ...]:
    """The silences that count now."""
    return tuple(
        DueReminder(occurrence=one.occurrence, rung=one.counts_as, kind=SILENCE)
        for one in due_silences(ruled.file, ruled.rulebook, ruled.organisation, now)
    )


def all_due(ruled: RuledFile, silent: tuple[DueReminder, ...], now: datetime) -> tuple[DueReminder, ...]:
    """Silences, then rungs: nobody is reminded any more of what has just counted as answered."""
    answered = {one.occurrence for one in silent}
    rungs = tuple(
        DueReminder(occurrence=one.deadline.occurrence, rung=one.rung.name)
        for one in due_rungs(ruled.file, ruled.rulebook, now)
        if one.deadline.occurrence not in answered
    )
    return (*silent, *rungs)


def next_due(ruled: RuledFile, now: datetime) -> datetime | None:
    """When something is to be done next: now if a rung waits, later for silences; None if nothing is in sight."""
    file, rulebook = ruled.file, ruled.rulebook
    later = (one for one in silences_ahead(file, rulebook, ruled.organisation, now) if one.at > now)
    return first_of((*rungs_ahead(file, rulebook), *later), rulebook.calendar_of(file.region), now)


def _seconds_until_next(ruled: RuledFile, now: datetime, *, withheld: bool) -> float:
    following = next_due(ruled, now)
    seconds = LOOK_AGAIN_SECONDS if withheld else LONGEST_WAIT_SECONDS
    return seconds if following is None else min(seconds, max(0.0, (following - now).total_seconds()))
