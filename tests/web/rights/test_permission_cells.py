"""Every role, for every region, at every page: there for those who read the file, else as what does not exist."""

import re
from collections.abc import Iterator
from pathlib import Path

import httpx
import pytest
import yaml
from starlette.routing import Route

from tests.cli import beside_story
from tests.cli.house import ADMINISTRATOR, House
from tests.support.imported import person_of
from tests.support.postgres import PostgresForTests
from tests.support.waiting import run_apart
from tests.web.api.described import Described
from tests.web.forms.filling import form_on
from tests.web.house import SiteHouse, site_of_house
from tests.web.rights.api_cells import ROUTES
from tests.web.rights.asking_the_api import asked_by
from tests.web.rights.cells import BASE, LISTS, NOWHERE, PAGES, Cell, cells_of
from tests.web.rights.readers import HERE, LEFT, NAMED_ON, NAMES, REVIEWS, SETTLING, Reader, readers
from web.api.app import ROUTERS as API_ROUTERS
from web.app import ROUTERS

EXAMPLES = Path(__file__).parents[3] / "examples"
READERS = tuple(readers())
NOTHING = f"{BASE}/dossiers/{NOWHERE}"
_TOKEN = re.compile(r'name="csrf" value="[^"]*"')


@pytest.fixture(scope="module")
def house(postgres: PostgresForTests, tmp_path_factory: pytest.TempPathFactory) -> Iterator[House]:
    """The story of money and opinions, and somebody of each role for each region."""
    database = run_apart(postgres.fresh_database())
    home = tmp_path_factory.mktemp("home")
    made = House(home, database)
    made.found("demo", "simulation", "--clock", "2027-03-01")
    people = home / "readers.yaml"
    people.write_text(yaml.safe_dump({"people": [_person(one) for one in READERS]}), encoding="utf-8")
    files = [*(str(EXAMPLES / f"{name}.yaml") for name in beside_story.FILES), str(people)]
    imported = made.run("import", *files, "--as", ADMINISTRATOR)
    assert imported.code == 0, imported.err
    run_apart(beside_story.told(made))
    named = [f"--managers={person_of(one)}" for one in ("nour", *(one.alias for one in READERS if one.named))]
    handed = made.run(
        "do",
        "HandOverManagers",
        f"--cooperation={NAMED_ON}",
        *named,
        "--reason=Essai",
        "--as",
        person_of("nour"),
    )
    assert handed.code == 0, handed.err
    left = made.run(
        "do", "RequestAbandonment", f"--cooperation={LEFT}", "--reason=Essai", "--as", person_of("nour")
    )
    assert left.code == 0, left.err
    made.fold()
    yield made
    run_apart(postgres.drop(database))


def _person(reader: Reader) -> dict[str, object]:
    region = {"region": reader.region} if reader.region else {}
    roles = [{"role": reader.role.value, **region}] if reader.role else []
    return {
        "alias": reader.alias,
        "name": f"Lectrice {reader.alias}",
        "email": f"{reader.alias}@example.org",
        "roles": roles,
    }


def test_every_page_has_its_cells() -> None:
    """A page that is added says here who sees it; none is left of a page that is gone."""
    routes = {
        route.path
        for router in ROUTERS
        for route in router.routes
        if isinstance(route, Route) and route.methods and "GET" in route.methods
    }
    assert {one for one in routes if one.startswith(BASE)} == set(PAGES)


async def test_every_role_sees_the_pages_of_what_it_reads_and_no_other(house: House) -> None:
    """What one may not read answers word for word as what does not exist; lists do not name it."""
    async with site_of_house(house) as site:
        asked = sum([await _asked(site, reader) for reader in READERS])
    assert asked >= 2_000


async def test_what_does_not_exist_is_one_page_at_every_address(house: House) -> None:
    """So that each of what may not be read is held against one of them."""
    async with site_of_house(house) as site:
        for reader in READERS:
            if reader.region is None:
                async with site.client_as(person_of(reader.alias)) as client:
                    nowhere = {cell.nowhere for cell in cells_of(reader)} - {""}
                    answers = [await _page(client, one) for one in sorted(nowhere)]
                assert {one.status_code for one in answers} == {404}, reader.alias
                assert len({_bytes(one) for one in answers}) == 1, reader.alias


def test_every_address_of_the_api_has_its_cells() -> None:
    """One that is added says who reads it; none is left of what is gone."""
    routes = {
        route.path
        for router in API_ROUTERS
        for route in router.routes
        if isinstance(route, Route) and route.methods and "GET" in route.methods
    }
    assert routes == set(ROUTES)


async def test_programs_read_what_their_people_read_and_no_more(house: House) -> None:
    """Word for word what does not exist, else as the description says; lists name and count nothing else.

    Of the regions one stands for all: pages are asked by everybody, and the questions are the same.
    """
    async with site_of_house(house) as site:
        told = Described()
        some = [one for one in READERS if one.region in {HERE, None}]
        asked = sum([await asked_by(site, reader, told) for reader in some])
    assert asked >= 700


async def test_whoever_settles_it_reads_it_in_the_form_and_then_no_more(house: House) -> None:
    """Their list of tasks leads there; once it is settled it leads on to what else waits, and the file is closed."""
    path, tasks = f"/o/demo/dossiers/{LEFT}/historique", "/o/demo/"
    async with (
        site_of_house(house) as site,
        site.client_as(person_of(Reader(SETTLING, HERE).alias)) as client,
    ):
        assert f"/dossiers/{LEFT}" in (await client.get(tasks)).text
        form = form_on((await client.get(f"/o/demo/faire/SettleAbandonment?cooperation={LEFT}")).text)
        given = {"settlement": "refused", "reason": "Le collectif continue"}
        checked = await client.post(form.action, data=form.filled(do="check", **given))
        answer = await client.post(form.action, data=form_on(checked.text).filled(do="record"))
        assert answer.headers.get("location") == tasks, answer.text
        await site.fold()
        assert (await client.get(path)).status_code == 404
        assert f"/dossiers/{LEFT}" not in (await client.get(tasks)).text


async def _asked(site: SiteHouse, reader: Reader) -> int:
    """How many pages somebody asked for, each of which answered as it should."""
    asked = 0
    async with site.client_as(person_of(reader.alias)) as client:
        nothing = _bytes(await _page(client, NOTHING))
        for cell in cells_of(reader):
            answer = await _page(client, cell.path)
            asked += 1
            said = f"{reader.alias} {cell.path} {answer.status_code}"
            assert answer.status_code == cell.status, said
            assert cell.there or _bytes(answer) == nothing, said
            if cell.path in LISTS:
                _names_nothing_unreadable(reader, cell, answer)
    return asked


async def _page(client: httpx.AsyncClient, path: str) -> httpx.Response:
    return await client.get(path.format(organisation="demo"))


def _bytes(answer: httpx.Response) -> str:
    """A page without the token that is masked anew in each."""
    return _TOKEN.sub("", answer.text)


def _names_nothing_unreadable(reader: Reader, cell: Cell, answer: httpx.Response) -> None:
    shown = {key for key in NAMES if f"/dossiers/{key}" in answer.text}
    unreadable = {key for key in NAMES if reader.level(key) == "nothing"}
    assert not shown & unreadable, (reader.alias, cell.path)
    seated = {about for review, about in REVIEWS.items() if reader.sits_on(review)}
    for key in unreadable - seated:  # who has a seat is told what it is about
        found = answer.text.replace("recherche?q=", "").replace(f'value="{cell.path.partition("q=")[2]}"', "")
        assert NAMES[key] not in found, (reader.alias, cell.path, key)
    if cell.path == f"{BASE}/dossiers":
        assert shown == set(NAMES) - unreadable, (reader.alias, shown)
