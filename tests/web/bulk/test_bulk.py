"""One act for several files: checked for each, done for each alone, resumed where it stopped, never twice."""

import re
from collections.abc import Iterator, Sequence
from html import unescape
from pathlib import Path

import httpx
import pytest

import web.forms.bulk
from domain.kernel.ledger import LedgerUnavailable
from queries.bulk import BULK_COMMANDS, item_id
from tests.cli.house import House, house_of_examples
from tests.support.imported import person_of
from tests.support.postgres import PostgresForTests
from tests.web.files.reading import text_of
from tests.web.house import SiteHouse
from web.pages.bulk import router
from workspace.jobs import Jobs

NOUR, SWANN = person_of("nour"), person_of("swann")
LOTS = "/o/demo/lots"
FILES = ("noailles", "citees")
"""Both are Nour’s."""
_HIDDEN = re.compile(r'<input type="hidden" name="([^"]+)" value="([^"]*)">')


@pytest.fixture
def house(postgres: PostgresForTests, tmp_path: Path) -> Iterator[House]:
    """The people and two cooperations of the examples; each test changes them."""
    with house_of_examples(postgres, tmp_path) as made:
        yield made


async def sent(
    client: httpx.AsyncClient, page: httpx.Response, address: str = LOTS, **typed: Sequence[str] | str
) -> httpx.Response:
    """A form of a page, sent with what is typed."""
    hidden: dict[str, list[str]] = {}
    for name, value in _HIDDEN.findall(page.text):
        hidden.setdefault(name, []).append(unescape(value))
    return await client.post(address, data={**hidden, **typed})


async def checked(client: httpx.AsyncClient, files: Sequence[str]) -> httpx.Response:
    """A pause of some files, as far as the page that says for which it is possible."""
    form = await client.get(LOTS, params={"file": list(files), "command": "PauseCooperation"})
    assert form.status_code == 200, text_of(form.text)[:500]
    return await sent(client, form, do="check", reason="Essai")


async def entries(site: SiteHouse) -> int:
    """How many pauses were recorded."""
    found = 0
    for one in FILES:
        file = await site.site.service.files.file("demo", one)
        found += len(file.pauses) if file else 0
    return found


async def test_each_file_is_judged_alone_and_told_of(site_house: SiteHouse) -> None:
    """One sleeps already: it says so beforehand; the other is paused. Sent twice, it is one job."""
    async with site_house.client_as(NOUR) as client:
        first = await sent(client, await checked(client, FILES[:1]), do="record")
        assert "1 enregistré, 0 refusé" in text_of((await client.get(first.headers["location"])).text)
        check = await checked(client, FILES)
        said = text_of(check.text)
        assert "Pas possible" in said
        assert "Enregistrer pour 1 dossier" in said
        done = await sent(client, check, do="record")
        again = await sent(client, check, do="record")
        assert (done.status_code, done.headers["location"]) == (303, again.headers["location"])
        assert "1 enregistré, 0 refusé" in text_of((await client.get(done.headers["location"])).text)
    assert await entries(site_house) == 2


async def test_a_job_that_was_killed_goes_on_where_it_stopped(
    site_house: SiteHouse, monkeypatch: pytest.MonkeyPatch
) -> None:
    """It died after a file was recorded and before that was noted: nothing is done twice, nothing is left out."""
    settle, settled = Jobs.settle, []

    async def dies(self: Jobs, *words: object) -> None:
        settled.append(words)
        raise LedgerUnavailable("killed")

    async with site_house.client_as(NOUR) as client:
        check = await checked(client, FILES)
        monkeypatch.setattr(Jobs, "settle", dies)
        assert (await sent(client, check, do="record")).status_code == 503
        monkeypatch.setattr(Jobs, "settle", settle)
        job = dict(_HIDDEN.findall(check.text))["job"]
        assert await entries(site_house) == len(settled) == 1
        page = await client.get(f"{LOTS}/{job}")
        assert "0 enregistré, 0 refusé, 2 à faire" in text_of(page.text)
        assert "Reprendre" in page.text
        resumed = await sent(client, page, f"{LOTS}/{job}")
        assert "2 enregistrés, 0 refusé" in text_of((await client.get(resumed.headers["location"])).text)
    assert await entries(site_house) == 2
    outcome = await site_house.site.service.ledger.outcome("demo", item_id(job, FILES[0]))
    assert outcome is not None
    assert outcome.refusal is None


async def test_a_long_job_shows_how_far_it_has_come(
    site_house: SiteHouse, monkeypatch: pytest.MonkeyPatch
) -> None:
    """A request works for so long; another goes on."""
    monkeypatch.setattr(web.forms.bulk, "SECONDS", 0.0)
    monkeypatch.setattr(web.forms.bulk.go_on, "__defaults__", (0.0,))
    async with site_house.client_as(NOUR) as client:
        check = await checked(client, FILES)
        begun = await sent(client, check, do="record")
        page = await client.get(begun.headers["location"])
        assert "1 enregistré, 0 refusé, 1 à faire" in text_of(page.text)
        await sent(client, page, begun.headers["location"])
        assert "2 enregistrés, 0 refusé" in text_of((await client.get(begun.headers["location"])).text)


async def test_nobody_acts_on_what_they_may_not_read_nor_sees_the_job_of_another(
    site_house: SiteHouse,
) -> None:
    """Files of another region are as if they were not ticked; a job is its person’s alone."""
    async with site_house.client_as(SWANN) as client:
        page = await client.get(LOTS, params={"file": list(FILES), "command": "PauseCooperation"})
        assert "Aucun dossier n’est coché" in text_of(page.text)
        everything = await client.get(LOTS, params={"all": "tri=nom"})
        assert "Aucun dossier n’est coché" in text_of(everything.text)
    async with site_house.client_as(NOUR) as client:
        job = (await sent(client, await checked(client, FILES), do="record")).headers["location"]
    async with site_house.client_as(SWANN) as client:
        assert (await client.get(job)).status_code == 404


async def test_all_results_of_a_list_are_settled_at_the_check(site_house: SiteHouse) -> None:
    """By the question of the list; what is missing is said at its field."""
    async with site_house.client_as(NOUR) as client:
        form = await client.get(LOTS, params={"all": "tri=nom", "command": "PauseCooperation"})
        assert "2 dossiers" in text_of(form.text)
        assert (await sent(client, form, do="check")).status_code == 422
        check = await sent(client, form, do="check", reason="Essai")
        assert sorted(value for name, value in _HIDDEN.findall(check.text) if name == "file") == sorted(FILES)


@pytest.mark.parametrize("command", BULK_COMMANDS)
async def test_every_act_for_several_files_has_its_form(site_house: SiteHouse, command: str) -> None:
    """And no other command has one."""
    assert len(router.routes) == 4
    async with site_house.client_as(NOUR) as client:
        page = await client.get(LOTS, params={"file": list(FILES), "command": command})
        assert page.status_code == 200
        other = await client.get(LOTS, params={"file": list(FILES), "command": "CloseCooperation"})
        assert other.status_code == 404
