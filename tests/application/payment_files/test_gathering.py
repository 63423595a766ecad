"""Bank details that were altered or erased stop the file that would pay to them."""

from datetime import UTC, date, datetime

import pytest

from application.payment_files.gathering import OutsideSepa, TextAltered, TextErased, order_of, places_in
from domain.bank.state import Account, BankDetails
from domain.files.setting import State
from domain.fundings.events.payments import PaymentFileIssued
from domain.kernel.prose import Altered, Prose, Texts

HERE = ("holder", "iban", "bic")
HOLDER, IBAN, BIC = (Prose(vault=one, digest="d") for one in HERE)
DETAILS = BankDetails(1, "p-1", 1, HOLDER, IBAN, BIC, "2026-01-01T00:00:00Z")
STATES: dict[str, State] = {"account:paying": Account("paying", 1, versions={1: DETAILS}, holds=1)}
ISSUED = PaymentFileIssued(execute_on=date(2026, 3, 5), paying=1, payments=())
TEXTS: Texts = {"holder": "Fondation", "iban": "FR7630006000011234567890189", "bic": "AGRIFRPP"}


def order(texts: Texts) -> object:
    """Who pays, in clear."""
    return order_of("virements", ISSUED, datetime(2026, 3, 2, tzinfo=UTC), STATES, texts).paying


def test_an_order_is_made_of_what_was_recorded() -> None:
    """Of three texts, of which the last may be missing."""
    assert places_in(ISSUED, STATES) == set(HERE)
    assert order(TEXTS)


@pytest.mark.parametrize("place", HERE)
def test_nothing_is_paid_to_altered_bank_details(place: str) -> None:
    """Whichever of the texts it is; and that is another thing than erased ones."""
    with pytest.raises(TextAltered, match="paying"):
        order({**TEXTS, place: Altered()})


def test_erased_bank_details_are_said_to_be_so() -> None:
    """As before."""
    with pytest.raises(TextErased, match="paying"):
        order({})


def test_no_transfer_goes_outside_the_sepa_area() -> None:
    """Also to details that were confirmed before such were refused."""
    with pytest.raises(OutsideSepa, match="paying"):
        order({**TEXTS, "iban": "TN5910006035183598478831"})
