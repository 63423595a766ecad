"""Files found by words, and what falls due: of what one may read, and of nothing else."""

import re

import pytest

from tests.cli.house import CAMILLE, NOUR
from tests.web.house import SiteHouse

SEARCH, AGENDA = "/o/demo/recherche", "/o/demo/agenda"


@pytest.mark.parametrize(
    ("typed", "found"),
    [
        ("noai", ["noailles"]),
        ("MARSEILLE", ["citees", "noailles"]),
        ("nour santé", ["citees"]),
        ("zzz", []),
        ("", []),
    ],
)
async def test_files_are_found_by_name_place_object_and_who_follows_them(
    site_house: SiteHouse, typed: str, found: list[str]
) -> None:
    """Every word has to be found; the page of a file knows the list that one comes from."""
    async with site_house.client_as(NOUR) as client:
        shown = (await client.get(SEARCH, params={"q": typed})).text
    assert re.findall(r'href="/o/demo/dossiers/(\w+)\?liste=q%3D', shown) == found
    assert ("Aucun dossier que vous pouvez lire ne répond à" in shown) is (typed == "zzz")


async def test_what_one_may_not_read_is_not_found_and_not_due(site_house: SiteHouse) -> None:
    """It is as if it did not exist."""
    async with site_house.client_as(CAMILLE) as client:
        assert (
            "Aucun dossier que vous pouvez lire" in (await client.get(SEARCH, params={"q": "noailles"})).text
        )
        shown = (await client.get(AGENDA, params={"jusque": "P5Y"})).text
        assert "Rien n’échoit d’ici là." in shown
        assert "paca-corse" not in shown


async def test_what_falls_due_stands_by_month_after_what_is_overdue(site_house: SiteHouse) -> None:
    """As far ahead as one asks; each leads to the deadlines of its file."""
    async with site_house.client_as(NOUR) as client:
        usual = (await client.get(AGENDA)).text
        far = (await client.get(AGENDA, params={"jusque": "P5Y"})).text
        mine = (await client.get(AGENDA, params={"charge": CAMILLE})).text
    heads = re.findall(r'<h2 id="month-\d+">([^<]+?) <', usual)
    assert heads == ["En retard", "Décembre 2026"]
    assert 'href="/o/demo/dossiers/noailles/echeances"' in usual
    assert "31 déc. 2026 (dans 38 jours)" in usual
    assert len(re.findall('<h2 id="month-', far)) > len(heads)
    assert "Rien n’échoit" in mine


async def test_strange_questions_are_answered(site_house: SiteHouse) -> None:
    """What an address says and nobody knows is as if it were not there."""
    async with site_house.client_as(NOUR) as client:
        for question in (
            "jusque=PX&apres=x",
            "apres=2026-12-01T00:00:00~a",
            "region=%00",
            "apres=9999-12-31T00:00:00Z~%ff~",
        ):
            assert (await client.get(f"{AGENDA}?{question}")).status_code == 200


async def test_every_page_says_how_much_waits_and_offers_to_search(site_house: SiteHouse) -> None:
    """The number is that of the first page."""
    async with site_house.client_as(NOUR) as client:
        for address in ("/o/demo/", "/o/demo/dossiers", AGENDA):
            shown = (await client.get(address)).text
            assert '<span class="waiting">4</span>' in shown
            assert 'id="site-search"' in shown
