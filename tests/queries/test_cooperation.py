"""A cooperation in full: for those who may read it, as of a day, without what was erased."""

import pytest

from queries.as_of import Then
from queries.cooperation import cooperation_in_full
from queries.refused import Failure
from tests.application.house import House
from tests.queries.house import look_into
from tests.support.imported import person_of

NOUR, SWANN, CAMILLE = person_of("nour"), person_of("swann"), person_of("camille")
"""In charge in Provence, in Hauts-de-France, in Occitanie."""


async def test_who_is_in_charge_sees_sheet_fundings_and_private_texts(told: House) -> None:
    """What a panel was asked, and what the people promised one another."""
    visit, _ = await look_into(told, NOUR)
    found = await cooperation_in_full(visit, "noailles", Then())
    assert [one.review for one in found.related.reviews] == ["noailles-avis"]
    [promise] = found.sheet.commitments
    assert found.private.of(promise.brings) == found.as_json()["commitments"][0]["brings"]
    assert (found.private.of(promise.brings) or "").startswith("Une petite subvention")


async def test_nobody_else_is_told_that_it_is_there(told: House) -> None:
    """The same answer as for one that is not there."""
    visit, _ = await look_into(told, CAMILLE)
    for name in ("noailles", "nowhere"):
        with pytest.raises(Failure, match="not-readable"):
            await cooperation_in_full(visit, name, Then())


async def test_what_the_gate_lacks_says_what_it_waits_for(told: House) -> None:
    """The jury has been asked: it is expected of it, by the day that its members have; the rest is to be done."""
    visit, _ = await look_into(told, NOUR)
    found = await cooperation_in_full(visit, "noailles", Then())
    kinds = {item: (one.line.kind, one.line.awaits, str(one.due_on)) for item, one in found.at_gate.items()}
    assert kinds == {
        "jury_opinion": ("awaited", ("review:noailles-avis",), "2027-04-01"),
        "qualified_contacts": ("gate-item", (), "None"),
    }


async def test_it_is_shown_as_of_a_day_and_as_known_on_a_day(told: House) -> None:
    """In January the money was only asked for; before the story was told nothing was known."""
    visit, _ = await look_into(told, SWANN)
    [now] = (await cooperation_in_full(visit, "filature", Then())).related.fundings
    [then] = (await cooperation_in_full(visit, "filature", Then(as_of="2027-01-01"))).related.fundings
    assert (now.status, then.status, then.paid_cents) == ("granted", "requested", 0)
    with pytest.raises(Failure, match="not-known-then"):
        await cooperation_in_full(visit, "filature", Then(known_on="2027-02-28"))


async def test_what_was_erased_is_not_there(told: House, monkeypatch: pytest.MonkeyPatch) -> None:
    """The promise stays, its words do not."""
    visit, _ = await look_into(told, NOUR)
    [promise] = (await cooperation_in_full(visit, "noailles", Then())).sheet.commitments
    monkeypatch.delitem(told.book.secrets, promise.brings.vault or "")
    visit.look_again()
    found = await cooperation_in_full(visit, "noailles", Then())
    assert found.private.of(promise.brings) is None
    assert found.as_json()["commitments"][0]["brings"] is None


async def test_it_asks_the_ledger_twice_and_the_vault_once(told: House) -> None:
    """Its own stream and those beside it; private texts together with what people are called."""
    visit, asked = await look_into(told, NOUR)
    await cooperation_in_full(visit, "noailles", Then())
    assert asked == {"read_streams": 2, "reveal": 1}
