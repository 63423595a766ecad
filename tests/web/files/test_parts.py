"""The other pages of a cooperation, and the lists beside it."""

import pytest

from application.commands.answer import Answer
from application.commands.parsing import read_command
from tests.support.imported import person_of
from tests.web.files.reading import read, text_of
from tests.web.house import SiteHouse
from wording.commands import COMMANDS
from wording.events import EVENTS

SWANN, NOUR = person_of("swann"), person_of("nour")
FILATURE, NOAILLES = "/o/demo/dossiers/filature", "/o/demo/dossiers/noailles"
SAID = {
    f"{FILATURE}/echeances": "Reprendre contact ▲ En retard samedi 13 février 2027 (il y a 16 jours)",
    f"{FILATURE}/collectif": "Coopérative Atelier Exemple porte l’argent",
    f"{FILATURE}/carnet": "Les rencontres 1",
    f"{FILATURE}/document": "Remettre en service une filature en coopération",
    f"{FILATURE}/historique": "2 entrées du service sont repliées.",
    "/o/demo/financements": "Filature partagée (échantillon inventé) Subvention directe",
    "/o/demo/programmes": "ACTE – Région Hauts-de-France",
    "/o/demo/programmes/acte@3": "Phases et points de passage",
}


def entries_of(html: str) -> str:
    """What is told below the form that asks."""
    return text_of(html.rpartition("</form>")[2])


@pytest.mark.parametrize("path", SAID)
async def test_a_page_says_what_it_is_about(pages: SiteHouse, path: str) -> None:
    """To somebody in charge; in French, by the names of the rulebook."""
    assert SAID[path] in text_of(await read(pages, SWANN, path))


@pytest.mark.parametrize(
    "part", ["passage", "collectif", "carnet", "echeances", "historique", "document", "actes"]
)
async def test_a_part_of_what_one_may_not_read_is_not_there(pages: SiteHouse, part: str) -> None:
    """As a part of a file that does not exist."""
    unreadable = await read(pages, NOUR, f"{FILATURE}/{part}", 404)
    unknown = await read(pages, NOUR, f"/o/demo/dossiers/nulle-part/{part}", 404)
    assert text_of(unreadable) == text_of(unknown)


@pytest.mark.parametrize("part", ["", "/passage", "/collectif", "/carnet", "/echeances", "/document"])
async def test_as_of_a_day_every_part_says_so_and_offers_nothing(pages: SiteHouse, part: str) -> None:
    """A banner above, and the way back to today."""
    html = await read(pages, NOUR, f"{NOAILLES}{part}?au=2023-12-31")
    assert "arrivé jusqu’au 31 déc. 2023" in text_of(html)
    assert "/faire/" not in html


async def test_what_was_known_differs_from_what_had_happened(pages: SiteHouse) -> None:
    """The past of Noailles was recorded long after: on the day itself nothing of it was known."""
    then = text_of(await read(pages, NOUR, f"{NOAILLES}/historique?au=2023-12-31"))
    assert "Aucune entrée." not in then
    known = await read(pages, NOUR, f"{NOAILLES}/historique?connu=2026-01-01")
    assert "Aucune entrée." in text_of(known)


async def test_a_history_is_narrowed_to_families_and_to_decisions(pages: SiteHouse) -> None:
    """What is left out is counted all the same."""
    money = entries_of(await read(pages, SWANN, f"{FILATURE}/historique?montrer=money"))
    assert "Paiement ordonné" in money
    assert "Partie prenante ajoutée" not in money
    decided = entries_of(await read(pages, SWANN, f"{FILATURE}/historique?decisions=oui"))
    assert "Financement accordé" in decided
    assert "Paiement ordonné" not in decided


async def test_lines_of_money_stand_among_the_entries_when_they_are_asked_for(pages: SiteHouse) -> None:
    """Under the name of the envelope, with the way to its page, which tells the whole of it."""
    html = await read(pages, SWANN, f"{FILATURE}/historique?lignes=oui&montrer=money")
    shown = entries_of(html)
    assert "Montant réservé" in shown
    assert "enveloppe « Subvention directe, 2027 »" in shown
    assert 'href="/o/demo/enveloppes/' in html
    assert "Montant réservé" not in entries_of(
        await read(pages, SWANN, f"{FILATURE}/historique?montrer=money")
    )


async def test_a_history_is_narrowed_by_its_address(pages: SiteHouse) -> None:
    """To a span, somebody, a kind of entry; a wrong one is told what would do."""
    asked = "quoi=Contact&depuis=2020-01-01&jusque=2027-12-31"
    html = await read(pages, SWANN, f"{FILATURE}/historique?{asked}")
    assert 'value="2020-01-01"' in html
    assert '<option value="Contact" selected>' in html
    assert "Contact" in entries_of(html)
    assert "Paiement ordonné" not in entries_of(html)
    theirs = await read(pages, SWANN, f"{FILATURE}/historique?par=Swann+%C3%89bauche")
    assert '<option value="Swann Ébauche" selected>' in theirs
    assert "Contact" not in entries_of(theirs)
    wrong = text_of(await read(pages, SWANN, f"{FILATURE}/historique?quoi=licornes", 400))
    assert "Contact" in wrong
    assert "argent" in wrong


async def test_what_changed_between_two_days_is_told_before_and_after(pages: SiteHouse) -> None:
    """With links to the entries that did it; the history asks for the two days, the page itself too."""
    history = await read(pages, SWANN, f"{FILATURE}/historique")
    assert f'formaction="{FILATURE}/changements"' in history
    html = await read(pages, SWANN, f"{FILATURE}/changements?depuis=2026-12-31&jusque=2027-03-01")
    told = text_of(html)
    assert "versé – Subvention directe – 15 000,00 €" in told.replace("\u00a0", " ")
    assert EVENTS["PaymentConfirmed"].fr in told
    assert "Donnez deux jours" in text_of(await read(pages, SWANN, f"{FILATURE}/changements"))
    await read(pages, NOUR, f"{FILATURE}/changements?depuis=2026-12-31&jusque=2027-03-01", 404)
    await read(pages, SWANN, f"{FILATURE}/changements?depuis=2027-12-31&jusque=2027-03-01", 400)


async def test_the_journal_is_taken_away_from_the_page(pages: SiteHouse) -> None:
    """With the question of the page; not by those who may not read the file."""
    html = await read(pages, SWANN, f"{FILATURE}/historique?quoi=Contact")
    assert f"{FILATURE}/journal?quoi=Contact" in html
    async with pages.client_as(SWANN) as client:
        answer = await client.get(f"{FILATURE}/journal?quoi=Contact")
    assert answer.status_code == 200
    assert answer.content.startswith(b"PK")
    assert answer.headers["cache-control"] == "no-store"
    await read(pages, NOUR, f"{FILATURE}/journal", 404)


async def test_what_was_refused_stands_among_the_entries_when_it_is_asked_for(pages: SiteHouse) -> None:
    """Who wanted what, the sentence and the remedy; on the day on which it was asked for, and not before."""
    wanted = read_command(
        '{"type": "AdvancePhase", "command_id": "refus-1", "cooperation": "filature", "to": "capitalisation"}',
        SWANN,
    )
    assert not isinstance(wanted, Answer)
    answer = await pages.site.service.one_way_in.handle("demo", wanted)
    assert answer.refusal
    shown = text_of(await read(pages, SWANN, f"{FILATURE}/historique?refus=oui"))
    assert f"Refusé : « {COMMANDS['AdvancePhase'].fr} »" in shown
    assert answer.refusal.message.fr in shown
    assert answer.refusal.remedy.fr in shown
    assert "Refusé" not in text_of(await read(pages, SWANN, f"{FILATURE}/historique"))
    assert "Refusé" not in text_of(await read(pages, SWANN, f"{FILATURE}/historique?refus=oui&au=2026-12-31"))


async def test_what_is_no_date_is_said_to_be_none(pages: SiteHouse) -> None:
    """Nothing is shown instead."""
    assert "31/13" in text_of(await read(pages, NOUR, f"{NOAILLES}?au=31/13/2023", 400))


async def test_reviews_lead_to_their_rooms(pages: SiteHouse) -> None:
    """Those under way; all of them, if they are wanted."""
    html = await read(pages, NOUR, "/o/demo/avis")
    assert 'href="/o/demo/avis/noailles-avis"' in html
    assert "Avis sur le choix du territoire" in text_of(html)
