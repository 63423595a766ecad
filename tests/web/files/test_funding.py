"""A funding as a page: what was asked for, found, decided and paid, by whom."""

from asyncpg.connection import LoggedQuery

from tests.support.imported import person_of
from tests.web.files.reading import read, text_of
from tests.web.forms.filling import form_on
from tests.web.house import SiteHouse

SWANN, NOUR, YAEL = person_of("swann"), person_of("nour"), person_of("yael")
ROBIN = person_of("robin")
FUNDING = "/o/demo/financements/filature-2027"
MOST_STATEMENTS = 13
"""Who visits, how much waits and the last entries take seven; the acts rest on bank details, envelopes and reviews."""


async def test_it_shows_the_request_its_findings_and_the_three_names_of_a_tranche(pages: SiteHouse) -> None:
    """With both figures of each finding, and a plan that adds up."""
    text = text_of(await read(pages, SWANN, FUNDING))
    assert "demandé 30 000,00 € accordé 30 000,00 € versé 15 000,00 € reste 15 000,00 €" in text
    assert "Version 1, jugée au 10 déc. 2026 : éligible." in text
    assert "✓ Respectée Montant De 15 000,00 € à 60 000,00 € Demandé : 30 000,00 €" in text
    assert "soit 30 000,00 € sur 60 000,00 € Demandé : 30 000,00 €, soit 50 %" in text
    assert "Total 60 000,00 €" in text
    assert (
        "Acompte 15 000,00 € ✓ payée Swann Ébauche Yaël Patron Ange Épure, 18 févr. 2027 payé, 22 févr. 2027, VIR-1"
        in text
    )


async def test_it_says_how_far_it_is_and_what_a_tranche_still_waits_for(pages: SiteHouse) -> None:
    """Six steps with their days; of the tranche to come, the missing condition and who would approve it."""
    text = text_of(await read(pages, SWANN, FUNDING))
    assert (
        "Décision ✓ 21 janv. 2027 Convention ✓ 9 févr. 2027 Versements ● 1 sur 2 Comptes rendus 0 sur 1"
        in text
    )
    assert "Solde 15 000,00 € rapports acceptés : manque prévue – attend : élu·e" in text


async def test_a_request_that_was_refused_says_so_in_the_place_of_its_decision(pages: SiteHouse) -> None:
    """With the day, its points, and the way to ask again."""
    html = await read(pages, YAEL, "/o/demo/financements/halle-2027")
    text = text_of(html)
    assert "Demande ✓ 11 janv. 2027 Décision refusé, 18 févr. 2027 Convention" in text
    assert "/faire/ResubmitFunding?funding=halle-2027" in html


async def test_the_check_of_an_amendment_shows_what_it_makes_of_the_payments(pages: SiteHouse) -> None:
    """Whoever decides it sees amount, term and payments before and after, and records nothing by looking."""
    address = "/o/demo/faire/DecideAmendment?funding=filature-2027&amendment=longer&decision=granted"
    async with pages.client_as(ROBIN) as client:
        form = form_on((await client.get(address)).text)
        checked = await client.post(form.action, data=form.filled(do="check"))
    text = text_of(checked.text)
    assert checked.status_code == 200, text
    assert "Le montant 30 000,00 € 29 000,00 €" in text
    assert "Solde 15 000,00 € 14 000,00 € Total 30 000,00 € 29 000,00 €" in text
    assert "Rendu à l’enveloppe : 1 000,00 €" in text


async def test_the_check_of_a_claim_says_its_sums(pages: SiteHouse) -> None:
    """What was paid, what is claimed, what stays."""
    async with pages.client_as(SWANN) as client:
        form = form_on((await client.get("/o/demo/faire/ReclaimFunds?funding=filature-2027")).text)
        checked = await client.post(form.action, data=form.filled(do="check", cents="4000", reason="Inventé"))
    text = text_of(checked.text)
    assert checked.status_code == 200, text
    assert "Versé 15 000,00 €" in text
    assert "Réclamé maintenant 4 000,00 € Ce que garde le bénéficiaire 11 000,00 €" in text


async def test_each_section_has_its_acts_and_says_why_not(pages: SiteHouse) -> None:
    """An amendment is before and after, and may be taken back there; the second tranche says what lacks."""
    html = await read(pages, SWANN, FUNDING)
    amendments = html[html.index('id="amendments"') : html.index('id="conditions"')]
    assert "/faire/WithdrawAmendment?funding=filature-2027" in amendments
    assert "Le montant 30 000,00 € 29 000,00 €" in text_of(amendments)
    assert "La fin 31 janv. 2028 31 mars 2028" in text_of(amendments)
    assert "Solde 15 000,00 € 14 000,00 € Total 30 000,00 € 29 000,00 €" in text_of(amendments)
    tranches = text_of(html[html.index('id="tranches"') : html.index('id="reports"')])
    assert "Ce qui n’est pas possible maintenant, et pourquoi" in tranches


async def test_its_buttons_lead_to_forms_and_say_why_not(pages: SiteHouse) -> None:
    """Deciding is the board's; a condition is noted by those in charge."""
    html = await read(pages, SWANN, FUNDING)
    assert "/faire/MeetCondition?funding=filature-2027" in html
    assert "/faire/DecideAmendment" not in html
    assert "Réservé au conseil d’administration." in text_of(html)
    acts = text_of(await read(pages, SWANN, f"{FUNDING}/actes"))
    assert "Réservé aux finances." in acts


async def test_its_history_is_its_own(pages: SiteHouse) -> None:
    """Entries by their numbers, at their anchors."""
    html = await read(pages, SWANN, f"{FUNDING}/historique?entree=3")
    assert 'id="e3"' in html
    assert "Financement accordé" in text_of(html)
    assert "Partie prenante ajoutée" not in text_of(html)


async def test_as_of_a_day_it_offers_nothing(pages: SiteHouse) -> None:
    """Before it was decided there was nothing to pay."""
    html = await read(pages, SWANN, f"{FUNDING}?au=2026-12-31")
    assert "Elle n’est pas encore prise." in text_of(html)
    assert "/faire/" not in html


async def test_who_may_not_read_it_is_told_nothing(pages: SiteHouse) -> None:
    """On each of its pages, as of what is not there."""
    for part in ("", "/historique", "/actes"):
        unreadable = await read(pages, NOUR, f"{FUNDING}{part}", 404)
        unknown = await read(pages, NOUR, f"/o/demo/financements/nul{part}", 404)
        assert text_of(unreadable) == text_of(unknown)


async def test_it_takes_few_statements(pages: SiteHouse, said: list[LoggedQuery]) -> None:
    """However much lies beside it."""
    async with pages.client_as(SWANN) as client:
        await client.get(FUNDING)
        said.clear()
        await client.get(FUNDING)
    assert 0 < len(said) <= MOST_STATEMENTS
