"""Lists taken away: as they are filtered and shown, of what their reader may read; each is noted."""

from io import BytesIO

import httpx
import pytest
from python_calamine import CalamineWorkbook
from structlog.testing import capture_logs

from tests.cli.house import ADMINISTRATOR, CAMILLE, NOUR
from tests.web.house import SiteHouse

SHEETS = "/o/demo/telechargements"


async def taken(client: httpx.AsyncClient, name: str, question: str = "") -> CalamineWorkbook:
    """A list, read back."""
    answer = await client.get(f"{SHEETS}/{name}?{question}")
    assert answer.status_code == 200, answer.text
    assert answer.headers["cache-control"] == "no-store"
    return CalamineWorkbook.from_filelike(BytesIO(answer.content))


async def test_the_list_leaves_as_it_is_filtered_ordered_and_shown(site_house: SiteHouse) -> None:
    """With what it is a list of; its page leads there."""
    question = "q=marseille&tri=-nom&col=programme&col=contact&col=phase"
    async with site_house.client_as(NOUR) as client:
        page = await client.get(f"/o/demo/dossiers?{question}&apres=zz~zz")
        book = await taken(client, "dossiers", question + "&apres=zz~zz")
    assert f"{SHEETS}/dossiers?format=xlsx&amp;{question.replace('&', '&amp;')}" in page.text
    heads, *lines = book.get_sheet_by_index(0).to_python()
    assert heads == ["Dossier", "Programme", "Dernier contact", "N° de phase", "Phase"]
    assert [line[0] for line in lines][-1] == "CITEES Marseille"
    assert len(lines) == 2
    assert lines[0][2] == "décembre 2023"
    about = {str(label): said for label, said in book.get_sheet_by_index(1).to_python()}
    assert about["Filtres"] == "Chercher\u00a0: «\u00a0marseille\u00a0»"
    assert about["Établi par"] == "Nour Modèle"
    assert about["Position du registre"] != 0


async def test_every_other_list_leaves_too(site_house: SiteHouse) -> None:
    """For whoever may see it; in the language of its reader."""
    async with site_house.client_as(ADMINISTRATOR) as client:
        for name in ("avis", "financements", "enveloppes", "agenda", "taches", "personnes", "courrier"):
            book = await taken(client, name, "tous=1&jusque=P5Y&autres=1")
            assert book.sheet_names[1] == "À propos", name
        people = (await taken(client, "personnes")).get_sheet_by_index(0).to_python()
    assert "Adresse" in people[0]
    async with site_house.client_as(NOUR, **{"accept-language": "en"}) as client:
        people = (await taken(client, "personnes")).get_sheet_by_index(0).to_python()
        agenda = (await taken(client, "agenda", "jusque=P5Y")).get_sheet_by_index(0).to_python()
    assert people[0] == ["Person", "Role", "Region", "Since", "Until"]
    assert agenda[0][0] == "Due"
    assert len(agenda) > 1


async def test_nobody_takes_away_what_they_may_not_read(site_house: SiteHouse) -> None:
    """Not a line, whatever is asked."""
    async with site_house.client_as(CAMILLE) as client:
        for name in ("dossiers", "agenda", "courrier", "avis"):
            answer = await client.get(f"{SHEETS}/{name}?format=csv&region=paca-corse&tous=1&q=noailles")
            assert answer.status_code == 200
            assert "oailles" not in answer.content.decode("utf-8-sig"), name


@pytest.mark.parametrize("path", ["rien", "dossiers?format=pdf", "lots", "lots?lot=%00"])
async def test_what_is_no_list_is_not_there(site_house: SiteHouse, path: str) -> None:
    """As everything that does not exist."""
    async with site_house.client_as(NOUR) as client:
        assert (await client.get(f"{SHEETS}/{path}")).status_code == 404


async def test_who_took_what_away_is_noted_without_what_was_in_it(site_house: SiteHouse) -> None:
    """Ids, and how much it was."""
    with capture_logs() as logs:
        async with site_house.client_as(NOUR) as client:
            await client.get(f"{SHEETS}/dossiers?format=csv&q=noailles")
    (noted,) = [one for one in logs if one["event"] == "list_taken_out"]
    assert noted == {
        "event": "list_taken_out",
        "log_level": "info",
        "organisation": "demo",
        "person": NOUR,
        "list": "dossiers",
        "format": "csv",
        "rows": 1,
    }
