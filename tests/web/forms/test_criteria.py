"""The criteria of an item of the gate are judged together, each recorded by itself, and pressed twice they are once."""

from tests.cli.house import CAMILLE, NOUR
from tests.web.forms.filling import form_on
from tests.web.house import ORGANISATION, SiteHouse
from tests.web.reviews.making import give

PAGE = "/o/demo/dossiers/vallon/passage/territory_criteria"
SHEET = {
    "cooperation": "vallon",
    "name": "Vallon d’exemple",
    "territory": {"name": "Ville-Exemple"},
    "region": "occitanie",
    "object": "Un commun (inventé)",
    "cooperation_type": "modelled",
    "economic_model": "hybrid",
    "origin": "residents-call",
    "programme": "tec",
    "managers": [CAMILLE],
    "review": None,
}


async def test_what_changes_is_recorded_and_what_does_not_is_left_alone(site_house: SiteHouse) -> None:
    """Two of three at once, then the third; nobody else may, and an item without criteria has no page."""
    assert (await give(site_house, CAMILLE, "OpenCooperation", **SHEET)).outcome == "recorded"
    async with site_house.client_as(CAMILLE) as client:
        form = form_on((await client.get(PAGE)).text)
        nothing = await client.post(PAGE, data=form.filled())
        assert nothing.status_code == 422
        assert "Rien n’a changé" in nothing.text
        long = await client.post(PAGE, data=form.filled(driving_actors="yes", note="x" * 20_001))
        assert (long.status_code, "20 000 caractères" in long.text) == (422, True)
        strange = await client.post(PAGE, data=form.filled(driving_actors="yes", form="x"))
        assert strange.status_code == 404
        sent = form.filled(driving_actors="yes", local_strengths="no", note="Vu sur place (inventé).")
        assert (await client.post(PAGE, data=sent)).status_code == 303
        head = (await site_house.site.service.ledger.head(ORGANISATION)).position
        assert (await client.post(PAGE, data=sent)).status_code == 303
        assert "Déjà enregistré" in (await client.get("/o/demo/")).text
        again = form_on((await client.get(PAGE)).text)
        assert again.values["driving_actors"] == ["yes"]
        assert (await site_house.site.service.ledger.head(ORGANISATION)).position == head
        assert (await client.get("/o/demo/dossiers/vallon/passage/pair")).status_code == 404
    async with site_house.client_as(NOUR) as client:
        assert (await client.get(PAGE)).status_code == 404
    file = await site_house.site.service.files.cooperation(ORGANISATION, "vallon")
    assert file is not None
    met = {key: one.met for (_, item, key), one in file.judgements.items() if item == "territory_criteria"}
    assert met == {"driving_actors": True, "local_strengths": False}
