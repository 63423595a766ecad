"""The kinds of sheets: what their rows become."""

import re
from datetime import date

from domain.cooperations.state import Cooperation
from tests.cli.house import ADMINISTRATOR, NOUR
from tests.imports.sheets import Cells
from tests.web.house import SiteHouse
from tests.web.importing.sending import opening, pressed, said, tried


async def test_a_past_is_imported_whole_and_refused_at_the_row_of_its_act(site_house: SiteHouse) -> None:
    """Acts in order below the opening; another file is not held back."""
    rows = (
        *opening("Les remparts"),
        ("Les remparts", "11/2021", "livrable", "Portrait sensible du territoire"),
        ("Les remparts", "2022", "réunion", None, "Avec la mairie."),
        *opening("La halle")[1:],
        ("La halle", "2022", "passage à la phase suivante"),
        ("La halle", "2023", "visite"),
    )
    async with site_house.client_as(ADMINISTRATOR) as client:
        sheet = await tried(client, "dossiers", rows)
        told = await said(client, sheet)
        assert "3 seraient enregistrées, 3 refusées, 0 illisible." in told
        assert "A6 refusée" in told
        assert "toutes ou aucune" in told
        assert "3 enregistrées, 0 refusée." in await pressed(client, sheet, "record")
    file = await site_house.site.service.files.file("demo", "les-remparts")
    assert isinstance(file, Cooperation)
    assert len(file.passes) == 1
    assert await site_house.site.service.files.file("demo", "la-halle") is None


async def test_people_and_their_roles_are_known_by_their_addresses(site_house: SiteHouse) -> None:
    """Two roles of one address are one person; sent again, nobody is registered and no role given."""
    heading = ("Nom", "Adresse électronique", "Rôle", "Région", "Depuis le")
    rows = (
        heading,
        ("Lou Inventé", "lou.invente@example.org", "jury national", "toutes les régions", "01/01/2026"),
        ("Lou Inventé", "Lou.Invente@example.org", "audit", "toutes les régions", None),
        ("Nour Modèle", "nour.modele@example.org", None, None, None),
        ("Sans région", "sans.region@example.org", "audit", None, None),
    )
    people = site_house.site.service.files.organisation
    before = len((await people("demo")).people)
    async with site_house.client_as(ADMINISTRATOR) as client:
        sheet = await tried(client, "personnes", rows)
        assert "2 seraient enregistrées, 1 déjà là, 0 refusée, 1 illisible." in await said(client, sheet)
        assert "2 enregistrées, 0 refusée." in await pressed(client, sheet, "record")
        again = await said(client, await tried(client, "personnes", rows))
    assert "0 serait enregistrée, 3 déjà là" in again
    assert len((await people("demo")).people) == before + 1


async def test_stakeholders_and_what_they_bring(site_house: SiteHouse) -> None:
    """Amounts as people write them."""
    partners = (
        ("Dossier", "Nom", "Secteur", "Son rôle", "Structure porteuse"),
        ("Noailles", "Les Jardins", "habitants", "Animent", "oui"),
        ("Noailles", "Ville", "mairie", "Finance", "non"),
    )
    brought = (
        ("Dossier", "Partie prenante", "Date", "De quelle façon", "Quoi", "Montant (€)", "Heures"),
        ("Noailles", "Les jardins", date(2026, 5, 4), "en numéraire", "Cotisations", "1\u202f250,50", None),
        ("Noailles", "Les jardins", date(2026, 5, 4), "en nature", "Chantier", None, 40.0),
        ("Noailles", "Les jardins", date(2026, 5, 4), "en nature", "Chantier", "12,345", None),
    )
    async with site_house.client_as(NOUR) as client:
        sheet = await tried(client, "parties-prenantes", partners)
        assert "1 serait enregistrée, 0 refusée, 1 illisible." in await said(client, sheet)
        await pressed(client, sheet, "record")
        sheet = await tried(client, "contributions", brought)
        assert "2 seraient enregistrées, 0 refusée, 1 illisible." in await said(client, sheet)
        assert "2 enregistrées" in await pressed(client, sheet, "record")


async def test_reviews_and_fundings_of_the_past_are_told_and_nothing_follows(site_house: SiteHouse) -> None:
    """They are in the history by their names; no review, no funding, nothing due, nobody waits."""
    reviews: Cells = (
        ("Dossier", "Date", "Ce qui était demandé", "Instance", "Avis"),
        ("Noailles", "06/2022", "Entrée en phase 2", "Jury national", "favorable sous conditions"),
    )
    fundings: Cells = (
        ("Dossier", "Date", "Dispositif", "Financeur", "Décision", "Demandé (€)", "Accordé (€)", "Versé (€)"),
        ("Noailles", "2021", "Amorçage", "Fonds territorial", "accordé", 15_000.0, 12_000.0, "12 000"),
    )
    async with site_house.client_as(NOUR) as client:
        await site_house.fold()
        before = await said(client, "/o/demo/agenda?jusque=P5Y")
        for kind, rows in (("avis-passes", reviews), ("financements-passes", fundings)):
            sheet = await tried(client, kind, rows)
            assert "1 enregistrée, 0 refusée." in await pressed(client, sheet, "record")
        await site_house.fold()
        told = await said(client, "/o/demo/dossiers/noailles/historique")
        after = await said(client, "/o/demo/agenda?jusque=P5Y")
        assert "Noailles" not in await said(client, "/o/demo/financements")
    assert "Avis d’avant, importé" in told
    assert "Financement d’avant, importé" in told
    assert "accordé : 12 000" in re.sub(r"\s", " ", told)
    assert before == after
