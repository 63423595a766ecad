"""The first run: on an empty database, with the code, once."""

from collections.abc import AsyncIterator
from pathlib import Path

import pytest

from tests.cli.house import House
from tests.support.postgres import Database
from tests.web.house import SiteHouse, site_of_house

FIELDS = {
    "name": "Ma Fondation",
    "kind": "real",
    "person": "Ada Exemple",
    "address": "ada@example.org",
    "password": "une phrase assez longue",
}


@pytest.fixture
async def empty(database: Database, tmp_path: Path) -> AsyncIterator[SiteHouse]:
    """A site without any organisation."""
    async with site_of_house(House(tmp_path, database)) as made:
        yield made


async def test_an_organisation_is_founded_with_the_code_and_once(empty: SiteHouse) -> None:
    """Whoever has no code is told nothing; afterwards the page does not exist, and its founder is signed in."""
    code = await empty.site.access.first_run.new_code()
    async with empty.client() as client:
        assert (await client.get("/")).headers["location"] == "/premiers-pas"
        assert "Premiers pas" in (await client.get("/premiers-pas")).text
        guessed = await client.post("/premiers-pas", data=FIELDS | {"code": "AAAA-BBBB-CCCC-DDDD"})
        assert guessed.status_code == 422
        assert "Ma Fondation" in guessed.text
        assert FIELDS["password"] not in guessed.text
        lacking = await client.post("/premiers-pas", data={"code": code})
        assert lacking.status_code == 422
        assert lacking.text.count('aria-invalid="true"') == 4
        founded = await client.post("/premiers-pas", data=FIELDS | {"code": code.lower()})
        assert founded.status_code == 303
        assert founded.headers["location"] == "/o/ma-fondation/dossiers"
        assert "Aucun dossier" in (await client.get("/o/ma-fondation/dossiers")).text
        again = await client.post("/premiers-pas", data=FIELDS | {"code": code})
        assert again.status_code == 403  # it was sent without the token of the session
        assert (await client.get("/premiers-pas")).status_code == 404
    async with empty.client() as client:
        again = await client.post("/premiers-pas", data=FIELDS | {"code": code})
        assert again.status_code == 404
        assert "Cette page n’existe pas" in again.text
        signed = await client.post("/connexion", data=FIELDS)
        assert signed.status_code == 303
