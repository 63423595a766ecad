"""Events of an envelope: what it holds, what is set aside in it, what is paid from it. Integer euro cents."""

from typing import Literal

from domain.kernel.event import Event
from domain.kernel.money import EnvelopeId
from domain.kernel.prose import Prose
from domain.kernel.values import RulebookId, Slug


class EnvelopeOpened(Event):
    """What may be committed under an instrument in a year, and what may be paid in it if that is bounded."""

    type: Literal["EnvelopeOpened"] = "EnvelopeOpened"
    rulebook: RulebookId
    commitments_cents: int
    payments_cents: int | None
    fundings_per_year: int | None
    note: Prose | None


class EnvelopeToppedUp(Event):
    """More may be committed, or paid."""

    type: Literal["EnvelopeToppedUp"] = "EnvelopeToppedUp"
    commitments_cents: int
    payments_cents: int
    reason: Prose


class CarriedOver(Event):
    """What was free went to another envelope."""

    type: Literal["CarriedOver"] = "CarriedOver"
    to: EnvelopeId
    cents: int
    reason: Prose


class CarryOverReceived(Event):
    """What was free in another envelope came here."""

    type: Literal["CarryOverReceived"] = "CarryOverReceived"
    source: EnvelopeId
    cents: int


class FundsReserved(Event):
    """Money was set aside for a funding; ``counts`` as one of the fundings of the year, or adds to one."""

    type: Literal["FundsReserved"] = "FundsReserved"
    funding: Slug
    cents: int
    counts: bool


class FundsReleased(Event):
    """Money set aside is free again."""

    type: Literal["FundsReleased"] = "FundsReleased"
    funding: Slug
    cents: int


class FundsConsumed(Event):
    """Money set aside was paid."""

    type: Literal["FundsConsumed"] = "FundsConsumed"
    funding: Slug
    payment: int
    cents: int


class FundsRestored(Event):
    """A payment did not happen: its money is set aside again."""

    type: Literal["FundsRestored"] = "FundsRestored"
    funding: Slug
    payment: int
    cents: int


class FundsRefunded(Event):
    """Reclaimed money came back: it is free."""

    type: Literal["FundsRefunded"] = "FundsRefunded"
    funding: Slug
    cents: int


class PaymentCharged(Event):
    """A payment of this year, whatever year it was committed in."""

    type: Literal["PaymentCharged"] = "PaymentCharged"
    funding: Slug
    payment: int
    cents: int


class PaymentUncharged(Event):
    """A payment of this year did not happen."""

    type: Literal["PaymentUncharged"] = "PaymentUncharged"
    funding: Slug
    payment: int
    cents: int


EnvelopeEvent = (
    EnvelopeOpened
    | EnvelopeToppedUp
    | CarriedOver
    | CarryOverReceived
    | FundsReserved
    | FundsReleased
    | FundsConsumed
    | FundsRestored
    | FundsRefunded
    | PaymentCharged
    | PaymentUncharged
)
"""Events of the streams ``envelope:<id>``."""
