"""Which life is to be rehearsed, as the address of its page asks."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date

from application.rehearsal.builtin import NAMES
from application.rehearsal.cast import REGION
from domain.kernel.moments import day_of
from domain.rulebook import Rulebook
from language import Text
from queries.choosing.regions import regions_to_choose
from queries.portfolio_choices import Choice, region_name
from queries.visit import Visit
from wording.rehearsals import NO_SUCH_DAY

LONGEST = 10
USUAL = 4
"""Years."""
_EARLIEST, _LATEST = 1980, 2100


@dataclass(frozen=True, slots=True)
class Life:
    """A scenario, where it takes place, from which day (None: today, or as soon as a file may be opened), how long."""

    scenario: str
    region: str
    since: date | None
    today: date
    years: int
    mistake: Text | None = None
    """Why it cannot be rehearsed like this."""


def life_asked(visit: Visit, rulebook: Rulebook, asked: Mapping[str, str]) -> Life:
    """The life of an address; what nobody knows is as if it were not there, but for a day that is none."""
    regions = dict(region_choices_of(visit, rulebook))
    region, years, since = asked.get("region", ""), asked.get("annees", ""), asked.get("de", "").strip()
    today = day_of(visit.now, visit.zone)
    known = REGION if REGION in regions else next(iter(regions), REGION)
    day = _day(since)
    return Life(
        scenario=asked["scenario"] if asked.get("scenario") in NAMES else NAMES[0],
        region=region if region in regions else known,
        since=day,
        today=today,
        years=int(years) if years.isascii() and years.isdigit() and 1 <= int(years[:3]) <= LONGEST else USUAL,
        mistake=NO_SUCH_DAY if since and day is None else None,
    )


def region_choices_of(visit: Visit, rulebook: Rulebook) -> Sequence[Choice]:
    """The regions where it may take place, by name."""
    rulebooks = (*visit.service.rulebooks.versions(visit.people), rulebook)
    choices = [(one, region_name(visit, one)) for one in regions_to_choose(visit.people, rulebooks)]
    return sorted(choices, key=lambda one: one[1].fr.casefold())


def _day(text: str) -> date | None:
    """A day that calendars hold."""
    try:
        day = date.fromisoformat(text)
    except ValueError:
        return None
    return day if _EARLIEST <= day.year <= _LATEST else None
