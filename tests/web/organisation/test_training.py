"""A simulation to learn by: made in one press, looked at as its people by its maker alone, thrown away as a whole."""

import asyncio
from datetime import timedelta

import asyncpg
import httpx
import pytest

from access.session import NewSession
from access.trainings import NoSimulation
from queries.clock import may_move, needs_to_move
from queries.refused import Failure
from queries.visit import introduced
from tests.cli.house import NOUR
from tests.support.rows import tables_naming
from tests.web.files.reading import text_of
from tests.web.house import ORGANISATION, SiteHouse
from tests.web.people.test_handing_over import pressed
from tests.web.people.test_people import administrator

SETTINGS = f"/o/{ORGANISATION}/organisation"
_HOUR = timedelta(hours=1)


async def account_of(site: SiteHouse, person: str) -> str:
    """Their account."""
    account = await site.site.access.memberships.account_of(ORGANISATION, person)
    assert account is not None
    return account


async def signed_in(site: SiteHouse, person: str) -> str:
    """What the cookie of somebody who signed in with their account holds."""
    account = await account_of(site, person)
    return await site.site.sessions.open(
        NewSession(kind="account", account=account, idle_for=_HOUR, lasts=_HOUR, proved=True)
    )


async def made(site: SiteHouse, client: httpx.AsyncClient) -> str:
    """Press the button; the address of what was made."""
    answer = await pressed(client, await client.get(SETTINGS), f"/o/{ORGANISATION}/formations")
    assert answer.status_code == 303, text_of(answer.text)
    address = answer.headers["location"]
    return str(address)


async def test_from_one_press_to_the_other(site_house: SiteHouse) -> None:
    """Rules of the organisation, invented people and files; seen as somebody; then nothing of it is left anywhere."""
    held = await signed_in(site_house, NOUR)
    service = site_house.site.service
    async with site_house.client(held) as client:
        address = await made(site_house, client)
        organisation = address.split("/")[2]
        page = await client.get(address)
        assert "Formation – Essai (inventé)" in text_of(page.text)
        known = await service.files.organisation(organisation)
        home = await service.files.organisation(ORGANISATION)
        assert {*known.adopted, *known.rulebooks} <= {*home.adopted, *home.rulebooks}
        files = await service.ledger.streams(organisation, "cooperation:")
        assert len(files) >= 3
        board = next(one.person for one in known.grants.values() if one.role == "board")
        seen = await pressed(client, page, address, person=board)
        assert seen.headers["location"] == f"/o/{organisation}/"
        assert "vu par : conseil d’administration" in text_of((await client.get(f"/o/{organisation}/")).text)
        assert "Avancer l’horloge" in text_of((await client.get(f"/o/{organisation}/horloge")).text)
        page = await client.get(address)
        for _ in range(2):  # whoever presses twice is told the same twice
            gone = await pressed(client, page, f"{address}/fin")
            assert gone.headers["location"] == SETTINGS
        assert "il n’en reste rien" in text_of((await client.get(SETTINGS)).text)
        assert (await client.get(address)).status_code == 404
        assert (await client.get(f"/o/{organisation}/")).status_code == 404
    assert organisation not in await service.ledger.organisations()
    named = await tables_naming(site_house.house.database.owner_dsn, organisation)
    assert named == ["ledger.dropped"], "what a worker ends is still known, nothing else"


async def test_pressed_twice_there_is_one(site_house: SiteHouse) -> None:
    """Also at the same time; somebody else has one of their own."""
    async with site_house.client(await signed_in(site_house, NOUR)) as client:
        one, again = await asyncio.gather(made(site_house, client), made(site_house, client))
        assert one == again
        assert (await client.get(one)).status_code == 200
    async with site_house.client(await signed_in(site_house, await administrator(site_house))) as other:
        assert await made(site_house, other) != one


async def test_its_maker_takes_its_clock_further_as_whomever_they_look_at_it(site_house: SiteHouse) -> None:
    """A panel's member who is in it by their own right does not."""
    async with site_house.client(await signed_in(site_house, NOUR)) as client:
        address = await made(site_house, client)
        organisation = address.split("/")[2]
        known = await site_house.site.service.files.organisation(organisation)
        jury = next(one.person for one in known.grants.values() if one.role == "jury")
        await pressed(client, await client.get(address), address, person=jury)
        clock = f"/o/{organisation}/horloge"
        moved = await pressed(client, await client.get(clock), clock, by="P1M")
        assert moved.status_code == 303, text_of(moved.text)
        visit = await introduced(site_house.site.service, organisation, jury)
        assert not may_move(visit)
        with pytest.raises(Failure):
            needs_to_move(visit)


async def test_nobody_but_its_maker_looks_at_it_as_somebody_else(site_house: SiteHouse) -> None:
    """Another manager has no part in it; who may not have one made is told whose that is."""
    async with site_house.client(await signed_in(site_house, NOUR)) as client:
        address = await made(site_house, client)
    ada = await administrator(site_house)
    async with site_house.client(await signed_in(site_house, ada)) as client:
        assert (await client.get(address)).status_code == 404
        token = await client.get(SETTINGS)
        assert address not in token.text
        assert (await pressed(client, token, f"{address}/fin")).status_code == 404


@pytest.mark.parametrize("wanted", ["real", "unknown"])
async def test_no_real_ledger_is_ever_thrown_away(site_house: SiteHouse, wanted: str) -> None:
    """The database refuses it, be its head made out to be a simulation's; what is not there is no fault."""
    house = site_house.house
    if wanted == "unknown":
        assert not await site_house.site.access.trainings.drop("personne")
        return
    house.found("vraie", "real")
    with pytest.raises(NoSimulation):
        await site_house.site.access.trainings.drop("vraie")
    owner = await asyncpg.connect(house.database.owner_dsn)
    try:
        await owner.execute("UPDATE ledger.heads SET kind = 'simulation' WHERE organisation = 'vraie'")
        with pytest.raises(asyncpg.InsufficientPrivilegeError):
            await owner.fetchval("SELECT ledger.drop_simulation('vraie')")
        await owner.execute("SET escale.dropped = 'vraie'")
        with pytest.raises(asyncpg.InsufficientPrivilegeError):
            await owner.execute("DELETE FROM ledger.events WHERE organisation = 'vraie'")
        await owner.execute("RESET escale.dropped")
        with pytest.raises(asyncpg.InsufficientPrivilegeError):
            await owner.execute("DELETE FROM ledger.events WHERE organisation = 'demo'")
    finally:
        await owner.close()
