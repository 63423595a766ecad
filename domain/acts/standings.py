"""How each act of a file stands at an instant: what it waits for, when it will be done, what keeps it from it."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, datetime, timedelta
from typing import Literal

from domain.acts.clocks import announced_until
from domain.cooperations import acts as cooperations
from domain.cooperations.state import Cooperation
from domain.deadlines.prospects import Prospect
from domain.files.acts import HeldAct, RefusedAct
from domain.files.file import KeptFile
from domain.files.planned_act import PlannedAct
from domain.fundings import acts as fundings
from domain.fundings.state import Funding
from domain.kernel.calendar import WorkingDays, due_after
from domain.kernel.moments import latest, start_of
from domain.rulebook import Rulebook
from domain.rulebook.lengths import is_positive

MOST_IN_A_ROW = 20
"""How many acts a file does by itself before a person does something about it."""

ActState = Literal[
    "awaits", "coming", "to-announce", "announced", "due", "held", "refused", "asleep", "stopped"
]
"""Whether what it waits for has not come, or will; it is to be announced, or is; it is due; people hold it back; the
rules refused it; the file sleeps; or it did too much by itself."""


@dataclass(frozen=True, slots=True)
class ActStanding:
    """An act as it stands; ``at`` is when it will be done as things are, None if nobody knows."""

    planned: PlannedAct
    state: ActState
    at: datetime | None = None
    announced_at: datetime | None = None
    """When it is to be announced, if it still is."""
    held_until: date | None = None
    refused: RefusedAct | None = None


def acts_of(file: KeptFile, rulebook: Rulebook, now: datetime) -> tuple[ActStanding, ...]:
    """Every act that the rulebook still prescribes for a file as it stands, in the rulebook's order.

    Found once for an instant: assessing a file, deciding and listing its tasks ask the same several times over.
    """
    known = file.memo.get("acts")
    if known is None or known[0] is not rulebook or known[1][0] != now:
        calendar = rulebook.calendar_of(file.region)
        found = (_standing(one, file, rulebook, calendar, now) for one in planned_acts(file, rulebook, now))
        known = file.memo["acts"] = rulebook, (now, tuple(found))
    answer: tuple[ActStanding, ...] = known[1][1]
    return answer


def due_acts(file: KeptFile, rulebook: Rulebook, now: datetime) -> tuple[ActStanding, ...]:
    """Those to announce or to do now, those among them that the rules refused last time too.

    None on a day on which people do not work.
    """
    if rulebook.calendar_of(file.region).sendable_from(now) > now:
        return ()
    return tuple(
        one for one in acts_of(file, rulebook, now) if one.state in ("to-announce", "due", "refused")
    )


def acts_ahead(file: KeptFile, rulebook: Rulebook, now: datetime) -> Iterator[Prospect]:
    """When acts will be announced or done by themselves; not those that wait for something else."""
    for one in acts_of(file, rulebook, now):
        following = one.announced_at or one.at
        if following is not None and one.state not in ("refused", "asleep", "stopped"):
            yield Prospect(following)


def planned_acts(file: KeptFile, rulebook: Rulebook, now: datetime) -> Iterator[PlannedAct]:
    """The acts of a cooperation's phase, or of a funding's instrument, that are not done; a review has none."""
    match file:
        case Cooperation():
            yield from cooperations.planned_acts(file, rulebook, now)
        case Funding():
            yield from fundings.planned_acts(file, rulebook)


def planned_act(occurrence: str, file: KeptFile, rulebook: Rulebook) -> PlannedAct | None:
    """One occurrence that is not done as of the file's last entry; None if there is none such."""
    last = latest(file.entries[file.entry].at, rulebook.zone_of(file.region))
    found = (one for one in planned_acts(file, rulebook, last) if one.occurrence == occurrence)
    return next(found, None)


def _standing(
    planned: PlannedAct, file: KeptFile, rulebook: Rulebook, calendar: WorkingDays, now: datetime
) -> ActStanding:
    held = file.acts.held.get(planned.act.act)
    if held and (held.until is None or calendar.day_of(now) <= held.until):
        return ActStanding(planned, "held", _released(held, planned, calendar), held_until=held.until)
    if file.asleep:
        return ActStanding(planned, "asleep")
    if planned.since is None:
        return ActStanding(planned, "awaits")
    if file.acts.in_a_row >= MOST_IN_A_ROW:
        return ActStanding(planned, "stopped")
    since = calendar.sendable_from(max(planned.since, _under_these_rules(file, calendar)))
    if is_positive(planned.act.delay):
        return _announced(planned, since, file, rulebook, calendar, now)
    if since > now:
        return ActStanding(planned, "coming", since)
    return _due(planned, since, file)


def _released(held: HeldAct, planned: PlannedAct, calendar: WorkingDays) -> datetime | None:
    """When it may be done again, if what it waits for is there; None if nobody knows."""
    if held.until is None or planned.since is None:
        return None
    return calendar.sendable_from(start_of(held.until + timedelta(days=1), calendar.tz))


def _announced(
    planned: PlannedAct,
    since: datetime,
    file: KeptFile,
    rulebook: Rulebook,
    calendar: WorkingDays,
    now: datetime,
) -> ActStanding:
    """First to be announced, then to be done once its delay has passed, moved by pauses as a deadline is.

    What was refused had been announced.
    """
    if refused := file.acts.refused.get(planned.occurrence):
        return _due(planned, latest(file.entries[refused.since].at, calendar.tz), file)
    until = announced_until(planned, file, rulebook)
    if until is None:
        done = calendar.sendable_from(due_after(max(since, now), planned.act.delay, calendar.tz).passes_at)
        return ActStanding(planned, "to-announce" if since <= now else "coming", done, since)
    at = calendar.sendable_from(until)
    return ActStanding(planned, "announced", at) if at > now else _due(planned, at, file)


def _due(planned: PlannedAct, at: datetime, file: KeptFile) -> ActStanding:
    refused = file.acts.refused.get(planned.occurrence)
    return ActStanding(planned, "refused" if refused else "due", at, refused=refused)


def _under_these_rules(file: KeptFile, calendar: WorkingDays) -> datetime:
    """Since when the file runs under its rulebook: what these rules prescribe is not late before."""
    left = file.left_rulebooks[-1:] if isinstance(file, Cooperation) else ()
    moment = file.entries[left[0][0]].at if left else None
    return latest(moment, calendar.tz) if moment else datetime.min.replace(tzinfo=calendar.tz)
