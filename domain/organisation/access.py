"""Who may give which command about the organisation: administrators of the whole of it.

And managers, to seat an outside expert for a while: they make somebody known and give them the role that a panel whose
members are named has seats for, in their own region and until a day.
"""

from datetime import timedelta

from domain.files.charge import unless_entitled, unless_held_anywhere
from domain.files.setting import Setting
from domain.kernel.moments import day_of
from domain.kernel.refusal import Refusal
from domain.kernel.values import Role
from domain.organisation.commands import GrantRole, OrganisationCommand, RegisterPerson

LONGEST_SEAT = timedelta(days=366)
"""For how long, from today, a manager may seat somebody."""
_BY_ADMINISTRATORS = frozenset(
    {Role.ADMINISTRATOR, Role.PROGRAMME_MANAGER, Role.BOARD, Role.FINANCE_OFFICER, Role.AUDITOR}
)
"""Roles that lead, decide about all money or read everything: no manager gives them, whatever panels say."""
_COULD = (Role.ADMINISTRATOR, Role.PROGRAMME_MANAGER)


def may_organise(command: OrganisationCommand, setting: Setting) -> Refusal | None:
    """Why the actor, a known person, may not give it; None if they may."""
    refusal = unless_entitled(command.actor, (Role.ADMINISTRATOR,), None, setting)
    if refusal is None:
        return None
    match command:
        case RegisterPerson() if _named_seats(setting):
            return unless_held_anywhere(command.actor, _COULD, setting)
        case GrantRole() if command.role in _named_seats(setting) and _for_a_while(command, setting):
            return unless_entitled(command.actor, _COULD, command.region, setting)
    return refusal


def _named_seats(setting: Setting) -> frozenset[Role]:
    """The roles of seats on panels whose members are named, by the rulebooks that the organisation goes by."""
    rulebooks = (*setting.organisation.rulebooks.values(), *setting.targets.values())
    panels = (panel for one in rulebooks for panel in one.panels if panel.named)
    return frozenset(seat.role for panel in panels for seat in panel.members) - _BY_ADMINISTRATORS


def _for_a_while(command: GrantRole, setting: Setting) -> bool:
    today = day_of(setting.now, setting.organisation.zone_of(command.region))
    return command.until is not None and command.until <= today + LONGEST_SEAT
