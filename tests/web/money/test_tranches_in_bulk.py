"""Tranches approved and ordered together: each judged as if it were alone, with what came of it."""

import re

import httpx

from tests.cli.beside_story import ANGE, SWANN, YAEL
from tests.cli.house import House
from tests.web.files.reading import text_of
from tests.web.forms.filling import form_on
from tests.web.house import SiteHouse, site_of_house

PAYMENTS = "/o/demo/paiements"
BULK = f"{PAYMENTS}/lot"
TRANCHE = "filature-2027/advance"


async def press(client: httpx.AsyncClient, tab: str) -> str:
    """Tick the tranche of a list, look, record; what came of it."""
    form = form_on((await client.get(f"{PAYMENTS}?onglet={tab}")).text)
    unticked = await client.post(BULK, data=form.filled(do="check", payment=["filature-2027/balance"]))
    assert 'name="payment"' not in unticked.text
    checked = await client.post(BULK, data=form.filled(do="check", payment=[TRANCHE]))
    assert checked.status_code == 200, text_of(checked.text)
    assert "Rien n’est encore enregistré" in text_of(checked.text)
    record = form_on(checked.text).filled(do="record")
    first, again = [await client.post(BULK, data=record) for _ in range(2)]
    assert first.headers["location"] == again.headers["location"]
    return text_of((await client.get(first.headers["location"])).text)


async def recorded_by(site: SiteHouse, person: str, command: str) -> str:
    """What comes of a job that somebody sends of whom no page offers it."""
    async with site.client_as(person) as client:
        token = form_on((await client.get("/o/demo/faire/RecordContact")).text).values["csrf"]
        sent = {"csrf": token, "do": "record", "command": command, "job": f"job-{person}", "payment": TRANCHE}
        return text_of((await client.get((await client.post(BULK, data=sent)).headers["location"])).text)


async def test_many_are_approved_and_ordered_each_by_the_next_person(requested_house: House) -> None:
    """Whoever asked is told so at the tranche, and refused; the same job is recorded once."""
    async with site_of_house(requested_house) as site:
        async with site.client_as(SWANN) as client:
            own = (await client.get(f"{PAYMENTS}?onglet=a-valider")).text
            assert "Vous l’avez demandée" in text_of(own)
            assert not re.findall(r'name="payment"', own)
        said = await recorded_by(site, SWANN, "ApproveTranche")
        assert "0 enregistré, 1 refusé" in said
        async with site.client_as(YAEL) as client:
            assert "1 enregistré, 0 refusé" in await press(client, "a-valider")
        assert "0 enregistré, 1 refusé" in await recorded_by(site, YAEL, "OrderPayment")
        async with site.client_as(ANGE) as client:
            assert "1 enregistré, 0 refusé" in await press(client, "a-ordonner")
            assert "À remettre (1)" in text_of((await client.get(PAYMENTS)).text)
