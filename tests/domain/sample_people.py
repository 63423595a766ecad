"""The people of the tests: one for each role, all in Occitanie but those who serve the whole organisation."""

from datetime import date

from domain.kernel.event import Event
from domain.kernel.ids import ORGANISATION_STREAM
from domain.kernel.ledger import LedgerKind
from domain.kernel.prose import Prose
from domain.kernel.recorded import Recorded
from domain.kernel.values import Language, Role
from domain.people.events import OrganisationFounded, PersonRegistered, RoleGranted
from domain.people.evolve import evolve_organisation
from domain.people.state import Organisation

REGION = "occitanie"


def person(number: int) -> str:
    """The id of the tests' ``number``-th person."""
    return f"p-{number:012x}"


IN_ROLE = {role: person(number) for number, role in enumerate(Role, start=1)}
"""Who holds which role."""

MANAGER = IN_ROLE[Role.PROGRAMME_MANAGER]
ELECTED = IN_ROLE[Role.ELECTED_REPRESENTATIVE]
ADMINISTRATOR = IN_ROLE[Role.ADMINISTRATOR]
STEERING = IN_ROLE[Role.STEERING_COMMITTEE]
AUDITOR = IN_ROLE[Role.AUDITOR]
SECOND_MANAGER = person(90)
NOBODY = person(91)
"""Registered, without a role."""
STRANGER = person(92)
"""Not registered."""

_EVERYWHERE = {Role.ADMINISTRATOR, Role.BOARD, Role.AUDITOR}
SINCE = date(2020, 1, 1)


def registered(who: str) -> PersonRegistered:
    """Somebody is known."""
    name, email = Prose(vault=f"name-{who}", digest="d"), Prose(vault=f"email-{who}", digest="d")
    return PersonRegistered(person=who, name=name, email=email, language=Language.FRENCH)


def granted(
    who: str, role: Role, region: str | None = REGION, since: date = SINCE, until: date | None = None
) -> RoleGranted:
    """Somebody holds a role; the grant is named after both."""
    return RoleGranted(
        grant=f"grant/{who}/{role}", person=who, role=role, region=region, since=since, until=until
    )


FOUNDED: tuple[Event, ...] = (
    OrganisationFounded(name="Fondation", kind=LedgerKind.REAL, zone=None),
    *(registered(who) for who in (*IN_ROLE.values(), SECOND_MANAGER, NOBODY)),
    *(granted(who, role, None if role in _EVERYWHERE else REGION) for role, who in IN_ROLE.items()),
    granted(SECOND_MANAGER, Role.PROGRAMME_MANAGER),
)
"""How the organisation of the tests came to be."""


def organisation(*events: Event, at: str = "2026-01-01T00:00:00Z") -> Organisation:
    """The organisation that these events make."""
    state = Organisation()
    for entry, event in enumerate(events, start=1):
        recorded = Recorded(
            event=event,
            stream=ORGANISATION_STREAM,
            entry=entry,
            effective_at=at,
            actor=ADMINISTRATOR,
            command_id=f"c/{entry}",
            cause=f"c/{entry}",
            correlation=f"c/{entry}",
            rulebook=None,
        )
        state = evolve_organisation(state, recorded)
    return state


PEOPLE = organisation(*FOUNDED)
