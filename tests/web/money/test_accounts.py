"""Bank details: masked, checked by a second person, shown in full by a noted press; never in a log."""

import re
from html import unescape

from tests.cli.beside_story import ANGE, MIKA, SWANN
from tests.web.files.reading import read, text_of
from tests.web.forms.filling import form_on
from tests.web.house import SiteHouse

ACCOUNTS = "/o/demo/comptes"
ATELIER, MARKET = f"{ACCOUNTS}/11111111800001", f"{ACCOUNTS}/w800000001"
IBAN, OWN_IBAN = "FR1420041010050500013M02606", "FR7630006000011234567890189"
IN_FOURS = "FR14 2004 1010 0505 0001 3M02 606"


async def test_an_account_tells_its_versions_and_hides_its_number(site_house: SiteHouse) -> None:
    """Who proposed, who checked, which payments wait for it; the last four signs."""
    html = await read(site_house, ANGE, ATELIER)
    said = text_of(html)
    assert "Coopérative Atelier" in said
    assert "IBAN se termine par 2606" in said
    assert "10 févr. 2027, Ange Épure Vérifiée 11 févr. 2027, Mika Tracé" in said
    assert "Filature partagée (échantillon inventé) , Acompte, 15 000,00 €" in said
    assert IBAN not in html
    assert IN_FOURS not in html


async def test_in_full_it_is_kept_by_no_cache_and_noted(site_house: SiteHouse) -> None:
    """Before it is shown; a page that is only looked at notes nothing."""
    readings = site_house.site.access.readings
    async with site_house.client_as(MIKA) as client:
        form = form_on((await client.get(ATELIER)).text)
        assert not await readings.latest("demo")
        shown = await client.post(ATELIER, data=form.values)
    assert IN_FOURS in text_of(shown.text)
    assert shown.headers["cache-control"] == "no-store"
    [noted] = await readings.latest("demo")
    assert (noted.person, noted.what, noted.file) == (MIKA, "bank-details", "account:11111111800001")


async def test_who_proposed_does_not_check_and_reads_why(site_house: SiteHouse) -> None:
    """Somebody else confirms; the page of the account tells both names then."""
    said = text_of(await read(site_house, ANGE, MARKET))
    assert "Vous les avez proposées : une autre personne les vérifie." in said
    assert "en attente de vérification" in said
    async with site_house.client_as(MIKA) as client:
        page = await client.get(MARKET)
        [way] = re.findall(r'href="(/o/demo/faire/ConfirmBankDetails\?[^"]*)"', page.text)
        form = form_on((await client.get(unescape(way))).text)
        recorded = await client.post(form.action, data=form.filled(do="record"))
        assert recorded.headers["location"].startswith(MARKET), text_of(recorded.text)
        there = await client.get(recorded.headers["location"])
        assert "Version 1 en vigueur" in text_of(there.text)


async def test_payments_wait_while_details_are_checked(site_house: SiteHouse) -> None:
    """Proposed anew, a checked account pays nothing; a mistyped IBAN is told at its field and not shown again."""
    async with site_house.client_as(ANGE) as client:
        form = form_on((await client.get("/o/demo/faire/ProposeBankDetails?account=11111111800001")).text)
        wrong = await client.post(
            form.action, data=form.filled(do="record", holder="Atelier", iban=OWN_IBAN + "9")
        )
        assert wrong.status_code == 409
        assert "Ce n’est pas un IBAN" in text_of(wrong.text)
        assert OWN_IBAN not in wrong.text
        again = form_on(wrong.text)
        typed = "fr76 3000 6000 0112 3456 7890 189"
        recorded = await client.post(
            again.action, data=again.filled(do="record", holder="Atelier", iban=typed)
        )
        assert recorded.status_code == 303, text_of(recorded.text)
        waiting = text_of((await client.get("/o/demo/paiements?onglet=a-remettre")).text)
        assert "en attente de vérification" in waiting
        assert "Vérifier le fichier" not in waiting


async def test_the_list_names_whose_they_are(site_house: SiteHouse) -> None:
    """By beneficiary; others are told nothing."""
    said = text_of(await read(site_house, ANGE, ACCOUNTS))
    assert "L’organisation elle-même – version vérifiée" in said
    assert "Coopérative Atelier 11111111800001 version vérifiée" in said
    assert "Association Marché W800000001 jamais vérifié en attente de vérification" in said
    nowhere = text_of(await read(site_house, SWANN, "/o/demo/dossiers/rien", 404))
    assert text_of(await read(site_house, SWANN, ATELIER, 404)) == nowhere
    assert text_of(await read(site_house, ANGE, f"{ACCOUNTS}/w800000009", 404)).count("n’existe pas") == 1
