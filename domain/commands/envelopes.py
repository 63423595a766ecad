"""Commands about envelopes: what may be committed and paid under an instrument in a year."""

from typing import Literal

from domain.commands.base import EnvelopeCommand
from domain.money import Cents, EnvelopeId, Euros
from domain.prose import ClearProse


class OpenEnvelope(EnvelopeCommand):
    """Open the envelope of a year: how much may be committed, and how much may be paid in it if that is bounded."""

    type: Literal["OpenEnvelope"]
    commitments_cents: Euros
    payments_cents: Cents | None = None
    note: ClearProse | None = None


class TopUpEnvelope(EnvelopeCommand):
    """Add to an envelope: to what may be committed, to what may be paid, or to both."""

    type: Literal["TopUpEnvelope"]
    commitments_cents: Cents = 0
    payments_cents: Cents = 0
    reason: ClearProse


class CarryOver(EnvelopeCommand):
    """Move what is free in an envelope to another of the same instrument, usually next year's."""

    type: Literal["CarryOver"]
    to: EnvelopeId
    cents: Euros
    reason: ClearProse


AnyEnvelopeCommand = OpenEnvelope | TopUpEnvelope | CarryOver
"""Commands whose subject is one envelope."""
