"""Events about bank details, and the references of payments that are taken."""

from typing import Literal

from domain.kernel.event import Event
from domain.kernel.prose import Prose
from domain.kernel.values import PersonId, Slug


class PaymentReferenceTaken(Event):
    """The bank's reference belongs to this payment or refund, and to nothing else."""

    type: Literal["PaymentReferenceTaken"] = "PaymentReferenceTaken"
    funding: Slug
    payment: int | None
    """None for a refund."""


class BankDetailsProposed(Event):
    """New bank details; until confirmed or rejected by somebody else, nothing is paid to that account."""

    type: Literal["BankDetailsProposed"] = "BankDetailsProposed"
    bank_details: int
    proposed_by: PersonId
    holder: Prose
    iban: Prose
    bic: Prose | None


class BankDetailsConfirmed(Event):
    """Somebody else confirmed them: from now on they hold."""

    type: Literal["BankDetailsConfirmed"] = "BankDetailsConfirmed"
    bank_details: int
    note: Prose | None


class BankDetailsRejected(Event):
    """They were rejected: those before them hold on."""

    type: Literal["BankDetailsRejected"] = "BankDetailsRejected"
    bank_details: int
    reason: Prose


AccountEvent = BankDetailsProposed | BankDetailsConfirmed | BankDetailsRejected
"""Events of the streams ``account:<id>``."""
