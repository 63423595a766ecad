"""The people who play when a scenario names none: everybody whom a programme may address, a pair in charge."""

from collections.abc import Iterator, Mapping
from datetime import date, datetime
from typing import Any
from zoneinfo import ZoneInfo

from application.commands.import_files import person_of
from application.rehearsal.scenario import Player, RoleHeld, Scenario
from application.rehearsal.seats import seats_of
from domain.kernel.ledger import LedgerKind
from domain.kernel.moments import write_instant
from domain.kernel.values import Role
from domain.registry.commands import COMMANDS, AnyCommand
from domain.rulebook import Rulebook

REGION = "occitanie"
"""Where a rehearsal takes place if nobody says otherwise."""
ADMINISTRATOR = "administrator"
"""Who administers the organisation of a rehearsal where a scenario names nobody."""
_ADMINISTERS = RoleHeld(role=Role.ADMINISTRATOR)
IN_CHARGE = (Role.PROGRAMME_MANAGER, Role.ACCOMPANYING_ORGANISATION)
"""The roles of those in charge of the file."""
PAIR = ("manager", "companion")
"""Those in charge where a scenario has no cast of its own."""
SUCCESSORS = ("successor", "other-companion")
"""Those who take over when the pair leaves; they hold no role before."""

_REGIONAL = {
    "manager": Role.PROGRAMME_MANAGER,
    "companion": Role.ACCOMPANYING_ORGANISATION,
    "elected": Role.ELECTED_REPRESENTATIVE,
    "commission": Role.REGIONAL_COMMISSION,
    "facilitator": Role.FACILITATOR,
}
_NATIONAL = {
    "jury": Role.JURY,
    "steering-committee": Role.STEERING_COMMITTEE,
    "board": Role.BOARD,
    "finance-officer": Role.FINANCE_OFFICER,
    "auditor": Role.AUDITOR,
}


def cast_of(scenario: Scenario, rulebook: Rulebook, region: str) -> tuple[Player, ...]:
    """Who plays a scenario: its own people, or the usual ones; an administrator always."""
    people = scenario.people or default_cast(rulebook, region)
    if any(_ADMINISTERS in one.roles for one in people):
        return people
    return (*people, Player(alias=ADMINISTRATOR, roles=(_ADMINISTERS,)))


def default_cast(rulebook: Rulebook, region: str) -> tuple[Player, ...]:
    """One person for each role, or as many as the programme’s panels need; those of the region first."""
    seats = seats_of(rulebook)
    held = {alias: RoleHeld(role=role, region=region) for alias, role in _REGIONAL.items()}
    held |= {alias: RoleHeld(role=role) for alias, role in _NATIONAL.items()}
    return (
        *(Player(alias=alias, roles=(role,)) for alias, role in held.items()),
        *(
            Player(alias=f"{alias}-{number}", roles=(role,))
            for alias, role in held.items()
            for number in range(2, seats.get(role.role, 1) + 1)
        ),
        *(Player(alias=one) for one in SUCCESSORS),
    )


def in_charge(people: tuple[Player, ...]) -> tuple[str, ...]:
    """A pair (binôme) from the cast: the first programme manager, with the first who accompanies."""
    firsts = (
        next((one.alias for one in people if role in {held.role for held in one.roles}), None)
        for role in IN_CHARGE
    )
    return tuple(dict.fromkeys(one for one in firsts if one))


def grant_id(alias: str, role: RoleHeld) -> str:
    """The command that grants a role to a player: scenarios revoke it by this id."""
    return f"rehearsal/role/{alias}/{role.role.value}/{role.region or 'all'}"


def founder_of(people: tuple[Player, ...]) -> str:
    """Who founds the organisation: the first who administers all of it."""
    return next(one.alias for one in people if _ADMINISTERS in one.roles)


def founding(people: tuple[Player, ...], day: date) -> Iterator[AnyCommand]:
    """The commands that make the organisation, from ``day`` on."""
    founder = founder_of(people)
    administrator = person_of(founder)
    yield _command(
        type="FoundOrganisation",
        command_id=f"import/person/{founder}",
        actor=administrator,
        name="Répétition",
        kind=LedgerKind.SIMULATION,
        administrator_name=founder,
        administrator_email=_address(founder),
    )
    for player in people:
        if player.alias != founder:
            yield _command(
                type="RegisterPerson",
                command_id=f"import/person/{player.alias}",
                actor=administrator,
                name=player.alias,
                email=_address(player.alias),
            )
        for role in player.roles:
            if (player.alias, role) != (founder, _ADMINISTERS):
                yield _command(
                    type="GrantRole",
                    command_id=grant_id(player.alias, role),
                    actor=administrator,
                    person=person_of(player.alias),
                    **{"since": day, **role.model_dump(exclude_none=True)},
                )


def sheet(rulebook: Rulebook, people: tuple[Player, ...], region: str, at: datetime) -> Mapping[str, Any]:
    """What the opening of the file says where a scenario does not."""
    call = open_call(rulebook, write_instant(at), rulebook.zone_of(region))
    return {
        "type": "OpenCooperation",
        "name": "Répétition",
        "territory": {"name": "Territoire d’exemple"},
        "region": region,
        "object": "Répéter la vie d’une coopération",
        "cooperation_type": "non-modelled",
        "economic_model": "hybrid",
        "origin": "residents-call",
        "programme": rulebook.programme,
        "managers": in_charge(people),
        **({"call": call} if call else {}),
    }


def open_call(rulebook: Rulebook, moment: str, zone: ZoneInfo) -> str | None:
    """The first call that may be answered then."""
    calls = rulebook.calls.calls if rulebook.calls else ()
    return next((one.call for one in calls if one.is_open(moment, zone)), None)


def _address(alias: str) -> str:
    return f"{alias}@example.org"


def _command(**fields: Any) -> AnyCommand:
    return COMMANDS.validate_python(fields)
