"""The organisation: its founding, its people and their roles, handing over all of somebody's files."""

from zoneinfo import ZoneInfo

from domain.commands import (
    ChangePerson,
    FoundOrganisation,
    GrantRole,
    HandOverAllFiles,
    HandOverOpinions,
    OrganisationCommand,
    PublishRulebook,
    RecordOutage,
    RegisterPerson,
    RevokeRole,
)
from domain.decide.cascade import handed_over
from domain.decide.handing_over import hand_over_opinions
from domain.decide.people import change, register, unusable
from domain.decide.publishing import publish_rulebook
from domain.decide.setting import Decision, Happening, Setting, effective_at, in_future, unfit_managers
from domain.decide.silence import record_outage
from domain.directory import holders, holds_now, in_force
from domain.events import (
    FilesHandedOver,
    ManagersChanged,
    OrganisationFounded,
    PersonRegistered,
    RoleGranted,
    RoleRevoked,
)
from domain.ids import ORGANISATION_STREAM, cooperation_stream, person_id
from domain.moments import PARIS, day_of
from domain.refusals import Refusal, refuse
from domain.state import Cooperation, Organisation
from domain.values import Role


def decide_organisation(command: OrganisationCommand, setting: Setting) -> tuple[Happening, ...] | Refusal:
    """What a command about the organisation gives."""
    organisation = setting.organisation
    if not isinstance(command, FoundOrganisation) and organisation.entry == 0:
        return refuse("not_founded")
    if refusal := in_future(command, setting, organisation.zone_of(None)):
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
        case PublishRulebook():
            decision = publish_rulebook(command, setting)
        case RecordOutage():
            decision = record_outage(command, setting)
        case HandOverAllFiles():
            return _hand_over_all(command, setting)
        case HandOverOpinions():
            return hand_over_opinions(command, setting)
    if isinstance(decision, Refusal):
        return decision
    at = effective_at(command, setting)
    return tuple(Happening(ORGANISATION_STREAM, event, at) for event in decision)


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
    zone = organisation.zone_of(command.region)
    since = command.since or day_of(setting.now, zone)
    if command.until and command.until < since:
        return refuse("term_reversed")
    same = (command.person, command.role, command.region)
    if any(
        (one.person, one.role, one.region) == same and in_force(one, setting.now, zone)
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


def _hand_over_all(command: HandOverAllFiles, setting: Setting) -> tuple[Happening, ...] | Refusal:
    """One act, an event on each file: all of them or none. Their reviews and fundings hear of it."""
    if command.from_person == command.to_person:
        return refuse("changes_nothing")
    files = [one for one in setting.beside.values() if isinstance(one, Cooperation)]
    theirs = [file for file in files if command.from_person in file.managers and file.closed is None]
    if not theirs:
        return refuse("no_files", person=command.from_person)
    at = effective_at(command, setting)
    happenings = [
        Happening(
            ORGANISATION_STREAM,
            FilesHandedOver(
                from_person=command.from_person,
                to_person=command.to_person,
                files=tuple(file.id for file in theirs),
                reason=command.reason,
            ),
            at,
        )
    ]
    for file in theirs:
        managers = _replaced(file.managers, command.from_person, command.to_person)
        if unfit := unfit_managers(managers, file.region, setting):
            return unfit
        changed = ManagersChanged(managers=managers, reason=command.reason)
        happenings.append(Happening(cooperation_stream(file.id), changed, at))
        happenings.extend(handed_over(file, managers, setting, at))
    return tuple(happenings)


def _replaced(managers: tuple[str, ...], old: str, new: str) -> tuple[str, ...]:
    return tuple(dict.fromkeys(new if one == old else one for one in managers))
