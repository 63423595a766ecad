"""What other rules would have made of the past, asked by a form: step by step, stopped, told as its reader reads."""

import re
from html import unescape
from pathlib import Path

import httpx
import pytest

from domain.kernel.values import Role
from tests.cli.house import NOUR
from tests.web.forms.filling import form_on
from tests.web.house import SiteHouse
from tests.web.programmes.conftest import PROGRAMME

ADDRESS = "/o/demo/programmes/et-si"
RULES = (Path(__file__).parents[3] / "programmes" / f"{PROGRAMME}.yaml").read_text("utf-8")
BY_BOARD = RULES.replace("en: Shortlisted}, by: [programme-manager]}", "en: Shortlisted}, by: [board]}", 1)
"""The same, but that the board shortlists."""
PERIOD = {"since": "2026-01-01", "until": "2026-12-31"}


def _read(html: str) -> str:
    return re.sub(r"\s+", " ", unescape(re.sub(r"<[^>]+>", " ", html)))


async def _ask(client: httpx.AsyncClient, **given: str) -> httpx.Response:
    form = form_on((await client.get(ADDRESS)).text)
    fields = {"rules": f"{PROGRAMME}@2", "programme": PROGRAMME, "content": BY_BOARD, **PERIOD, **given}
    return await client.post(form.action, data=form.filled(**fields))


async def test_decisions_that_would_have_been_others_are_told_with_why(site_house: SiteHouse) -> None:
    """Nour shortlisted three; the board alone could have. Each leads to its entry. The same rules differ nowhere."""
    async with site_house.client_as(NOUR) as client:
        asked = await _ask(client)
        assert asked.status_code == 303, asked.text
        answer = await client.get(asked.headers["location"])
        same = await _ask(client, content="")
        nothing = await client.get(same.headers["location"])
    assert set(re.findall(r"/dossiers/(essai-\d)/historique", answer.text)) == {
        "essai-0",
        "essai-1",
        "essai-2",
    }
    assert "Tous les dossiers sont rejoués." in answer.text
    assert "Nour Modèle" in answer.text
    assert "Aucune décision n’aurait été autre." in nothing.text


async def test_it_goes_step_by_step_and_stops_where_it_is_stopped(
    site_house: SiteHouse, monkeypatch: pytest.MonkeyPatch
) -> None:
    """One file in a request; what was found until then stays."""
    monkeypatch.setattr("web.pages.what_if.SECONDS", 0.0)
    monkeypatch.setattr("application.what_if.histories.FILES_AT_ONCE", 1)
    async with site_house.client_as(NOUR) as client:
        address = (await _ask(client)).headers["location"]
        first = await client.get(address)
        assert "1 dossiers rejoués sur 4" in _read(first.text) or "1 dossier rejoué sur 4" in _read(
            first.text
        )
        assert (await client.get(address)).text.count("essai-0") == first.text.count("essai-0")
        await client.post(address, data=form_on(first.text).filled(do="go_on"))
        await client.post(address, data=form_on(first.text).filled(do="stop"))
        await client.post(address, data=form_on(first.text).filled(do="go_on"))
        stopped = await client.get(address)
    assert "Arrêté après 2 dossiers sur 4" in _read(stopped.text)
    assert set(re.findall(r"/dossiers/(essai-\d)/historique", stopped.text)) == {"essai-0", "essai-1"}


async def test_what_cannot_be_asked_is_said_at_its_field(site_house: SiteHouse) -> None:
    """A rulebook with a mistake by its line, a period that ends before it begins; what was typed is still there."""
    async with site_house.client_as(NOUR) as client:
        answer = await _ask(client, content="phases: 3\n", since="2027-01-01", programme="rien")
    assert answer.status_code == 422
    read = _read(answer.text)
    assert "Ligne 1, colonne 1" in read
    assert "la première avant la seconde" in read
    assert "Choisissez un programme" in read
    assert form_on(answer.text).values["content"] == ["phases: 3\n"]


async def test_an_answer_is_its_person_s_and_tells_what_they_read(site_house: SiteHouse) -> None:
    """Another one finds nothing at its address; who reads nothing of the files hears of none of their decisions."""
    people = await site_house.site.service.files.organisation("demo")
    elsewhere = next(
        one.person
        for one in people.grants.values()
        if one.role is Role.PROGRAMME_MANAGER and one.region not in (None, "paca-corse")
    )
    async with site_house.client_as(NOUR) as client:
        address = (await _ask(client)).headers["location"]
    async with site_house.client_as(elsewhere) as client:
        assert (await client.get(address)).status_code == 404
        other = await client.get((await _ask(client)).headers["location"])
    assert "essai-" not in other.text
    assert "Aucune décision" in other.text
