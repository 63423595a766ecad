"""Letters about decisions: what was decided, by whom, when, for what; for who may read the funding, and nobody else."""

import re

from tests.support.imported import person_of
from tests.web.files.reading import read, text_of
from tests.web.house import SiteHouse

SWANN, CHARLIE = person_of("swann"), person_of("charlie")
FUNDING = "/o/demo/financements/filature-2027"


async def letter_of(pages: SiteHouse, funding: str, person: str = SWANN) -> tuple[str, str]:
    """The address of the first letter that a funding's page leads to, and what it says."""
    html = await read(pages, person, funding)
    [address, *_] = re.findall(rf'href="({funding}/lettres/\d+)"', html)
    return address, text_of(await read(pages, person, address))


async def test_an_award_says_how_much_by_whom_and_what_follows(pages: SiteHouse) -> None:
    """With the conditions and their days, and the payments to come."""
    _, text = await letter_of(pages, FUNDING)
    assert "Votre demande de financement est accordée" in text
    assert "30 000,00 € vous sont accordés au titre de Subvention directe" in text
    assert "Les versements prévus Acompte 15 000,00 € Solde 15 000,00 €" in text
    assert "aucun versement n’est fait avant sa signature" in text


async def test_who_may_not_read_the_funding_reads_no_letter(pages: SiteHouse) -> None:
    """Nor is there one about what was no decision."""
    address, _ = await letter_of(pages, FUNDING)
    async with pages.client_as(CHARLIE) as client:
        theirs, never = await client.get(address), await client.get("/o/demo/financements/nulle/lettres/1")
    assert (theirs.status_code, never.status_code) == (404, 404)
    async with pages.client_as(SWANN) as client:
        assert (await client.get(f"{FUNDING}/lettres/1")).status_code == 404


async def test_an_award_names_its_conditions_with_their_days(pages: SiteHouse) -> None:
    """And a refusal its points, its reasons and what would change it."""
    _, text = await letter_of(pages, FUNDING)
    assert "Lettre de la ville vendredi 30 avril 2027" in text
    async with pages.client_as(SWANN) as client:
        shown = await client.get("/o/demo/financements")
    [refused] = {
        one for one in re.findall(r'href="(/o/demo/financements/[\w-]+)"', shown.text) if one != FUNDING
    } or {""}
    _, text = await letter_of(pages, refused)
    assert "n’est pas retenue" in text
    assert "Ce qui changerait cette décision" in text
    assert "redéposer une demande qui réponde à chacun de ces motifs" in text
