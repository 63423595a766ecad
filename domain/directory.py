"""An organisation's people and their roles: folding its events, and who holds what when."""

from dataclasses import replace
from datetime import datetime
from zoneinfo import ZoneInfo

from domain.events import (
    OrganisationFounded,
    OutageRecorded,
    PersonChanged,
    PersonRegistered,
    RoleGranted,
    RoleRevoked,
    RulebookAdopted,
    RulebookPublished,
)
from domain.events.recorded import Recorded
from domain.moments import day_of, earliest
from domain.rulebook import Rulebook
from domain.state import Grant, Organisation, Outage, Person
from domain.values import Role


def evolve_organisation(state: Organisation, recorded: Recorded) -> Organisation:
    """The organisation after one more event."""
    state = replace(state, entry=recorded.entry)
    match recorded.event:
        case OrganisationFounded(name=name, kind=kind, zone=zone):
            return replace(state, name=name, kind=kind, zone=zone, zones={None: zone} if zone else {})
        case PersonRegistered() as event:
            person = Person(event.person, event.name, event.email, event.language)
            return replace(state, people={**state.people, person.id: person})
        case PersonChanged() as event:
            before = state.people[event.person]
            person = Person(
                before.id,
                event.name or before.name,
                event.email or before.email,
                event.language or before.language,
            )
            return replace(state, people={**state.people, person.id: person})
        case RoleGranted() as event:
            grant = Grant(event.grant, event.person, event.role, event.region, event.since, event.until)
            return replace(state, grants={**state.grants, grant.id: grant})
        case RulebookPublished(rulebook=written):
            published = Rulebook.model_validate(written, strict=False)
            return replace(
                state,
                rulebooks={**state.rulebooks, published.id: published},
                zones={**state.zones, **_zones(published, state.zone)},
            )
        case RulebookAdopted(rulebook=key, digest=digest):
            return replace(state, adopted={**state.adopted, key: digest})
        case OutageRecorded(since=since, until=until):
            away = Outage(datetime.fromisoformat(since), datetime.fromisoformat(until))
            return replace(state, outages=(*state.outages, away))
        case RoleRevoked(grant=key):
            grant = state.grants[key]
            revoked_at = earliest(recorded.effective_at, state.zone_of(grant.region))
            return replace(state, grants={**state.grants, key: replace(grant, revoked_at=revoked_at)})
    return state


def _zones(published: Rulebook, own: str | None) -> dict[str | None, str]:
    regions: dict[str | None, str] = {region: one.zone for region, one in published.regions.items()}
    return regions | {None: own or published.calendar.zone}


def in_force(grant: Grant, now: datetime, zone: ZoneInfo) -> bool:
    """Whether a grant holds at an instant: within its days, which are those of a zone, and not revoked."""
    day = day_of(now, zone)
    begun = grant.since <= day and (grant.until is None or day <= grant.until)
    return begun and (grant.revoked_at is None or now < grant.revoked_at)


def holds_now(organisation: Organisation, grant: Grant, now: datetime) -> bool:
    """Whether a grant holds at an instant by the days of its own region; of the organisation, if it is for all."""
    return in_force(grant, now, organisation.zone_of(grant.region))


def holders(organisation: Organisation, role: Role, region: str | None, now: datetime) -> tuple[str, ...]:
    """Who holds a role for a region now, those of that very region first, in the order of their grants."""
    zone = organisation.zone_of(region)
    grants = [
        grant
        for grant in organisation.grants.values()
        if grant.role is role and grant.region in (region, None) and in_force(grant, now, zone)
    ]
    grants.sort(key=lambda grant: grant.region is None)
    return tuple(dict.fromkeys(grant.person for grant in grants))


def roles_anywhere(organisation: Organisation, person: str, now: datetime) -> frozenset[Role]:
    """The roles that a person holds now, for whichever region: each by the days of its own."""
    return frozenset(
        grant.role
        for grant in organisation.grants.values()
        if grant.person == person and holds_now(organisation, grant, now)
    )


def roles_of(organisation: Organisation, person: str, region: str | None, now: datetime) -> frozenset[Role]:
    """The roles that a person holds for a region now; ``region`` None asks for organisation-wide roles only."""
    zone = organisation.zone_of(region)
    return frozenset(
        grant.role
        for grant in organisation.grants.values()
        if grant.person == person and grant.region in (region, None) and in_force(grant, now, zone)
    )
