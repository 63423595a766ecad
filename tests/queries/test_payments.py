"""Payments are told to those who may read their funding; to the bank they go by those who pay in its region."""

from collections.abc import Mapping
from dataclasses import fields, replace
from typing import Any, cast

import pytest

from domain.bank.events import BankDetailsProposed
from domain.reviews.conflicts import Conflict
from projections.conflicts import Told
from queries.as_of import Then
from queries.payments import PaymentLine, list_payments, list_payments_then, payable
from queries.visit import Visit
from tests.application.house import House
from tests.queries.house import look_into
from tests.support.imported import person_of

SWANN, CAMILLE, ANGE = person_of("swann"), person_of("camille"), person_of("ange")
"""In charge of ``filature``, and of files of another region; a finance officer."""
FUNDING = "funding:filature-2027"


async def test_payments_of_other_regions_are_not_told(told: House) -> None:
    """The same list is empty for whoever reads none of the fundings, now and of the past."""
    visit, asked = await look_into(told, SWANN)
    [line] = await list_payments(visit)
    assert (line.cooperation, line.stage) == ("filature", "paid")
    assert asked == {"streams": 1, "read_streams": 1, "readable": 1}
    assert list(await list_payments_then(visit, Then("2027-03-01"))) == [line]
    assert not await list_payments_then(visit, Then("2026-12-31"))
    visit, _ = await look_into(told, CAMILLE)
    assert not await list_payments(visit)
    assert not await list_payments_then(visit, Then("2027-03-01"))


async def test_a_payment_says_nothing_of_an_account() -> None:
    """Who is paid and how much; bank details are another question, for other people."""
    assert not {one.name for one in fields(PaymentLine)} & set(BankDetailsProposed.model_fields)


async def look(told: House, person: str, monkeypatch: pytest.MonkeyPatch, *conflicts: Conflict) -> Visit:
    """A visit while the payment is still to be sent; ``conflicts`` are those that came to light."""
    visit, _ = await look_into(told, person)
    service = cast("Any", visit.service)
    funding = await service.files.file(visit.organisation, FUNDING)
    waiting = {number: replace(one, stage="ordered") for number, one in funding.payments.items()}

    async def known(*_: Any) -> Mapping[str, tuple[Told, ...]]:
        return {FUNDING: tuple(Told(one, ("Avis", "Opinion")) for one in conflicts)}

    monkeypatch.setattr(service.read_models, "conflicts", known, raising=False)
    service.files.keep(visit.organisation, FUNDING, replace(funding, payments=waiting))
    return visit


async def test_only_who_pays_in_the_region_sends_payments_to_the_bank(
    told: House, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Reading it is not enough."""
    assert [one.payment for one in await payable(await look(told, ANGE, monkeypatch))] == [1]
    assert not await payable(await look(told, SWANN, monkeypatch))


async def test_who_has_a_conflict_sends_no_payment_of_that_funding(
    told: House, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Other people’s conflicts keep nobody else from it."""
    theirs, others = Conflict(ANGE, "recused", "avis"), Conflict(SWANN, "recused", "avis")
    assert not await payable(await look(told, ANGE, monkeypatch, theirs))
    assert await payable(await look(told, ANGE, monkeypatch, others))
