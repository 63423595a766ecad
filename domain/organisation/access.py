"""Who may give which command about the organisation: administrators of the whole of it."""

from domain.files.charge import unless_entitled
from domain.files.setting import Setting
from domain.kernel.refusal import Refusal
from domain.kernel.values import Role
from domain.organisation.commands import OrganisationCommand


def may_organise(command: OrganisationCommand, setting: Setting) -> Refusal | None:
    """Why the actor, a known person, may not give it; None if they may."""
    return unless_entitled(command.actor, (Role.ADMINISTRATOR,), None, setting)
