"""Commands about envelopes: what may be committed and paid under an instrument in a year."""

from typing import Literal

from domain.kernel.command import MoneyCommand
from domain.kernel.ids import envelope_stream
from domain.kernel.money import Cents, EnvelopeId, Euros
from domain.kernel.prose import ClearProse


class EnvelopeCommand(MoneyCommand):
    """A command about one envelope."""

    envelope: EnvelopeId
    """The envelope it concerns: programme, instrument and year."""

    @property
    def stream(self) -> str:
        """The envelope's stream."""
        return envelope_stream(self.envelope)


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
