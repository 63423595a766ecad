"""Envelopes as pages: how much there is and what became of it, with the forms of those who keep them."""

from tests.support.imported import person_of
from tests.web.files.reading import read, text_of
from tests.web.house import SiteHouse

SWANN, NOUR, ROBIN = person_of("swann"), person_of("nour"), person_of("robin")
"""Swann reads the fundings of the story, Nour of another region does not; Robin is of the board."""
LIST = "/o/demo/enveloppes"
ENVELOPE = f"{LIST}/acte/acte_grant/2027"


async def test_an_envelope_by_its_name_with_what_is_left(pages: SiteHouse) -> None:
    """From the list to the envelope; each movement with whose doing it was."""
    listed = await read(pages, SWANN, LIST)
    assert f'href="{ENVELOPE}"' in listed
    assert "100 000,00 €" in text_of(listed)
    html = await read(pages, SWANN, ENVELOPE)
    text = text_of(html)
    assert "Doté 100 000,00 €" in text
    assert "Robin Calque" in text
    assert "acte_grant" not in text
    assert 'href="/o/demo/financements/filature-2027"' in html
    assert "Filature partagée" in text


async def test_fundings_that_one_may_not_read_are_a_sum(pages: SiteHouse) -> None:
    """Without their names."""
    text = text_of(await read(pages, NOUR, ENVELOPE))
    assert "ceux que vous ne lisez pas" in text
    assert "Filature" not in text


async def test_forms_are_offered_to_those_who_keep_envelopes(pages: SiteHouse) -> None:
    """The board, here; others see no button, and what is not there is no page."""
    html = await read(pages, ROBIN, ENVELOPE)
    assert "/faire/TopUpEnvelope?envelope=acte%2Facte_grant%2F2027" in html
    assert "/faire/CarryOver?envelope=acte%2Facte_grant%2F2027" in html
    assert "/faire/OpenEnvelope" in await read(pages, ROBIN, LIST)
    assert "/faire/" not in await read(pages, SWANN, ENVELOPE)
    await read(pages, SWANN, f"{LIST}/acte/nulle-part/2027", 404)


async def test_the_chart_says_what_the_table_below_it_says(pages: SiteHouse) -> None:
    """Half of the grant is paid in March; what is planned goes on to December; drawn without any style of its own."""
    html = await read(pages, SWANN, ENVELOPE)
    text = text_of(html)
    assert "Au 1er mars 2027 : doté 100 000,00 €, engagé 30 000,00 €, payé 15 000,00 €" in text
    assert "Mars 2027 100 000,00 € 30 000,00 € 15 000,00 € 70 000,00 € 15 000,00 €" in text
    assert "Avril 2027 – – – – 15 000,00 €" in text
    chart = html[html.index("<svg class") : html.index("</figure>")]
    assert 'class="series planned"' in chart
    assert "style" not in chart


async def test_why_money_moved_is_for_those_who_keep_envelopes(pages: SiteHouse) -> None:
    """Others see who moved it and how much."""
    assert "Pourquoi" in text_of(await read(pages, ROBIN, ENVELOPE))
    assert "Pourquoi" not in text_of(await read(pages, SWANN, ENVELOPE))
