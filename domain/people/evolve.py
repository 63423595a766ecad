"""How an organisation's people and roles change with its events."""

from dataclasses import replace
from datetime import datetime

from domain.kernel.moments import earliest
from domain.kernel.recorded import Recorded
from domain.people.events import (
    OrganisationFounded,
    OutageRecorded,
    PersonChanged,
    PersonRegistered,
    RegionNamed,
    RoleGranted,
    RoleRevoked,
    RulebookAdopted,
    RulebookPublished,
)
from domain.people.state import Grant, Organisation, Outage, Person
from domain.rulebook import Rulebook


def _zones(published: Rulebook, own: str | None) -> dict[str | None, str]:
    regions: dict[str | None, str] = {region: one.zone for region, one in published.regions.items()}
    return regions | {None: own or published.calendar.zone}


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
        case RegionNamed(region=region, fr=fr, en=en):
            return replace(state, regions={**state.regions, region: (fr, en)})
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
