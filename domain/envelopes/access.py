"""Who may keep envelopes: one serves every region, so it takes a role held for the whole organisation."""

from domain.envelopes.commands import AnyEnvelopeCommand
from domain.files.charge import unless_entitled
from domain.files.setting import Setting
from domain.kernel.refusal import Refusal
from domain.kernel.values import Role

_ENVELOPES = (Role.BOARD, Role.ADMINISTRATOR)


def may_keep_envelope(command: AnyEnvelopeCommand, setting: Setting) -> Refusal | None:
    """Why the actor, a known person, may not give it; None if they may."""
    return unless_entitled(command.actor, _ENVELOPES, None, setting)
