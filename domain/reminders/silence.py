"""Silence: when no answer by the due date counts as one, and what holds that back.

It bites at the first instant after the deadline has passed at which reminders may go out. Never before people were
told: one rung at least must have been issued, and every message of it be known to be delivered. Never within a working
day of an outage's end, nor of the first message if that went out only once the deadline had passed.
"""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import datetime
from typing import Literal

from domain.deadlines.deadline import Deadline
from domain.deadlines.heard import HeldBack, held_back, messages_about, not_after_an_outage, told_for_a_day
from domain.deadlines.prospects import Prospect
from domain.deadlines.rules import CountsAs, SilenceRule
from domain.files.file import KeptFile
from domain.kernel.calendar import WorkingDays, before
from domain.people.roles import roles_anywhere
from domain.people.state import Organisation
from domain.reminders.any_file import speaking
from domain.rulebook import Rulebook


@dataclass(frozen=True, slots=True)
class SilenceAt:
    """What silence about an open deadline will count as, and when, unless somebody answers.

    ``item`` is the gate item that it would hold. ``held_back`` says what it waits for: that people are told
    (*untold*), that a message arrives (*undelivered*), that no funding of a file that it would close is
    granted any more (*money*), that whoever owes and has lost the role of their seat is replaced (*vacant*),
    or that a working day has passed since an outage.
    """

    occurrence: str
    deadline: str
    counts_as: CountsAs
    item: str | None
    bites_at: datetime
    forecast_from: datetime
    held_back: HeldBack | None
    ends: datetime | None = None

    def bites(self, now: datetime) -> bool:
        """Whether it counts at ``now``, if people work then."""
        return self.held_back is None and now >= self.bites_at


def silences(
    file: KeptFile, rulebook: Rulebook, organisation: Organisation, now: datetime
) -> tuple[SilenceAt, ...]:
    """The silences that may still count, of deadlines that may remind; a silent file lets none of them bite."""
    return tuple(
        _silence_at(file, one, one.silence, rulebook.calendar_of(file.region), organisation, now)
        for one in speaking(file, rulebook)
        if one.silence and not one.over(now)
    )


def due_silences(
    file: KeptFile, rulebook: Rulebook, organisation: Organisation, now: datetime
) -> tuple[SilenceAt, ...]:
    """Those that count now; none on a day on which people do not work."""
    if rulebook.calendar_of(file.region).sendable_from(now) > now:
        return ()
    return tuple(one for one in silences(file, rulebook, organisation, now) if one.bites(now))


def silences_ahead(
    file: KeptFile, rulebook: Rulebook, organisation: Organisation, now: datetime
) -> Iterator[Prospect]:
    """When they will count by themselves.

    Those that wait for a message or its delivery are woken by its report, those that wait for money by the closing of
    the funding, those that wait for somebody in a seat by who takes it.
    """
    for one in silences(file, rulebook, organisation, now):
        if one.held_back in (None, "outage"):
            yield Prospect(one.bites_at, one.ends)


def _silence_at(
    file: KeptFile,
    deadline: Deadline,
    silence: SilenceRule,
    calendar: WorkingDays,
    organisation: Organisation,
    now: datetime,
) -> SilenceAt:
    told = messages_about(file, deadline)
    earliest_bite = told_for_a_day(file, deadline, told, calendar)
    bites_at = not_after_an_outage(earliest_bite, calendar, organisation)
    return SilenceAt(
        occurrence=deadline.occurrence,
        deadline=deadline.key,
        counts_as=silence.counts_as,
        item=deadline.until if silence.counts_as == "met" else None,
        bites_at=bites_at,
        forecast_from=before(earliest_bite, silence.forecast),
        held_back=held_back(told)
        or _money(file, silence)
        or _vacant(deadline, organisation, now, calendar)
        or ("outage" if earliest_bite < bites_at and now < bites_at else None),
        ends=deadline.ends,
    )


def _money(file: KeptFile, silence: SilenceRule) -> Literal["money"] | None:
    """Silence that grants the abandonment closes the file, as a person could not while money is granted to it."""
    closes = silence.counts_as == "granted"
    return "money" if closes and file.granted_fundings else None


def _vacant(
    deadline: Deadline, organisation: Organisation, now: datetime, calendar: WorkingDays
) -> Literal["vacant"] | None:
    """Who has left their role is silent for good: that is no opinion. Somebody is put in their place first."""
    owing = deadline.owing_on(calendar.day_of(now))
    gone = any(one.role not in roles_anywhere(organisation, one.person, now) for one in owing)
    return "vacant" if gone else None
