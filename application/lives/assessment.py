"""Taking stock of a file: where it stands at a position of the ledger, what is due, how long nothing will be."""

from collections.abc import Awaitable, Callable, Iterator
from datetime import datetime
from functools import partial
from typing import Protocol

from application.files import Files, RuledFile
from application.lives.heartbeat import is_stale
from application.lives.service_acts import ServiceAct, act_on
from application.ports import Clock, SignsOfLife
from domain.acts.standings import acts_ahead, due_acts
from domain.cooperations.state import Cooperation
from domain.deadlines.prospects import Prospect, first_of
from domain.kernel.ledger import Head
from domain.kernel.refusal import Refusal
from domain.reminders.any_file import deadlines
from domain.reminders.due import due_rungs, rungs_ahead
from domain.reminders.outcomes import TOLD, due_tellings, tellings_ahead
from domain.reminders.silence import due_silences, silences_ahead
from domain.reminders.standing import (
    ACT,
    ANNOUNCEMENT,
    CONCLUSION,
    LONGEST_WAIT_SECONDS,
    SILENCE,
    DueReminder,
    Standing,
)
from domain.reminders.steps import step_of
from domain.reviews.panel import panel_of
from domain.reviews.readiness import conclusion_due, conclusion_prospect
from domain.reviews.state import Review

LOOK_AGAIN_SECONDS = 60.0
"""How soon a file is looked at again whose silence waits for the service to know whether it was away."""

LOOK_AGAIN_AT_REFUSED_SECONDS = 24 * 3600.0
"""How soon a file is looked at again of which the rules refused an act: time itself may give what it lacked, a role
that begins on a day, an envelope of a new year. What people do about it wakes the file at once."""


class Heads(Protocol):
    """Where ledgers end."""

    async def head(self, organisation: str) -> Head:
        """Where the ledger ends now. Raises LedgerUnavailable, UnknownOrganisation."""


Judge = Callable[[str, ServiceAct], Awaitable[Refusal | None]]
"""Why the rules would refuse a command of the service now; None if they would not."""


class UnknownFile(Exception):
    """The ledger has no such file: it was restored to before its opening, or never opened it."""


async def assess(
    ledger: Heads,
    files: Files,
    clock: Clock,
    signs: SignsOfLife,
    judge: Judge,
    organisation: str,
    file: str,
) -> Standing:
    """The standing of the file of a key, with everything up to the position it names. Raises UnknownFile.

    While the service's last sign of life is old, an outage is not recorded yet: no silence counts, and nothing is
    concluded without those who may have been unable to answer.
    """
    head = await ledger.head(organisation)
    ruled = await files.ruled(organisation, file)
    if ruled is None:
        raise UnknownFile(f"{organisation}/{file} at position {head.position}")
    now = await clock.now(organisation)
    settled = settled_now(ruled, now)
    withheld = bool(settled) and is_stale(await signs.last(organisation), now)
    acts = await _acts(ruled, now, partial(judge, organisation))
    awaited = next(iter(deadlines(ruled.file, ruled.rulebook)), None)
    wait = LONGEST_WAIT_SECONDS
    if not clock.simulated(organisation):
        wait = _seconds_until_next(ruled, now, withheld=withheld)
    return Standing(
        position=head.position,
        hash=head.hash.hex(),
        phase=ruled.file.current.phase if isinstance(ruled.file, Cooperation) else None,
        step=step_of(ruled.file, ruled.rulebook, now),
        programme=ruled.rulebook.programme,
        pass_number=ruled.file.pass_number,
        status=ruled.file.status,
        over=ruled.file.ended,
        due=all_due(ruled, () if withheld else settled, acts, now),
        wait_seconds=wait,
        awaits=awaited.key if awaited else None,
        until=awaited.due.day if awaited else None,
        untold=has_to_tell(ruled, now),
    )


def settled_now(ruled: RuledFile, now: datetime) -> tuple[DueReminder, ...]:
    """What settles a question now by itself: silences that count, a review that its rule concludes."""
    file, rulebook, organisation = ruled.file, ruled.rulebook, ruled.organisation
    silent = tuple(
        DueReminder(occurrence=one.occurrence, rung=one.counts_as, kind=SILENCE)
        for one in due_silences(file, rulebook, organisation, now)
    )
    if silent or not isinstance(file, Review) or not conclusion_due(file, rulebook, organisation, now):
        return silent
    rule = panel_of(file, rulebook).concludes
    return (DueReminder(occurrence=f"conclusion/e{file.entry}", rung=rule, kind=CONCLUSION),)


def acts_now(ruled: RuledFile, now: datetime) -> tuple[DueReminder, ...]:
    """The acts to announce or to do now; those that the rules refused last time have an ``attempt``."""
    return tuple(
        DueReminder(
            occurrence=one.planned.occurrence,
            rung=one.planned.act.act,
            kind=ANNOUNCEMENT if one.state == "to-announce" else ACT,
            attempt=one.refused.entry if one.refused else 0,
            does=one.planned.act.does,
        )
        for one in due_acts(ruled.file, ruled.rulebook, now)
    )


async def _acts(
    ruled: RuledFile, now: datetime, judge: Callable[[ServiceAct], Awaitable[Refusal | None]]
) -> tuple[DueReminder, ...]:
    """Without those that would be refused again, for the same reason."""
    found = acts_now(ruled, now)
    return tuple(
        [one for one in found if not one.attempt or await judge(act_on(ruled.file.key, one)) is None]
    )


def all_due(
    ruled: RuledFile, settled: tuple[DueReminder, ...], acts: tuple[DueReminder, ...], now: datetime
) -> tuple[DueReminder, ...]:
    """What settles itself, acts, then rungs, then what is told once.

    Nobody is reminded any more of what has just counted as answered.
    """
    if any(one.kind == CONCLUSION for one in settled):
        return settled
    answered = {one.occurrence for one in settled}
    rungs = tuple(
        DueReminder(occurrence=one.deadline.occurrence, rung=one.rung.name)
        for one in due_rungs(ruled.file, ruled.rulebook, now)
        if one.deadline.occurrence not in answered
    )
    told = (
        DueReminder(occurrence=one.occurrence, rung=TOLD)
        for one in due_tellings(ruled.file, ruled.rulebook, ruled.organisation, now)
    )
    return (*settled, *acts, *rungs, *told)


def has_to_tell(ruled: RuledFile, now: datetime) -> bool:
    """Whether somebody is still to hear what became of what they asked for, now or on the next working day."""
    ahead = tellings_ahead(ruled.file, ruled.rulebook, ruled.organisation)
    return any(one.ends is None or now < one.ends for one in ahead)


def settlements_ahead(ruled: RuledFile, now: datetime) -> Iterator[Prospect]:
    """When silences will count, or the review be concluded, if nobody acts."""
    yield from silences_ahead(ruled.file, ruled.rulebook, ruled.organisation, now)
    if isinstance(ruled.file, Review):
        at = conclusion_prospect(ruled.file, ruled.rulebook, ruled.organisation)
        if at is not None:
            yield Prospect(at)


def prospects(ruled: RuledFile, now: datetime) -> Iterator[Prospect]:
    """Everything that is to be done for a file as things stand, from when on."""
    yield from _said_and_done(ruled, now)
    yield from settlements_ahead(ruled, now)


def _said_and_done(ruled: RuledFile, now: datetime) -> Iterator[Prospect]:
    """All but what settles itself: rungs, acts, what is told once; what has come already among them."""
    yield from rungs_ahead(ruled.file, ruled.rulebook)
    yield from acts_ahead(ruled.file, ruled.rulebook, now)
    yield from tellings_ahead(ruled.file, ruled.rulebook, ruled.organisation)


def next_due(ruled: RuledFile, now: datetime) -> datetime | None:
    """When something is to be done next: now if a rung waits, later for what settles itself; None if never.

    What settles itself now is being done now, or withheld; on a day on which people do not work it waits.
    """
    calendar = ruled.rulebook.calendar_of(ruled.file.region)
    rests = calendar.sendable_from(now) > now
    later = (one for one in settlements_ahead(ruled, now) if rests or one.at > now)
    return first_of((*_said_and_done(ruled, now), *later), calendar, now)


def _seconds_until_next(ruled: RuledFile, now: datetime, *, withheld: bool) -> float:
    following = next_due(ruled, now)
    seconds = LOOK_AGAIN_SECONDS if withheld else LONGEST_WAIT_SECONDS
    if ruled.file.acts.refused:
        seconds = min(seconds, LOOK_AGAIN_AT_REFUSED_SECONDS)
    return seconds if following is None else min(seconds, max(0.0, (following - now).total_seconds()))
