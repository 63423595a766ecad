"""What a life is rehearsed on: the rules, the scenario, who plays, where, from when until when."""

from dataclasses import dataclass
from datetime import date, datetime
from zoneinfo import ZoneInfo

from application.ports import Rulebooks
from application.rehearsal.cast import REGION, cast_of, open_call
from application.rehearsal.scenario import OFFICE_HOUR, Player, Scenario, Script
from domain.cooperations.decide.calls import cannot_open
from domain.kernel.calendar import WorkingDays, plus
from domain.kernel.moments import write_instant
from domain.rulebook import Rulebook


@dataclass(frozen=True, slots=True)
class Stage:
    """Everything that a life needs; instants are in the zone of the region."""

    rulebooks: Rulebooks
    rulebook: Rulebook
    script: Script
    cast: tuple[Player, ...]
    region: str
    beginning: datetime
    until: datetime


def region_of(scenario: Scenario | None, wanted: str | None) -> str:
    """Where it takes place: as wanted, else as the scenario says."""
    return wanted or (scenario.region if scenario else None) or REGION


def beginning_of(rulebook: Rulebook, region: str, since: date | None, today: date) -> datetime:
    """When it begins: on the day wanted, else today; if no file may be opened then, on the first day that one may."""
    calendar = rulebook.calendar_of(region)
    if since is None:
        days = [calendar.next_working_day(day) for day in (today, *_openings(rulebook))]
        since = next(
            (day for day in days if _opens(rulebook, at_office(day, calendar), calendar.tz)), days[0]
        )
    return at_office(since, calendar)


def staged(
    rulebooks: Rulebooks, rulebook: Rulebook, script: Script, region: str, beginning: datetime, years: int
) -> Stage:
    """The stage of a scenario; who plays is its own cast, or the usual one."""
    cast = cast_of(script.scenario, rulebook, region)
    until = plus(beginning, f"P{years}Y", exact=True).at
    return Stage(rulebooks, rulebook, script, cast, region, beginning, until)


def at_office(day: date, calendar: WorkingDays) -> datetime:
    """The hour at which people act, in a calendar's zone."""
    return datetime.combine(day, OFFICE_HOUR, calendar.tz)


def _openings(rulebook: Rulebook) -> tuple[date, ...]:
    """The days on which the programme or one of its calls opens, soonest first."""
    opens = [one.opens for one in (rulebook.calls.calls if rulebook.calls else ())]
    opens.append(rulebook.period.since if rulebook.period else None)
    return tuple(sorted(day for day in opens if day))


def _opens(rulebook: Rulebook, at: datetime, zone: ZoneInfo) -> bool:
    moment = write_instant(at)
    return cannot_open(open_call(rulebook, moment, zone), rulebook, moment, zone) is None
