"""A version of a programme as a page: numbers lead to the files that they count, cut down to whoever reads."""

import re
from html import unescape

import httpx

from domain.kernel.values import Role
from tests.cli.house import ADMINISTRATOR, CAMILLE, NOUR
from tests.web.house import SiteHouse
from tests.web.programmes.conftest import PROGRAMME

PAGE = f"/o/demo/programmes/{PROGRAMME}@2"
ROW = re.compile(r'<tr><th scope="row">([^<]+)</th>\s*<td class="numbers">(?:<a href="([^"]+)"[^>]*>)?(\d+)')


async def _rows(client: httpx.AsyncClient) -> dict[str, tuple[str, int]]:
    answer = await client.get(PAGE)
    assert answer.status_code == 200, answer.text
    return {name: (unescape(address), int(number)) for name, address, number in ROW.findall(answer.text)}


async def test_the_funnel_counts_whoever_has_come_that_far(site_house: SiteHouse) -> None:
    """Also whoever was refused later on; each number leads to as many files."""
    async with site_house.client_as(NOUR) as client:
        rows = await _rows(client)
        assert [rows[name][1] for name in ("Reçue", "Présélectionnée", "Soutenue")] == [4, 3, 1]
        for name in ("Reçue", "Présélectionnée", "Soutenue", "Candidature"):
            address, number = rows[name]
            found = (await client.get(address)).text
            assert len(set(re.findall(r"/dossiers/(essai-\d)", found))) == number, name


async def test_numbers_count_what_their_reader_reads(site_house: SiteHouse) -> None:
    """Of another region nothing; as public sheets, no stage is told."""
    async with site_house.client_as(CAMILLE) as client:
        rows = await _rows(client)
    assert "Reçue" not in rows
    assert rows["Candidature"] == ("", 0)


async def test_what_is_to_come_leads_to_its_files(site_house: SiteHouse) -> None:
    """Reminders of the next ninety days, of the programme alone."""
    async with site_house.client_as(NOUR) as client:
        coming = (await client.get(PAGE)).text.partition('id="coming"')[2].partition('id="rules"')[0]
    assert set(re.findall(r"/o/demo/dossiers/([a-z0-9-]+)/echeances", coming)) <= {
        f"essai-{n}" for n in range(4)
    }
    assert "Rappel" in coming


async def test_two_versions_are_compared_in_words(site_house: SiteHouse) -> None:
    """With what that means for the files that run under the earlier one; versions that nobody has are asked for."""
    async with site_house.client_as(NOUR) as client:
        versions = f"de={PROGRAMME}@1&a={PROGRAMME}@2"
        compared = (await client.get(f"/o/demo/programmes/comparer?{versions}")).text
        asked = (await client.get("/o/demo/programmes/comparer?de=rien@1")).text
    assert "versions 1 et 2" in compared
    assert "Aucun dossier en cours que vous lisez ne suit la version 1" in compared
    assert "Choisissez deux versions" in asked


async def test_who_does_not_work_on_rules_reads_them_all_the_same(site_house: SiteHouse) -> None:
    """They are not offered to check a rulebook, and told whom to ask."""
    people = await site_house.site.service.files.organisation("demo")
    jury = next(one.person for one in people.grants.values() if one.role is Role.JURY)
    async with site_house.client_as(jury) as client:
        listed = await client.get("/o/demo/programmes")
        assert "programmes/verifier" not in listed.text
        refused = await client.get("/o/demo/programmes/verifier")
    assert refused.status_code == 409
    assert "Réservé à l’administration" in refused.text
    assert ADMINISTRATOR not in refused.text
