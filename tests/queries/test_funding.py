"""A funding in full: for readers of its cooperation, but for members of a panel who have not declared interests."""

import pytest

from domain.kernel.values import Role
from queries.as_of import Then
from queries.funding import funding_in_full
from queries.refused import Failure
from tests.application.house import House
from tests.queries.house import look_into, who_is_also
from tests.support.imported import person_of

NOUR, SWANN = person_of("nour"), person_of("swann")
"""In charge in Provence and in Hauts-de-France."""
ALIX = person_of("alix")
"""Of the commission that is asked about the grocery's funding, and has not declared interests."""
REFUSED = "halle-2027"


async def test_who_is_in_charge_reads_what_was_decided_and_why(told: House) -> None:
    """The reasons come from the vault; parts go by their own names."""
    visit, _ = await look_into(told, SWANN)
    found = await funding_in_full(visit, REFUSED, Then())
    [decision] = found.content["decisions"]
    assert (decision["decision"], decision["reasons"]) == (
        "refused",
        "Aucun habitant dans le projet (inventé).",
    )
    mill = await funding_in_full(visit, "filature-2027", Then())
    assert mill.own["town_letter"] == "Lettre de la ville"
    assert mill.names[SWANN] == "Swann Ébauche"


async def test_nobody_else_is_told_that_it_is_there(told: House) -> None:
    """The same answer as for one that is not there."""
    visit, _ = await look_into(told, NOUR)
    for name in (REFUSED, "nowhere"):
        with pytest.raises(Failure, match="not-readable"):
            await funding_in_full(visit, name, Then())


async def test_a_member_of_the_panel_declares_interests_first(told: House) -> None:
    """If they may read it at all, which their seat does not give; who is in charge need not."""
    visit, _ = await look_into(told, ALIX)
    for asking, code in ((visit, "not-readable"), (who_is_also(visit, Role.BOARD, None), "dossier-closed")):
        with pytest.raises(Failure, match=code):
            await funding_in_full(asking, "epicerie-2027", Then())
    visit, _ = await look_into(told, NOUR)
    assert (await funding_in_full(visit, "epicerie-2027", Then())).content["status"] == "requested"


async def test_it_is_shown_as_of_a_day(told: House) -> None:
    """At the turn of the year it was neither granted nor paid; the year before it was not there."""
    visit, _ = await look_into(told, SWANN)
    then = (await funding_in_full(visit, "filature-2027", Then(as_of="2026-12-31"))).content
    assert (then["status"], then["decisions"], then["payments"]) == ("requested", [], [])
    with pytest.raises(Failure, match="not-known-then"):
        await funding_in_full(visit, "filature-2027", Then(as_of="2025"))


async def test_what_was_erased_is_not_there(told: House, monkeypatch: pytest.MonkeyPatch) -> None:
    """The refusal stays, its reasons do not."""
    monkeypatch.setattr(told.book, "secrets", {})
    visit, _ = await look_into(told, SWANN)
    [decision] = (await funding_in_full(visit, REFUSED, Then())).content["decisions"]
    assert (decision["decision"], decision["reasons"]) == ("refused", None)


async def test_it_asks_for_few_streams_and_the_vault_once(told: House) -> None:
    """Its own as it stands and with its entries, its cooperation; what was written, and what people are called."""
    visit, asked = await look_into(told, SWANN)
    await funding_in_full(visit, REFUSED, Then())
    assert asked == {"read_streams": 3, "reveal": 1}
