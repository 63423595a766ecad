"""Orders to be written as files."""

from dataclasses import replace
from datetime import UTC, date, datetime

from application.payment_files.order import Held, PaymentOrder, Transfer

IBAN = "FR7630006000011234567890189"
PAYING = Held("Fondation des Coopérations", IBAN, "AGRIFRPP")
TRANSFER = Transfer(
    reference="noailles-acte/1",
    beneficiary="Association Mondèl Øuvert",
    identifier="12345678200010",
    to=Held("Association Mondèl Øuvert", "DE89370400440532013000", None),
    cents=1_500_005,
    funding="noailles-acte",
    tranche="first_half",
)
ORDER = PaymentOrder(
    "2026-03-acte", datetime(2026, 3, 2, 8, 30, 15, tzinfo=UTC), date(2026, 3, 5), PAYING, (TRANSFER,)
)


def paying_to(*names: str) -> PaymentOrder:
    """An order that pays one cent more to each of these holders than to the one before."""
    transfers = tuple(
        replace(
            TRANSFER,
            reference=f"noailles-acte/{number}",
            to=replace(TRANSFER.to, holder=name),
            cents=number,
        )
        for number, name in enumerate(names, start=1)
    )
    return replace(ORDER, transfers=transfers)
