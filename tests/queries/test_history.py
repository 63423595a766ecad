"""A history: for those who may look it up, without the dossiers that are closed to them."""

from dataclasses import replace

import pytest

from domain.kernel.values import Role
from queries.as_of import Then
from queries.dossiers import NOT_YET
from queries.history import history_of
from queries.refused import Failure
from tests.application.house import House
from tests.queries.house import look_into, who_is_also
from tests.support.imported import person_of
from wording.history import said

NOUR, SWANN = person_of("nour"), person_of("swann")
CHARLIE, ANDREA = person_of("charlie"), person_of("andrea")
"""Of the jury that is asked about Noailles: Charlie has declared interests, Andréa has not."""
REVIEW = "review:noailles-avis"


async def test_private_texts_stand_in_their_places(told: House) -> None:
    """Of a funding too; a cooperation's own names are known."""
    visit, _ = await look_into(told, SWANN)
    found = await history_of(visit, "funding:halle-2027", Then())
    [reasons] = [one.details["reasons"] for one in found.entries if "reasons" in one.details]
    assert reasons == "Aucun habitant dans le projet (inventé)."
    assert found.file == "funding:halle-2027"
    assert found.closed == []


@pytest.mark.parametrize("name", ["noailles", "review:noailles-avis", "funding:epicerie-2027", "nowhere"])
async def test_who_works_elsewhere_is_told_nothing(told: House, name: str) -> None:
    """Neither of a file, nor of what lies beside it."""
    visit, _ = await look_into(told, SWANN)
    with pytest.raises(Failure, match="not-readable"):
        await history_of(visit, name, Then())


@pytest.mark.parametrize(("member", "closed"), [(CHARLIE, []), (ANDREA, [NOT_YET])])
async def test_a_dossier_is_closed_to_a_member_who_has_not_declared(
    told: House, member: str, closed: list[object]
) -> None:
    """Its entries are there without details, and why; those of its cooperation, if another role gives them."""
    visit, _ = await look_into(told, member)
    with pytest.raises(Failure, match="not-readable"):
        await history_of(visit, "noailles", Then())
    for asking, name in ((visit, REVIEW), (who_is_also(visit, Role.BOARD, None), "noailles")):
        found = await history_of(asking, name, Then())
        assert list(found.closed) == closed
        said = [one.details for one in found.entries if one.file == REVIEW]
        assert (len(said), not any(said)) == (3, bool(closed))


async def test_a_region_and_a_territory_are_told_by_their_names(told: House) -> None:
    """Neither by a key nor by the codes of municipalities."""
    visit, _ = await look_into(told, NOUR)
    visit = replace(
        visit, people=replace(visit.people, regions={"paca-corse": ("PACA et Corse", "PACA and Corsica")})
    )
    found = await history_of(visit, "noailles", Then())
    [opened] = [one for one in found.entries if one.type == "CooperationOpened"]
    words = said(opened.details, found.names, None, opened.type)
    assert f"{opened.details['territory']['name']}, PACA et Corse" in words
    assert not any(code in words for code in ("paca-corse", *opened.details["territory"]["insee_codes"]))


async def test_what_came_later_is_left_out(told: House) -> None:
    """By when it happened, and by when it was known."""
    visit, _ = await look_into(told, SWANN)
    then = await history_of(visit, "filature", Then(as_of="2026-12-31"))
    assert {one.type for one in then.entries} >= {"CooperationOpened", "FundingRequested"}
    assert "FundingGranted" not in {one.type for one in then.entries}
    assert (await history_of(visit, "filature", Then(known_on="2027-02-28"))).entries == []


async def test_what_was_erased_is_not_there(told: House, monkeypatch: pytest.MonkeyPatch) -> None:
    """The entry stays, its words do not."""
    visit, _ = await look_into(told, SWANN)
    monkeypatch.setattr(told.book, "secrets", {})
    found = await history_of(visit, "funding:halle-2027", Then())
    [reasons] = [one.details["reasons"] for one in found.entries if "reasons" in one.details]
    assert reasons is None


async def test_it_asks_the_lists_once(told: House) -> None:
    """Once whether they are behind, once for the entries, however many reviews and fundings there are."""
    visit, asked = await look_into(told, NOUR)
    await history_of(visit, "noailles", Then())
    assert asked == {"wait_for": 1, "timeline": 1, "read_streams": 2, "reveal": 1}
