"""A day is judged where the file lives: roles, what is to come, the last day of a delegation, and a year."""

from collections.abc import Iterable
from dataclasses import replace
from datetime import UTC, date, datetime
from zoneinfo import ZoneInfo

import pytest

from domain.cooperations.events.file import CooperationOpened
from domain.decide.decide import decide
from domain.files.fold import later_steps
from domain.files.setting import Setting
from domain.kernel.event import Event
from domain.kernel.ledger import LedgerKind
from domain.kernel.moments import PARIS, earliest, latest
from domain.kernel.refusal import Refusal
from domain.kernel.values import Role
from domain.people.events import OrganisationFounded, RulebookPublished
from domain.people.roles import holders, roles_anywhere, roles_of
from domain.people.state import Organisation
from domain.rulebook import Rulebook
from tests.domain.kit import STREAM, do, file_of
from tests.domain.rules import RULES
from tests.domain.sample_people import FOUNDED, MANAGER, NOBODY, granted, organisation
from tests.domain.vocabulary import BEGUN
from wording.naming import Naming
from wording.refusals import explain

PAPEETE = ZoneInfo("Pacific/Tahiti")
REGION = "polynesie-francaise"
THERE = Rulebook.model_validate_json(
    RULES.model_copy(update={"regions": {}}).model_dump_json(exclude_unset=True)[:-1]
    + f',"regions":{{"{REGION}":{{"holidays":"FR-987","zone":"Pacific/Tahiti"}}}}}}'
)
"""The tests' programme, with a region at the other end of the world."""

AFTERNOON = datetime(2026, 11, 30, 1, 48, tzinfo=UTC)
"""15:48 on the 29th in Papeete; in Paris the 30th has begun."""


def _published(rulebook: Rulebook = THERE) -> Event:
    return RulebookPublished(
        programme=rulebook.programme,
        number=rulebook.version,
        digest=rulebook.digest,
        rulebook=rulebook.written(),
        reason=None,
    )


def _people(*events: Event) -> Organisation:
    return organisation(*FOUNDED, _published(), *events)


def _setting(*events: Event, now: datetime = AFTERNOON) -> Setting:
    return Setting(_people(granted(MANAGER, Role.PROGRAMME_MANAGER, REGION), *events), THERE, now)


def _elsewhere(events: Iterable[Event]) -> list[Event]:
    return [
        one.model_copy(update={"region": REGION}) if isinstance(one, CooperationOpened) else one
        for one in events
    ]


@pytest.mark.parametrize("region", [REGION, None])
def test_a_role_until_the_29th_holds_on_the_29th_of_where_the_file_lives(region: str | None) -> None:
    """Also one for all regions; where it is the 30th already, it is over."""
    grant = granted(NOBODY, Role.JURY, region, until=date(2026, 11, 29))
    people = _people(grant)
    assert Role.JURY in roles_of(people, NOBODY, REGION, AFTERNOON)
    assert NOBODY in holders(people, Role.JURY, REGION, AFTERNOON)
    assert Role.JURY not in roles_of(people, NOBODY, "occitanie", AFTERNOON)
    assert (Role.JURY in roles_anywhere(people, NOBODY, AFTERNOON)) == (region is not None)
    assert Role.JURY not in roles_of(people, NOBODY, REGION, AFTERNOON.replace(hour=10))


def test_a_role_begins_on_the_day_of_its_region() -> None:
    """A role granted without a first day begins on the day that it is there."""
    for region, day in ((REGION, date(2026, 11, 29)), (None, date(2026, 11, 30))):
        where = {"region": region} if region else {}
        found = decide(do("GrantRole", person=NOBODY, role="jury", **where), None, _setting())
        assert not isinstance(found, Refusal)
        assert getattr(found[0].event, "since", None) == day


@pytest.mark.parametrize(("day", "code"), [("2026-11-29", None), ("2026-11-30", "in_future")])
def test_a_visit_of_tomorrow_is_in_the_future_where_it_is_still_today(day: str, code: str | None) -> None:
    """Though in Paris that day has begun."""
    file = file_of(*_elsewhere(BEGUN))
    found = decide(do("RecordContact", kind="visit", effective_at=day), file, _setting())
    assert (found.code if isinstance(found, Refusal) else None) == code


@pytest.mark.parametrize(
    ("home", "fr", "en"),
    [
        (
            PARIS,
            "29 novembre 2026 à 15\u00a0h\u00a048, heure de Papeete",
            "29 November 2026 at 15:48, Papeete time",
        ),
        (PAPEETE, "29 novembre 2026 à 15\u00a0h\u00a048", "29 November 2026 at 15:48"),
        (None, "29 novembre 2026 à 15\u00a0h\u00a048", "29 November 2026 at 15:48"),
    ],
)
def test_a_refusal_tells_the_hour_of_the_file_marked_for_who_lives_elsewhere(
    home: ZoneInfo | None, fr: str, en: str
) -> None:
    """As lists and sheets do."""
    visit = do("RecordContact", kind="visit", effective_at="2026-11-30")
    refused = decide(visit, file_of(*_elsewhere(BEGUN)), _setting())
    assert isinstance(refused, Refusal)
    words = explain(refused, Naming(THERE, zone=PAPEETE, home=home))
    assert words.message[0] == f"La date donnée (30 novembre 2026) est dans le futur : nous sommes le {fr}."
    assert words.message[1] == f"The date given (30 November 2026) is in the future: it is {en}."


def test_the_same_visit_is_recorded_where_the_day_has_begun() -> None:
    """The file decides, not the organisation."""
    found = decide(do("RecordContact", kind="visit", effective_at="2026-11-30"), file_of(*BEGUN), _setting())
    assert not isinstance(found, Refusal)
    assert found[0].stream == STREAM


def test_an_organisation_lives_where_it_says_else_where_its_rulebooks_do_else_in_paris() -> None:
    """And a region where the rulebook published last that names it says."""
    assert organisation(*FOUNDED).zone_of(None) == PARIS
    home = THERE.model_copy(update={"calendar": THERE.regions[REGION]})
    home = Rulebook.model_validate({**THERE.written(), "calendar": home.calendar.model_dump()}, strict=False)
    published = organisation(*FOUNDED, _published(home))
    assert (published.zone_of(None), published.zone_of("occitanie")) == (PAPEETE, PAPEETE)
    founded = OrganisationFounded(name="Fondation", kind=LedgerKind.REAL, zone="Indian/Reunion")
    said = organisation(founded, _published(home))
    assert (said.zone_of(None), said.zone_of(REGION)) == (ZoneInfo("Indian/Reunion"), PAPEETE)


def test_a_moment_begins_and_ends_where_it_happened() -> None:
    """A day of Papeete is over eleven or twelve hours after that of Paris."""
    assert earliest("2026-11-29", PAPEETE) == datetime(2026, 11, 29, 10, 0, tzinfo=UTC)
    assert latest("2026", PAPEETE) == datetime(2027, 1, 1, 9, 59, 59, 999_999, tzinfo=UTC)


def test_which_step_was_the_last_depends_on_where_the_file_lives() -> None:
    """A day and an instant of its eve: both are kept as long as either may be the later one."""
    file = file_of(*BEGUN)
    file = replace(file, last_steps=("2026-11-29T05:00:00Z",))
    both = replace(file, last_steps=later_steps(file, "2026-11-29"))
    assert both.last_step_at(PAPEETE) == "2026-11-29"
    assert both.last_step_at(PARIS) == "2026-11-29T05:00:00Z"
    assert later_steps(both, "2026-12-02") == ("2026-12-02",)
