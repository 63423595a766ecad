"""People are told to whoever holds a role, their addresses to administrators; nobody who was erased is named."""

import pytest

from queries.people import KnownPerson, list_people
from queries.refused import Failure
from queries.visit import Visit
from tests.application.house import FOUNDER, House
from tests.queries.house import look_into
from tests.support.imported import person_of

NOUR, CHARLIE = person_of("nour"), person_of("charlie")


async def found(visit: Visit, person: str) -> KnownPerson:
    """One of them."""
    return next(one for one in (await list_people(visit)).people if one.person == person)


async def test_everybody_sees_names_and_roles_and_no_address(told: House) -> None:
    """With what takes each role back."""
    visit, _ = await look_into(told, NOUR)
    charlie = await found(visit, CHARLIE)
    assert charlie.name
    assert [(one.role, one.region) for one in charlie.roles] == [("jury", None)]
    assert charlie.address is None
    assert set(charlie.as_json()) == {"person", "name", "roles"}


async def test_administrators_see_addresses_too(told: House) -> None:
    """And whether mail arrives there."""
    visit, _ = await look_into(told, FOUNDER)
    charlie = await found(visit, CHARLIE)
    assert charlie.address is not None
    assert charlie.address.address == "charlie.esquisse@example.org"
    assert charlie.address.address_works
    assert {"address", "address_works", "same_person_as"} <= set(charlie.as_json())


async def test_who_was_erased_has_neither_name_nor_address(
    told: House, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Their roles stay."""
    visit, _ = await look_into(told, FOUNDER)
    known = visit.people.people[CHARLIE]
    for prose in (known.name, known.email):
        monkeypatch.delitem(told.book.secrets, prose.vault or "")
    charlie = await found(visit, CHARLIE)
    assert (charlie.name, charlie.address and charlie.address.address) == (None, None)
    assert charlie.address is not None
    assert not charlie.address.address_works
    assert charlie.roles


async def test_without_a_role_nothing_is_told(told: House) -> None:
    """Not even who is there."""
    visit, asked = await look_into(told, NOUR)
    stranger = Visit(visit.service, visit.organisation, "p-0000000000ff", visit.people, visit.now)
    with pytest.raises(Failure, match="no-role"):
        await list_people(stranger)
    assert not asked


async def test_it_asks_the_vault_once_for_names_and_once_for_addresses(told: House) -> None:
    """However many people there are."""
    for person, times in ((NOUR, 1), (FOUNDER, 2)):
        visit, asked = await look_into(told, person)
        await list_people(visit)
        assert asked == {"reveal": times}
