"""Ordered payments are ticked, checked, put into a file and given out: by who pays, and the same bytes each time."""

from collections.abc import Sequence
from dataclasses import replace

import httpx
import pytest

import queries.payments_by_step
from domain.fundings.state import Funding
from queries.payments import readable_fundings
from queries.visit import Visit
from tests.cli.beside_story import ALIX, ANGE, MIKA, ROBIN, SWANN, YAEL
from tests.cli.house import CAMILLE, House
from tests.web.counting import statements_of
from tests.web.files.reading import read, text_of
from tests.web.forms.filling import form_on
from tests.web.house import SiteHouse

PAYMENTS = "/o/demo/paiements"
TO_SEND = f"{PAYMENTS}?onglet=a-remettre"
DAY = "2027-03-05"


async def issue(client: httpx.AsyncClient, day: str = DAY) -> httpx.Response:
    """Everything that waits, checked and recorded."""
    form = form_on((await client.get(TO_SEND)).text)
    checked = await client.post(PAYMENTS, data=form.filled(do="check", day=day))
    assert checked.status_code == 200, text_of(checked.text)
    return await client.post(PAYMENTS, data=form_on(checked.text).filled(do="record"))


async def test_a_payment_is_checked_with_its_account_and_leaves_once(site_house: SiteHouse) -> None:
    """Count, total, whose version of which account; the same form again is the same file."""
    async with site_house.client_as(ANGE) as client:
        form = form_on((await client.get(TO_SEND)).text)
        checked = await client.post(PAYMENTS, data=form.filled(do="check", day=DAY))
        said = text_of(checked.text)
        assert "Paiements 1 Total 15 000,00 €" in said
        assert "version 1, vérifiée par Mika Tracé" in said
        record = form_on(checked.text).filled(do="record")
        first, again = [await client.post(PAYMENTS, data=record) for _ in range(2)]
        assert first.headers["location"] == again.headers["location"] == f"{PAYMENTS}/fichiers/{DAY}"
        sheet = text_of((await client.get(first.headers["location"])).text)
        assert "filature-2027/1" in sheet
        assert "Depuis le compte version 1, vérifiée par Mika Tracé" in sheet
        assert "Aucun paiement ordonné n’attend" in text_of((await client.get(TO_SEND)).text)


async def test_what_the_page_gives_out_is_what_the_command_line_writes(site_house: SiteHouse) -> None:
    """Byte for byte; kept by no cache, opened in no page, noted by ids alone."""
    async with site_house.client_as(ANGE) as client:
        there = (await issue(client)).headers["location"]
        form = form_on((await client.get(there)).text)
        xml, sheet = [await client.post(f"{there}/{kind}", data=form.values) for kind in ("xml", "xlsx")]
        unknown = await client.post(f"{there}/pdf", data=form.values)
    folder = site_house.house.home
    exported = site_house.house.run(
        "payments", "export", DAY, "--out", str(folder), "--as", "ange.epure@example.org"
    )
    assert exported.code == 0, exported.err
    assert xml.content == (folder / f"{DAY}.xml").read_bytes()
    assert sheet.content == (folder / f"{DAY}.xlsx").read_bytes()
    assert xml.headers["cache-control"] == "no-store"
    assert xml.headers["content-disposition"] == f'attachment; filename="{DAY}.xml"'
    assert unknown.status_code == 404


async def test_what_is_missing_is_said_at_its_place(site_house: SiteHouse) -> None:
    """Nothing ticked; a day on which banks are closed; no day at all."""
    async with site_house.client_as(ANGE) as client:
        form = form_on((await client.get(TO_SEND)).text)
        assert form.values["day"] == ["2027-03-01"]
        nothing = await client.post(PAYMENTS, data=form.filled(do="check", payment=[]))
        assert (nothing.status_code, "Aucun paiement n’est coché" in text_of(nothing.text)) == (422, True)
        sunday = await client.post(PAYMENTS, data=form.filled(do="check", day="2027-03-07"))
        assert "Premier jour ouvert" in text_of(sunday.text)
        assert "checked" in sunday.text
        none = await client.post(PAYMENTS, data=form.filled(do="check", day="demain"))
        assert "Donnez le jour" in text_of(none.text)


async def test_who_may_not_pay_is_told_why_and_sends_nothing(site_house: SiteHouse) -> None:
    """Neither a box nor a button; what they send all the same is refused, also who reads the file for the bank."""
    said = {one: text_of(await read(site_house, one, TO_SEND)) for one in (SWANN, YAEL, ROBIN)}
    assert "Réservé aux finances." in said[SWANN]
    assert "demandée par Swann Ébauche, validée par Yaël Patron, ordonnée par Ange Épure" in said[SWANN]
    assert "Réservé aux finances." in said[YAEL]
    async with site_house.client_as(SWANN) as client:
        form = form_on((await client.get(TO_SEND)).text)
        posted = {**form.values, "payment": ["filature-2027/1"], "day": [DAY], "name": ["mien"]}
        refused = await client.post(PAYMENTS, data={**posted, "do": ["record"]})
        assert refused.status_code == 409
    async with site_house.client_as(ANGE) as client:
        there = (await issue(client)).headers["location"]
    async with site_house.client_as(ROBIN) as client:
        page = await client.get(there)
        assert "Les téléchargements sont aux responsables financiers" in text_of(page.text)
        token = form_on((await client.get("/o/demo/faire/OpenEnvelope")).text).values
        assert (await client.post(f"{there}/xml", data=token)).status_code == 409


async def test_others_see_the_payments_of_their_files_alone(site_house: SiteHouse) -> None:
    """Nobody learns of another region’s; a file for the bank is there for those who read bank details."""
    assert "Filature" in await read(site_house, SWANN, TO_SEND)
    assert "Filature" not in await read(site_house, CAMILLE, f"{PAYMENTS}?onglet=a-remettre")
    async with site_house.client_as(ANGE) as client:
        there = (await issue(client)).headers["location"]
    nowhere = await read(site_house, SWANN, f"{PAYMENTS}/fichiers/rien", 404)
    assert text_of(await read(site_house, SWANN, there, 404)) == text_of(nowhere)
    nothing = text_of(await read(site_house, ALIX, f"{PAYMENTS}/fichiers/rien", 404))
    assert text_of(await read(site_house, ALIX, PAYMENTS, 404)) == nothing
    assert "Paiements" in await read(site_house, MIKA, "/o/demo/")
    assert "Paiements" not in text_of(await read(site_house, ALIX, "/o/demo/"))


async def test_payments_take_as_many_statements_however_many_there_are(
    house: House, monkeypatch: pytest.MonkeyPatch
) -> None:
    """What the rules say of each is asked of states that are read together."""
    few = await statements_of(house, ANGE, TO_SEND)

    async def many(visit: Visit) -> Sequence[Funding]:
        [funding] = [one for one in await readable_fundings(visit) if one.payments]
        numbered = {number: replace(funding.payments[1], number=number) for number in range(1, 31)}
        return [replace(funding, payments=numbered)]

    monkeypatch.setattr(queries.payments_by_step, "readable_fundings", many)
    assert len(await statements_of(house, ANGE, TO_SEND)) == len(few), few
