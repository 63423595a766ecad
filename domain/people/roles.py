"""An organisation's people and their roles: folding its events, and who holds what when."""

from datetime import datetime
from zoneinfo import ZoneInfo

from domain.kernel.moments import day_of
from domain.kernel.values import Role
from domain.people.state import Grant, Organisation


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
