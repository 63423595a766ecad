"""Who holds which roles at one instant, looked up once for all that ask about it."""

from datetime import datetime

from domain.kernel.values import Role
from domain.people.roles import holders, roles_anywhere, roles_of
from domain.people.state import Organisation


class RolesNow:
    """The roles of an organisation's people at an instant, for a list of things that wait for some of them."""

    def __init__(self, people: Organisation, now: datetime) -> None:
        self.people = people
        self._now = now
        self._roles: dict[tuple[str, str | None], frozenset[Role]] = {}
        self._holders: dict[tuple[Role, str | None], tuple[str, ...]] = {}

    def of(self, person: str, region: str | None) -> frozenset[Role]:
        """The roles that somebody holds for a region; wherever, if there is none."""
        key = (person, region)
        if key not in self._roles:
            here = region is not None
            self._roles[key] = (
                roles_of(self.people, person, region, self._now)
                if here
                else roles_anywhere(self.people, person, self._now)
            )
        return self._roles[key]

    def holders(self, role: Role, region: str | None) -> tuple[str, ...]:
        """Who holds a role for a region, those of that very region first; wherever, if there is none."""
        key = (role, region)
        if key not in self._holders:
            anywhere = dict.fromkeys(one.person for one in self.people.grants.values() if one.role is role)
            self._holders[key] = (
                tuple(one for one in anywhere if role in self.of(one, None))
                if region is None
                else holders(self.people, role, region, self._now)
            )
        return self._holders[key]
