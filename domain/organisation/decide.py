"""The organisation: its founding, its people and their roles, its rulebooks, its outages."""

from zoneinfo import ZoneInfo

from domain.files.order import in_future
from domain.files.regions import unknown_region
from domain.files.setting import Decision, Happening, Setting, effective_at
from domain.kernel.ids import ORGANISATION_STREAM, person_id
from domain.kernel.moments import PARIS, day_of
from domain.kernel.refusal import Refusal, refuse
from domain.kernel.values import Role
from domain.organisation.commands import (
    ChangePerson,
    FoundOrganisation,
    GrantRole,
    NameRegion,
    OrganisationCommand,
    OwnCommand,
    PublishRulebook,
    RecordOutage,
    RegisterPerson,
    RevokeRole,
)
from domain.organisation.outages import record_outage
from domain.organisation.publishing import publish_rulebook
from domain.organisation.regions import name_region
from domain.organisation.registration import change, register, unusable
from domain.people.events import (
    OrganisationFounded,
    PersonRegistered,
    RoleGranted,
    RoleRevoked,
)
from domain.people.roles import holders, holds_now, in_force
from domain.people.state import Organisation


def decide_organisation(command: OwnCommand, setting: Setting) -> tuple[Happening, ...] | Refusal:
    """What a command about the organisation gives in its own stream."""
    organisation = setting.organisation
    if refusal := not_taken_up(command, setting):
        return refusal
    match command:
        case FoundOrganisation():
            decision = _found(command, organisation, setting)
        case RegisterPerson():
            decision = register(command, setting)
        case ChangePerson():
            decision = change(command, setting)
        case GrantRole():
            decision = _grant(command, organisation, setting)
        case RevokeRole():
            decision = _revoke(command, organisation, setting)
        case NameRegion():
            decision = name_region(command, setting)
        case PublishRulebook():
            decision = publish_rulebook(command, setting)
        case RecordOutage():
            decision = record_outage(command, setting)
    if isinstance(decision, Refusal):
        return decision
    at = effective_at(command, setting)
    return tuple(Happening(ORGANISATION_STREAM, event, at) for event in decision)


def not_taken_up(command: OrganisationCommand, setting: Setting) -> Refusal | None:
    """Why a command about the organisation cannot be taken up at all; None if it can."""
    organisation = setting.organisation
    if not isinstance(command, FoundOrganisation) and organisation.entry == 0:
        return refuse("not_founded")
    return in_future(command, setting, organisation.zone_of(None))


def _found(command: FoundOrganisation, organisation: Organisation, setting: Setting) -> Decision:
    if organisation.entry:
        return refuse("already_founded")
    if refusal := unusable(command.administrator_email):
        return refusal
    person = person_id(command.command_id)
    return (
        OrganisationFounded(name=command.name, kind=command.kind, zone=command.zone),
        PersonRegistered(
            person=person,
            name=command.administrator_name,
            email=command.administrator_email,
            language=command.language,
        ),
        RoleGranted(
            grant=command.command_id,
            person=person,
            role=Role.ADMINISTRATOR,
            region=None,
            since=day_of(setting.now, ZoneInfo(command.zone) if command.zone else PARIS),
            until=None,
        ),
    )


def _grant(command: GrantRole, organisation: Organisation, setting: Setting) -> Decision:
    if command.person not in organisation.people:
        return refuse("unknown_person", person=command.person)
    if refusal := unknown_region(command.region, setting):
        return refusal
    zone = organisation.zone_of(command.region)
    since = command.since or day_of(setting.now, zone)
    if command.until and command.until < since:
        return refuse("term_reversed")
    if any(
        one.person == command.person
        and (one.role, one.region) == (command.role, command.region)
        and in_force(one, setting.now, zone)
        for one in organisation.grants.values()
    ):
        return refuse("already_granted", role=command.role)
    return (
        RoleGranted(
            grant=command.command_id,
            person=command.person,
            role=command.role,
            region=command.region,
            since=since,
            until=command.until,
        ),
    )


def _revoke(command: RevokeRole, organisation: Organisation, setting: Setting) -> Decision:
    grant = organisation.grants.get(command.grant)
    if grant is None or grant.revoked_at:
        return refuse("unknown_grant", grant=command.grant)
    administrators = holders(organisation, Role.ADMINISTRATOR, None, setting.now)
    administers = grant.role is Role.ADMINISTRATOR and grant.region is None
    if administers and holds_now(organisation, grant, setting.now) and administrators == (grant.person,):
        return refuse("last_administrator")
    return (RoleRevoked(grant=command.grant, reason=command.reason),)
